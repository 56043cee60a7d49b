/** The OIDC issuer of a runner: a job's identity tokens, the public keys, and a signer for tests. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type JSONWebKeySet, SignJWT } from 'jose';
import type { Claims } from './claims.ts';
import { issuerKey, KEY_ID } from './keys.ts';

/** The issuer that indexes trust; tokens name it wherever the emulator is served. */
export const ISSUER = 'https://token.actions.githubusercontent.com';

export interface IssuerOptions {
  /** The address it will be served at, without a trailing slash. */
  readonly base: () => string;
  /** The claims of the job that asks (see jobClaims); asked at every request. */
  readonly claims: () => Claims;
  /** What a job sends as its bearer (`ACTIONS_ID_TOKEN_REQUEST_TOKEN`). */
  readonly requestToken: string;
}

export interface IssuerEmulator {
  readonly app: Hono;
  /** The public key, as an index would fetch it. */
  keys(): JSONWebKeySet;
}

/** Seconds: GitHub's tokens live five minutes and are valid from ten before. */
const LIFETIME = { before: 600, after: 300 };

/** Makes an issuer. Its key is generated at the first token or the first look at the keys. */
export function createIssuer(options: IssuerOptions): IssuerEmulator {
  const keys = (): JSONWebKeySet => issuerKey().set;
  const app = new Hono();
  app.get('/.well-known/openid-configuration', (c) => c.json(discovery(options.base())));
  app.get('/.well-known/jwks', (c) => c.json(keys()));
  app.get('/token', async (c) => {
    const bearer = /^bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (bearer !== options.requestToken) return c.json({ message: 'The request token is not valid.' }, 401);
    const claims = options.claims();
    const audience = c.req.query('audience') ?? `https://github.com/${String(claims.repository_owner)}`;
    const value = await sign({ ...claims, ...standing(audience) }, KEY_ID);
    return c.json({ count: value.length, value });
  });
  app.post('/sign', async (c) => {
    const asked = signable(await c.req.json().catch(() => undefined));
    if (asked === undefined)
      return c.json({ message: 'Expected {"claims": {...}, "kid": "..." or null}.' }, 400);
    return c.json({ token: await sign(asked.claims, asked.kid) });
  });
  return { app, keys };
}

function standing(audience: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now - LIFETIME.before, exp: now + LIFETIME.after };
  return { iss: ISSUER, aud: audience, jti: randomUUID(), ...times };
}

/** Signs claims as given. `kid` null: a header without one. */
function sign(claims: Claims, kid: string | null): Promise<string> {
  const { privateKey, thumbprint } = issuerKey();
  const header = { typ: 'JWT', alg: 'RS256', ...(kid === null ? {} : { kid }), x5t: thumbprint };
  return new SignJWT({ ...claims }).setProtectedHeader(header).sign(privateKey);
}

interface Signable {
  readonly claims: Claims;
  readonly kid: string | null;
}

function signable(body: unknown): Signable | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { claims, kid = KEY_ID } = body as Readonly<Record<string, unknown>>;
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  return typeof kid === 'string' || kid === null ? { claims: claims as Claims, kid } : undefined;
}

function discovery(base: string): object {
  return {
    issuer: ISSUER,
    jwks_uri: `${base}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}
