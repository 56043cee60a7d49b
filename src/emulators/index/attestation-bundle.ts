/** An attestation taken apart for its verification, as `pypi-attestations` makes a Sigstore bundle of it. */
import { X509Certificate } from 'node:crypto';
import type { Attestation } from './attestation-model.ts';

/** An entry of a transparency log, its numbers as numbers and its bytes as bytes. */
export interface LogEntry {
  readonly logIndex: number;
  readonly keyId: Buffer;
  readonly kind: string;
  readonly version: string;
  /** Seconds since 1970; 0 where there is none. */
  readonly integratedTime: number;
  /** Undefined where the log promised nothing. */
  readonly signedEntryTimestamp: Buffer | undefined;
  readonly rootHash: Buffer;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: string;
  readonly body: Buffer;
}

/** What an attestation is verified by. */
export interface Bundle {
  readonly certificate: X509Certificate;
  readonly entry: LogEntry;
  /** The statement's bytes. */
  readonly payload: Buffer;
  readonly signature: Buffer;
}

/** The bundle of an attestation; a text says what cannot be read of it, in the words that Warehouse passes on. */
export function bundleOf({ verification_material: material, envelope }: Attestation): Bundle | string {
  const certificate = certificateOf(material.certificate);
  if (certificate === undefined) return 'invalid X.509 certificate';
  const entry = entryOf(material.transparency_entries[0]);
  if (entry === undefined) return 'invalid transparency log entry';
  if (entry.signedEntryTimestamp === undefined)
    return 'bundle must contain an inclusion promise or signed timestamp(s)';
  const payload = Buffer.from(envelope.statement, 'base64');
  return { certificate, entry, payload, signature: Buffer.from(envelope.signature, 'base64') };
}

function certificateOf(der: string): X509Certificate | undefined {
  try {
    return new X509Certificate(Buffer.from(der, 'base64'));
  } catch {
    // The caller words it.
    return undefined;
  }
}

/** The members that sigstore-python's model has: only `integratedTime` and `inclusionPromise` may be left out. */
function entryOf(value: unknown): LogEntry | undefined {
  const proof = member(value, 'inclusionProof');
  const promise = member(member(value, 'inclusionPromise'), 'signedEntryTimestamp');
  const hashes = member(proof, 'hashes');
  const texts = {
    logIndex: member(value, 'logIndex'),
    keyId: member(member(value, 'logId'), 'keyId'),
    kind: member(member(value, 'kindVersion'), 'kind'),
    version: member(member(value, 'kindVersion'), 'version'),
    body: member(value, 'canonicalizedBody'),
    rootHash: member(proof, 'rootHash'),
    checkpoint: member(member(proof, 'checkpoint'), 'envelope'),
    proofIndex: member(proof, 'logIndex'),
    treeSize: member(proof, 'treeSize'),
  };
  if (!areTexts(texts) || !Array.isArray(hashes)) return undefined;
  return {
    logIndex: Number(texts.logIndex),
    keyId: Buffer.from(texts.keyId, 'base64'),
    kind: texts.kind,
    version: texts.version,
    integratedTime: Number(member(value, 'integratedTime') ?? 0),
    signedEntryTimestamp: typeof promise === 'string' ? Buffer.from(promise, 'base64') : undefined,
    rootHash: Buffer.from(texts.rootHash, 'base64'),
    hashes: hashes.map((hash) => Buffer.from(String(hash), 'base64')),
    checkpoint: texts.checkpoint,
    body: Buffer.from(texts.body, 'base64'),
  };
}

function areTexts<Name extends string>(
  values: Readonly<Record<Name, unknown>>,
): values is Readonly<Record<Name, string>> {
  return Object.values(values).every((value) => typeof value === 'string');
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
