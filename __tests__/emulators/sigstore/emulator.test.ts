import { createHash, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { preAuthEncoding } from '../../../src/emulators/dsse.ts';
import { createSigstore, type SigstoreEmulator } from '../../../src/emulators/sigstore/emulator.ts';

const CLAIMS = { sub: 'repo:octo/demo:ref:refs/heads/main', repository: 'octo/demo' };
const TYPE = 'application/vnd.in-toto+json';
const PAYLOAD = '{"subject":[]}';
const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();

let sigstore: SigstoreEmulator;
let token: (change?: { audience?: string; expires?: number; key?: KeyObject }) => Promise<string>;

beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'one' };
  sigstore = createSigstore({ base: () => 'http://127.0.0.1:9', keys: () => ({ keys: [jwk] }) });
  token = ({ audience = 'sigstore', expires = 300, key } = {}) =>
    new SignJWT({ ...CLAIMS })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setAudience(audience)
      .setExpirationTime(Math.floor(Date.now() / 1_000) + expires)
      .sign(key ?? privateKey);
});

async function post(path: string, body: unknown) {
  const response = await sigstore.app.request(path, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as never };
}

async function certificate(identity: string, proven: string = CLAIMS.sub) {
  const proof = sign('sha256', Buffer.from(proven), pair.privateKey).toString('base64');
  return post('/fulcio/api/v2/signingCert', {
    credentials: { oidcIdentityToken: identity },
    publicKeyRequest: { publicKey: { algorithm: 'ECDSA', content: pem }, proofOfPossession: proof },
  });
}

describe('Fulcio', () => {
  it('certifies the key of whoever shows an identity token, under the authority of the trusted root', async () => {
    const { status, body } = await certificate(await token());
    expect(status).toBe(201);
    const { chain } = (body as { signedCertificateEmbeddedSct: { chain: { certificates: string[] } } })
      .signedCertificateEmbeddedSct;
    const leaf = new X509Certificate(chain.certificates[0] ?? '');
    const root = (await sigstore.trustedRoot()).certificateAuthorities[0]?.certChain.certificates[0]
      ?.rawBytes;
    const authority = new X509Certificate(Buffer.from(root ?? '', 'base64'));
    expect(leaf.verify(authority.publicKey)).toBe(true);
    expect(leaf.publicKey.export({ format: 'pem', type: 'spki' })).toBe(pem);
  });

  it.each<[claim: string, change: NonNullable<Parameters<typeof token>[0]>]>([
    ['for another audience', { audience: 'pypi' }],
    ['that has run out', { expires: -60 }],
    ['of another issuer', { key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey }],
  ])('refuses a token %s', async (_claim, change) => {
    expect(await certificate(await token(change))).toEqual({
      status: 400,
      body: { code: 3, message: 'There was an error processing the identity token', details: [] },
    });
  });

  it('refuses a key that nobody proves to have', async () => {
    const { status, body } = await certificate(await token(), 'another subject');
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({ message: expect.stringContaining('could not be verified') }),
    ]);
  });
});

describe('Rekor', () => {
  const propose = async (signed = PAYLOAD) => {
    const { body } = await certificate(await token());
    const leaf = (body as { signedCertificateEmbeddedSct: { chain: { certificates: string[] } } })
      .signedCertificateEmbeddedSct.chain.certificates[0];
    const sig = sign('sha256', preAuthEncoding(TYPE, Buffer.from(signed)), pair.privateKey).toString(
      'base64',
    );
    const payload = Buffer.from(PAYLOAD).toString('base64');
    const envelope = JSON.stringify({ payloadType: TYPE, payload, signatures: [{ sig }] });
    const verifiers = [Buffer.from(leaf ?? '').toString('base64')];
    const spec = { proposedContent: { envelope, verifiers } };
    const answer = await post('/rekor/api/v1/log/entries', { apiVersion: '0.0.1', kind: 'dsse', spec });
    return { ...answer, envelope, sig };
  };

  it('keeps hashes, the signature, and the certificate in lines of 64 characters', async () => {
    const { status, body, envelope, sig } = await propose();
    expect(status).toBe(201);
    const [entry] = Object.values(body as Record<string, { readonly body: string }>);
    const logged = JSON.parse(Buffer.from(entry?.body ?? '', 'base64').toString());
    const sha256 = (text: string) => ({
      algorithm: 'sha256',
      value: createHash('sha256').update(text).digest('hex'),
    });
    expect(logged).toMatchObject({ kind: 'dsse', apiVersion: '0.0.1' });
    expect(logged.spec).toMatchObject({ envelopeHash: sha256(envelope), payloadHash: sha256(PAYLOAD) });
    expect(logged.spec.signatures).toEqual([{ signature: sig, verifier: expect.any(String) }]);
    const lines = Buffer.from(logged.spec.signatures[0].verifier, 'base64').toString().split('\n');
    expect(lines[1]).toHaveLength(64);
  });

  it('refuses what is not signed by its verifier', async () => {
    expect(await propose('{"other":1}')).toMatchObject({
      status: 400,
      body: { code: 400, message: 'error processing entry: could not verify envelope' },
    });
  });

  it.each([
    ['another kind', { apiVersion: '0.0.2', kind: 'intoto', spec: {} }],
    ['no envelope', { apiVersion: '0.0.1', kind: 'dsse', spec: {} }],
  ])('refuses %s', async (_claim, proposed) => {
    expect((await post('/rekor/api/v1/log/entries', proposed)).status).toBe(400);
  });
});
