import path from 'node:path';
import { CHANGELOG_NAMES } from '../../packaging/changelog.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { towncrierChangelog } from '../../packaging/towncrier.ts';
import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { isLonePackage } from './lone-package.ts';
import { ownName, repositoryTop } from './own-name.ts';
import { readTowncrier } from './read-towncrier.ts';

/** What is known of the project before its changelog. */
export interface Known {
  readonly name: string;
  /** Undefined where it could not be settled. */
  readonly version: string | undefined;
}

/**
 * The changelog, relative to the working directory: the one that is asked for, else the one that towncrier's settings name, else the
 * first of the usual names that is there, else that of the repository where it can be no other's; undefined where there is none. One that
 * towncrier is yet to make counts as there. Where a link leads to it, it is the file behind that: this is what is written and committed.
 *
 * @returns the fault `changelog-missing` where the one asked for is not there, `towncrier-invalid`, `file-outside`
 */
export async function changelogFile(
  plan: Plan,
  files: Files,
  known: Known,
): Promise<string | undefined | Fault> {
  const named = await namedFile(plan, files, known);
  if (typeof named !== 'string') return named;
  return (await ownName(named, plan, files)) ?? fault('file-outside', { what: 'The changelog', file: named });
}

async function namedFile(plan: Plan, files: Files, known: Known): Promise<string | undefined | Fault> {
  const isThere = async (file: string) => (await files.text(path.join(plan.directory, file))) !== undefined;
  if (plan.changelog !== 'auto') return askedFor(plan.changelog, plan, files);
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== undefined && 'code' in towncrier) return towncrier;
  if (towncrier !== undefined && known.version !== undefined) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    // It is made with the version.
    if (writesVersion(plan) || (await isThere(file))) return file;
  }
  return (
    (await usualFile(plan.directory, files, [...CHANGELOG_NAMES, ...ownHistory(known)])) ??
    fileAbove(plan, files, known)
  );
}

/** Relative to the working directory, else to the top of the repository. */
async function askedFor(file: string, plan: Plan, files: Files): Promise<string | Fault> {
  if ((await ownName(file, plan, files)) === undefined)
    return fault('file-outside', { what: 'The changelog', file });
  const top = path.relative(plan.directory, await repositoryTop(plan, files)).replaceAll(path.sep, '/');
  for (const name of [file, path.posix.join(top, file)])
    if ((await files.text(path.join(plan.directory, name))) !== undefined) return name;
  return fault('changelog-missing', { file });
}

/** In a repository of several packages each has its own there. */
function ownHistory({ name }: Known): readonly string[] {
  return ['md', 'rst'].map((ending) => `docs/history/${normalizedName(name)}.${ending}`);
}

/** At the top of the repository: by the project's own name, else where the repository holds nothing but this package. */
async function fileAbove(plan: Plan, files: Files, known: Known): Promise<string | undefined> {
  const top = await repositoryTop(plan, files);
  const above = path.relative(plan.directory, top).replaceAll(path.sep, '/');
  if (above === '') return undefined;
  const own = await usualFile(top, files, ownHistory(known));
  const shared = own ?? (await usualFile(top, files, CHANGELOG_NAMES));
  const isCertain = own !== undefined || (shared !== undefined && (await isLonePackage(plan, top, files)));
  return shared === undefined || !isCertain ? undefined : path.posix.join(above, shared);
}

/** The first of these names that is a file of the directory, in the spelling that it has there. */
async function usualFile(
  directory: string,
  files: Files,
  wanted: readonly string[],
): Promise<string | undefined> {
  const listed = await Promise.all(
    ['', 'docs/', 'docs/history/', 'doc/'].map(async (folder) =>
      ((await files.list(path.join(directory, folder))) ?? []).map((entry) => `${folder}${entry}`),
    ),
  );
  const candidates = wanted.flatMap((name) =>
    listed.flat().filter((entry) => entry.toLowerCase() === name.toLowerCase()),
  );
  // A folder of that name holds news fragments or old changelogs.
  const isFile = async (entry: string) => (await files.list(path.join(directory, entry))) === undefined;
  const kinds = await Promise.all(candidates.map(isFile));
  return candidates.find((_, place) => kinds[place]);
}
