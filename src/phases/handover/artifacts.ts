/** What jobs leave under the names of artifacts: how a name is come by, and whose it is that stands there. */

import { type Distribution, distributionOf, parsedFileName } from '../../packaging/distribution.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Artifact, KeptArtifact } from '../../ports/handover.ts';
import type { World } from '../../ports/world.ts';
import { stop } from '../../release/fault.ts';
import {
  isHanded,
  parsedRecord,
  RECORD_NAME,
  type ReleaseRecord,
  sameDistributions,
} from '../../release/record.ts';
import type { Handed } from './handed-files.ts';

type Handover = World['handover'];

/** An artifact with what is in it. */
export interface OpenedArtifact {
  readonly name: string;
  readonly files: readonly Handed[];
  readonly record: ReleaseRecord | undefined;
  /** Hashed now. */
  readonly distributions: readonly Distribution[];
}

/** Who leaves: a job runs once in an attempt. */
export interface Leaver {
  readonly job: string;
  readonly attempt: number;
}

interface Leaving extends Artifact {
  readonly by: Leaver;
  readonly distributions: readonly Distribution[];
  /** Whether nobody else is to know the name: then what another has there is gone around. */
  readonly isPrivate: boolean;
}

/** How many names are tried in all. */
const NAMES = 9;
/** Milliseconds before each further look for what somebody else is leaving under a name right now. */
const PAUSES = [1_000, 2_000, 4_000];

/**
 * The names that an artifact may come to have. Of a job that was killed while it uploaded, the service keeps the name taken for the rest of
 * the workflow run, lists nothing under it and lets nobody remove it (seen in DataDog/dd-trace-js#10228): the next name is used then.
 */
function succession(name: string): readonly string[] {
  return [name, ...Array.from({ length: NAMES - 1 }, (_, at) => `${name}~${at + 2}`)];
}

/** The first of the names that an artifact might have had. */
export function firstName(name: string): string {
  return name.replace(/~[2-9]$/, '');
}

/** Fetches an artifact. Throws `Stopped`: record-unfit, and what the service's trouble is. */
export async function openedArtifact(artifact: KeptArtifact, handover: Handover): Promise<OpenedArtifact> {
  const taken = await handover.take(artifact);
  const files = taken
    .filter(({ name }) => isHanded(name))
    .map(({ name, bytes }) => ({ artifact: artifact.name, name, bytes }));
  const record = files.find(({ name }) => name === RECORD_NAME);
  return {
    name: artifact.name,
    files,
    record: record && parsedRecord(new TextDecoder().decode(record.bytes)),
    distributions: files
      .filter(({ name }) => parsedFileName(name) !== undefined)
      .map(({ name, bytes }) => distributionOf(name, bytes)),
  };
}

/** What stands under a name or one that came after it, the latest first. Throws as `openedArtifact` does. */
export async function standingUnder(name: string, handover: Handover): Promise<readonly OpenedArtifact[]> {
  const names = succession(name);
  const fitting = (await handover.left())
    .filter((artifact) => names.includes(artifact.name))
    .toSorted((one, other) => other.id - one.id);
  const standing: OpenedArtifact[] = [];
  for (const artifact of fitting) standing.push(await openedArtifact(artifact, handover));
  return standing;
}

/** Whether this very job left it, in an attempt before this one. In one attempt two jobs may call themselves the same: those of a workflow that is called twice. */
export function isOfEarlierAttempt({ record }: OpenedArtifact, { job, attempt }: Leaver): boolean {
  return record?.job === job && (record.attempt ?? 0) < attempt;
}

/**
 * Leaves files under a name, or under the next where that was taken by a job that never ended. What an earlier attempt of the same job left
 * gives way; what holds the same distributions is left as it is.
 *
 * @throws Stopped artifact-taken where another job's stands there, and what the service's trouble is
 */
export async function leave(
  leaving: Leaving,
  world: { readonly handover: Handover; readonly clock: Clock },
): Promise<void> {
  for (const name of succession(leaving.name)) if (await placed({ ...leaving, name }, world)) return;
  stop('artifact-taken', { artifact: leaving.name, job: 'jobs that never ended', files: [] });
}

/** @returns false where the name is not to be had */
async function placed(
  leaving: Leaving,
  { handover, clock }: { readonly handover: Handover; readonly clock: Clock },
): Promise<boolean> {
  const before = await exactly(leaving.name, handover);
  if (before !== undefined) return settled(before, leaving, handover);
  if (await handover.keep(artifactOf(leaving))) return true;
  // Another leg of a matrix may have come first, between the look and this.
  for (const pause of PAUSES) {
    await clock.sleep(pause);
    const since = await exactly(leaving.name, handover);
    if (since !== undefined) return settled(since, leaving, handover);
  }
  return false;
}

async function settled(standing: OpenedArtifact, leaving: Leaving, handover: Handover): Promise<boolean> {
  if (sameDistributions(standing.distributions, leaving.distributions)) return true;
  if (isOfEarlierAttempt(standing, leaving.by)) {
    await handover.drop(leaving.name);
    return handover.keep(artifactOf(leaving));
  }
  if (leaving.isPrivate) return false;
  return stop('artifact-taken', {
    artifact: leaving.name,
    job: standing.record?.job ?? 'a step that is not this action',
    files: standing.distributions.map(({ filename }) => filename),
  });
}

async function exactly(name: string, handover: Handover): Promise<OpenedArtifact | undefined> {
  const artifact = (await handover.left()).find((each) => each.name === name);
  return artifact === undefined ? undefined : openedArtifact(artifact, handover);
}

function artifactOf({ name, directory, files }: Leaving): Artifact {
  return { name, directory, files };
}
