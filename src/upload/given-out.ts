/** The attestations of a release whose files another job has uploaded: an index gives out what it took, so that no job needs to carry them. */

import path from 'node:path';
import { attestationName } from '../packaging/attestation.ts';
import type { Distribution } from '../packaging/distribution.ts';
import { attestationPolicy } from '../plan/attestation-policy.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../ports/world.ts';
import { type Emit, noticed, step } from '../release/event.ts';
import type { Project } from '../release/facts.ts';
import { findingsOf, Stopped } from '../release/fault.ts';
import { type Attested, attestationDirectory, vouchesFor } from './attestations.ts';

export interface Asking {
  readonly plan: Plan;
  readonly project: Pick<Project, 'version'>;
  readonly distributions: readonly Distribution[];
  readonly world: Pick<World, 'indexes' | 'files'>;
  readonly emit: Emit;
}

/**
 * Takes the attestations that PyPI gives out for these files: each of the very bytes at hand, and taken by the index from a publisher of
 * this repository, who proved to be that when it was sent. A file that has none goes without; so does every file where the index is in
 * trouble, since nothing that is public waits for them.
 *
 * @returns those that there are, each written to a file of its name
 */
export async function givenOut(asking: Asking): Promise<readonly Attested[]> {
  const { plan, distributions, emit } = asking;
  if (plan.attestations.policy === 'off') return [];
  try {
    const found = await step(
      emit,
      'Take the attestations that pypi gives out',
      async () => (await Promise.all(distributions.map((each) => taken(each, asking)))).flat(),
      (all) => `${all.length} of ${distributions.length} files have one from ${plan.forge.repository}`,
    );
    warnOfLack(found, asking);
    return found;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    const says = findingsOf(error);
    noticed(emit, 'warning', 'The release holds no attestations', says);
    return [];
  }
}

/**
 * A release with too few attestations is not what was asked for; its files are public by now. Where none has one and this job has no identity,
 * they were uploaded with a token, and nobody asked for any.
 */
function warnOfLack(found: readonly Attested[], { plan, distributions, emit }: Asking): void {
  const names = found.map(({ filename }) => filename);
  const lacking = distributions.filter(({ filename }) => !names.includes(filename));
  const isAsked = found.length > 0 || attestationPolicy(plan, 'pypi') === 'required';
  if (plan.attestations.policy !== 'required' || lacking.length === 0 || !isAsked) return;
  noticed(
    emit,
    'warning',
    'The release lacks attestations',
    `pypi gives out none from ${plan.forge.repository} for ${lacking.map(({ filename }) => filename).join(', ')}. The job that uploads makes them, with trusted publishing; none can join a file later.`,
  );
}

async function taken(
  { filename, name, sha256 }: Distribution,
  { plan, project, world: { indexes, files } }: Asking,
): Promise<readonly Attested[]> {
  const repository = plan.forge.repository.toLowerCase();
  const attestation = ((await indexes.pypi.provenance(name, project.version, filename)) ?? [])
    .filter(({ publisher }) => publisher.repository?.toLowerCase() === repository)
    .flatMap(({ attestations }) => attestations)
    .find((each) => vouchesFor(each, { filename, sha256 }));
  if (attestation === undefined) return [];
  const file = path.join(attestationDirectory(plan), attestationName(filename));
  await files.write(file, JSON.stringify(attestation));
  return [{ filename, sha256, attestation, file, adopted: true }];
}
