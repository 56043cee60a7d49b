import { type Answer, refused, statusOnly } from './errors.ts';
import { type Identity, presentedToken } from './macaroon.ts';
import type { IndexState } from './state.ts';

const INVALID = 'Invalid or non-existent authentication information.';
const PASSWORD =
  'Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead.';

/**
 * Who a request comes from, by its `Authorization` header, or the refusal (always 403, never 401).
 * The token's signature and caveats are not looked at here: Warehouse does that when it knows the project.
 */
export function identityFrom(state: IndexState, authorization: string | undefined): Identity | Answer {
  const [, scheme = '', rest = ''] = /^(\S+) ([\s\S]*)$/.exec(authorization ?? '') ?? [];
  const method = scheme.toLowerCase();
  if (method === 'token' || method === 'bearer') return holderOf(state, rest.trim()) ?? refused(403, INVALID);
  if (method !== 'basic') return refused(403, INVALID);
  const credentials = Buffer.from(rest, 'base64').toString();
  const colon = credentials.indexOf(':');
  if (colon < 0) return refused(403, INVALID);
  // The detail of this one stays empty: only the reason tells.
  if (credentials.slice(0, colon) !== '__token__') return statusOnly(403, PASSWORD);
  return holderOf(state, credentials.slice(colon + 1).trim()) ?? refused(403, INVALID);
}

function holderOf(state: IndexState, text: string): Identity | undefined {
  const token = presentedToken(text);
  const macaroon = token === undefined ? undefined : state.macaroons.get(token.identifier);
  if (token === undefined || macaroon === undefined) return undefined;
  if ('user' in macaroon.holder) {
    const user = state.users.get(macaroon.holder.user.name);
    return user === undefined || user.disabled ? undefined : { user, macaroon, token };
  }
  const { publisher: id } = macaroon.holder;
  const publisher = state.publishers.find((candidate) => candidate.id === id);
  return publisher === undefined ? undefined : { publisher, macaroon, token };
}
