import { type BundleWithDsseEnvelope, bundleToJSON, type SerializedBundle } from '@sigstore/bundle';
import type { Attestation } from '../../packaging/attestation.ts';

type LogEntry = SerializedBundle['verificationMaterial']['tlogEntries'][number];

/**
 * A Sigstore bundle as the object that an index takes (PEP 740, "Attestation objects"). Only the log's first entry goes along: it is the
 * one that `pypi-attestations` reads.
 */
export function attestationOf(bundle: BundleWithDsseEnvelope): Attestation {
  const { verificationMaterial: material, dsseEnvelope } = bundleToJSON(bundle);
  const certificate = material.certificate ?? material.x509CertificateChain?.certificates[0];
  // An empty list is left out of the JSON, whatever its type says.
  const entry = material.tlogEntries?.[0];
  const [signature, ...others] = dsseEnvelope?.signatures ?? [];
  if (certificate === undefined || entry === undefined)
    throw new Error('a bundle without a certificate or a log entry cannot be an attestation');
  if (dsseEnvelope === undefined || signature === undefined || others.length > 0)
    throw new Error('an attestation has exactly one signature');
  return {
    version: 1,
    verification_material: { certificate: certificate.rawBytes, transparency_entries: [written(entry)] },
    envelope: { statement: dsseEnvelope.payload, signature: signature.sig },
  };
}

/** Protobuf's JSON leaves out what has its default: the first entry of a log has index 0 and no hashes, and Python's reader misses both. */
function written(entry: Partial<LogEntry>): object {
  const { inclusionProof: proof } = entry;
  return {
    ...entry,
    logIndex: entry.logIndex ?? '0',
    integratedTime: entry.integratedTime ?? '0',
    ...(proof === undefined ? {} : { inclusionProof: writtenProof(proof) }),
  };
}

function writtenProof(proof: Partial<NonNullable<LogEntry['inclusionProof']>>): object {
  return {
    ...proof,
    logIndex: proof.logIndex ?? '0',
    treeSize: proof.treeSize ?? '0',
    hashes: proof.hashes ?? [],
  };
}
