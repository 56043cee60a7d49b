import type { Processes } from '../actions/process.ts';
import { listedFiles } from './tracked-files.ts';

type Git = Pick<Processes, 'run'>;

/**
 * Files below a directory that git neither tracks nor ignores, relative to the directory; undefined outside a repository, and where
 * they are too many to be told. A repository inside is one entry, which ends in `/`.
 */
export async function untrackedFiles(
  processes: Git,
  directory: string,
): Promise<readonly string[] | undefined> {
  return listedFiles(processes, directory, ['--others', '--exclude-standard']);
}

/** Whether an entry of `untrackedFiles` was not there in any form when this was asked for. */
export type IsNew = (entry: string) => boolean;

/**
 * Remembers all that lies below a directory: tracked, untracked and ignored. What git calls untracked later may be old all the same:
 * a repository made around it, or other rules on what is ignored, let old files appear. Undefined as with `untrackedFiles`.
 */
export async function remembered(processes: Git, directory: string): Promise<IsNew | undefined> {
  const known = await listedFiles(processes, directory, ['--cached', '--others', '--exclude-standard']);
  const ignored = await listedFiles(processes, directory, [
    ...['--others', '--ignored', '--exclude-standard', '--directory'],
  ]);
  if (known === undefined || ignored === undefined) return undefined;
  const old = new Set([...known, ...wholly(ignored)]);
  return (entry) =>
    !old.has(entry) &&
    !levelsOf(entry).some((level) => old.has(level)) &&
    !(entry.endsWith('/') && [...known, ...ignored].some((each) => each.startsWith(entry)));
}

/** git names a directory also where all that it holds is ignored, and then each of that beside it. */
function wholly(ignored: readonly string[]): readonly string[] {
  const sorted = [...ignored].sort();
  return sorted.filter((entry, place) => !entry.endsWith('/') || !sorted[place + 1]?.startsWith(entry));
}

/** The directories that an entry lies in, as git spells entries. */
function levelsOf(entry: string): readonly string[] {
  return [...entry.matchAll(/\//g)].map(({ index }) => entry.slice(0, index + 1));
}
