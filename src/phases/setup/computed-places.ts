/** Finds where a version stands that only the back end can tell: what computes it mostly reads a file of the project. */

import { sameVersion } from '../../packaging/version.ts';
import type { VersionFile, VersionPart } from '../../packaging/version-file.ts';
import type { Plan } from '../../plan/plan.ts';
import { Stopped } from '../../release/fault.ts';
import { handedVersion } from '../handover/handed-version.ts';
import { outsideOtherProjects } from './other-projects.ts';
import type { Reading } from './reading.ts';
import { type FoundPlaces, OTHERWISE_VERSIONED, saidIn } from './version-places.ts';

/** Up to two directories deep: `demo/`, `src/demo/`, `zope/demo/`. */
const FOLDERS = '{*,*/*}';
const MODULES = '{__init__,_version,__version__,__about__,version,about}.py';
const WHOLE_FILES = '{VERSION,VERSION.txt,version.txt}';

/** What the answer of a back end tells of where the version comes from. */
export interface Computed {
  readonly places: FoundPlaces['places'];
  /** Code of the project's own asks git's tags: the answer names the commit. */
  readonly isFromTags: boolean;
}

const UNKNOWN: Computed = { places: [], isFromTags: false };

/**
 * The modules and files that say just what the back end computes, such as the one that a setup.py executes. To be asked only where
 * the version stands in no place that is known, and not where a pushed tag says it. What is built afterwards must have the new
 * version, so that a file which only happened to say the same is found out.
 */
export async function computedPlaces(
  name: string,
  plan: Plan,
  { files, backEnd }: Pick<Reading, 'files' | 'backEnd'>,
): Promise<Computed> {
  if (plan.version.kind === 'tag' || (await handedVersion(plan, files, name)) !== undefined) return UNKNOWN;
  const told = await backEnd.metadata(plan.directory).catch(nothing);
  if (told === undefined) return UNKNOWN;
  if (namesCommit(told.version, plan.forge.commit)) return { places: [], isFromTags: true };
  const candidates = await Promise.all([
    candidatesIn(plan, files, [`${FOLDERS}/${MODULES}`, MODULES]),
    candidatesIn(plan, files, [`${FOLDERS}/${WHOLE_FILES}`, WHOLE_FILES], { kind: 'whole' }),
  ]);
  const said = await Promise.all(candidates.flat().map((each) => saidIn(each, plan, files)));
  return {
    places: said.flat().filter(({ version }) => sameVersion(version, told.version)),
    isFromTags: false,
  };
}

/** Between two tags most tools say in a local version which commit they see, `+gb450abb` or `+b450abb`. */
function namesCommit(version: string, commit: string): boolean {
  const [, local = ''] = version.split('+');
  return local
    .split('.')
    .map((part) => part.replace(/^g/, ''))
    .some((part) => /^[0-9a-f]{7,}$/.test(part) && commit.startsWith(part));
}

async function candidatesIn(
  { directory }: Plan,
  files: Reading['files'],
  patterns: readonly string[],
  part?: VersionPart,
): Promise<readonly VersionFile[]> {
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const ours = await outsideOtherProjects(found.flat(), directory, files);
  return ours
    .filter((file) => !OTHERWISE_VERSIONED.test(file))
    .map((file) => ({ file, ...(part !== undefined && { part }) }));
}

/** Why the back end cannot be asked is told where its answer is needed. */
function nothing(error: unknown): undefined {
  if (!(error instanceof Stopped)) throw error;
}
