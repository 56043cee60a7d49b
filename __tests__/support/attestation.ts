import type { Attestation, Subject } from '../../src/packaging/attestation.ts';
import { PUBLISH_PREDICATE } from '../../src/plan/known-indexes.ts';

/** An attestation that nobody signed; each is of another signature unless told. */
export function anAttestation(
  { filename, sha256 }: Subject,
  {
    type = PUBLISH_PREDICATE,
    signature = 'AAAA',
  }: { readonly type?: string; readonly signature?: string } = {},
): Attestation {
  const statement = { subject: [{ name: filename, digest: { sha256 } }], predicateType: type };
  return {
    version: 1,
    verification_material: { certificate: 'AAAA', transparency_entries: [{ logIndex: '7' }] },
    envelope: { statement: Buffer.from(JSON.stringify(statement)).toString('base64'), signature },
  };
}
