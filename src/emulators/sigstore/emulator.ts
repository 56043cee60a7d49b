/** A Sigstore of one's own: an authority that certifies keys (Fulcio) and a log of what was signed (Rekor). */
import { Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import type { Authority } from './authority.ts';
import { certificateReply } from './certificates.ts';
import { entryReply } from './entries.ts';
import type { TrustedRoot } from './trusted-root.ts';

export type { TrustedRoot } from './trusted-root.ts';

export interface SigstoreOptions {
  /** The address it will be served at, without a trailing slash: Fulcio is `<base>/fulcio`, Rekor `<base>/rekor`. */
  readonly base: () => string;
  /** The keys of the issuer whose identity tokens it takes. */
  readonly keys: () => Promise<JSONWebKeySet> | JSONWebKeySet;
}

export interface SigstoreEmulator {
  readonly app: Hono;
  /** What verifiers must know of it. */
  trustedRoot(): Promise<TrustedRoot>;
}

/** Makes a Sigstore. Its keys are generated, and what makes certificates is loaded, when they are first needed. */
export function createSigstore({ base, keys }: SigstoreOptions): SigstoreEmulator {
  let making: Promise<Authority> | undefined;
  const authority = (): Promise<Authority> => {
    making ??= import('./authority.ts').then(({ createAuthority }) => createAuthority(base()));
    return making;
  };
  const app = new Hono();
  app.post('/fulcio/api/v2/signingCert', async (c) => {
    const certify = async (request: string) => (await authority()).certify(request);
    const { status, body } = await certificateReply(await c.req.text(), { keys, certify });
    return c.json(body, status);
  });
  app.post('/rekor/api/v1/log/entries', async (c) => {
    const log = async (entry: object) => (await authority()).log(entry);
    const { status, body } = await entryReply(await c.req.text(), log);
    return c.json(body, status);
  });
  return { app, trustedRoot: async () => (await authority()).trustedRoot };
}
