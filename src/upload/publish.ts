/** Brings a release's distributions onto one index: the same work for TestPyPI and PyPI. */

import type { Distribution } from '../packaging/distribution.ts';
import { uploadOrder } from '../packaging/distribution.ts';
import { attestationPolicy } from '../plan/attestation-policy.ts';
import { hasVersionPages, type IndexName, versionPage } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { World } from '../ports/world.ts';
import { type Converged, converge } from '../release/converge.ts';
import { type Emit, noticed, skipped, step } from '../release/event.ts';
import type { Build, Project, UploadReceipt } from '../release/facts.ts';
import { type Fault, fault, Stopped } from '../release/fault.ts';
import { inParallel } from '../release/in-parallel.ts';
import { shares, strangers } from '../release/packages.ts';
import { type Attested, attested } from './attestations.ts';
import { refuseConflicts } from './conflicts.ts';
import { held } from './held.ts';
import { readBack, tellUnattested } from './provenance.ts';
import { served } from './served.ts';
import { withStanding } from './standing.ts';
import { uploadTarget } from './upload.ts';

export type PublishWorld = Pick<World, 'indexes' | 'clock' | 'files' | 'signer'>;

export interface Publication {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly project: Project;
  readonly build: Build;
  readonly world: PublishWorld;
  readonly emit: Emit;
  /** Keeps what is about to be uploaded where a later run finds it, before the index is touched. */
  readonly keep: (attestations: readonly Attested[]) => Promise<unknown>;
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
  if (credential.kind === 'none') {
    const { reason, forge } = credential;
    return [fault(forge === undefined ? 'credential-missing' : 'identity-foreign', { index: name, reason })];
  }
  // A minted token turns a pending publisher into a project: a dry run leaves even that.
  const mints = plan.preflight === 'mint' && plan.mode === 'release';
  if (mints && credential.kind !== 'not-needed') await index.authorise();
  return [];
}

/**
 * Uploads what the index does not have, then waits until it serves all of it.
 *
 * @throws Stopped with every fault that was met, each told with what stands on the index
 */
export async function publish(publication: Publication): Promise<UploadReceipt> {
  const { name, project, build, world } = publication;
  const made: Made[] = [];
  try {
    return await published(publication, made);
  } catch (failure) {
    const { distributions } = build;
    const known = made.map(({ distribution }) => distribution.filename);
    throw await withStanding(failure, { name, index: world.indexes[name], project, distributions, known });
  }
}

async function published(publication: Publication, made: Made[]): Promise<UploadReceipt> {
  const { name, plan, project, build, world, emit } = publication;
  const strange = strangers(project, build.distributions);
  if (strange.length > 0) throw new Stopped(strange);
  await refuseConflicts(publication);
  const vouched = await attested(publication, () => absent(publication));
  await publication.keep(vouched);
  await step(
    emit,
    `Upload to ${name}`,
    () => uploadAll({ ...publication, vouched }, made),
    () => summed(made.map(({ decision }) => decision)),
  );
  const title = `Wait until ${name} serves the files`;
  if (plan.mode === 'dry-run') skipped(emit, title, 'nothing was uploaded in a dry run');
  const { distributions } = build;
  const fresh = made.some(({ decision }) => decision === 'act');
  const wait = { name, index: world.indexes[name], project, distributions, clock: world.clock, fresh };
  const listed =
    plan.mode === 'dry-run'
      ? []
      : await step(
          emit,
          title,
          () => served(wait),
          (files) => `${files.length} files, each with our sha256`,
        );
  await readBack(publication, sentAlong(vouched, made));
  await tellUnattested(publication, withDecision(made, 'satisfied'));
  tellLimits(publication);
  return receipt(publication, made, listed);
}

/** Says what an index lacks of all that PyPI has, and what was done instead. */
function tellLimits({ name, plan, world, emit }: Publication): void {
  const page = hasVersionPages(plan.indexes[name])
    ? []
    : [{ lacks: 'page of a version', instead: "links lead to the list of the project's files" }];
  for (const { lacks, instead } of [...world.indexes[name].limits(), ...page])
    skipped(emit, `No ${lacks} on ${name}`, instead);
}

/** The files that the index does not have: only these are attested, since none can be attested later. */
async function absent({ name, project, build, world }: Publication): Promise<readonly Distribution[]> {
  const there = await held(world.indexes[name], project);
  return build.distributions.filter(({ filename }) => !there.some((file) => file.filename === filename));
}

function sentAlong(vouched: readonly Attested[], made: readonly Made[]): readonly Attested[] {
  const sent = made.filter(({ decision, bare }) => decision === 'act' && !bare);
  return vouched.filter((one) => sent.some(({ distribution }) => distribution.filename === one.filename));
}

function withDecision(made: readonly Made[], decision: Converged): readonly Distribution[] {
  return made.filter((one) => one.decision === decision).map(({ distribution }) => distribution);
}

/**
 * Package by package, so that whoever installs one finds what it requires. The first file of each goes alone, since it makes the
 * release; the others go side by side (Warehouse answers 500 to files that race to make one). After a failure nothing new is begun,
 * what is under way ends, and every fault is thrown.
 */
async function uploadAll(publication: Vouched, made: Made[]): Promise<void> {
  const failures: Stopped[] = [];
  const send = async (distribution: Distribution): Promise<void> => {
    if (failures.length > 0) return;
    try {
      made.push(await upload(publication, distribution));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      failures.push(error);
    }
  };
  for (const { distributions } of shares(publication.project, publication.build.distributions)) {
    const [first, ...others] = uploadOrder(distributions);
    if (first !== undefined) await send(first);
    await inParallel(others, publication.plan.uploadConcurrency, send);
  }
  const [failure] = failures;
  if (failure !== undefined)
    throw failures.length === 1 ? failure : new Stopped(failures.flatMap(({ faults }) => faults));
}

interface Made {
  readonly distribution: Distribution;
  readonly decision: Converged;
  /** Whether the index refused its attestations, and it went up without. */
  readonly bare: boolean;
}

interface Vouched extends Publication {
  readonly vouched: readonly Attested[];
}

async function upload(
  { name, plan, project, world, emit, vouched }: Vouched,
  distribution: Distribution,
): Promise<Made> {
  let bare = false;
  const goBare = ({ title, finding }: Fault): void => {
    bare = true;
    noticed(emit, 'warning', title, `${finding} (attestations: best-effort)`);
  };
  const target = uploadTarget(name, world.indexes[name], {
    plan,
    project,
    attestations: vouched,
    ...(attestationPolicy(plan, name) === 'best-effort' ? { onRefusal: goBare } : {}),
  })(distribution);
  const decision = await converge(target, distribution, { mode: plan.mode, clock: world.clock, emit });
  return { distribution, decision, bare };
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
  { name, plan, project, build }: Publication,
  made: readonly Made[],
  listed: readonly IndexFile[],
): UploadReceipt {
  return {
    url: versionPage(plan.indexes[name], project.normalizedName, project.version),
    files: inOrder(project, build).flatMap((distribution) =>
      made
        .filter((each) => each.distribution === distribution)
        .map(({ distribution: { filename, sha256 }, decision }) => ({
          filename,
          sha256,
          url: listed.find((file) => file.filename === filename)?.url,
          decision,
        })),
    ),
  };
}

function inOrder(project: Project, { distributions }: Build): readonly Distribution[] {
  return shares(project, distributions).flatMap((share) => uploadOrder(share.distributions));
}
