/** All that a checkout holds, in a shape that compares. */

import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { command } from '../support/scenario.ts';

export interface Tree {
  /** Each file and directory: its kind and mode, and the digest of its bytes. */
  readonly entries: Readonly<Record<string, string>>;
  /** What git thinks has changed. */
  readonly status: string;
  readonly head: string;
  /** Tags and branches with their commits. */
  readonly refs: string;
}

export async function treeOf(directory: string): Promise<Tree> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await command('git', ['-C', directory, ...args])).stdout.trim();
  const names = await readdir(directory, { recursive: true });
  const known = names.filter((name) => name.split(path.sep)[0] !== '.git').sort();
  const entries = known.map(async (name) => [name, await entryOf(path.join(directory, name))] as const);
  return {
    entries: Object.fromEntries(await Promise.all(entries)),
    status: await git('status', '--porcelain', '--ignored'),
    head: await git('rev-parse', 'HEAD'),
    refs: await git('for-each-ref'),
  };
}

async function entryOf(file: string): Promise<string> {
  const status = await lstat(file);
  const mode = (status.mode & 0o7777).toString(8);
  if (status.isSymbolicLink()) return `link to ${await readlink(file)}`;
  if (status.isDirectory()) return `directory ${mode}`;
  return `file ${mode} ${createHash('sha256')
    .update(await readFile(file))
    .digest('hex')}`;
}
