import { randomUUID } from 'node:crypto';
import { createTrustedPublishing } from '../../../src/adapters/index/trusted-publishing.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { createIndex, type IndexEmulator } from '../../../src/emulators/index/emulator.ts';
import { jobClaims } from '../../../src/emulators/issuer/claims.ts';
import { createIssuer, ISSUER } from '../../../src/emulators/issuer/emulator.ts';
import { type Listening, listen, type RecordedRequest } from '../../../src/emulators/listen.ts';
import type { Fault } from '../../../src/release/fault.ts';
import { PUBLISHER } from '../../emulators/index/harness.ts';
import { fakeClock } from '../fake-clock.ts';
import { faultOf } from '../faults.ts';
import { indexPlan } from '../index-plan.ts';
import { jwtOf } from '../jwt.ts';
import { type Reply, startLoopback } from '../loopback.ts';
import type { Claims } from './exchanges.ts';

const JOB = { repository: 'acme/demo', repositoryId: '1', ownerId: PUBLISHER.owner_id };
const PENDING = { ...PUBLISHER, repository: 'fresh', environment: '', project: 'fresh' };

const open: { close(): Promise<void> }[] = [];

/** Closes all that was opened here. */
export async function closeAll(): Promise<void> {
  for (const each of open.splice(0)) await each.close();
}

/** A trusted index and issuer, both listening. */
export interface World {
  readonly index: IndexEmulator;
  readonly listening: Listening;
  readonly requests: readonly RecordedRequest[];
  /** An identity token of the job for this audience, with some claims or the key's id changed. */
  readonly sign: (audience: string, change: Claims, kid: string | null | undefined) => Promise<string>;
}

/** An index with its publishers, and the issuer that it trusts. */
export async function world(): Promise<World> {
  const requests: RecordedRequest[] = [];
  const bases = { issuer: '', index: '' };
  const claims = () => jobClaims(JOB, { ref: 'refs/tags/v1.0', environment: 'pypi' });
  const issuer = createIssuer({ base: () => bases.issuer, claims, requestToken: 'r' });
  const seeds = { publishers: [PUBLISHER], pending: [PENDING] };
  const index = createIndex({ name: 'pypi', base: () => bases.index, keys: () => issuer.keys(), ...seeds });
  const serve = (service: 'oidc' | 'pypi', { app }: Pick<IndexEmulator, 'app'>) =>
    listen({ service, app, mishaps: [], requests });
  const [oidc, pypi] = [await serve('oidc', issuer), await serve('pypi', index)];
  open.push(oidc, pypi);
  Object.assign(bases, { issuer: oidc.url, index: pypi.url });
  const sign: World['sign'] = async (audience, change, kid) => {
    const now = Math.floor(Date.now() / 1000);
    const standing = { iss: ISSUER, aud: audience, jti: randomUUID(), iat: now, nbf: now, exp: now + 300 };
    const body = JSON.stringify({ claims: { ...claims(), ...standing, ...change }, kid });
    const answer = await fetch(`${oidc.url}/sign`, { method: 'POST', body });
    return ((await answer.json()) as { token: string }).token;
  };
  return { index, listening: pypi, requests, sign };
}

/** Trusted publishing at this index, with this source of identity tokens, and a clock that waits in no time. */
export function publishing(base: string, token: (audience: string) => Promise<string>) {
  const clock = fakeClock(new Date().toISOString());
  const plan = indexPlan(base, { credential: { kind: 'trusted-publishing' } });
  const http = createHttp({ clock, userAgent: 'test' });
  const exchange = createTrustedPublishing({ plan, http, identity: { token }, clock, mask: () => {} });
  return { exchange, clock };
}

/** A refused exchange, as Warehouse words it. */
export const refusal = (code: string, description: string): Reply => ({
  status: 422,
  body: { errors: [{ code, description }], message: 'Token request failed' },
});
/** What a proxy answers in the place of an index. */
export const PAGE = '<!DOCTYPE html><html><body>Please wait</body></html>';

interface Script {
  readonly audience?: readonly (Reply | 'drop')[];
  readonly mint?: readonly (Reply | 'drop')[];
}

/** What comes of an index that answers so; the last answer stays. */
export async function scripted({ audience = [], mint = [] }: Script) {
  const asked = { audience: 0, mint: 0 };
  const next = (kind: keyof typeof asked, replies: readonly (Reply | 'drop')[], good: Reply) => {
    asked[kind] += 1;
    return replies[Math.min(asked[kind], replies.length) - 1] ?? good;
  };
  const server = await startLoopback(({ url }) =>
    url.endsWith('/audience')
      ? next('audience', audience, { status: 200, body: { audience: 'pypi' } })
      : next('mint', mint, { status: 200, body: { token: 'pypi-minted', success: true } }),
  );
  open.push(server);
  let identities = 0;
  const { exchange, clock } = publishing(server.base, async () => {
    identities += 1;
    return jwtOf({ jti: `${identities}`, repository: 'acme/demo' });
  });
  const outcome = await exchange().then(
    (token) => ({ token, fault: undefined }),
    (error: unknown) => ({ token: undefined, error }),
  );
  const fault = 'error' in outcome ? await faultOf(Promise.reject(outcome.error)) : ({} as Fault);
  const shown = server.asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => String(JSON.parse(body.toString()).token));
  return { token: outcome.token, fault, asked, shown, slept: clock.slept };
}
