import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { programFile } from '../../../src/adapters/node/which.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = makeScratch();
  scratch.write({ 'one/note': '', 'two/note': '', 'two/tool/inside': '', 'three/tool': '' });
  for (const name of ['two/note', 'three/tool']) chmodSync(scratch.file(name), 0o755);
});
afterAll(() => scratch.remove());

it('gives the first file on the search path that may be executed', async () => {
  const directories = ['one', 'two', 'three'].map((name) => scratch.file(name)).join(path.delimiter);
  expect(await programFile('note', { directories })).toBe(scratch.file('two/note'));
  expect(await programFile('tool', { directories })).toBe(scratch.file('three/tool'));
  expect(await programFile('missing', { directories })).toBeUndefined();
});

it('never looks into the current directory, which an empty or relative entry would mean', async () => {
  const there = process.cwd();
  process.chdir(scratch.file('two'));
  const found = await programFile('note', { directories: ['', '.', '../two'].join(path.delimiter) });
  process.chdir(there);
  expect(found).toBeUndefined();
});

it('takes a name with a directory as it is', async () => {
  expect(await programFile('./verify.sh', { directories: '' })).toBe('./verify.sh');
});
