/** Trusted publishing: the job's identity, exchanged for a short-lived token of the index (PyPI docs, "Internals and technical details"). */

import type { IndexPlan } from '../../plan/plan.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Identity } from '../../ports/identity.ts';
import { type Fault, fault, Stopped, stop } from '../../release/fault.ts';
import { type Http, type HttpResponse, HttpTrouble } from '../node/http.ts';
import { delayBefore } from '../node/retry.ts';
import type { Credential } from './credential.ts';
import { type ExchangeRefusal, exchangeFault } from './exchange-refusals.ts';
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
 * Calls at the same time share one exchange. A call for a renewed token mints anew, however long the last one should live.
 *
 * The source throws `Stopped`: identity-refused, trusted-publishing-unsupported, index-trouble, and the faults of a refused exchange.
 */
export function createTrustedPublishing(options: TrustedPublishingOptions): Credential {
  let audience: string | undefined;
  let held: Minted | undefined;
  let exchange: Promise<Minted> | undefined;
  const begin = async (): Promise<Minted> => {
    audience ??= await audienceOf(options);
    return minted(options, audience);
  };
  return async (renewed = false) => {
    if (!renewed && held !== undefined && held.expires - options.clock.now().getTime() >= RESERVE)
      return held.token;
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
  const told = (answer: HttpResponse): unknown => member(jsonOrNothing(answer), 'audience');
  const sound = (answer: HttpResponse) =>
    answer.status === 200 ? typeof told(answer) === 'string' : !isPage(answer);
  const answer = await indexAnswer(http, { ...request, options: { sound } });
  const audience = answer.status === 200 ? told(answer) : undefined;
  if (typeof audience === 'string') return audience;
  if (ABSENT.includes(answer.status)) return unsupported(plan, request.url, answer.status);
  if (isFailing(answer.status)) unexpected(request, answer);
  const { description } = firstError(answer);
  if (answer.status === 403 && /not enabled/i.test(description))
    throw new Stopped([exchangeFault({ ...refusalOf(request, answer), code: 'not-enabled' }, '')]);
  if (isPage(answer) || answer.status === 200)
    unexpected(request, answer, 'which names no audience, as an index without trusted publishing may do');
  return unsupported(plan, request.url, answer.status);
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
      if (ABSENT.includes(answer.status)) unsupported(plan, request.url, answer.status);
      if (!isPassing(answer)) throw new Stopped([exchangeFault(refusalOf(request, answer), jwt)]);
    }
    const pause = PAUSES[tries];
    if (pause === undefined) throw new Stopped([lastFault(request, tries + 1, answer, jwt)]);
    const advice = answer instanceof HttpTrouble ? null : answer.headers.get('retry-after');
    await clock.sleep(advice === null ? pause : delayBefore(tries + 1, advice, clock.now()));
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

/** Statuses of an address that is not there, takes no such request, or wants a credential first, which PyPI never does. */
const ABSENT: readonly number[] = [401, 404, 405, 410];
/** A token counts as used where an answer was lost on the way: the exchange had been made. */
const USED = 'invalid-reuse-token';

/** Whether an exchange that shows another identity token may fare better. */
function isPassing(answer: HttpResponse): boolean {
  // A 200 without a token is no answer of an index, but a proxy's page or half an answer.
  if (answer.status === 200 || isPage(answer) || isFailing(answer.status)) return true;
  return firstError(answer).code === USED;
}

function isFailing(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

/** Whether what refuses is no JSON, hence no index, but something on the way to it; an address that is not there has a page too. */
function isPage(answer: HttpResponse): boolean {
  return !ABSENT.includes(answer.status) && jsonOrNothing(answer) === undefined;
}

/** The first of the errors, of which there is one at present; else what the message says. */
function firstError(answer: HttpResponse): { readonly code: string; readonly description: string } {
  const body = jsonOrNothing(answer);
  const errors = member(body, 'errors');
  const error: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    code: text(member(error, 'code')),
    description: text(member(error, 'description')) || text(member(body, 'message')),
  };
}

function refusalOf({ index, url: address }: IndexRequest, answer: HttpResponse): ExchangeRefusal {
  return { index, address, status: answer.status, ...firstError(answer) };
}

/** Why the last of all tries failed. */
function lastFault(
  request: IndexRequest,
  attempts: number,
  answer: HttpResponse | HttpTrouble,
  jwt: string,
): Fault {
  const { index, operation, url } = request;
  if (answer instanceof HttpTrouble)
    return fault('index-trouble', { index, operation, attempts, last: answer.last });
  if (firstError(answer).code === USED) return exchangeFault(refusalOf(request, answer), jwt);
  const page = isPage(answer) ? ', with a page that is no answer of an index' : '';
  return fault('index-trouble', {
    index,
    operation,
    attempts,
    last: `${url} answered ${answer.status}${page}`,
  });
}

function unsupported(plan: IndexPlan, address: string, status: number): never {
  return stop('trusted-publishing-unsupported', { index: plan.name, address, status });
}
