import { describe, expect, it } from '@jest/globals';
import { readRequirement, requirementFrom } from '../../../src/emulators/index/requirements.ts';
import { specifierSet } from '../../../src/emulators/index/specifiers.ts';

describe('specifiers and requirements (answers of packaging 26.2)', () => {
  it.each([
    ['>=3.9,<4', '<4,>=3.9'],
    ['>=3.6,!=3.0.*', '!=3.0.*,>=3.6'],
    ['===foo', '===foo'],
    ['==1.0+a', '==1.0+a'],
    ['', ''],
  ])('writes the set %j sorted', (text, expected) => {
    expect(specifierSet(text)).toBe(expected);
  });

  it.each(['>=3.6.*', '~=3', '3.9', '>3+a', '==1.0+a.*', '^3.9', '==1.0rc1.*', '>=3.9;'])(
    'refuses the set %j',
    (text) => {
      expect(specifierSet(text)).toBeUndefined();
    },
  );

  it.each([
    ['foo (>=1,<2)', 'foo<2,>=1'],
    ['foo[b,a] >=1', 'foo[a,b]>=1'],
    ['foo @ https://x/y', 'foo @ https://x/y'],
    [
      `foo; os.name=='nt' and ( extra == "x" or python_version<"3")`,
      'foo; os_name == "nt" and (extra == "x" or python_version < "3")',
    ],
    [
      `foo; ((os_name == 'a') and (os_name == 'b' or os_name == 'c'))`,
      'foo; os_name == "a" and (os_name == "b" or os_name == "c")',
    ],
    [`foo; ((os_name == 'a' or os_name == 'b'))`, 'foo; os_name == "a" or os_name == "b"'],
    [
      `foo; python_implementation == 'X' and 'A_b' == extra`,
      'foo; platform_python_implementation == "X" and "a-b" == extra',
    ],
    ['foo; python_version not  in "3"', 'foo; python_version not in "3"'],
  ])('reads the requirement %j', (text, expected) => {
    expect(requirementFrom(text)?.text).toBe(expected);
  });

  it('notices a direct address, with and without a marker', () => {
    expect(requirementFrom('foo @ https://x ; python_version > "3"')?.url).toBe('https://x');
    expect(requirementFrom('foo>=1')?.url).toBeUndefined();
  });

  it.each([
    'foo >= banana',
    '-foo',
    'foo-',
    'foo 1.0',
    '',
    'foo[a,]',
    'foo;',
    'foo; bogus == "x"',
    'foo; extra == "a" or',
    'foo @ ',
  ])('refuses the requirement %j', (text) => {
    expect(requirementFrom(text)).toBeUndefined();
  });

  it.each([
    ['', 'Expected package name at the start of dependency specifier'],
    ['föö', 'Expected package name at the start of dependency specifier'],
    ['foo bar', 'Expected semicolon (after name with no version specifier) or end'],
    ['foo>=1 <2', 'Expected comma (within version specifier), semicolon (after version specifier) or end'],
    ['foo>=1.*', '.* suffix can only be used with `==` or `!=` operators'],
    ['foo>=1+a', 'Local version label can only be used with `==` or `!=` operators'],
    ['foo (>=1', 'Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after version specifier'],
    ['foo[a b]', 'Expected comma between extra names'],
    ['foo[a,]', 'Expected extra name after comma'],
    ['foo[,a]', 'Expected matching RIGHT_BRACKET for LEFT_BRACKET, after extras'],
    ['foo @ ', 'Expected URL after @'],
    ['foo @ https://x; extra == "a"', 'Expected semicolon (after URL and whitespace) or end'],
    ['foo;', 'Expected a marker variable or quoted string'],
    ['foo; os_name', 'Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in'],
    [
      'foo; (os_name == "a"',
      'Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression',
    ],
    ['foo; os_name == "a")', 'Expected end of dependency specifier'],
  ])('says of %j: %s', (text, trouble) => {
    expect(readRequirement(text)).toMatchObject({
      trouble: expect.stringContaining(`${trouble}\n    ${text}\n`),
    });
  });

  it('marks the place', () => {
    expect(readRequirement('foo bar')).toMatchObject({ trouble: expect.stringMatching(/\n {8}\^$/) });
  });
});
