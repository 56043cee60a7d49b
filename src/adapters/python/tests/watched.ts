import path from 'node:path';
import { sha256Hex } from '../../../packaging/digest.ts';
import { modifiedFiles } from '../../git/tracked-files.ts';
import { anything, type Tidied, tidied } from '../clean-tree.ts';
import type { PythonOptions } from '../options.ts';

export interface Watched<Value> extends Tidied<Value> {
  /** Tracked files that are not as they were before. */
  readonly changed: readonly string[];
}

type WatchedOptions = Pick<PythonOptions, 'directory' | 'processes' | 'files'>;

/**
 * Does some work and tells what it did to the checkout. New files are removed unless they are to be kept; what was changed is
 * not put back, for it may be what the project wants and did not commit.
 */
export async function watched<Value>(
  options: WatchedOptions,
  work: () => Promise<Value>,
  news: 'remove' | 'keep' = 'remove',
): Promise<Watched<Value>> {
  const before = await modified(options);
  const done = await tidied(news === 'remove' ? anything : () => false, options, work);
  const after = await modified(options);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return { ...done, changed: names.filter((name) => before.get(name) !== after.get(name)) };
}

/** What is not as it was committed, by name, with its digest; a file that is gone has none. */
async function modified({
  processes,
  directory,
  files,
}: WatchedOptions): Promise<ReadonlyMap<string, string>> {
  const names = await modifiedFiles(processes, directory);
  const entries = names.map(async (name) => {
    const bytes = await files.bytes(path.join(directory, name));
    return [name, bytes === undefined ? 'gone' : sha256Hex(bytes)] as const;
  });
  return new Map(await Promise.all(entries));
}
