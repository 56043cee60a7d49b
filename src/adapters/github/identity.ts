import { getIDToken } from '@actions/core';
import type { Clock } from '../../ports/clock.ts';
import type { Identity } from '../../ports/identity.ts';
import { stop } from '../../release/fault.ts';
import { within } from '../node/time-limit.ts';

/** Milliseconds before each further try. */
const PAUSES: readonly number[] = [1_000, 4_000];
/** Milliseconds for one token: more than the client's own retries of a refusing service take. */
const LIMIT = 60_000;

export interface IdentityOptions {
  readonly clock: Clock;
  /** Milliseconds after which a try is given up; a minute where absent. */
  readonly limit?: number;
}

/**
 * The job's identity, from the runner's OIDC service. `@actions/core` reads where to ask from the environment, masks the token,
 * and retries 502, 503 and 504; the other passing troubles (429, 500, a lost connection, half an answer) are retried here. It has no
 * time limit, and waits for ever where the connection breaks in the middle of an answer.
 *
 * `token` throws `Stopped` with identity-refused.
 */
export function createIdentity({ clock, limit = LIMIT }: IdentityOptions): Identity {
  return {
    async token(audience) {
      for (let tries = 0; ; tries += 1) {
        const got = await identityToken(audience, limit);
        if (typeof got === 'string') return got;
        const pause = PAUSES[tries];
        const problem = problemOf(got);
        if (pause === undefined || !isPassing(got))
          stop('identity-refused', { audience, problem }, { cause: got });
        await clock.sleep(pause);
      }
    },
  };
}

async function identityToken(audience: string, limit: number): Promise<string | Error> {
  try {
    return await within(limit, getIDToken(audience));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** `Error Code : undefined` is what `@actions/core` says where no answer came; a number is the answer's status, `body` one without a token. */
function isPassing({ message }: Error): boolean {
  if (/no answer within|json body do not have ID Token/.test(message)) return true;
  const status = /Error Code : (?<status>\w+)/.exec(message)?.groups?.status;
  return status === 'undefined' || status === '429' || (status?.startsWith('5') ?? false);
}

function problemOf({ message }: Error): string {
  return message
    .replace(/^Error message: /, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
