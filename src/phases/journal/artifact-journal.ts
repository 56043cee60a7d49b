/** The journal of a release without a draft, and of a job that hands on: an artifact of this very job (decision 0013). */

import path from 'node:path';
import { handsOn, keepsArtifact } from '../../plan/handover-policy.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Build, Project } from '../../release/facts.ts';
import { isOf, observedBuild, recordOf, sameDistributions, writeRecord } from '../../release/record.ts';
import { isOfEarlierAttempt, type OpenedArtifact, standingUnder } from '../handover/artifacts.ts';
import { leavePackages } from '../handover/handover.ts';
import { releasedCommit } from './release-commit.ts';

type Named = Pick<Project, 'name' | 'version' | 'tag'>;
type ArtifactWorld = Pick<World, 'forge' | 'files' | 'checkout' | 'clock' | 'handover'>;

const TITLE = 'Keep the distributions as an artifact';

/**
 * Keeps what is about to be uploaded as an artifact of the workflow run, where no draft release can be the journal: a re-run
 * takes these bytes and this release commit. One that is there is left as it is.
 *
 * @returns the commit that it names; undefined where none is kept
 * @throws Stopped what the troubles of the service and the forge are
 */
export async function keepArtifact(
  known: { readonly project: Project; readonly build: Build },
  plan: Plan,
  world: ArtifactWorld,
  emit: Emit,
): Promise<string | undefined> {
  const { handover, packages, forge } = plan;
  if (handover.kind === 'files' || !keepsArtifact(plan)) {
    skipped(emit, TITLE, reasonOf(plan));
    return undefined;
  }
  const { journal: name } = handover;
  const { project, build } = known;
  const standing = (await standingUnder(name, world.handover)).find(
    (each) => isOfRelease(each, plan, project) && sameDistributions(each.distributions, build.distributions),
  );
  const recorded = standing?.record?.released;
  if (standing !== undefined && recorded !== undefined) {
    await step(emit, TITLE, async () => standing, says);
    return recorded;
  }
  const released = await releasedCommit(known, undefined, plan, world, emit);
  await writeRecord(world.files, packages, { ...recordOf(forge.commit, project, build), released });
  await step(
    emit,
    TITLE,
    () => leavePackages({ name, isPrivate: true, by: handover }, plan, world),
    (names) => `${name}: ${names.join(', ')}`,
  );
  return released;
}

function says({ name }: OpenedArtifact): string {
  return `${name}: they are there already`;
}

/**
 * What this very job has left in an earlier attempt: the journal of a release in several jobs, and of one without a draft. Its bytes may have
 * been uploaded, so they replace whatever lies in the directory of the distributions, and nothing is built again.
 *
 * @returns undefined where nothing of this job, commit, version and tag was left
 * @throws Stopped distribution-altered, and what the service's troubles are
 */
export async function adoptArtifact(
  plan: Plan,
  project: Named,
  { handover, files }: Pick<World, 'handover' | 'files'>,
): Promise<Build | undefined> {
  const { handover: asked, packages } = plan;
  if (asked.kind === 'files') return undefined;
  const name = handsOn(plan.phases) ? asked.names[0] : keepsArtifact(plan) ? asked.journal : undefined;
  const standing = name === undefined ? [] : await standingUnder(name, handover);
  const kept = standing.find((each) => isOfEarlierAttempt(each, asked) && isOfRelease(each, plan, project));
  if (kept === undefined) return undefined;
  await files.remove(packages);
  for (const each of kept.files) await files.write(path.join(packages, each.name), each.bytes);
  return observedBuild(files, plan);
}

function isOfRelease({ record }: OpenedArtifact, { forge }: Plan, { name, version, tag }: Named): boolean {
  if (record === undefined || !isOf(record, forge.commit)) return false;
  return record.project.name === name && record.project.version === version && record.tag === tag;
}

/** Why nothing is kept. */
function reasonOf({ handover, phases, mode }: Plan): string {
  if (!phases.includes('post-publish'))
    return 'this run does not finish the release; what it uploads is what it was handed, or hands on';
  if (mode === 'dry-run') return 'a dry run keeps nothing';
  const why = handover.kind === 'files' ? `, and ${handover.reason}` : '';
  return `there is no release on the forge${why}: a re-run builds again`;
}
