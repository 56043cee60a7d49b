/** Whether an attestation is signed by whom it should be, as sigstore-python and `pypi-attestations` verify it, in their order and words. */
import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { preAuthEncoding } from '../dsse.ts';
import type { TrustedRoot } from '../sigstore/trusted-root.ts';
import type { Bundle } from './attestation-bundle.ts';
import { extensionText } from './der.ts';
import type { Publisher } from './state.ts';

export interface Trust {
  readonly root: TrustedRoot;
  readonly publisher: Publisher;
}

/** One check: what is wrong, or nothing. */
type Check = (bundle: Bundle, trust: Trust) => string | undefined;

const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const ISSUER = 'https://token.actions.githubusercontent.com';
const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
/** Fulcio's extensions (fulcio `docs/oid-info.md`). */
const FULCIO = '1.3.6.1.4.1.57264.1';

/** The signed certificate timestamp is left out: the authority here gives no certificate without one. */
const CHECKS: readonly Check[] = [
  time,
  chain,
  usage,
  extension('OIDCIssuerV2', `${FULCIO}.8`, () => ISSUER),
  extension('OIDCSourceRepositoryURI', `${FULCIO}.12`, repositoryOf),
  buildConfiguration,
  inclusion,
  checkpoint,
  promise,
  signature,
  logged,
];

