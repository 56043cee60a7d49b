import type { IndexPlan } from '../../plan/plan.ts';
import { stop } from '../../release/fault.ts';

/** Where an index's tokens come from. */
export interface CredentialSources {
  /** The user's token; undefined where none was given. */
  readonly token: string | undefined;
  /** Trusted publishing: a fresh token whenever asked. */
  readonly exchange: () => Promise<string>;
}

/** A source of tokens for an index, as its plan decided. The source throws `Stopped`: credential-missing, or what the exchange meets. */
export function createCredential(
  plan: IndexPlan,
  { token, exchange }: CredentialSources,
): () => Promise<string> {
  const { credential, name } = plan;
  return async () => {
    if (credential.kind === 'trusted-publishing') return exchange();
    if (credential.kind === 'none')
      return stop('credential-missing', { index: name, reason: credential.reason });
    return token?.trim() || stop('token-empty', { input: `${name}-token` });
  };
}
