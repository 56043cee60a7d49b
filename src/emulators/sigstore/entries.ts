/** Rekor version 1: entries of kind dsse, which it writes in a form of its own (rekor `pkg/types/dsse/v0.0.1`). */
import { createHash, verify, X509Certificate } from 'node:crypto';
import { preAuthEncoding } from '../dsse.ts';
import type { Reply } from './certificates.ts';

interface Proposed {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly spec?: {
    readonly proposedContent?: {
      /** The DSSE envelope, as JSON text. */
      readonly envelope?: string;
      /** PEM of the signer's certificate, base64. */
      readonly verifiers?: readonly string[];
    };
  };
}

interface Envelope {
  readonly payloadType: string;
  /** base64. */
  readonly payload: string;
  readonly signatures: readonly { readonly sig: string }[];
}

/** Writes a proposed entry into the log, or says what is wrong with it. */
export async function entryReply(text: string, log: (entry: object) => Promise<object>): Promise<Reply> {
  const entry = canonicalEntry(text);
  if (typeof entry === 'string')
    return { status: 400, body: { code: 400, message: `error processing entry: ${entry}` } };
  return { status: 201, body: await log(entry) };
}

/** What the log keeps of a proposed entry: hashes, and each signature with its verifier. A text says what is wrong. */
function canonicalEntry(text: string): object | string {
  try {
    const { apiVersion, kind, spec } = JSON.parse(text) as Proposed;
    if (kind !== 'dsse' || apiVersion !== '0.0.1') return 'only dsse 0.0.1 is taken here';
    const { envelope: json = '', verifiers = [] } = spec?.proposedContent ?? {};
    const envelope = JSON.parse(json) as Envelope;
    const certificates = verifiers.map((verifier) => new X509Certificate(Buffer.from(verifier, 'base64')));
    const payload = Buffer.from(envelope.payload, 'base64');
    const encoded = preAuthEncoding(envelope.payloadType, payload);
    const signatures = envelope.signatures.map(({ sig }) => {
      const signer = certificates.find(({ publicKey }) =>
        verify('sha256', encoded, publicKey, Buffer.from(sig, 'base64')),
      );
      // `toString` breaks the lines after 64 characters, as Rekor does.
      return signer && { signature: sig, verifier: Buffer.from(signer.toString()).toString('base64') };
    });
    if (signatures.length === 0 || signatures.includes(undefined)) return 'could not verify envelope';
    const hash = (bytes: string | Buffer) => ({
      algorithm: 'sha256',
      value: createHash('sha256').update(bytes).digest('hex'),
    });
    return {
      apiVersion: '0.0.1',
      kind: 'dsse',
      spec: { envelopeHash: hash(json), payloadHash: hash(payload), signatures },
    };
  } catch (error) {
    return String(error);
  }
}
