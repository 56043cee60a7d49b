import type { CredentialPlan } from './plan.ts';

/**
 * Which credential an index will use: a token where one is given, else the job's identity.
 *
 * @param index name of the index, for the reason
 * @param token what the user gave; undefined asks for trusted publishing
 * @param identity whether the job may ask for an identity token
 */
export function credentialFor(index: string, token: string | undefined, identity: boolean): CredentialPlan {
  if (token !== undefined) return { kind: 'token' };
  if (identity) return { kind: 'trusted-publishing' };
  return {
    kind: 'none',
    reason: `${index}-token is not given, and the job has no identity (no \`id-token: write\`; a pull request from a fork never has it).`,
  };
}
