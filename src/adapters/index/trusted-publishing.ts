/** Trusted publishing: the job's identity, exchanged for a short-lived token of the index (PyPI docs, "Internals and technical details"). */

import type { IndexPlan } from '../../plan/plan.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Identity } from '../../ports/identity.ts';
import { stop } from '../../release/fault.ts';
import { type Http, type HttpResponse, HttpTrouble } from '../node/http.ts';
import { presentedClaims, publisherForm } from './publisher-claims.ts';
import { type IndexRequest, indexAnswer, jsonOrNothing, member, unexpected } from './reading.ts';

export interface TrustedPublishingOptions {
  readonly plan: IndexPlan;
  readonly http: Http;
  readonly identity: Identity;
  readonly clock: Clock;
  /** Hides a secret from every log from now on. */
  readonly mask: (secret: string) => void;
}

interface Minted {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expires: number;
}

/** Milliseconds that a minted token lives where the index does not say (Warehouse, `oidc/views.py`). */
const LIFETIME = 900_000;
/** Milliseconds of life that a token must have left to begin an upload with. */
const RESERVE = 60_000;
/** Milliseconds before each further exchange after one that the index failed. */
const PAUSES: readonly number[] = [1_000, 4_000];

/**
 * A source of upload tokens: each call gives one that lives for at least a minute more, minting anew where the last is too old.
 * Calls at the same time share one exchange.
 *
 * The source throws `Stopped`: identity-refused, trusted-publishing-unsupported, publisher-unknown, exchange-refused, index-trouble.
 */
export function createTrustedPublishing(options: TrustedPublishingOptions): () => Promise<string> {
  let audience: string | undefined;
  let held: Minted | undefined;
  let exchange: Promise<Minted> | undefined;
  const begin = async (): Promise<Minted> => {
    audience ??= await audienceOf(options);
    return minted(options, audience);
  };
  return async () => {
    if (held !== undefined && held.expires - options.clock.now().getTime() >= RESERVE) return held.token;
    exchange ??= begin().finally(() => {
      exchange = undefined;
    });
    held = await exchange;
    return held.token;
  };
}

/** The audience that the index wants identity tokens for. */
async function audienceOf({ plan, http }: TrustedPublishingOptions): Promise<string> {
  const request = exchangeRequest(plan, 'audience', 'Asking for the audience of trusted publishing');
  const answer = await indexAnswer(http, request);
  if (answer.status >= 500 || answer.status === 429) unexpected(request, answer);
  const audience = answer.status === 200 ? member(jsonOrNothing(answer), 'audience') : undefined;
  return typeof audience === 'string' ? audience : unsupported(plan, request.url, answer.status);
}

/** One token, by as many exchanges as it takes. Each shows a fresh identity token: an index takes one only once. */
async function minted(options: TrustedPublishingOptions, audience: string): Promise<Minted> {
  const { plan, http, identity, clock, mask } = options;
  const request = exchangeRequest(plan, 'mint-token', 'The exchange of the identity for a token');
  for (let tries = 0; ; tries += 1) {
    const jwt = await identity.token(audience);
    const answer = await posted(http, request.url, { token: jwt });
    if (!(answer instanceof HttpTrouble)) {
      const token = answer.status === 200 ? member(jsonOrNothing(answer), 'token') : undefined;
      if (typeof token === 'string') {
        mask(token);
        return { token, expires: expiryOf(answer, clock.now()) };
      }
      if (!isPassing(answer)) refuse(plan, request, answer, jwt);
    }
    const pause = PAUSES[tries];
    if (pause === undefined) troubled(plan, request, tries + 1, answer);
    await clock.sleep(pause);
  }
}

async function posted(http: Http, url: string, body: unknown): Promise<HttpResponse | HttpTrouble> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  try {
    return await http.request(url, { method: 'POST', headers, body: JSON.stringify(body) });
  } catch (error) {
    if (error instanceof HttpTrouble) return error;
    throw error;
  }
}

function exchangeRequest(
  plan: IndexPlan,
  endpoint: 'audience' | 'mint-token',
  operation: string,
): IndexRequest {
  // At the authority of the upload address, as uv and twine do.
  return { index: plan.name, operation, url: new URL(`/_/oidc/${endpoint}`, plan.upload).href };
}

/** `expires` came in 2025: seconds since the epoch. */
function expiryOf(answer: HttpResponse, now: Date): number {
  const expires = member(jsonOrNothing(answer), 'expires');
  return typeof expires === 'number' ? expires * 1000 : now.getTime() + LIFETIME;
}

/** Whether an exchange that shows another identity token may fare better. */
function isPassing(answer: HttpResponse): boolean {
  return answer.status >= 500 || answer.status === 429 || firstError(answer).code === 'invalid-reuse-token';
}

function firstError(answer: HttpResponse): { readonly code: string; readonly description: string } {
  const errors = member(jsonOrNothing(answer), 'errors');
  const error: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const text = (key: string) => String(member(error, key) ?? '');
  return { code: text('code'), description: text('description') };
}

function troubled(
  plan: IndexPlan,
  { operation, url }: IndexRequest,
  attempts: number,
  answer: HttpResponse | HttpTrouble,
): never {
  const last = answer instanceof HttpTrouble ? answer.last : `${url} answered ${answer.status}`;
  return stop('index-trouble', { index: plan.name, operation, attempts, last });
}

/** The index understood and said no. */
function refuse(plan: IndexPlan, { url }: IndexRequest, answer: HttpResponse, jwt: string): never {
  const { code, description } = firstError(answer);
  if (code === '' || code === 'not-enabled') unsupported(plan, url, answer.status);
  const details = { index: plan.name, code, description, claims: presentedClaims(jwt) };
  const known = code === 'invalid-publisher' || code === 'invalid-pending-publisher';
  if (known && !description.includes('pull_request_target'))
    stop('publisher-unknown', { ...details, form: publisherForm(jwt) });
  stop('exchange-refused', details);
}

function unsupported(plan: IndexPlan, address: string, status: number): never {
  return stop('trusted-publishing-unsupported', { index: plan.name, address, status });
}
