/** The directory of the distributions, from the job that filled it to the one that publishes what is in it. */

import path from 'node:path';
import { isAttestation } from '../../packaging/attestation.ts';
import { distributionOf, parsedFileName, uploadOrder } from '../../packaging/distribution.ts';
import { fitsWildcards } from '../../packaging/wildcard.ts';
import { handsOn } from '../../plan/handover-policy.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, noticed, step } from '../../release/event.ts';
import {
  distributionsIn,
  isHanded,
  RECORD_NAME,
  readRecord,
  recordText,
  writeRecord,
} from '../../release/record.ts';
import { firstName, type Leaver, leave, type OpenedArtifact, openedArtifact } from './artifacts.ts';
import { type Handed, mergedRecord, recordsIn, singleFiles } from './handed-files.ts';
import { strewnFiles } from './strewn-files.ts';

type HandoverWorld = Pick<World, 'handover' | 'files'>;

/**
 * Leaves the directory for later jobs, where this one does not finish the release. What the same job left before gives way; what another
 * did never does.
 *
 * @throws Stopped artifact-taken, and what the service's troubles are
 */
export async function handOn(
  plan: Plan,
  world: HandoverWorld & Pick<World, 'clock'>,
  emit: Emit,
): Promise<void> {
  const { handover: asked, phases } = plan;
  if (asked.kind === 'files' || !handsOn(phases)) return;
  const [name = ''] = asked.names;
  await step(
    emit,
    `Hand on by artifact ${name}`,
    () => leavePackages({ name, isPrivate: false, by: asked }, plan, world),
    (names) => names.join(', '),
  );
}

/**
 * Leaves the directory of the distributions under a name.
 *
 * @returns the names of its files
 */
export async function leavePackages(
  { by, ...leaving }: { readonly name: string; readonly isPrivate: boolean; readonly by: Leaver },
  { packages }: Plan,
  world: HandoverWorld & Pick<World, 'clock'>,
): Promise<readonly string[]> {
  const { files } = world;
  await signRecord(by, packages, files);
  const names = ((await files.list(packages)) ?? []).filter(isHanded);
  const distributions = await distributionsIn(files, packages);
  await leave({ ...leaving, by, directory: packages, files: names, distributions }, world);
  return names;
}

/** The record says who left it, for an attempt of the same job to know it by. */
async function signRecord(
  { job, attempt }: Leaver,
  packages: string,
  files: HandoverWorld['files'],
): Promise<void> {
  const record = await readRecord(files, packages);
  if (record === undefined || (record.job === job && record.attempt === attempt)) return;
  await writeRecord(files, packages, { ...record, job, attempt });
}

/**
 * Fills the directory from artifacts, where it has no distributions, or from the directories below it, into which a step has put them. The
 * bytes are compared with their records when the build is observed.
 *
 * @throws Stopped artifacts-clash, records-disagree, and what the service's troubles are
 */
export async function receive(plan: Plan, { handover, files }: HandoverWorld, emit: Emit): Promise<void> {
  const strewn = await strewnFiles(plan, files);
  if (strewn.length > 0)
    return gather(strewn, { from: strewn.map(({ artifact }) => artifact), plan, files, emit });
  if (plan.handover.kind === 'files' || (await distributionsIn(files, plan.packages)).length > 0) return;
  const { names } = plan.handover;
  const fits = ({ name }: { readonly name: string }): boolean =>
    names.some((pattern) => [name, firstName(name)].some((each) => fitsWildcards(each, pattern)));
  const fitting = (await handover.left()).filter(fits).toSorted((one, other) => one.id - other.id);
  const all: OpenedArtifact[] = [];
  // One after the other: each is held in memory whole.
  for (const artifact of fitting) all.push(await openedArtifact(artifact, handover));
  const counting = all.filter((one) => !all.some((other) => replaces(other, one)));
  const handed = counting.flatMap((each) => each.files);
  await gather(handed, { from: counting.map(({ name }) => name), plan, files, emit });
}

/** What a job left in an attempt that was killed, and which was seen to be whole after all, gives way to what it left then. */
function replaces(other: OpenedArtifact, one: OpenedArtifact): boolean {
  const isSameJob = one.record?.job !== undefined && one.record.job === other.record?.job;
  const isLater = (other.record?.attempt ?? 0) > (one.record?.attempt ?? 0);
  return isSameJob && isLater && firstName(one.name) === firstName(other.name);
}

interface Gathering {
  /** Names of the artifacts or directories. */
  readonly from: readonly string[];
  readonly plan: Plan;
  readonly files: World['files'];
  readonly emit: Emit;
}

/** Puts what came from several places flat into the directory of the distributions, under one record. */
async function gather(handed: readonly Handed[], { from, plan, files, emit }: Gathering): Promise<void> {
  const distributions = singleFiles(handed.filter(({ name }) => parsedFileName(name) !== undefined));
  if (distributions.length === 0) return;
  const found = uploadOrder(distributions.map(({ name, bytes }) => distributionOf(name, bytes)));
  const record = mergedRecord(recordsIn(handed), found);
  const others = singleFiles(handed.filter(({ name }) => isAttestation(name)));
  for (const { name, bytes } of [...distributions, ...others])
    await files.write(path.join(plan.packages, name), bytes);
  if (record !== undefined) await files.write(path.join(plan.packages, RECORD_NAME), recordText(record));
  noticed(emit, 'notice', TAKEN, takenFrom(from, distributions));
}

const TAKEN = 'Distributions of earlier jobs were taken over';

function takenFrom(from: readonly string[], distributions: readonly Handed[]): string {
  return [...new Set(from)]
    .map((source) => {
      const own = distributions.filter(({ artifact }) => artifact === source).map(({ name }) => name);
      return `${source}: ${own.join(', ') || 'nothing new'}`;
    })
    .join('; ');
}
