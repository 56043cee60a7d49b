import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandFileError, readCommandFile } from '../../src/cli/command-files.ts';

const read = (text: string) => [...readCommandFile(text)];

describe('readCommandFile', () => {
  it.each<readonly [string, readonly (readonly [string, string])[]]>([
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
    ['a=1\na=2\n', [['a', '2']]],
    ['a=1\r\n', [['a', '1\r']]],
    [
      'a<<X\none\n\ntwo=2\nX\nb=1\n',
      [
        ['a', 'one\n\ntwo=2'],
        ['b', '1'],
      ],
    ],
    ['a<<X\nX', [['a', '']]],
    ['a<<X=Y\n1\nX=Y\n', [['a', '1']]],
    ['a<<X\n X\nX \nX\n', [['a', ' X\nX ']]],
    ['a<<b<<c\n1\nb<<c\n', [['a', '1']]],
  ])('reads %j', (text, values) => {
    expect(read(text)).toEqual(values);
  });

  it.each([
    ['rubbish\n', "Invalid format 'rubbish'"],
    ['<<X\n1\nX\n', "Invalid format '<<X'. Name must not be empty and delimiter must not be empty"],
    ['a<<\n1\n\n', "Invalid format 'a<<'. Name must not be empty and delimiter must not be empty"],
    ['a<<X\n1\n', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X\n', "Invalid value. Matching delimiter not found 'X'"],
    ['a<<X\n1', 'Invalid value. EOF marker missing new line.'],
    ['a<<X\n1\nXX', 'Invalid value. EOF marker missing new line.'],
  ])('refuses %j in the runner’s words', (text, message) => {
    expect(() => read(text)).toThrow(new CommandFileError(message));
  });

  it('gives back what the toolkit writes', () => {
    const line = fc.string().filter((text) => !text.includes('ghadelimiter'));
    const name = fc.stringMatching(/^[a-z][a-z_-]{0,10}$/);
    fc.assert(
      fc.property(
        fc.dictionary(
          name,
          fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n')),
        ),
        (values) => {
          const blocks = Object.entries(values).map(
            ([key, value], at) => `${key}<<ghadelimiter_${at}\n${value}\nghadelimiter_${at}\n`,
          );
          expect(read(blocks.join(''))).toEqual(Object.entries(values));
        },
      ),
    );
  });
});
