import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyValuePairs } from '../../../src/cli/runner/key-value-file.ts';
import { Refusal } from '../../../src/cli/runner/refusal.ts';

type Pairs = readonly (readonly [string, string])[];
const read = (text: string, windows = false): Pairs => [...keyValuePairs(text, windows)];

/** Pairs that were given before the reader refused. */
function givenBefore(text: string): Pairs {
  const given: (readonly [string, string])[] = [];
  try {
    for (const pair of keyValuePairs(text, false)) given.push(pair);
  } catch {
    return given;
  }
  throw new Error('it was not refused');
}

describe('a key and value file', () => {
  it.each<readonly [string, Pairs]>([
    ['', []],
    ['\n\n', []],
    ['a=1', [['a', '1']]],
    [
      'a=1\n\nb=\n',
      [
        ['a', '1'],
        ['b', ''],
      ],
    ],
    ['a=b=c\n', [['a', 'b=c']]],
    ['a=b<<c\n', [['a', 'b<<c']]],
    ['=odd\n', [['', 'odd']]],
    [
      'a=1\na=2\n',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
    ['a=1\r\n', [['a', '1\r']]],
    [' =x\n', [[' ', 'x']]],
    [
      'a<<X\none\n\ntwo=2\nX\nb=1\n',
      [
        ['a', 'one\n\ntwo=2'],
        ['b', '1'],
      ],
    ],
    ['a<<X\nX', [['a', '']]],
    ['a<<X\n1\nX', [['a', '1']]],
    ['a<<X\n\nX\n', [['a', '']]],
    ['a<<X=Y\n1\nX=Y\n', [['a', '1']]],
    ['a<<X\n X\nX \nX\n', [['a', ' X\nX ']]],
    ['a<<X\n1\r\nX\r\nX\n', [['a', '1\r\nX\r']]],
    ['a<<b<<c\n1\nb<<c\n', [['a', '1']]],
  ])('reads %j', (text, pairs) => {
    expect(read(text)).toEqual(pairs);
  });

  it.each([
    ['rubbish\n', "Invalid format 'rubbish'"],
    [' \n', "Invalid format ' '"],
    ['\r\n', "Invalid format '\r'"],
    ['<<X\n1\nX\n', "Invalid format '<<X'. Name must not be empty and delimiter must not be empty"],
    ['a<<\n1\n\n', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
    ['a<<X\n1\n', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X\n', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X\n1\nX\r\n', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X\n1', 'Invalid value. EOF marker missing new line.'],
    ['a<<X\n1\nXX', 'Invalid value. EOF marker missing new line.'],
  ])('refuses %j in the runner’s words', (text, message) => {
    expect(() => read(text)).toThrow(new Refusal(message));
  });

  it('has given what stands before a bad line', () => {
    expect(givenBefore('a=1\nb<<X\n2\nX\nrubbish\nc=3\n')).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
  });

  it.each<readonly [string, Pairs]>([
    [
      'a=1\r\nb=2\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['\r\na=1\r\n', [['a', '1']]],
    ['a<<X\r\none\r\ntwo\nthree\r\nX\r\n', [['a', 'one\r\ntwo\nthree']]],
    ['a=1\r', [['a', '1\r']]],
  ])('on Windows also ends lines in CR LF: %j', (text, pairs) => {
    expect(read(text, true)).toEqual(pairs);
  });

  it.each([false, true])('gives back what the toolkit writes (Windows: %s)', (windows) => {
    const line = fc.string().filter((text) => !text.includes('ghadelimiter'));
    const name = fc.stringMatching(/^[a-z][a-z_-]{0,10}$/);
    const value = fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n'));
    const end = windows ? '\r\n' : '\n';
    fc.assert(
      fc.property(fc.dictionary(name, value), (values) => {
        fc.pre(!windows || Object.values(values).every((text) => !text.endsWith('\r')));
        const blocks = Object.entries(values).map(
          ([key, text], at) => `${key}<<ghadelimiter_${at}${end}${text}${end}ghadelimiter_${at}${end}`,
        );
        expect(read(blocks.join(''), windows)).toEqual(Object.entries(values));
      }),
    );
  });
});
