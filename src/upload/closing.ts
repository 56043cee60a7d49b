/** Whether a release that an index has in part can still be completed. */

import { isOfVersion, parsedFileName } from '../packaging/distribution.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files } from '../ports/files.ts';
import type { IndexFile, IndexProject } from '../ports/package-index.ts';
import { type Fault, fault } from '../release/fault.ts';
import type { PackageProject } from '../release/packages.ts';
import { distributionsIn } from '../release/record.ts';

const DAY = 24 * 3_600_000;
/** Days for which a release takes new files (Warehouse, `forklift/legacy.py`, since 2026-07). */
const OPEN_DAYS = 14;
/** What Warehouse answers afterwards. */
const ANSWER = {
  status: 400,
  reason: `Uploading new files to releases older than ${OPEN_DAYS} days is not allowed.`,
};

export interface Closing {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly project: PackageProject;
  /** What the index lists of the project. */
  readonly there: IndexProject;
  readonly files: Files;
  readonly now: Date;
}

/**
 * The files that the release lacks and that the index no longer takes, as faults `release-too-old`. Only an index that keeps a journal,
 * as PyPI's own server does, is known to have that rule. Its earliest upload stands for the making of the release, which is not told.
 */
export async function closingFaults(closing: Closing): Promise<readonly Fault[]> {
  const { name, project, there, now } = closing;
  const held = there.files.filter(({ filename }) => isOfVersion(filename, project.version));
  const times = held.flatMap(({ uploaded }) => (uploaded === undefined ? [] : [Date.parse(uploaded)]));
  const days = Math.floor((now.getTime() - Math.min(...times)) / DAY);
  if (!there.hasJournal || times.length === 0 || days < OPEN_DAYS) return [];
  const missing = await missingFrom(held, closing);
  const foreseen = { version: project.version, days };
  return missing.map((filename) => fault('release-too-old', { index: name, filename, ...ANSWER, foreseen }));
}

/** By name where the distributions lie ready; before a build of our own by kind; before the user's own build nothing is known. */
async function missingFrom(
  held: readonly IndexFile[],
  { plan, project, files }: Closing,
): Promise<readonly string[]> {
  if (!plan.phases.includes('build')) {
    const ready = await distributionsIn(files, plan.packages);
    return ready
      .filter(({ name }) => name === project.normalizedName)
      .map(({ filename }) => filename)
      .filter((filename) => !held.some((file) => file.filename === filename));
  }
  if (plan.commands.build !== undefined) return [];
  const kinds = held.map(({ filename }) => parsedFileName(filename)?.kind);
  return [
    ...(kinds.includes('sdist') ? [] : ['the sdist']),
    ...(kinds.includes('wheel') ? [] : ['the wheel']),
  ];
}
