/** Brings a release's distributions onto one index: the same work for TestPyPI and PyPI. */

import type { Distribution } from '../packaging/distribution.ts';
import { uploadOrder } from '../packaging/distribution.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { World } from '../ports/world.ts';
import { type Converged, converge } from '../release/converge.ts';
import { type Emit, skipped, step } from '../release/event.ts';
import type { Build, Project, UploadReceipt } from '../release/facts.ts';
import { type Fault, fault } from '../release/fault.ts';
import { inParallel } from '../release/in-parallel.ts';
import { served } from './served.ts';
import { uploadTarget } from './upload.ts';

export type PublishWorld = Pick<World, 'indexes' | 'clock'>;

export interface Publication {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly project: Project;
  readonly build: Build;
  readonly world: PublishWorld;
  readonly emit: Emit;
}

/**
 * Faults that can be known of an index before anything runs: whether there is a credential for it.
 *
 * @throws Stopped where `preflight: mint` asked whether the credential is accepted, and it is not
 */
export async function credentialFaults(
  name: IndexName,
  plan: Plan,
  index: PackageIndex,
): Promise<readonly Fault[]> {
  const { credential } = plan.indexes[name];
  if (credential.kind === 'none')
    return [fault('credential-missing', { index: name, reason: credential.reason })];
  if (plan.preflight === 'mint') await index.authorise();
  return [];
}

/**
 * Uploads what the index does not have, then waits until it serves all of it.
 * The first file of a release goes alone, since it makes the release; the others go side by side.
 */
export async function publish(publication: Publication): Promise<UploadReceipt> {
  const { name, plan, project, build, world, emit } = publication;
  const [first, ...others] = uploadOrder(build.distributions);
  const decisions = await step(
    emit,
    `Upload to ${name}`,
    async () => [
      ...(first === undefined ? [] : [await upload(publication, first)]),
      ...(await inParallel(others, plan.uploadConcurrency, (distribution) =>
        upload(publication, distribution),
      )),
    ],
    (made) => summed(made.map(({ decision }) => decision)),
  );
  const title = `Wait until ${name} serves the files`;
  if (plan.mode === 'dry-run') skipped(emit, title, 'nothing was uploaded in a dry run');
  const fresh = decisions.some(({ decision }) => decision === 'act');
  const listed =
    plan.mode === 'dry-run'
      ? []
      : await step(
          emit,
          title,
          () =>
            served({
              name,
              index: world.indexes[name],
              project,
              distributions: build.distributions,
              clock: world.clock,
              fresh,
            }),
          (files) => `${files.length} files, each with our sha256`,
        );
  return receipt(publication, decisions, listed);
}

interface Made {
  readonly distribution: Distribution;
  readonly decision: Converged;
}

async function upload(
  { name, plan, project, world, emit }: Publication,
  distribution: Distribution,
): Promise<Made> {
  const target = uploadTarget(name, world.indexes[name], { plan, project })(distribution);
  const decision = await converge(target, distribution, { mode: plan.mode, clock: world.clock, emit });
  return { distribution, decision };
}

function summed(decisions: readonly Converged[]): string {
  const count = (decision: Converged): number => decisions.filter((each) => each === decision).length;
  const parts = [
    [count('act'), 'uploaded'],
    [count('satisfied'), 'there already'],
    [count('would-act'), 'would be uploaded'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join(', ');
}

function receipt(
  { name, plan, project }: Publication,
  made: readonly Made[],
  listed: readonly IndexFile[],
): UploadReceipt {
  return {
    url: `${plan.indexes[name].web}/project/${project.normalizedName}/${project.version}/`,
    files: made.map(({ distribution: { filename, sha256 }, decision }) => ({
      filename,
      sha256,
      url: listed.find((file) => file.filename === filename)?.url,
      decision,
    })),
  };
}
