/** The directory of the distributions, from the job that filled it to the one that publishes what is in it. */

import path from 'node:path';
import { isAttestation } from '../../packaging/attestation.ts';
import {
  type Distribution,
  distributionOf,
  parsedFileName,
  uploadOrder,
} from '../../packaging/distribution.ts';
import { fitsWildcards } from '../../packaging/wildcard.ts';
import { handsOn } from '../../plan/handover-policy.ts';
import type { Plan } from '../../plan/plan.ts';
import type { LeftParcel } from '../../ports/handover.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import {
  distributionsIn,
  isOf,
  observedBuild,
  parsedRecord,
  RECORD_NAME,
  type ReleaseRecord,
  readRecord,
  recordText,
  writeRecord,
} from '../../release/record.ts';
import { type Handed, mergedRecord, singleFiles } from './handed-files.ts';

type HandoverWorld = Pick<World, 'handover' | 'files'>;

/**
 * Leaves the directory for later jobs, where this one does not finish the release. What the same job left before gives way; what another
 * did never does.
 *
 * @throws Stopped artifact-taken, and what the service's troubles are
 */
export async function handOn(plan: Plan, { handover, files }: HandoverWorld, emit: Emit): Promise<void> {
  const { handover: asked, packages, phases } = plan;
  if (asked.kind === 'files' || !handsOn(phases)) return;
  const [name = ''] = asked.names;
  await step(
    emit,
    `Hand on by artifact ${name}`,
    async () => {
      await writeJob(asked.job, plan, files);
      const names = ((await files.list(packages)) ?? []).filter(isHanded);
      const standing = await standingUnder(name, handover);
      if (standing !== undefined) {
        const ours = await distributionsIn(files, packages);
        if (holdsSame(standing, ours)) return names;
        if (standing.record?.job !== asked.job) stop('artifact-taken', taker(name, standing));
        await handover.drop(name);
      }
      await handover.keep({ name, directory: packages, files: names });
      return names;
    },
    (names) => names.join(', '),
  );
}

/** The record says who left it, for an attempt of the same job to know it by. */
async function writeJob(job: string, { packages }: Plan, files: HandoverWorld['files']): Promise<void> {
  const record = await readRecord(files, packages);
  if (record !== undefined && record.job !== job) await writeRecord(files, packages, { ...record, job });
}

/**
 * What this very job has left in an earlier attempt: the journal of a release in several jobs. Later jobs may have uploaded those bytes,
 * so they replace whatever lies in the directory of the distributions, and nothing is built again.
 *
 * @returns undefined where nothing of this job, commit, version and tag was left
 * @throws Stopped distribution-altered, and what the service's troubles are
 */
export async function adoptHanded(
  plan: Plan,
  { name, version, tag }: Pick<Project, 'name' | 'version' | 'tag'>,
  { handover, files }: HandoverWorld,
): Promise<Build | undefined> {
  const { handover: asked, packages } = plan;
  if (asked.kind === 'files' || !handsOn(plan.phases)) return undefined;
  const standing = await standingUnder(asked.names[0] ?? '', handover);
  const record = standing?.record;
  if (standing === undefined || record === undefined || record.job !== asked.job) return undefined;
  const isSame = record.project.name === name && record.project.version === version && record.tag === tag;
  if (!isSame || !isOf(record, plan.forge.commit)) return undefined;
  await files.remove(packages);
  for (const each of standing.files) await files.write(path.join(packages, each.name), each.bytes);
  return observedBuild(files, plan);
}

interface StandingParcel {
  readonly record: ReleaseRecord | undefined;
  readonly files: readonly Handed[];
  readonly distributions: readonly Distribution[];
}

async function standingUnder(
  wanted: string,
  handover: World['handover'],
): Promise<StandingParcel | undefined> {
  const parcel = (await handover.left()).find(({ name }) => name === wanted);
  if (parcel === undefined) return undefined;
  const files = await taken(parcel, handover);
  const record = files.find(({ name }) => name === RECORD_NAME);
  return {
    files,
    record: record && parsedRecord(new TextDecoder().decode(record.bytes)),
    distributions: files
      .filter(({ name }) => parsedFileName(name) !== undefined)
      .map(({ name, bytes }) => distributionOf(name, bytes)),
  };
}

/** Jobs that build the very same need not be told apart. */
function holdsSame({ distributions }: StandingParcel, ours: readonly Distribution[]): boolean {
  const digests = (of: readonly Distribution[]): string =>
    of
      .map(({ filename, sha256 }) => `${sha256} ${filename}`)
      .toSorted()
      .join('\n');
  return digests(distributions) === digests(ours);
}

function taker(artifact: string, { record, distributions }: StandingParcel) {
  const files = distributions.map(({ filename }) => filename);
  return { artifact, job: record?.job ?? 'a step that is not this action', files };
}

/**
 * Fills the directory from artifacts, where it has no distributions. The bytes are compared with their records when the build is observed.
 *
 * @throws Stopped artifacts-clash, records-disagree, and what the service's troubles are
 */
export async function receive(plan: Plan, { handover, files }: HandoverWorld, emit: Emit): Promise<void> {
  if (plan.handover.kind === 'files' || (await distributionsIn(files, plan.packages)).length > 0) return;
  const { names } = plan.handover;
  const fitting = (await handover.left())
    .filter(({ name }) => names.some((pattern) => fitsWildcards(name, pattern)))
    .toSorted((one, other) => one.id - other.id);
  const handed: Handed[] = [];
  // One after the other: each is held in memory whole.
  for (const parcel of fitting) handed.push(...(await taken(parcel, handover)));
  const distributions = singleFiles(handed.filter(({ name }) => parsedFileName(name) !== undefined));
  if (distributions.length === 0) return;
  const records = handed
    .filter(({ name }) => name === RECORD_NAME)
    .flatMap(({ artifact, bytes }) => {
      const record = parsedRecord(new TextDecoder().decode(bytes));
      return record === undefined ? [] : [{ artifact, record }];
    });
  const record = mergedRecord(
    records,
    uploadOrder(distributions.map(({ name, bytes }) => distributionOf(name, bytes))),
  );
  const others = singleFiles(handed.filter(({ name }) => isAttestation(name)));
  for (const { name, bytes } of [...distributions, ...others])
    await files.write(path.join(plan.packages, name), bytes);
  if (record !== undefined) await files.write(path.join(plan.packages, RECORD_NAME), recordText(record));
  emit({ kind: 'noticed', level: 'notice', title: TAKEN, says: takenFrom(fitting, distributions) });
}

const TAKEN = 'Distributions of earlier jobs were taken over';

async function taken(parcel: LeftParcel, handover: World['handover']): Promise<readonly Handed[]> {
  const files = await handover.take(parcel);
  return files
    .filter(({ name }) => isHanded(name))
    .map(({ name, bytes }) => ({ artifact: parcel.name, name, bytes }));
}

function isHanded(name: string): boolean {
  return parsedFileName(name) !== undefined || name === RECORD_NAME || isAttestation(name);
}

function takenFrom(parcels: readonly LeftParcel[], distributions: readonly Handed[]): string {
  return parcels
    .map(({ name }) => {
      const own = distributions.filter(({ artifact }) => artifact === name).map((each) => each.name);
      return `${name}: ${own.join(', ') || 'nothing new'}`;
    })
    .join('; ');
}
