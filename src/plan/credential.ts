import type { CredentialPlan } from './plan.ts';

/** The user name that an API token goes under (PyPI docs, "API tokens"); those of most other indexes take it, too, or any name. */
export const TOKEN_USER = '__token__';

/** What is known of an index's credential before anything runs. */
export interface CredentialChoice {
  /** Name of the index, for the reason. */
  readonly index: string;
  /** What the user gave; undefined asks for trusted publishing. */
  readonly token: string | undefined;
  /** Whom the token or password belongs to; undefined: it is an API token. */
  readonly user: string | undefined;
  /** Whether the job may ask for an identity token. */
  readonly identity: boolean;
  /** Whether this is a dry run of what the event would never let be released, of a pull request, say; or a look at what was. */
  readonly uploadsNever: boolean;
  /** The job's forge, where the index takes no identities of it. */
  readonly foreignForge: string | undefined;
}

/** Which credential an index will use: a token or password where one is given, else the job's identity. */
export function credentialFor(choice: CredentialChoice): CredentialPlan {
  const { index, token, user = TOKEN_USER, identity, uploadsNever, foreignForge: forge } = choice;
  // A secret that such an event does not get reads as empty.
  if (uploadsNever && !token) return { kind: 'not-needed' };
  if (token !== undefined) return { kind: 'token', user };
  if (identity && forge === undefined) return { kind: 'trusted-publishing' };
  if (forge !== undefined)
    return {
      kind: 'none',
      reason: `${index}-token is not given, and this job is of ${forge}: the index takes identities of jobs on github.com alone.`,
      forge,
    };
  return {
    kind: 'none',
    reason: `${index}-token is not given, and the job has no identity (no \`id-token: write\`; a pull request from a fork never has it).`,
  };
}

/** The user name that goes with what an upload or a reader shows. A minted token is an API token. */
export function userOf(credential: CredentialPlan): string {
  return credential.kind === 'token' ? credential.user : TOKEN_USER;
}
