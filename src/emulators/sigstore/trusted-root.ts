/** What a verifier must know of a Sigstore: its authority's certificate and its logs' keys (sigstore protobuf-specs, `TrustedRoot`). */
import { createHash } from 'node:crypto';

interface Log {
  readonly baseUrl: string;
  readonly hashAlgorithm: 'SHA2_256';
  readonly publicKey: {
    /** DER, base64. */
    readonly rawBytes: string;
    readonly keyDetails: 'PKIX_ECDSA_P256_SHA_256';
    readonly validFor: { readonly start: string };
  };
  /** sha256 of the key, base64. */
  readonly logId: { readonly keyId: string };
}

/** The JSON form, as `TrustedRoot.from_file` of sigstore-python reads it. */
export interface TrustedRoot {
  readonly mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1';
  readonly tlogs: readonly Log[];
  readonly certificateAuthorities: readonly {
    readonly subject: { readonly organization: string; readonly commonName: string };
    readonly uri: string;
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
    readonly validFor: { readonly start: string };
  }[];
  readonly ctlogs: readonly Log[];
  readonly timestampAuthorities: readonly never[];
}

export interface Roots {
  readonly base: string;
  /** DER. */
  readonly certificate: Uint8Array;
  /** Public keys, DER. */
  readonly log: Uint8Array;
  readonly certificateLog: Uint8Array;
  /** From when on they are good. */
  readonly start: Date;
}

/** The trusted root of one authority, one transparency log and one certificate log, with no end to their validity. */
export function trustedRoot({ base, certificate, log, certificateLog, start }: Roots): TrustedRoot {
  const validFor = { start: start.toISOString() };
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logOf(`${base}/rekor`, log, start)],
    certificateAuthorities: [
      {
        subject: { organization: 'sigstore.mock', commonName: 'sigstore' },
        uri: `${base}/fulcio`,
        certChain: { certificates: [{ rawBytes: base64(certificate) }] },
        validFor,
      },
    ],
    ctlogs: [logOf(`${base}/ctfe`, certificateLog, start)],
    timestampAuthorities: [],
  };
}

function logOf(baseUrl: string, key: Uint8Array, start: Date): Log {
  return {
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: base64(key),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor: { start: start.toISOString() },
    },
    logId: { keyId: createHash('sha256').update(key).digest('base64') },
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
