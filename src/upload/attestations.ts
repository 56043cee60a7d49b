/** One attestation per distribution, made once for both indexes and kept away from the distributions. */

import path from 'node:path';
import {
  type Attestation,
  attestationName,
  readAttestation,
  type Subject,
  statementOf,
} from '../packaging/attestation.ts';
import { attestationPolicy } from '../plan/attestation-policy.ts';
import { type IndexName, PUBLISH_PREDICATE } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { Signatory, Signer } from '../ports/signer.ts';
import type { World } from '../ports/world.ts';
import { type Emit, noticed, skipped, step } from '../release/event.ts';
import { type Fault, fault, faultsOf, Stopped } from '../release/fault.ts';
import { createPatience } from './patience.ts';

/** An attestation that lies ready for its upload. */
export interface Attested extends Subject {
  readonly attestation: Attestation;
  /** Absolute. */
  readonly file: string;
  /** Whether an earlier phase or job signed it. */
  readonly adopted: boolean;
}

export interface Attesting {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly world: Pick<World, 'files' | 'clock' | 'signer'>;
  readonly emit: Emit;
}

const TITLE = 'Attest the distributions';

/**
 * Faults that can be known of the attestations before anything runs: a job of a reusable workflow, whose attestations an index refuses
 * (the certificate names the workflow that was started, the registered publisher is the one that was called). Told for the first planned
 * index that requires attestations.
 */
export async function attestationFaults(
  name: IndexName,
  plan: Plan,
  signer: Signer,
): Promise<readonly Fault[]> {
  const first = (['testpypi', 'pypi'] as const).find(
    (index) => plan.phases.includes(index) && attestationPolicy(plan, index) === 'required',
  );
  if (first !== name) return [];
  return faultsOf(async () => reuseFaults(await signer.signatory()));
}

/**
 * Attestations for the files that are to go to an index: those of an earlier phase of this job where they are of the same bytes, new
 * ones for the rest. With `best-effort`, none where they cannot be had, and a warning.
 *
 * @param wanted observes which files are to go there; not asked where the index takes no attestations
 * @throws Stopped where they are required and cannot be had
 */
export async function attested(
  attesting: Attesting,
  wanted: () => Promise<readonly Subject[]>,
): Promise<readonly Attested[]> {
  const { name, plan, emit } = attesting;
  const policy = attestationPolicy(plan, name);
  if (policy === 'off') {
    const reason = unsigned(plan, name);
    if (reason !== undefined) skipped(emit, TITLE, reason);
    return [];
  }
  const subjects = await wanted();
  if (subjects.length === 0) return [];
  if (plan.mode === 'dry-run') {
    skipped(emit, TITLE, `${subjects.length} would be signed, and nothing is in a dry run`);
    return [];
  }
  try {
    return await step(emit, TITLE, () => gathered(attesting, subjects, policy), sentence);
  } catch (error) {
    if (policy === 'required' || !(error instanceof Stopped)) throw error;
    for (const { title, finding } of error.faults)
      noticed(emit, 'warning', title, `${finding} (attestations: best-effort)`);
    return [];
  }
}

/** Why nothing is signed for this index; undefined where the user said so. */
function unsigned({ attestations }: Plan, name: IndexName): string | undefined {
  return attestations.policy === 'off' ? attestations.reason : `${name} takes none with a token`;
}

/** Where a job keeps its attestations: away from the distributions, which some tools would take them for. */
export function attestationDirectory({ scratch }: Plan): string {
  return path.join(scratch, 'attestations');
}

async function gathered(
  { plan, world, emit }: Attesting,
  subjects: readonly Subject[],
  policy: 'required' | 'best-effort',
): Promise<readonly Attested[]> {
  const { files, signer, clock } = world;
  const patience = createPatience({ clock, emit, policy });
  // In preflight a warning has no place.
  if (policy === 'best-effort') refuseReuse(await signer.signatory());
  const gathering: Attested[] = [];
  // One after the other: a signer's certificate serves them all.
  for (const { filename, sha256 } of subjects) {
    const subject = { filename, sha256 };
    const file = path.join(attestationDirectory(plan), attestationName(filename));
    const kept = attestationOf(subject, await files.text(file));
    const attestation = kept ?? (await patience(() => signer.attest(subject)));
    if (kept === undefined) await files.write(file, JSON.stringify(attestation));
    gathering.push({ ...subject, attestation, file, adopted: kept !== undefined });
  }
  return gathering;
}

/** What an earlier phase of this job left, where it is of these very bytes. */
function attestationOf(subject: Subject, text: string | undefined): Attestation | undefined {
  const attestation = text === undefined ? undefined : readAttestation(text);
  return attestation !== undefined && vouchesFor(attestation, subject) ? attestation : undefined;
}

/** Whether it attests the publishing of this file, of these very bytes, and of no other. */
export function vouchesFor(attestation: Attestation, { filename, sha256 }: Subject): boolean {
  const statement = statementOf(attestation);
  const [subject, ...others] = statement?.subjects ?? [];
  const isSame = subject?.filename === filename && subject.sha256 === sha256 && others.length === 0;
  return isSame && statement?.predicateType === PUBLISH_PREDICATE;
}

function sentence(all: readonly Attested[]): string {
  const adopted = all.filter((one) => one.adopted).length;
  const parts = [
    [all.length - adopted, 'signed'],
    [adopted, 'signed earlier in this job'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join(', ');
}

function refuseReuse(signatory: Signatory): void {
  const faults = reuseFaults(signatory);
  if (faults.length > 0) throw new Stopped(faults);
}

function reuseFaults({ workflow, jobWorkflow }: Signatory): readonly Fault[] {
  const [caller, called] = [fileOf(workflow), fileOf(jobWorkflow)];
  return caller === called ? [] : [fault('attestations-refused-reusable-workflow', { called, caller })];
}

/** `owner/name/.github/workflows/file`, of a workflow reference that goes on with `@ref`. */
function fileOf(workflow: string): string {
  return workflow.split('@', 1).join('');
}
