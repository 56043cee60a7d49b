/** What the release changes for those who have the last one. Advice only: it warns of what a build loses without failing. */

import {
  type Distribution,
  distributionOf,
  isOfVersion,
  parsedFileName,
} from '../../packaging/distribution.ts';
import {
  machinesOf,
  type ReleaseDifference,
  releaseDifference,
  type WheelContents,
  wheelTags,
} from '../../packaging/release-difference.ts';
import { compareVersions, isPrerelease, isVersion, latestOf } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { IndexFile, IndexProject } from '../../ports/package-index.ts';
import type { World } from '../../ports/world.ts';
import type { Comparison } from '../../release/comparison.ts';
import { type Emit, noticed, skipped, step } from '../../release/event.ts';
import { findingsOf, Stopped } from '../../release/fault.ts';
import { few } from '../../release/few.ts';
import type { Share } from '../../release/packages.ts';
import { open, opened } from '../opened-distribution.ts';

/** Bytes of a published wheel that are fetched for a comparison; of larger ones the names alone are compared. */
const LARGEST = 20 * 1024 * 1024;

interface Compared {
  readonly share: Share;
  /** What the index lists of the package before this release. */
  readonly published: IndexProject | undefined;
  /** Of the step. */
  readonly title: string;
}

/** Tells what files, requirements and platforms come and go. Trouble on the way is told, and never stops a release. */
export async function compareWithLast(
  { share: { project, distributions }, published, title }: Compared,
  plan: Plan,
  world: Pick<World, 'indexes' | 'files'>,
  emit: Emit,
): Promise<void> {
  const last = lastVersion(published?.versions ?? [], project.version);
  if (last === undefined) return skipped(emit, title, 'there is no earlier release');
  const before = (published?.files ?? []).filter(({ filename }) => isOfVersion(filename, last));
  const gone = lostMachines(before, distributions);
  if (gone.length > 0)
    noticed(
      emit,
      'warning',
      `Version ${last} had wheels for ${gone.join(', ')}, this one has none`,
      'Its users there will build from the sdist, or stay on the old version.',
    );
  const pair = comparable(before, distributions);
  const tell = (contents: Comparison['contents']): void =>
    emit({
      kind: 'compared',
      comparison: { project: project.name, last, lostMachines: gone, contents },
    });
  if (pair === undefined) {
    const reason = `${last} has no wheel of the same kind and of a size to be fetched`;
    tell(reason);
    return skipped(emit, title, reason);
  }
  const difference = await step(
    emit,
    title,
    () => differenceOf(pair, plan, world),
    (found) => (typeof found === 'string' ? found : inWords(last, found)),
  );
  if (typeof difference === 'string') return tell(difference);
  const now = pair.now.filename;
  tell({ before: pair.before.filename, now, difference });
  if (difference.lostData.length === 0) return;
  noticed(
    emit,
    'warning',
    `${now} lacks files that ${last} had`,
    `${few(difference.lostData)}. If a step before the build makes them (compiled translations, bundled assets), it did not run here.`,
  );
}

/** The highest version below this one; a final one, where there is one. */
function lastVersion(versions: readonly string[], version: string): string | undefined {
  const lower = versions.filter((each) => isVersion(each) && compareVersions(each, version) < 0);
  return latestOf(lower.filter((each) => !isPrerelease(each))) ?? latestOf(lower);
}

function lostMachines(before: readonly IndexFile[], now: readonly Distribution[]): readonly string[] {
  const [had, has] = [before, now].map((files) => machinesOf(files.map(({ filename }) => filename)));
  // A wheel for any machine is for each of them.
  return has?.includes('any') ? [] : (had ?? []).filter((machine) => !has?.includes(machine));
}

interface Pair {
  readonly before: IndexFile;
  readonly now: Distribution;
}

/** Two wheels with the same tags, the smallest first; else two that are for any machine. */
function comparable(before: readonly IndexFile[], now: readonly Distribution[]): Pair | undefined {
  const wheels = before.filter(
    ({ filename, size }) => filename.endsWith('.whl') && size !== undefined && size <= LARGEST,
  );
  const pairs = now.flatMap((fresh) => {
    const old = wheels.find(({ filename }) => wheelTags(filename) === wheelTags(fresh.filename));
    return old === undefined ? [] : [{ before: old, now: fresh }];
  });
  const [smallest] = pairs.toSorted((one, other) => one.now.size - other.now.size);
  if (smallest !== undefined) return smallest;
  const [old, fresh] = [wheels.find(isForAny), now.find(isForAny)];
  return old === undefined || fresh === undefined ? undefined : { before: old, now: fresh };
}

function isForAny({ filename }: { readonly filename: string }): boolean {
  return parsedFileName(filename)?.platform === 'any';
}

/** The difference, or a sentence on why it cannot be had. */
async function differenceOf(
  { before, now }: Pair,
  { packages }: Plan,
  { indexes, files }: Pick<World, 'indexes' | 'files'>,
): Promise<ReleaseDifference | string> {
  try {
    const old = await contentsOf(before.filename, await indexes.pypi.download(before.url));
    const { archive, metadata } = await open(now, packages, files);
    return releaseDifference(old, { members: archive.members, metadata });
  } catch (error) {
    // Advice is not worth a release.
    if (error instanceof Stopped) return `not compared: ${findingsOf(error)}`;
    throw error;
  }
}

async function contentsOf(filename: string, bytes: Uint8Array): Promise<WheelContents> {
  const { archive, metadata } = await opened(distributionOf(filename, bytes), bytes);
  return { members: archive.members, metadata };
}

function inWords(last: string, found: ReleaseDifference): string {
  const { lost, gained, gainedRequirements, lostRequirements, requiresPython } = found;
  const parts = [
    ...(gained.length > 0 ? [`new files: ${few(gained)}`] : []),
    ...(lost.length > 0 ? [`files gone: ${few(lost)}`] : []),
    ...(gainedRequirements.length > 0 ? [`new requirements: ${few(gainedRequirements)}`] : []),
    ...(lostRequirements.length > 0 ? [`requirements gone: ${few(lostRequirements)}`] : []),
    ...(requiresPython === undefined
      ? []
      : [`Python ${requiresPython.map((each) => each || 'of any version').join(' before, now ')}`]),
  ];
  return `against ${last}: ${parts.join('; ') || 'the same files and requirements'}`;
}
