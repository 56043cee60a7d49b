import { getIDToken } from '@actions/core';
import type { Clock } from '../../ports/clock.ts';
import type { Identity } from '../../ports/identity.ts';
import { stop } from '../../release/fault.ts';

/** Milliseconds before each further try. */
const PAUSES: readonly number[] = [1_000, 4_000];

/**
 * The job's identity, from the runner's OIDC service. `@actions/core` reads where to ask from the environment, masks the token,
 * and retries 502, 503 and 504; the other passing troubles (429, 500, a lost connection) are retried here.
 *
 * `token` throws `Stopped` with identity-refused.
 */
export function createIdentity({ clock }: { readonly clock: Clock }): Identity {
  return {
    async token(audience) {
      for (let tries = 0; ; tries += 1) {
        const got = await identityToken(audience);
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

async function identityToken(audience: string): Promise<string | Error> {
  try {
    return await getIDToken(audience);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** `Error Code : undefined` is what `@actions/core` says where no answer came; a number is the answer's status. */
function isPassing({ message }: Error): boolean {
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
