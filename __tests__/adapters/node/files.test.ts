import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const files = createFiles();
let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

describe('reading', () => {
  it('gives nothing for what is not there, or is no file', async () => {
    scratch.write({ 'file.txt': 'ä' });
    for (const name of [scratch.file('missing'), scratch.file('file.txt', 'below'), scratch.directory]) {
      expect(await files.text(name)).toBeUndefined();
      expect(await files.bytes(name)).toBeUndefined();
    }
    expect(await files.list(scratch.file('missing'))).toBeUndefined();
    expect(await files.text(scratch.file('file.txt'))).toBe('ä');
    expect([...((await files.bytes(scratch.file('file.txt'))) ?? [])]).toEqual([0xc3, 0xa4]);
  });

  it('lists a directory in order', async () => {
    scratch.write({ b: '', a: '', 'c/d': '' });
    expect(await files.list(scratch.directory)).toEqual(['a', 'b', 'c']);
  });

  it('knows files that their owner may execute from others', async () => {
    scratch.write({ tool: '', note: '' });
    await files.makeExecutable(scratch.file('tool'));
    const names = ['tool', 'note', 'missing', '.'];
    const seen = await Promise.all(names.map((name) => files.executable(scratch.file(name))));
    expect(seen).toEqual([true, false, false, false]);
  });
});

describe('writing', () => {
  it('makes the directories it needs and leaves nothing beside the file', async () => {
    await files.write(scratch.file('a/b/c.txt'), 'text');
    await files.write(scratch.file('a/b/c.txt'), new Uint8Array([65]));
    expect(readFileSync(scratch.file('a/b/c.txt'), 'utf8')).toBe('A');
    expect(readdirSync(scratch.file('a/b'))).toEqual(['c.txt']);
  });

  it('leaves the old file whole, and no part of the new one, where it fails', async () => {
    scratch.write({ 'taken/inside': 'old' });
    await expect(files.write(scratch.file('taken'), 'new')).rejects.toThrow();
    expect(readFileSync(scratch.file('taken/inside'), 'utf8')).toBe('old');
    expect(readdirSync(scratch.directory)).toEqual(['taken']);
  });

  it('shows a reader the old content or the new, never a part', async () => {
    const [old, fresh] = ['o'.repeat(2_000_000), 'n'.repeat(2_000_000)];
    const file = scratch.file('big');
    await files.write(file, old);
    let writing = true;
    const written = files.write(file, fresh).finally(() => {
      writing = false;
    });
    while (writing) expect([old, fresh]).toContain(await files.text(file));
    await written;
    expect(await files.text(file)).toBe(fresh);
  });

  it('keeps the mode of a file, and a link a link', async () => {
    scratch.write({ tool: 'old' });
    chmodSync(scratch.file('tool'), 0o750);
    symlinkSync('tool', scratch.file('link'));
    await files.write(scratch.file('link'), 'new');
    expect(lstatSync(scratch.file('link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(scratch.file('tool'), 'utf8')).toBe('new');
    expect(statSync(scratch.file('tool')).mode & 0o777).toBe(0o750);
  });
});

it('removes files and directories, and does not mind what is gone', async () => {
  scratch.write({ 'a/b': '', c: '' });
  for (const name of ['a', 'c', 'a']) await files.remove(scratch.file(name));
  expect(readdirSync(scratch.directory)).toEqual([]);
});
