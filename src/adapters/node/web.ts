import { lookup as lookUp } from 'node:dns/promises';
import { isPublicLink } from '../../packaging/links.ts';
import type { Visit, Web } from '../../ports/web.ts';
import { isPrivateAddress } from './private-address.ts';
import { within } from './time-limit.ts';

export interface WebOptions {
  readonly userAgent: string;
  readonly onSpan?: (span: { readonly started: number; readonly ended: number }) => void;
  /** Node's own where absent. */
  readonly fetch?: typeof globalThis.fetch;
  /** The addresses of a host; the machine's own resolver where absent. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
}

/** Milliseconds for one request. */
const TIME_LIMIT = 10_000;
const MOST_REDIRECTS = 10;
const PRIVATE_HOST = 'its host has an address of a private network';

/** Statuses of servers that take no HEAD, or none of robots: these are asked as a browser would (RFC 9110, section 9.3.2). */
const UNTOLD_BY_HEAD = (status: number): boolean => status >= 400;

/**
 * The web as anybody sees it: asked once, without credentials or cookies, over plain http too, and nowhere but on hosts with public
 * names whose addresses were public a moment before, so that no text leads a visit into the network of the job by a plain address.
 */
export function createWeb({
  userAgent,
  onSpan,
  fetch = globalThis.fetch,
  lookup = addressesOf,
}: WebOptions): Web {
  const asked = async (url: string, method: 'HEAD' | 'GET'): Promise<Response> => {
    const started = Date.now();
    try {
      if ((await lookup(new URL(url).hostname)).some(isPrivateAddress)) throw new Error(PRIVATE_HOST);
      const response = await fetch(url, {
        method,
        headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.8' },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIME_LIMIT),
      });
      await response.body?.cancel();
      return response;
    } finally {
      onSpan?.({ started, ended: Date.now() });
    }
  };
  const followed = async (first: string, method: 'HEAD' | 'GET'): Promise<number> => {
    let url = first;
    for (let hop = 0; ; hop += 1) {
      const { status, headers } = await asked(url, method);
      const next = status >= 300 && status < 400 ? target(headers.get('location'), url) : undefined;
      // Where it leads on to nobody's business, or round in a circle, the redirect itself is the answer.
      if (next === undefined || hop === MOST_REDIRECTS) return status;
      url = next;
    }
  };
  return {
    async visit(url) {
      if (!isPublicLink(url)) return { kind: 'unanswered', reason: 'it is no address of the public web' };
      try {
        const status = await followed(url, 'HEAD');
        return { kind: 'answered', status: UNTOLD_BY_HEAD(status) ? await followed(url, 'GET') : status };
      } catch (error) {
        return visitOf(error as FetchTrouble);
      }
    },
  };
}

/** None where it cannot be told: the request itself then says why, or a proxy knows more. */
async function addressesOf(host: string): Promise<readonly string[]> {
  const found = lookUp(host, { all: true }).catch(() => []);
  return (await within(TIME_LIMIT, found)).map(({ address }) => address);
}

function target(location: string | null, from: string): string | undefined {
  if (location === null || !URL.canParse(location, from)) return undefined;
  const { href } = new URL(location, from);
  return isPublicLink(href) ? href : undefined;
}

/** As fetch throws: a TypeError with the reason as its cause, or the time limit's DOMException. */
interface FetchTrouble {
  readonly name?: string;
  readonly message?: string;
  readonly cause?: { readonly code?: string; readonly message?: string };
}

function visitOf({ name, message, cause }: FetchTrouble): Visit {
  // `getaddrinfo` says so of a name that nobody has; EAI_AGAIN is of a network that could not ask.
  if (cause?.code === 'ENOTFOUND') return { kind: 'nowhere' };
  if (name === 'TimeoutError')
    return { kind: 'unanswered', reason: `no answer within ${TIME_LIMIT / 1000} s` };
  return { kind: 'unanswered', reason: cause?.message || cause?.code || message || String(name) };
}
