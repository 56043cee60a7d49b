import type { IndexPlan } from '../../plan/plan.ts';
import { stop } from '../../release/fault.ts';

/**
 * Gives a token that is good for an upload now. Throws `Stopped`.
 *
 * @param renewed true where the index refused the last one as no longer good: a minted one is then minted anew
 */
export type Credential = (renewed?: boolean) => Promise<string>;

/** Where an index's tokens come from. */
export interface CredentialSources {
  /** The user's token; undefined where none was given. */
  readonly token: string | undefined;
  /** Trusted publishing: a fresh token whenever asked. */
  readonly exchange: Credential;
}

/** A source of tokens for an index, as its plan decided. The source throws `Stopped`: credential-missing, or what the exchange meets. */
export function createCredential(plan: IndexPlan, { token, exchange }: CredentialSources): Credential {
  const { credential, name } = plan;
  return async (renewed) => {
    if (credential.kind === 'trusted-publishing') return exchange(renewed);
    if (credential.kind === 'none')
      return stop('credential-missing', { index: name, reason: credential.reason });
    if (credential.kind === 'not-needed') throw new Error(`nothing is uploaded to ${name} in this run`);
    return token?.trim() || stop('token-empty', { input: `${name}-token` });
  };
}
