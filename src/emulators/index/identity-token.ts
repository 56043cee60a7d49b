import { decodeJwt, decodeProtectedHeader, importJWK, type JSONWebKeySet, jwtVerify } from 'jose';
import type { Claims } from './publisher.ts';

const LEEWAY_SECONDS = 30;

/** The issuers that Warehouse knows, with the switches of each. Two are off, as the recorded server had them. */
export const ISSUERS: Readonly<
  Record<string, { readonly service: string; readonly flags: readonly string[]; readonly off: boolean }>
> = {
  'https://token.actions.githubusercontent.com': {
    service: 'github',
    flags: ['disallow-github-oidc'],
    off: false,
  },
  'https://gitlab.com': { service: 'gitlab', flags: ['disallow-gitlab-oidc'], off: true },
  'https://accounts.google.com': { service: 'google', flags: ['disallow-google-oidc'], off: false },
  'https://platform.activestate.com/api/v1/oauth/oidc': {
    service: 'activestate',
    flags: ['disallow-activestate-oidc'],
    off: true,
  },
};

/** The issuer that a token claims to be from, before anything of it is believed; undefined when the token cannot be read. */
export function claimedIssuer(token: string): string | undefined {
  try {
    decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    return iss;
  } catch {
    // Whatever makes it unreadable, Warehouse calls it malformed.
    return undefined;
  }
}

/** What a token is verified against. */
export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JSONWebKeySet;
  readonly now: Date;
}

/**
 * The claims of a token, if it is signed by the issuer and meant for this index now; undefined for any other. Stricter than the standard
 * in two things: the header must name the key, and the audience must be one text.
 */
export async function verifiedClaims(token: string, expected: Expected): Promise<Claims | undefined> {
  const { issuer, audience, keys, now } = expected;
  try {
    const { kid } = decodeProtectedHeader(token);
    const jwk = kid === undefined ? undefined : keys.keys.find((key) => key.kid === kid);
    if (jwk === undefined) return undefined;
    const { payload } = await jwtVerify(token, await importJWK(jwk, 'RS256'), {
      algorithms: ['RS256'],
      issuer,
      audience,
      requiredClaims: ['iss', 'iat', 'exp', 'aud'],
      clockTolerance: LEEWAY_SECONDS,
      currentDate: now,
    });
    // `sub` and `jti` may be missing; once there, null is no text either.
    const texts = [payload.aud, payload.sub, payload.jti].every(
      (claim) => typeof claim === 'string' || claim === undefined,
    );
    const begun = typeof payload.iat === 'number' && payload.iat <= now.getTime() / 1000 + LEEWAY_SECONDS;
    return texts && begun ? payload : undefined;
  } catch {
    // One answer for every way in which a token can be wrong.
    return undefined;
  }
}
