import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { type IndexContext, isAnswer, jsonResponse } from './errors.ts';
import { claimedIssuer, ISSUERS, verifiedClaims } from './identity-token.ts';
import { issueToken } from './macaroon.ts';
import { lookalikeName, normalName } from './names.ts';
import { newProject } from './projects.ts';
import { type Claims, publisherFor } from './publisher.ts';
import { invalidJson, validationError } from './pydantic.ts';
import { sortedJson } from './python-text.ts';
import { type IndexState, type PendingPublisher, type Publisher, saveProject } from './state.ts';
import type { Index } from './upload-steps.ts';

const LIFETIME_SECONDS = 900;
// A `jti` is remembered as long as its token could still be taken, and a little longer.
const REMEMBERED_SECONDS = 35;
// The project and its owner's role.
const PROJECT_ENTRIES = 2;

/** An index that exchanges identity tokens. */
export interface MintingIndex extends Index {
  /** The issuer's keys. */
  readonly keys: () => Promise<JSONWebKeySet> | JSONWebKeySet;
}

/** Why there is no token; every refusal of the exchange is a 422 with one of these. */
class MintRefusal extends Error {
  readonly code: string;
  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** `GET /_/oidc/audience`: what an identity token must be meant for. */
export function audienceAnswer({ state, name }: Index): Response {
  if (oidcIsOff(state, []))
    return jsonResponse(403, sortedJson({ message: 'Trusted publishing functionality not enabled' }));
  return jsonResponse(200, sortedJson({ audience: name }));
}

/** `POST /_/oidc/mint-token`: an upload token for an identity token. */
export async function mintAnswer(index: MintingIndex, c: IndexContext): Promise<Response> {
  try {
    const body = Buffer.from(await c.req.arrayBuffer());
    const claims = await claimsOf(index, tokenIn(body));
    const publisher = publisherOf(index, claims);
    rememberToken(index, claims);
    return jsonResponse(
      200,
      sortedJson({ success: true, ...minted(index, publisher, new URL(c.req.url).hostname) }),
    );
  } catch (refusal) {
    if (!(refusal instanceof MintRefusal)) throw refusal;
    const errors = [{ code: refusal.code, description: refusal.message }];
    return jsonResponse(422, sortedJson({ errors, message: 'Token request failed' }));
  }
}

function oidcIsOff(state: IndexState, flags: readonly string[]): boolean {
  return ['disallow-oidc', 'disable-oidc', ...flags].some((flag) => state.flags.has(flag));
}

function tokenIn(body: Buffer): string {
  const text = body.toString();
  const refuse = (description: string) => new MintRefusal('invalid-payload', description);
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    throw refuse(validationError('TokenPayload', [invalidJson(text, body)]));
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    const trouble = { where: '', message: 'Input should be an object', type: 'model_type', input: payload };
    throw refuse(validationError('TokenPayload', [trouble]));
  }
  if (!('token' in payload)) {
    const trouble = { where: 'token', message: 'Field required', type: 'missing', input: payload };
    throw refuse(validationError('TokenPayload', [trouble]));
  }
  if (typeof payload.token === 'string') return payload.token;
  const message = 'Input should be a valid string';
  const trouble = { where: 'token', message, type: 'string_type', input: payload.token };
  throw refuse(validationError('TokenPayload', [trouble]));
}

async function claimsOf(index: MintingIndex, token: string): Promise<Claims> {
  const issuer = claimedIssuer(token);
  if (issuer === undefined) throw new MintRefusal('invalid-payload', 'malformed JWT');
  const known = ISSUERS[issuer];
  if (known === undefined) throw new MintRefusal('invalid-payload', 'unknown trusted publishing issuer');
  if (known.off || oidcIsOff(index.state, known.flags)) {
    throw new MintRefusal('not-enabled', `${known.service} trusted publishing functionality not enabled`);
  }
  const expected = { issuer, audience: index.name, keys: await index.keys(), now: index.now() };
  const claims = known.service === 'github' ? await verifiedClaims(token, expected) : undefined;
  if (claims === undefined) throw new MintRefusal('invalid-token', 'malformed or invalid token');
  return claims;
}

/** The publisher of the claims; one that is pending becomes a full one first, and its project is made. */
function publisherOf(index: MintingIndex, claims: Claims): Publisher {
  const { state } = index;
  const used = (jti: string) => (state.exchanged.get(jti) ?? 0) > index.now().getTime() / 1000;
  const pending = publisherFor(state.pending, claims, used);
  if (!('why' in pending)) reify(index, pending);
  const publisher = publisherFor(state.publishers, claims, used);
  if (!('why' in publisher)) return publisher;
  if (publisher.why === 'reused') throw new MintRefusal('invalid-reuse-token', 'invalid token: already used');
  throw new MintRefusal(
    'invalid-publisher',
    `valid token, but no corresponding publisher (${publisher.why})`,
  );
}

/** A refusal here does not undo anything: a pending publisher that came too late is gone. */
function reify({ state }: MintingIndex, pending: PendingPublisher): void {
  const others = state.pending.filter((other) => other !== pending);
  if (state.projects.has(normalName(pending.project))) {
    state.pending = others;
    throw new MintRefusal('invalid-pending-publisher', 'valid token, but project already exists');
  }
  const made = newProject(state, pending.project, pending.addedBy);
  if (isAnswer(made)) throw new MintRefusal('invalid-payload', made.detail);
  const project = saveProject(state, made, PROJECT_ENTRIES);
  // Whoever else waited for this name, or one like it, waits in vain.
  const alike = (other: PendingPublisher) => lookalikeName(other.project) === lookalikeName(pending.project);
  state.pending = others.filter((other) => !alike(other) || other.addedBy.id === pending.addedBy.id);
  const { owner, ownerId, repository, workflow, environment } = pending;
  const registered = { owner, ownerId, repository, workflow, environment };
  const existing = state.publishers.find((publisher) =>
    Object.entries(registered).every(([name, value]) => publisher[name as keyof typeof registered] === value),
  );
  const grown = {
    ...registered,
    id: existing?.id ?? randomUUID(),
    projects: [...(existing?.projects ?? []), project.id],
  };
  state.publishers = [...state.publishers.filter((publisher) => publisher !== existing), grown];
}

function rememberToken({ state, now }: MintingIndex, claims: Claims): void {
  const { jti, exp } = claims;
  if (typeof jti !== 'string' || typeof exp !== 'number') return;
  const seconds = now().getTime() / 1000;
  for (const [old, until] of state.exchanged) if (until <= seconds) state.exchanged.delete(old);
  state.exchanged.set(jti, exp + REMEMBERED_SECONDS);
}

function minted(
  { state, now }: MintingIndex,
  publisher: Publisher,
  domain: string,
): { readonly token: string; readonly expires: number } {
  const notBefore = Math.floor(now().getTime() / 1000);
  const expires = notBefore + LIFETIME_SECONDS;
  const token = issueToken(state, domain, { publisher: publisher.id }, [
    [4, publisher.id, null],
    [2, publisher.projects],
    [0, expires, notBefore],
  ]);
  return { token, expires };
}
