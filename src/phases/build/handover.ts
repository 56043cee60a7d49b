/** The directory of the distributions, from the job that filled it to the one that publishes what is in it. */

import path from 'node:path';
import { isAttestation } from '../../packaging/attestation.ts';
import { distributionOf, parsedFileName, uploadOrder } from '../../packaging/distribution.ts';
import { fitsArtifact, handsOn } from '../../plan/handover-policy.ts';
import type { Plan } from '../../plan/plan.ts';
import type { LeftParcel } from '../../ports/handover.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, step } from '../../release/event.ts';
import { distributionsIn, parsedRecord, RECORD_NAME, recordText } from '../../release/record.ts';
import { type Handed, mergedRecord, singleFiles } from './handed-files.ts';

type HandoverWorld = Pick<World, 'handover' | 'files'>;

/** Leaves the directory for later jobs, where this one does not finish the release. */
export async function handOn(plan: Plan, { handover, files }: HandoverWorld, emit: Emit): Promise<void> {
  const { handover: asked, packages, phases } = plan;
  if (asked.kind === 'files' || !handsOn(phases)) return;
  const [name = ''] = asked.names;
  await step(
    emit,
    `Hand on by artifact ${name}`,
    async () => {
      const names = ((await files.list(packages)) ?? []).filter(isHanded);
      await handover.keep({ name, directory: packages, files: names });
      return names;
    },
    (names) => names.join(', '),
  );
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
    .filter(({ name }) => names.some((pattern) => fitsArtifact(name, pattern)))
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
