/** The issuer's key: one RSA pair for the process, made when it is first needed (that takes 100 ms and more). */
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';

/** The `kid` of the only key. */
export const KEY_ID = 'oracle-key';

interface IssuerKey {
  readonly privateKey: KeyObject;
  readonly set: JSONWebKeySet;
  /** The header's `x5t`, which GitHub's tokens carry: base64url of a SHA-1. */
  readonly thumbprint: string;
}

let made: IssuerKey | undefined;

/** The key pair and its public half as a JSON Web Key Set. */
export function issuerKey(): IssuerKey {
  made ??= generate();
  return made;
}

function generate(): IssuerKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const exported = publicKey.export({ format: 'jwk' });
  const jwk: JWK = { kty: 'RSA', n: String(exported.n), e: String(exported.e) };
  const thumbprint = createHash('sha1').update(String(jwk.n)).digest('base64url');
  return { privateKey, thumbprint, set: { keys: [{ ...jwk, alg: 'RS256', use: 'sig', kid: KEY_ID }] } };
}
