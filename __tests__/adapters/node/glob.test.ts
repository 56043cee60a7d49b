import { symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesFitting } from '../../../src/adapters/node/glob.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = makeScratch();
  const names = [
    'a.txt',
    'b.md',
    '.hidden.txt',
    'x(1).txt',
    'sub/c.txt',
    'sub/deep/d.txt',
    '.git/e.txt',
    'sub2/f.md',
  ];
  scratch.write(Object.fromEntries(names.map((name) => [name, ''])));
  symlinkSync('..', scratch.file('sub/circle'));
});
afterAll(() => scratch.remove());

describe('a glob finds', () => {
  it.each([
    ['*.txt', ['a.txt', 'x(1).txt']],
    ['./*.md', ['b.md']],
    ['**/*.txt', ['a.txt', 'sub/c.txt', 'sub/deep/d.txt', 'x(1).txt']],
    ['sub/**', ['sub/c.txt', 'sub/deep/d.txt']],
    ['**/deep/*', ['sub/deep/d.txt']],
    ['*/*.{txt,md}', ['sub/c.txt', 'sub2/f.md']],
    ['{a,b}.{md,txt}', ['a.txt', 'b.md']],
    ['?.[!m]*', ['a.txt']],
    ['[ab].*', ['a.txt', 'b.md']],
    ['x(1).txt', ['x(1).txt']],
    ['.hidden.*', ['.hidden.txt']],
    ['.git/*', ['.git/e.txt']],
    ['sub', []],
    ['../*', []],
    ['missing/**/*.txt', []],
    ['', []],
  ])('for %s: %j', async (pattern, found) => {
    expect(await filesFitting(scratch.directory, pattern)).toEqual(found);
  });

  it('nothing in a directory that is not there', async () => {
    expect(await filesFitting(scratch.file('missing'), '**')).toEqual([]);
  });
});
