import type { Clock } from '../../ports/clock.ts';
import { asAddress, withoutCredentials } from './address.ts';
import { delayBefore, isPassing } from './retry.ts';

/** The one door to HTTP: time limits, retries and redirects are decided here and nowhere else. */
export interface Http {
  /**
   * Sends a request and gives its final answer, whatever the status. Throws {@link HttpTrouble} where the network failed to
   * the end, and a plain Error for an address that may not be asked (plain http beyond loopback).
   */
  request(url: string, options?: HttpRequest): Promise<HttpResponse>;
}

export interface HttpRequest {
  /** `GET` where absent. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit['body']>;
  /** `json` asks for JSON where no `accept` header is given. */
  readonly expect?: 'json' | 'text' | 'bytes';
  /** Milliseconds for one try, answer and body together; 30 000 where absent. */
  readonly timeout?: number;
  /** Tries after the first: 4 for GET and HEAD, none for other methods, which may have been acted on. */
  readonly retries?: number;
  /** Whether an answer makes sense; one that does not (a proxy's page, half a body) is tried again like passing trouble. */
  readonly sound?: (answer: HttpResponse) => boolean;
  /** `follow` for GET and HEAD, else `manual`: the redirect itself is the answer. */
  readonly redirect?: 'follow' | 'manual';
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly body: Uint8Array;
  /** How often was asked until this answer. */
  readonly attempts: number;
  /** The body as UTF-8. */
  text(): string;
  /** The body parsed; throws SyntaxError where it is no JSON. */
  json(): unknown;
}

/** The network gave no answer, however often it was asked. */
export class HttpTrouble extends Error {
  readonly attempts: number;
  /** What happened at the last try. */
  readonly last: string;

  constructor(attempts: number, last: string, options?: ErrorOptions) {
    super(`no answer after ${attempts} ${attempts === 1 ? 'try' : 'tries'}: ${last}`, options);
    this.name = 'HttpTrouble';
    this.attempts = attempts;
    this.last = last;
  }
}

/** The time of one try, in milliseconds since the epoch. */
export interface HttpSpan {
  readonly method: string;
  /** Without its query. */
  readonly url: string;
  /** Undefined where there was no answer. */
  readonly status: number | undefined;
  readonly started: number;
  readonly ended: number;
}

export interface HttpOptions {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly onSpan?: (span: HttpSpan) => void;
}

/** Node's own fetch, so that its proxy and certificate settings (`NODE_EXTRA_CA_CERTS`) hold, with our manners. */
export function createHttp(options: HttpOptions): Http {
  return {
    async request(url, given = {}) {
      const request = settled(given, options.userAgent);
      const address = asAddress(url);
      for (let attempt = 1; ; attempt += 1) {
        const last = attempt > request.retries;
        const tried = await timedTry(address, request, options);
        const answer = tried.response && readable(tried.response, attempt);
        if (answer !== undefined && (last || !(isPassing(answer.status) || !request.sound(answer))))
          return answer;
        if (last) throw new HttpTrouble(attempt, tried.trouble, { cause: tried.cause });
        const advice = tried.response?.headers.get('retry-after') ?? undefined;
        await options.clock.sleep(delayBefore(attempt, advice, options.clock.now()));
      }
    },
  };
}

interface SettledRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: HttpRequest['body'];
  readonly timeout: number;
  readonly retries: number;
  readonly follow: boolean;
  readonly sound: (answer: HttpResponse) => boolean;
}

function settled(given: HttpRequest, userAgent: string): SettledRequest {
  const method = (given.method ?? 'GET').toUpperCase();
  const harmless = method === 'GET' || method === 'HEAD';
  const accept = given.expect === 'json' ? { accept: 'application/json' } : {};
  const named = Object.entries(given.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    method,
    headers: sendable({ 'user-agent': userAgent, ...accept, ...Object.fromEntries(named) }),
    body: given.body,
    timeout: given.timeout ?? 30_000,
    retries: given.retries ?? (harmless ? 4 : 0),
    sound: given.sound ?? (() => true),
    follow: (given.redirect ?? (harmless ? 'follow' : 'manual')) === 'follow',
  };
}

