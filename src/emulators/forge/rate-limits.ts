/** How often one may ask (REST docs, "Rate limits for the REST API"; project facts 1.2), and the headers that tell it. */
import type { HonoRequest } from 'hono';
import { Refusal } from './errors.ts';
import type { Forge } from './state.ts';

interface Window {
  readonly seconds: number;
  readonly limit: number;
}

/** What an organisation on GitHub Enterprise Cloud has; else it is a thousand. */
const HOURLY: Window = { seconds: 3600, limit: 15_000 };
/** With the `primary-limit` flag a run of the action goes over it several times, and has not long to wait. */
const SCANT: Window = { seconds: 2, limit: 12 };
const DOCS = 'using-the-rest-api/rate-limits-for-the-rest-api';

export type Rate = Readonly<Record<'limit' | 'used' | 'remaining' | 'reset', number>>;

/** The figures at this moment. */
export function rateOf(forge: Forge): Rate {
  const { seconds, limit } = windowOf(forge);
  const used = forge.state.window === windowNumber(forge) ? Math.min(forge.state.requests, limit) : 0;
  return { limit, used, remaining: limit - used, reset: (windowNumber(forge) + 1) * seconds };
}

/** Counts a request. Refuses (403) one beyond the limit. */
export function countRequest(forge: Forge, request: HonoRequest): void {
  const { state } = forge;
  const now = windowNumber(forge);
  if (state.window !== now) Object.assign(state, { window: now, requests: 0 });
  state.requests += 1;
  if (state.requests > windowOf(forge).limit && !forge.flags.has('enterprise-server'))
    throw new Refusal({
      status: 403,
      message: 'API rate limit exceeded for installation ID 123456.',
      docs: `${DOCS}#about-primary-rate-limits`,
    });
  if (forge.flags.has('secondary-limit') && !state.hurried && !['GET', 'HEAD'].includes(request.method))
    refuseHurry(forge);
}

/** Only once: the next change comes late enough. */
function refuseHurry({ state }: Forge): never {
  state.hurried = true;
  throw new Refusal({
    status: 403,
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0400:1D0CF.',
    docs: `${DOCS}#about-secondary-rate-limits`,
    headers: { 'retry-after': '1' },
  });
}

/** The headers of the primary limit; an Enterprise Server has none while its limits are off, as they are from the start. */
export function rateHeaders(forge: Forge): Readonly<Record<string, string>> {
  if (forge.flags.has('enterprise-server')) return {};
  const { limit, used, remaining, reset } = rateOf(forge);
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  };
}

function windowOf({ flags }: Forge): Window {
  return flags.has('primary-limit') ? SCANT : HOURLY;
}

function windowNumber(forge: Forge): number {
  return Math.floor(forge.now().getTime() / 1000 / windowOf(forge).seconds);
}
