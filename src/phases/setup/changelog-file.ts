import path from 'node:path';
import { CHANGELOG_NAMES } from '../../packaging/changelog.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import { towncrierChangelog } from '../../packaging/towncrier.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { readTowncrier } from './read-towncrier.ts';

/** What is known of the project before its changelog. */
export interface Known {
  readonly name: string;
  /** Undefined where it could not be settled. */
  readonly version: string | undefined;
  /** Names in the working directory. */
  readonly entries: readonly string[];
}

/**
 * The changelog below the working directory: the one that is asked for, else the one that towncrier's settings name, else the
 * first of the usual names that is there; undefined where there is none. One that towncrier is yet to make counts as there.
 *
 * @returns the fault `changelog-missing` where the one asked for is not there, `towncrier-invalid`
 */
export async function changelogFile(
  plan: Plan,
  files: Files,
  known: Known,
): Promise<string | undefined | Fault> {
  const isThere = async (file: string) => (await files.text(path.join(plan.directory, file))) !== undefined;
  if (plan.changelog !== 'auto')
    return (await isThere(plan.changelog))
      ? plan.changelog
      : fault('changelog-missing', { file: plan.changelog });
  const towncrier = await readTowncrier(plan, files);
  if (towncrier !== undefined && 'code' in towncrier) return towncrier;
  if (towncrier !== undefined && known.version !== undefined) {
    const file = towncrierChangelog(towncrier, { name: known.name, version: known.version });
    const isToBeMade = plan.version.kind === 'given' || plan.version.kind === 'bump';
    if (isToBeMade || (await isThere(file))) return file;
  }
  return usualFile(plan, files, known);
}

async function usualFile(
  { directory }: Plan,
  files: Files,
  { name: project, entries }: Known,
): Promise<string | undefined> {
  const folders = await Promise.all(
    ['docs', 'docs/history', 'doc'].map(async (folder) =>
      ((await files.list(path.join(directory, folder))) ?? []).map((entry) => `${folder}/${entry}`),
    ),
  );
  const names = [...entries, ...folders.flat()];
  // In a repository of several packages each has its own there.
  const own = ['md', 'rst'].map((ending) => `docs/history/${normalizedName(project)}.${ending}`);
  const candidates = [...CHANGELOG_NAMES, ...own].flatMap((name) =>
    names.filter((entry) => entry.toLowerCase() === name.toLowerCase()),
  );
  // A folder of that name holds news fragments or old changelogs.
  const isFile = async (entry: string) => (await files.list(path.join(directory, entry))) === undefined;
  const kinds = await Promise.all(candidates.map(isFile));
  return candidates.find((_, place) => kinds[place]);
}
