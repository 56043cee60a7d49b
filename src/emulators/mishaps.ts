/**
 * Scripted trouble for any service, put before its handlers. A mishap is written `service:METHOD prefix:effect[@ordinal][:count]`.
 *
 * - `pypi:POST /legacy/:503:2` answers 503 twice, then all is well; without a count the trouble never ends.
 * - `pypi:* /:drop@7:1` befalls the seventh request to the service and no other: the ordinal says with which of the requests of that
 *   method and prefix the trouble begins.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';

/** The services that can be troubled. */
const SERVICES = ['pypi', 'testpypi', 'github', 'oidc', 'cache', 'sigstore', 'statistics'] as const;
export type Service = (typeof SERVICES)[number];

/** One piece of trouble, read from its spec. */
export interface Mishap {
  readonly spec: string;
  readonly service: Service;
  /** Upper case; `*` is any. */
  readonly method: string;
  /** What the request's path must begin with; a segment `*` stands for any one. */
  readonly prefix: string;
  /** The first of those requests that it befalls, from 1. */
  readonly ordinal: number;
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
  { form: 'drop-midway', pattern: /^drop-midway$/, make: () => dropMidway },
  { form: 'truncated', pattern: /^truncated$/, make: () => truncateAnswer },
  { form: 'garbled', pattern: /^garbled$/, make: () => garbleAnswer },
  { form: 'slow-MILLISECONDS', pattern: /^slow-(\d+)$/, make: (milliseconds) => wait(milliseconds) },
];

const GRAMMAR = /^([a-z]+):([A-Z]+|\*) (\/[^\s:]*):([a-z0-9-]+)(?:@([1-9]\d*))?(?::([1-9]\d*))?$/;

/** Reads one mishap. Raises RangeError that says what is allowed. */
export function parseMishap(spec: string): Mishap {
  const [, name = '', method = '', prefix = '', effect = '', ordinal = '1', count] = GRAMMAR.exec(spec) ?? [];
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
    ordinal: Number(ordinal),
    count: count === undefined ? Number.POSITIVE_INFINITY : Number(count),
    effect: made,
  };
}

/**
 * A middleware that lets the mishaps of one service happen, each as often as its count says, in the order given.
 * The list is looked at anew for every request: what is taken out of it no longer happens.
 */
export function mishaps(service: Service, list: readonly Mishap[]): MiddlewareHandler {
  const befallen = new Map<Mishap, number>();
  const seen = new Map<Mishap, number>();
  const count = (counts: Map<Mishap, number>, each: Mishap): number => counts.get(each) ?? 0;
  return async (c: TroubledContext, next) => {
    const { pathname } = new URL(c.req.url);
    const meant = list.filter((each) => each.service === service && strikes(each, c.req.method, pathname));
    for (const each of meant) seen.set(each, count(seen, each) + 1);
    const due = meant.find((each) => count(seen, each) >= each.ordinal && count(befallen, each) < each.count);
    if (due === undefined) {
      await next();
      return undefined;
    }
    befallen.set(due, count(befallen, due) + 1);
    return due.effect(c, next, service);
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
    'allowed is service:METHOD /prefix:effect[@ordinal][:count]; ' +
    `services: ${SERVICES.join(', ')}; METHOD in capitals or *; effects: ${effects}; ` +
    'ordinal from 1 (left out: 1); count from 1 (left out: always)'
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

/** The connection breaks when half of the request has come. */
const dropMidway: Effect = async (c) => {
  const { incoming, outgoing } = c.env;
  await halfOf(incoming as IncomingMessage);
  return hungUp(outgoing, c);
};

function halfOf(incoming: IncomingMessage): Promise<void> {
  const half = Number(incoming.headers['content-length'] ?? 0) / 2;
  let seen = 0;
  return new Promise((resolve) => {
    incoming.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (seen >= half) resolve();
    });
    incoming.once('end', resolve);
    incoming.once('close', resolve);
  });
}

/** The service has done what was asked; the connection breaks in the middle of its answer. */
const truncateAnswer: Effect = async (c, next) => {
  await next();
  const { outgoing } = c.env;
  const body = Buffer.from(await c.res.arrayBuffer());
  const headers = {
    ...Object.fromEntries(c.res.headers),
    'content-length': String(Math.max(body.length, 1)),
  };
  outgoing.writeHead(c.res.status, headers);
  const half = body.subarray(0, Math.floor(body.length / 2));
  await new Promise<void>((resolve) => outgoing.write(half.length === 0 ? '' : half, () => resolve()));
  return hungUp(outgoing, c);
};

/** The service has done what was asked; its answer is whole as a message, but its body is only half of what it should be. */
const garbleAnswer: Effect = async (c, next) => {
  await next();
  const body = Buffer.from(await c.res.arrayBuffer());
  const { status } = c.res;
  const headers = new Headers(c.res.headers);
  headers.delete('content-length');
  c.res = undefined;
  c.res = new Response(body.subarray(0, Math.floor(body.length / 2)), { status, headers });
  return undefined;
};

/** Ends the connection in the answer's place. */
export function hungUp(outgoing: ServerResponse, c: TroubledContext): Response {
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
