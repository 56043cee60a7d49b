/** Reads back from an index what it gives out of the attestations that were sent. */

import { logIndexOf, type Subject, statementOf } from '../packaging/attestation.ts';
import { parsedFileName } from '../packaging/distribution.ts';
import { attestationPolicy } from '../plan/attestation-policy.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { AttestationBundle, Provenance } from '../ports/package-index.ts';
import type { Signatory } from '../ports/signer.ts';
import type { World } from '../ports/world.ts';
import { type Emit, noticed, step } from '../release/event.ts';
import type { Project } from '../release/facts.ts';
import { fault, Stopped, stop } from '../release/fault.ts';
import type { Attested } from './attestations.ts';

export interface ReadBack {
  readonly name: IndexName;
  readonly plan: Plan;
  readonly project: Project;
  readonly world: Pick<World, 'indexes' | 'clock' | 'signer'>;
  readonly emit: Emit;
}

/** Milliseconds before each further look; together a minute, since the file itself is served already. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Compares the attestations that an index gives out with those that were sent: the same statement and signature, from this workflow.
 * With `best-effort`, a difference warns.
 *
 * @throws Stopped provenance-missing after a minute, provenance-differs
 */
export async function readBack(given: ReadBack, sent: readonly Attested[]): Promise<void> {
  if (sent.length === 0) return;
  const { name, plan, emit } = given;
  try {
    await step(
      emit,
      `Read the attestations back from ${name}`,
      () => compared(given, sent),
      (lines) => lines.join('; '),
    );
  } catch (error) {
    if (attestationPolicy(plan, name) === 'required' || !(error instanceof Stopped)) throw error;
    for (const { title, finding } of error.faults)
      noticed(emit, 'warning', title, `${finding} (attestations: best-effort)`);
  }
}

/** Says which of the files that were there before have no attestations, since none can be added any more. */
export async function tellUnattested(given: ReadBack, there: readonly Subject[]): Promise<void> {
  const { name, plan, emit } = given;
  if (attestationPolicy(plan, name) === 'off' || plan.mode === 'dry-run') return;
  const seen = await Promise.all(
    there.map(async ({ filename }) => ({ filename, provenance: await provenanceOf(given, filename) })),
  );
  const without = seen.filter(({ provenance }) => provenance === undefined).map(({ filename }) => filename);
  if (without.length === 0) return;
  noticed(
    emit,
    'notice',
    `Files without attestations on ${name}`,
    `${without.join(', ')}: there already, and attestations cannot be added to a file that an index has.`,
  );
}

async function compared(given: ReadBack, sent: readonly Attested[]): Promise<readonly string[]> {
  const { name, world } = given;
  const signatory = await world.signer.signatory();
  const found = await awaited(given, sent);
  return sent.map((one) => {
    const provenance = found.get(one.filename) ?? [];
    const bundle = provenance.find((each) => holds(each, one));
    if (bundle === undefined)
      stop('provenance-differs', {
        index: name,
        filename: one.filename,
        problem: difference(provenance, one),
      });
    const problem = stranger(bundle, signatory);
    if (problem !== undefined) stop('provenance-differs', { index: name, filename: one.filename, problem });
    const { repository = '', workflow = '' } = bundle.publisher;
    const entry = logIndexOf(one.attestation);
    return `${one.filename} sha256 ${one.sha256.slice(0, 12)}…, by ${repository} ${workflow}, log entry ${entry}`;
  });
}

/** What the index gives out for each file, as soon as it does for all. */
async function awaited(given: ReadBack, sent: readonly Attested[]): Promise<ReadonlyMap<string, Provenance>> {
  const { name, world } = given;
  const found = new Map<string, Provenance>();
  const began = world.clock.now().getTime();
  for (const pause of [...PAUSES, undefined]) {
    const missing = sent.filter(({ filename }) => !found.has(filename));
    await Promise.all(
      missing.map(async ({ filename }) => {
        const provenance = await provenanceOf(given, filename);
        if (provenance !== undefined) found.set(filename, provenance);
      }),
    );
    if (found.size === sent.length) return found;
    if (pause !== undefined) await world.clock.sleep(pause);
  }
  const files = sent.map(({ filename }) => filename).filter((filename) => !found.has(filename));
  const seconds = Math.round((world.clock.now().getTime() - began) / 1_000);
  throw new Stopped([fault('provenance-missing', { index: name, files, seconds })]);
}

function provenanceOf({ name, project, world }: ReadBack, filename: string): Promise<Provenance | undefined> {
  const owner = parsedFileName(filename)?.name ?? project.normalizedName;
  return world.indexes[name].provenance(owner, project.version, filename);
}

/** Base64 may be written in other ways; what it stands for is compared. */
function holds({ attestations }: AttestationBundle, { attestation }: Attested): boolean {
  const same = (one: string, other: string): boolean =>
    Buffer.from(one, 'base64').equals(Buffer.from(other, 'base64'));
  return attestations.some(
    ({ envelope }) =>
      same(envelope.statement, attestation.envelope.statement) &&
      same(envelope.signature, attestation.envelope.signature),
  );
}

function difference(provenance: Provenance, { filename, sha256 }: Attested): string {
  const subjects = provenance
    .flatMap(({ attestations }) => attestations)
    .flatMap((attestation) => statementOf(attestation)?.subjects ?? []);
  const isOurs = subjects.some((subject) => subject.filename === filename && subject.sha256 === sha256);
  return isOurs
    ? 'its attestation is of these bytes, but signed by somebody else'
    : `its attestations are of ${subjects.map((subject) => `sha256 ${subject.sha256}`).join(', ') || 'nothing'}, the file has ${sha256}`;
}

function stranger({ publisher }: AttestationBundle, signatory: Signatory): string | undefined {
  const { repository = '', workflow = '' } = publisher;
  const ours = /(?<file>[^/]+\.ya?ml)@/.exec(signatory.jobWorkflow)?.groups?.file ?? '';
  const same = repository.toLowerCase() === signatory.repository.toLowerCase() && workflow === ours;
  return same
    ? undefined
    : `its publisher is ${repository} ${workflow}, this job is of ${signatory.repository} ${ours}`;
}