/** fetch would tell of a bad header with its value, which may be a secret. */
function sendable(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    try {
      new Headers([[name, value]]);
    } catch {
      throw new Error(`the value of the header ${name} has a character that no header may hold`);
    }
  }
  return headers;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly url: string;
  readonly body: Uint8Array;
}

interface Tried {
  readonly response?: Answer;
  readonly trouble: string;
  readonly cause?: unknown;
}

async function timedTry(address: URL, request: SettledRequest, options: HttpOptions): Promise<Tried> {
  const started = options.clock.now().getTime();
  const tried = await oneTry(address, request);
  const ended = options.clock.now().getTime();
  const url = `${address.origin}${address.pathname}`;
  options.onSpan?.({ method: request.method, url, status: tried.response?.status, started, ended });
  return tried;
}

async function oneTry(address: URL, request: SettledRequest): Promise<Tried> {
  const signal = AbortSignal.timeout(request.timeout);
  try {
    return { response: await answerOf(address, request, signal), trouble: '' };
  } catch (cause) {
    if (cause instanceof RefusedRedirect) throw new Error(cause.message, { cause });
    return { trouble: sentenceOf(cause as FetchTrouble, request.timeout), cause };
  }
}

// As browsers and undici do (Fetch standard, "HTTP-redirect fetch").
const MOST_REDIRECTS = 20;

class RefusedRedirect extends Error {}

/** The answer after redirects. They are followed here, because fetch would take other credentials than `authorization` along. */
async function answerOf(first: URL, request: SettledRequest, signal: AbortSignal): Promise<Answer> {
  let [address, asked] = [first, request];
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const response = await fetch(address, { ...fetchOptions(asked), signal });
    const location = response.headers.get('location');
    if (!asked.follow || location === null || !REDIRECTS.has(response.status)) {
      const body = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, url: address.href, body };
    }
    await response.body?.cancel();
    const next = redirectTarget(location, address);
    asked = redirected(asked, response.status, next.origin === address.origin);
    address = next;
  }
  throw new RefusedRedirect(`${withoutCredentials(first)} redirects without end`);
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function fetchOptions({ method, headers, body }: SettledRequest): RequestInit {
  return { method, headers: { ...headers }, redirect: 'manual', ...(body === undefined ? {} : { body }) };
}

function redirectTarget(location: string, from: URL): URL {
  try {
    return asAddress(new URL(location, from).href);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RefusedRedirect(`${withoutCredentials(from)} redirects to where we do not go: ${reason}`, {
      cause,
    });
  }
}

/** The request as it goes to the next address: only 307 and 308 keep method and body, only the same origin gets credentials. */
function redirected(request: SettledRequest, status: number, sameOrigin: boolean): SettledRequest {
  const keeps = status === 307 || status === 308 || request.method === 'HEAD';
  const bound = ['authorization', 'cookie', 'proxy-authorization'];
  const headers = Object.entries(request.headers).filter(([name]) => sameOrigin || !bound.includes(name));
  return {
    ...request,
    headers: Object.fromEntries(headers),
    ...(keeps ? {} : { method: 'GET', body: undefined }),
  };
}

/** As fetch throws: a TypeError that says only "fetch failed", with the reason as its cause, or the time limit's DOMException. */
interface FetchTrouble {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly cause?: FetchTrouble;
}

function sentenceOf(thrown: FetchTrouble, timeout: number): string {
  if (thrown.name === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const reason = thrown.cause ?? thrown;
  return reason.message || reason.code || reason.name || String(thrown);
}

function readable(answer: Answer, attempts: number): HttpResponse {
  const text = () => new TextDecoder().decode(answer.body);
  return { ...answer, attempts, text, json: () => JSON.parse(text()) };
}
