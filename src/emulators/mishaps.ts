/**
 * Scripted trouble for any service, put before its handlers. A mishap is written
 * `service:METHOD prefix:effect[:count]`: `pypi:POST /legacy/:503:2` answers 503 twice, then all is well;
 * without a count the trouble never ends.
 */
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';

/** The services that can be troubled. */
export const SERVICES = ['pypi', 'testpypi', 'github', 'oidc', 'cache'] as const;
export type Service = (typeof SERVICES)[number];

/** One piece of trouble, read from its spec. */
export interface Mishap {
  readonly spec: string;
  readonly service: Service;
  /** Upper case; `*` is any. */
  readonly method: string;
  /** What the request's path must begin with; a segment `*` stands for any one. */
  readonly prefix: string;
  /** How many requests it befalls; Infinity without a count. */
  readonly count: number;
  readonly effect: Effect;
}

type TroubledContext = Context<{ Bindings: HttpBindings }>;
/** Answers in the handler's place, or before it, or after it. */
type Effect = (c: TroubledContext, next: Next, service: Service) => Promise<Response | undefined>;

interface EffectRow {
  readonly form: string;
  readonly pattern: RegExp;
  readonly make: (...numbers: readonly number[]) => Effect;
}

const EFFECTS: readonly EffectRow[] = [
  { form: 'NNN', pattern: /^([1-5]\d\d)$/, make: (status) => answerInstead(status) },
  { form: 'NNN-after', pattern: /^([1-5]\d\d)-after$/, make: (status) => answerAfter(status) },
  {
    form: 'NNN-retry-after-SECONDS',
    pattern: /^([1-5]\d\d)-retry-after-(\d+)$/,
    make: (status, seconds) => answerInstead(status, { 'retry-after': String(seconds) }),
  },
  { form: 'html-NNN', pattern: /^html-([1-5]\d\d)$/, make: (status) => answerPage(status) },
  { form: 'lost', pattern: /^lost$/, make: () => loseAnswer },
  { form: 'drop', pattern: /^drop$/, make: () => dropConnection },
  { form: 'slow-MILLISECONDS', pattern: /^slow-(\d+)$/, make: (milliseconds) => wait(milliseconds) },
];

const GRAMMAR = /^([a-z]+):([A-Z]+|\*) (\/[^\s:]*):([a-z0-9-]+)(?::([1-9]\d*))?$/;

/** Reads one mishap. Raises RangeError that says what is allowed. */
export function parseMishap(spec: string): Mishap {
  const [, name = '', method = '', prefix = '', effect = '', count] = GRAMMAR.exec(spec) ?? [];
  const service = SERVICES.find((each) => each === name);
  const made = EFFECTS.flatMap(({ pattern, make }) => {
    const match = pattern.exec(effect);
    return match === null ? [] : [make(...match.slice(1).map(Number))];
  })[0];
  if (service === undefined || made === undefined)
    throw new RangeError(`mishap ${JSON.stringify(spec)}: ${allowed()}`);
  return {
    spec,
    service,
    method,
    prefix,
    count: count === undefined ? Number.POSITIVE_INFINITY : Number(count),
    effect: made,
  };
}

/** A middleware that lets the mishaps of one service happen, each as often as its count says, in the order given. */
export function mishaps(service: Service, list: readonly Mishap[]): MiddlewareHandler {
  const left = new Map(list.filter((each) => each.service === service).map((each) => [each, each.count]));
  return async (c: TroubledContext, next) => {
    const { pathname } = new URL(c.req.url);
    for (const [mishap, count] of left) {
      if (count === 0 || !strikes(mishap, c.req.method, pathname)) continue;
      left.set(mishap, count - 1);
      return mishap.effect(c, next, service);
    }
    await next();
    return undefined;
  };
}

/** The prefix in segments: the last one may be the beginning of the path's. */
function strikes(mishap: Mishap, method: string, pathname: string): boolean {
  if (mishap.method !== '*' && mishap.method !== method) return false;
  const wanted = mishap.prefix.split('/');
  const seen = pathname.split('/');
  const last = wanted.length - 1;
  return wanted.every((segment, index) => {
    const there = seen[index];
    if (there === undefined) return false;
    return segment === '*' || (index === last ? there.startsWith(segment) : there === segment);
  });
}

function allowed(): string {
  const effects = EFFECTS.map(({ form }) => form).join(', ');
  return (
    'allowed is service:METHOD /prefix:effect[:count]; ' +
    `services: ${SERVICES.join(', ')}; METHOD in capitals or *; effects: ${effects}; count from 1 (left out: always)`
  );
}

function answerInstead(status = 500, headers: Readonly<Record<string, string>> = {}): Effect {
  return async (_c, _next, service) => answer(service, status, headers);
}

function answerAfter(status = 500): Effect {
  return async (c, next, service) => {
    await next();
    // The handler may have chosen a reason phrase for its own status.
    c.env.outgoing.statusMessage = '';
    c.res = undefined;
    c.res = answer(service, status, {});
    return undefined;
  };
}

function answerPage(status = 500): Effect {
  const page = `<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>`;
  return async () => new Response(page, { status, headers: { 'content-type': 'text/html' } });
}

/** The service has done what was asked; the client never hears of it. */
const loseAnswer: Effect = async (c, next) => {
  await next();
  return hungUp(c.env.outgoing, c);
};

const dropConnection: Effect = async (c) => hungUp(c.env.outgoing, c);

function hungUp(outgoing: ServerResponse, c: TroubledContext): Response {
  outgoing.destroy();
  c.res = undefined;
  c.res = RESPONSE_ALREADY_SENT.clone();
  return c.res;
}

function wait(milliseconds = 0): Effect {
  return async (_c, next) => {
    // The open connection keeps the process alive, not the clock: a closed server need not wait.
    await delay(milliseconds, undefined, { ref: false });
    await next();
    return undefined;
  };
}

/** GitHub words its limits (REST docs "Rate limits"); clients tell a limit from a refusal by them. */
function answer(service: Service, status: number, headers: Readonly<Record<string, string>>): Response {
  const limited = service === 'github' && (status === 429 || (status === 403 && 'retry-after' in headers));
  const message = limited
    ? 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
    : 'The service is in trouble.';
  const hasBody = status !== 204 && status !== 304;
  return new Response(hasBody ? JSON.stringify({ message, status: String(status) }) : null, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}
