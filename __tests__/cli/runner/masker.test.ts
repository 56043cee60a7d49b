import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMasker } from '../../../src/cli/runner/masker.ts';
import { secretForms } from '../../../src/cli/runner/secret-forms.ts';

const masked = (text: string, ...secrets: readonly string[]) => createMasker(secrets).mask(text);

describe('a masker', () => {
  it.each<readonly [string, readonly string[], string]>([
    ['no secret here', ['s3cret'], 'no secret here'],
    ['', ['s3cret'], ''],
    ['s3cret', ['s3cret'], '***'],
    ['a s3cret b s3cret c', ['s3cret'], 'a *** b *** c'],
    ['a s3crets3cret b', ['s3cret'], 'a *** b'],
    ['abcdef abc', ['abc', 'abcdef'], '*** ***'],
    ['abcde', ['abc', 'cde'], '***'],
    ['ababa', ['aba'], '***'],
    ['one two', ['one\ntwo'], '*** ***'],
    ['one\ntwo', ['one\ntwo'], '***'],
    ['two', ['one\r\n  two  \r\n'], '***'],
  ])('of %j hides %j', (text, secrets, shown) => {
    expect(masked(text, ...secrets)).toBe(shown);
  });

  it('knows a secret from when it is told', () => {
    const masker = createMasker();
    expect(masker.mask('a b1c2')).toBe('a b1c2');
    masker.add('b1c2');
    expect(masker.mask('a b1c2')).toBe('a ***');
  });

  it('is not confused by a secret of nothing', () => {
    expect(masked('text', '', '\n')).toBe('text');
  });

  it('leaves no secret and no form of one in any text', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9"'&<>+/ %]{4,12}$/).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(word, fc.string(), fc.string(), (secret, before, after) => {
        for (const form of [secret, ...secretForms(secret)])
          expect(masked(before + form + after, secret).replaceAll('***', '\0')).not.toContain(form);
      }),
    );
  });
});

describe('the forms of a secret', () => {
  it.each<readonly [string, readonly string[]]>([
    // The three ways in which it may stand in base64.
    ['abcdef', ['YWJjZGVm', 'YmNkZWY=', 'Y2RlZg==']],
    ['ab', ['YWI=', 'Yg==']],
    ['a', ['YQ==']],
    ['pä', ['cMOk', 'w6Q=', 'pA==', 'p%C3%A4']],
  ])('%j: %j', (secret, forms) => {
    expect(secretForms(secret)).toEqual(forms);
  });

  it.each([
    ['a"b', ['a\\"b', 'a%22b', 'a&quot;b']],
    ["a'b", ["a''b", 'a%27b', 'a&apos;b']],
    ['<a>', ['&lt;a&gt;', '%3Ca%3E']],
    ['a\tb\\', ['a\\tb\\\\']],
    ['a\u2028b', ['a\\u2028b']],
    ['a(b)*!', ['a%28b%29%2A%21']],
    ['"quoted-secret"', ['quoted-secret']],
    ['part-one&part-two', ['part-one&', 'part-two', 'part-one&amp;part-two']],
    ['one&two&three-four', ['one&two&', 'three-four']],
    ['part-one&+part-two', ['part-one&+', 'art-two']],
    ['\ud800-half', ['%EF%BF%BD-half']],
  ])('of %j include %j', (secret, forms) => {
    expect(secretForms(secret)).toEqual(expect.arrayContaining(forms));
  });

  it.each([
    ['"quoted"', 'quoted'],
    ['ab&cd', 'cd'],
    ['ab&cd', 'ab&'],
    ['no-ampersand', 'no-ampersand'],
    ['plain', ''],
  ])('of %j do not include %j', (secret, form) => {
    expect(secretForms(secret)).not.toContain(form);
  });
});
