/** Attestations for tests of the index, signed by hand: each part of one can be other than it should be. */

import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  X509Certificate,
} from 'node:crypto';
import { preAuthEncoding } from '../../../src/emulators/dsse.ts';
import { createAuthority } from '../../../src/emulators/sigstore/authority.ts';
import type { TrustedRoot } from '../../../src/emulators/sigstore/emulator.ts';
import { claims, type Dist } from './harness.ts';

export const PUBLISH = 'https://docs.index.example/attestations/publish/v1';

/** What an attestation is made of, where it is not as it should be. */
export interface Change {
  readonly type?: string;
  readonly name?: string;
  readonly sha256?: string;
  readonly subjects?: readonly unknown[];
  /** Claims of the identity that the certificate is for. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Changes the made attestation's log entry. */
  readonly entry?: (entry: Entry) => object;
  /** Signs with another key than the certificate's. */
  readonly foreignKey?: boolean;
  /** Says something else than what was signed. */
  readonly altered?: boolean;
  /** Logs the signature of another payload. */
  readonly loggedPayload?: string;
}

export interface Entry extends Readonly<Record<string, unknown>> {
  readonly inclusionProof: Readonly<Record<string, unknown>>;
}

/** A Sigstore of the test's own. */
export interface TestSigstore {
  readonly trustedRoot: TrustedRoot;
  attestation(dist: Dist, change?: Change): Promise<TestAttestation>;
}

export interface TestAttestation {
  readonly version: number;
  readonly verification_material: {
    readonly certificate: string;
    readonly transparency_entries: readonly unknown[];
  };
  readonly envelope: { readonly statement: string; readonly signature: string };
}

export async function testSigstore(): Promise<TestSigstore> {
  const authority = await createAuthority('http://127.0.0.1:9');
  return {
    trustedRoot: authority.trustedRoot,
    async attestation(dist, change = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const content = publicKey.export({ format: 'pem', type: 'spki' });
      const request = {
        credentials: { oidcIdentityToken: unsigned(claims(change.claims)) },
        publicKeyRequest: { publicKey: { content } },
      };
      const answer = JSON.parse(await authority.certify(JSON.stringify(request)));
      const certificate = new X509Certificate(answer.signedCertificateEmbeddedSct.chain.certificates[0]);
      const payload = Buffer.from(JSON.stringify(statement(dist, change)));
      const key =
        change.foreignKey === true
          ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
          : privateKey;
      const signature = signed(key, payload);
      const proposed = logged(certificate, { payload: change.loggedPayload ?? payload, signature });
      const entry = entryOf(Object.values(await authority.log(proposed))[0]);
      const said = change.altered === true ? Buffer.from(payload.toString().replace('null', '{}')) : payload;
      return {
        version: 1,
        verification_material: {
          certificate: certificate.raw.toString('base64'),
          transparency_entries: [change.entry?.(entry) ?? entry],
        },
        envelope: { statement: said.toString('base64'), signature: signature.toString('base64') },
      };
    },
  };
}

function statement(dist: Dist, { type = PUBLISH, name, sha256, subjects }: Change): object {
  const digest = { sha256: sha256 ?? createHash('sha256').update(dist.bytes).digest('hex') };
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: subjects ?? [{ name: name ?? dist.filename, digest }],
    predicateType: type,
    predicate: null,
  };
}

function signed(key: KeyObject, payload: Buffer): Buffer {
  return sign(
    'sha256',
    preAuthEncoding('application/vnd.in-toto+json', payload),
    createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })),
  );
}

function logged(
  certificate: X509Certificate,
  { payload, signature }: { readonly payload: Buffer | string; readonly signature: Buffer },
): object {
  const value = createHash('sha256').update(payload).digest('hex');
  const verifier = Buffer.from(certificate.toString()).toString('base64');
  return {
    apiVersion: '0.0.1',
    kind: 'dsse',
    spec: {
      envelopeHash: { algorithm: 'sha256', value },
      payloadHash: { algorithm: 'sha256', value },
      signatures: [{ signature: signature.toString('base64'), verifier }],
    },
  };
}

/** The log's answer in the form that attestations carry. */
function entryOf(answer: {
  readonly logIndex: number;
  readonly logID: string;
  readonly integratedTime: number;
  readonly body: string;
  readonly verification: {
    readonly signedEntryTimestamp: string;
    readonly inclusionProof: { readonly rootHash: string; readonly checkpoint: string };
  };
}): Entry {
  const { signedEntryTimestamp, inclusionProof } = answer.verification;
  const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
  return {
    logIndex: String(answer.logIndex),
    logId: { keyId: base64(answer.logID) },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: String(answer.integratedTime),
    inclusionPromise: { signedEntryTimestamp },
    inclusionProof: {
      logIndex: '0',
      rootHash: base64(inclusionProof.rootHash),
      treeSize: '1',
      hashes: [],
      checkpoint: { envelope: inclusionProof.checkpoint },
    },
    canonicalizedBody: answer.body,
  };
}

/** The authority below the service looks at claims only; whether a token is good is the service's to say. */
function unsigned(payload: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}
