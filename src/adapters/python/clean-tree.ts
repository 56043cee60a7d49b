import path from 'node:path';
import { levelsAbove } from '../git/levels.ts';
import { modifiedFiles, restoreFiles } from '../git/tracked-files.ts';
import { remembered, untrackedFiles } from '../git/untracked.ts';
import type { PythonOptions } from './options.ts';

/** What a tool may leave in the checkout, by the name below the project's directory; that goes again. */
export type Litter = (file: string) => boolean;

/** Metadata that setuptools writes beside the source whenever it builds or installs. */
const eggInfo: Litter = (file) => /(^|\/)[^/]+\.egg-info\//.test(file);

/** What a back end works with beside the source; an installed project lives without it. pbr lists authors and commits (its documentation, "AUTHORS/ChangeLog"). */
export const buildLeftovers: Litter = (file) =>
  eggInfo(file) || /^(build|\.eggs)\/|(^|\/)__pycache__\/|^(AUTHORS|ChangeLog)$/.test(file);

/** The like of a command of the user's, which may want to keep what it makes below `build`: there what setuptools names goes. */
export const commandLeftovers: Litter = (file) =>
  eggInfo(file) || /^build\/(lib|temp|bdist|scripts)\b[^/]*\/|^\.eggs\/|(^|\/)__pycache__\//.test(file);

/** Undoes what was done to litter that git tracks, as some projects have it: a tool may write there, but not change the release. */
export async function restoring<Value>(
  litter: Litter,
  { directory, processes }: TreeOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  const before = await modifiedFiles(processes, directory);
  try {
    return await work();
  } finally {
    const after = await modifiedFiles(processes, directory);
    const changed = after.filter((file) => litter(file) && !before.includes(file));
    await restoreFiles(processes, directory, changed);
  }
}

/** Everything that was not there. */
export const anything: Litter = () => true;

type TreeOptions = Pick<PythonOptions, 'directory' | 'processes' | 'files'>;

/**
 * Does some work and removes the litter it left: files that git neither tracked nor ignored and that were not there before,
 * in any form. A release is made from a clean tree, and tools leave things. Outside a repository nothing is removed, nor where it cannot
 * be told what was there.
 */
export async function leavingNo<Value>(
  litter: Litter,
  options: TreeOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  return (await tidied(litter, options, work)).value;
}

/** What came of some work, and what it had left in the checkout. */
export interface Tidied<Value> {
  readonly value: Value;
  /** The litter, below the project's directory; it is gone. */
  readonly left: readonly string[];
}

/** Like `leavingNo`, and tells what was removed. */
export async function tidied<Value>(
  litter: Litter,
  { directory, processes, files }: TreeOptions,
  work: () => Promise<Value>,
): Promise<Tidied<Value>> {
  const isNew = await remembered(processes, directory);
  const tidy = async () => {
    const after = isNew === undefined ? [] : ((await untrackedFiles(processes, directory)) ?? []);
    const left = after.filter((file) => isNew?.(file) && litter(file));
    for (const file of left) await removeWithDirectory(path.join(directory, file), directory, files);
    return left;
  };
  const value = await work().catch(async (error: unknown) => {
    await tidy();
    throw error;
  });
  return { value, left: await tidy() };
}

/** Also the directories that are empty without it, which git does not tell of. */
async function removeWithDirectory(file: string, top: string, files: TreeOptions['files']): Promise<void> {
  await files.remove(file);
  const above = path.dirname(file);
  if (above !== top && (await files.list(above))?.length === 0) await removeWithDirectory(above, top, files);
}

/**
 * Does some work and leaves every `uv.lock` as it was: uv writes one for every project that has none, at the top of the
 * workspace, which may lie above the project, and brings up to date one that does not hold the project yet.
 */
export async function leavingNoLock<Value>(
  { directory, processes, files }: TreeOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  const locks = (await levelsAbove(processes, directory)).map((level) => path.join(level, 'uv.lock'));
  const before = await Promise.all(locks.map(files.bytes));
  try {
    return await work();
  } finally {
    await Promise.all(locks.map((file, place) => putBack(file, before[place], files)));
  }
}

async function putBack(
  file: string,
  before: Uint8Array | undefined,
  files: TreeOptions['files'],
): Promise<void> {
  if (before === undefined) return files.remove(file);
  const after = await files.bytes(file);
  if (after === undefined || Buffer.compare(before, after) !== 0) await files.write(file, before);
}
