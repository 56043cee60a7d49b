import { describe, expect, it } from '@jest/globals';
import {
  asciiJsonText,
  asciiMarkupText,
  markupText,
  pythonListRepr,
  pythonRepr,
  sortedJson,
} from '../../../src/emulators/index/python-text.ts';

describe('pythonRepr', () => {
  it.each([
    ['plain', "'plain'"],
    ["it's", `"it's"`],
    [`it's "so"`, `'it\\'s "so"'`],
    ['a\nb\tc\\', "'a\\nb\\tc\\\\'"],
    ['\x01\x7f', "'\\x01\\x7f'"],
    ['ü☃', "'ü☃'"],
  ])('writes %j as Python does', (text, expected) => {
    expect(pythonRepr(text)).toBe(expected);
  });

  it('writes lists', () => {
    expect(pythonListRepr(['a', "b'"])).toBe(`['a', "b'"]`);
  });
});

describe('JSON and markup', () => {
  it('sorts members, leaves out blanks and stays in ASCII', () => {
    expect(sortedJson({ b: ['ü', 1, null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":["\\u00fc",1,null]}',
    );
    expect(asciiJsonText('☃')).toBe('"\\u2603"');
  });

  it('escapes quotes and angle brackets; numbers the rest only where asked', () => {
    expect(markupText(`<b> & "ü" '`)).toBe('&lt;b&gt; &amp; &quot;ü&quot; &#x27;');
    expect(asciiMarkupText('ü☃')).toBe('&#252;&#9731;');
  });
});
