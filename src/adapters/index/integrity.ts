/** The integrity API of an index: which attestations it gives out for a file (PyPI docs, "Integrity API"). */

import { type Attestation, parsedAttestation } from '../../packaging/attestation.ts';
import { normalizedName } from '../../packaging/project-name.ts';
import type { IndexPlan } from '../../plan/plan.ts';
import type { AttestationBundle, Provenance } from '../../ports/package-index.ts';
import type { Http } from '../node/http.ts';
import { indexAnswer, jsonOrNothing, member, unexpected } from './reading.ts';

export interface FileOfRelease {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
}

const ACCEPT = 'application/vnd.pypi.integrity.v1+json, application/json;q=0.5';

/**
 * The provenance of a file; undefined where the index has none, has its attestations switched off, or has no such API.
 * Throws `Stopped` with index-trouble.
 */
export async function servedProvenance(
  { plan, http }: { readonly plan: IndexPlan; readonly http: Http },
  { name, version, filename }: FileOfRelease,
): Promise<Provenance | undefined> {
  const places = [normalizedName(name), version, filename].map(encodeURIComponent);
  const request = {
    index: plan.name,
    operation: `Reading the attestations of ${filename}`,
    url: `${plan.web}/integrity/${places.join('/')}/provenance`,
    options: { headers: { accept: ACCEPT, 'cache-control': 'no-cache' } },
  };
  const answer = await indexAnswer(http, request);
  if (answer.status >= 500 || answer.status === 429) unexpected(request, answer);
  if (answer.status !== 200) return undefined;
  const bundles = member(jsonOrNothing(answer), 'attestation_bundles');
  if (!Array.isArray(bundles)) unexpected(request, answer, 'which is no provenance object');
  return (bundles as readonly unknown[]).map(bundleOf);
}

function bundleOf(bundle: unknown): AttestationBundle {
  const publisher = member(bundle, 'publisher');
  const text = (key: string): string | undefined => {
    const value = member(publisher, key);
    return typeof value === 'string' ? value : undefined;
  };
  const attestations = member(bundle, 'attestations');
  return {
    publisher: {
      kind: text('kind') ?? '',
      repository: text('repository'),
      workflow: text('workflow'),
    },
    attestations: (Array.isArray(attestations) ? (attestations as readonly unknown[]) : []).flatMap(read),
  };
}

function read(value: unknown): readonly Attestation[] {
  const attestation = parsedAttestation(value);
  return attestation === undefined ? [] : [attestation];
}