/** The first thing that speaks against an attestation's signature, certificate or log entry; undefined where nothing does. */
export function distrust(bundle: Bundle, trust: Trust): string | undefined {
  for (const check of CHECKS) {
    const trouble = check(bundle, trust);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function time({ entry }: Bundle): string | undefined {
  if (entry.integratedTime === 0) return 'not enough sources of verified time';
  const timed = ['dsse', 'hashedrekord'].includes(entry.kind) && entry.version === '0.0.1';
  return timed ? undefined : 'Integrated time only supported for dsse/hashedrekord 0.0.1 types';
}

function chain({ certificate, entry }: Bundle, { root }: Trust): string | undefined {
  const at = entry.integratedTime * 1_000;
  const authorities = root.certificateAuthorities
    .flatMap(({ certChain }) => certChain.certificates)
    .map(({ rawBytes }) => new X509Certificate(Buffer.from(rawBytes, 'base64')));
  const valid = (one: X509Certificate): boolean =>
    Date.parse(one.validFrom) <= at && at <= Date.parse(one.validTo);
  const failed = 'failed to build timestamp certificate chain: validation failed:';
  if (!valid(certificate))
    return `${failed} cert is not valid at validation time (encountered processing <Certificate(subject=<Name()>, ...)>)`;
  const signed = authorities.some(
    (authority) =>
      valid(authority) && certificate.checkIssued(authority) && certificate.verify(authority.publicKey),
  );
  return signed
    ? undefined
    : `${failed} candidates exhausted: all candidates exhausted with no interior errors`;
}

function usage({ certificate }: Bundle): string | undefined {
  return certificate.keyUsage?.includes(CODE_SIGNING)
    ? undefined
    : 'Extended usage does not contain `code signing`';
}

function extension(name: string, identifier: string, expected: (publisher: Publisher) => string): Check {
  return ({ certificate }, { publisher }) => {
    const got = extensionText(certificate.raw, identifier);
    const wanted = expected(publisher);
    if (got === undefined) return `Certificate does not contain ${name} (${identifier}) extension`;
    return got === wanted
      ? undefined
      : `Certificate's ${name} does not match (got ${got}, expected ${wanted})`;
  };
}

function repositoryOf({ owner, repository }: Publisher): string {
  return `https://github.com/${owner}/${repository}`;
}

/** The workflow with the certificate's own commit or ref. */
function buildConfiguration({ certificate }: Bundle, { publisher }: Trust): string | undefined {
  const text = (number: number) => extensionText(certificate.raw, `${FULCIO}.${number}`);
  const places = [text(13), text(14)].filter((place) => place !== undefined);
  if (places.length === 0)
    return 'Certificate must contain either Source Repository Digest or Source Repository Ref';
  const { workflow, owner, repository } = publisher;
  const uri = text(18) ?? '';
  const workflowUri = `${repositoryOf(publisher)}/.github/workflows/${workflow}`;
  if (places.some((place) => uri === `${workflowUri}@${place}`)) return undefined;
  return `Certificate's Build Config URI (${uri}) does not match expected Trusted Publisher (${workflow} @ ${owner}/${repository})`;
}

/** The log here puts every entry into a tree of its own. */
function inclusion({ entry }: Bundle): string | undefined {
  const { hashes, body, rootHash } = entry;
  if (hashes.length > 0)
    return `invalid log entry: inclusion proof has wrong size: expected 0, got ${hashes.length}`;
  const leaf = createHash('sha256')
    .update(Buffer.from([0]))
    .update(body)
    .digest();
  return leaf.equals(rootHash)
    ? undefined
    : `invalid log entry: inclusion proof contains invalid root hash: calculated ${leaf.toString('hex')}`;
}

/** A signed note: the tree's head, an empty line, and signatures with the first bytes of their key's id (C2SP "signed-note"). */
function checkpoint({ entry }: Bundle, { root }: Trust): string | undefined {
  const [head = '', signatures = ''] = entry.checkpoint.split('\n\n', 2);
  const given = [...signatures.matchAll(/^— \S+ (\S+)$/gm)].map(([, text = '']) =>
    Buffer.from(text, 'base64'),
  );
  const own = given.find((bytes) => bytes.subarray(0, 4).equals(entry.keyId.subarray(0, 4)));
  if (own === undefined)
    return `invalid log entry: checkpoint: Signature not found for log ID ${entry.keyId.toString('hex')}`;
  if (!holds(root, entry.keyId, { signed: Buffer.from(`${head}\n`), signature: own.subarray(4) }))
    return 'invalid log entry: checkpoint: invalid signature: keyring: invalid signature';
  const [, , hash = ''] = head.split('\n');
  return entry.rootHash.equals(Buffer.from(hash, 'base64'))
    ? undefined
    : 'invalid log entry: Inclusion proof contains invalid root hash signature';
}

/** The log's signature over an entry and its time (RFC 8785: members in the order of their names). */
function promise({ entry }: Bundle, { root }: Trust): string | undefined {
  const promised = JSON.stringify({
    body: entry.body.toString('base64'),
    integratedTime: entry.integratedTime,
    logID: entry.keyId.toString('hex'),
    logIndex: entry.logIndex,
  });
  const signature = entry.signedEntryTimestamp ?? Buffer.alloc(0);
  return holds(root, entry.keyId, { signed: Buffer.from(promised), signature })
    ? undefined
    : 'invalid log entry: SET: invalid inclusion promise: keyring: invalid signature';
}

interface Signed {
  readonly signed: Buffer;
  readonly signature: Buffer;
}

function holds(root: TrustedRoot, keyId: Buffer, { signed, signature }: Signed): boolean {
  const log = root.tlogs.find((each) => keyId.equals(Buffer.from(each.logId.keyId, 'base64')));
  return log !== undefined && verify('sha256', signed, publicKey(log.publicKey.rawBytes), signature);
}

function publicKey(der: string): KeyObject {
  return createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
}

function signature({ certificate, payload, signature: given }: Bundle): string | undefined {
  const encoded = preAuthEncoding(PAYLOAD_TYPE, payload);
  return verify('sha256', encoded, certificate.publicKey, given) ? undefined : 'DSSE: invalid signature';
}

interface Body {
  readonly spec?: {
    readonly payloadHash?: { readonly value?: string };
    readonly signatures?: readonly { readonly signature?: string; readonly verifier?: string }[];
  };
}

/** Whether the log's entry is of this very signature. */
function logged({ certificate, entry, payload, signature: given }: Bundle): string | undefined {
  const { spec } = JSON.parse(entry.body.toString()) as Body;
  const hash = createHash('sha256').update(payload).digest('hex');
  if (spec?.payloadHash?.value !== hash) return 'log entry payload hash does not match bundle';
  const [one, ...others] = spec.signatures ?? [];
  const same =
    one?.signature === given.toString('base64') &&
    one.verifier === Buffer.from(certificate.toString()).toString('base64');
  return same && others.length === 0 ? undefined : 'log entry signatures do not match bundle';
}
