/** Who is asking, and may they: the token check and the permission that each route names. */
import { authenticationRequired, badCredentials, notAccessible, Refusal } from './errors.ts';
import type { Forge } from './state.ts';

/** The permissions that routes name, spelt as in `x-accepted-github-permissions`. */
export type Permission =
  | 'metadata=read'
  | 'contents=read'
  | 'contents=write'
  | 'pull_requests=read'
  | 'pull_requests=write'
  | 'issues=read'
  | 'actions=read'
  | 'administration=read';

/** Nobody: a request without `authorization`, which may read a public repository. */
export type Actor = 'nobody' | 'job';

/** Tells the job's token from none; a wrong one is refused (401 "Bad credentials"). */
export function actorOf(forge: Forge, authorization: string | undefined): Actor {
  if (authorization === undefined) return 'nobody';
  const match = /^(?:token|bearer) +(\S+)$/i.exec(authorization);
  if (match?.[1] !== forge.token) throw badCredentials();
  return 'job';
}

/** Refuses an actor who lacks the permission. Public contents may be read by anybody, as on a public repository. */
export function permit(forge: Forge, actor: Actor, needs: Permission): void {
  if (isPublicRead(needs)) return;
  if (actor === 'nobody') throw authenticationRequired();
  if (!holds(forge, needs)) throw notAccessible();
  if (needs.endsWith('=write') && forge.flags.has('archived')) {
    throw new Refusal({ status: 403, message: 'Repository was archived so is read-only.' });
  }
}

/** May this actor see drafts? GitHub shows them to those who may push. */
export function maySeeDrafts(forge: Forge, actor: Actor): boolean {
  return actor === 'job' && holds(forge, 'contents=write');
}

function isPublicRead(needs: Permission): boolean {
  return needs.endsWith('=read') && needs !== 'administration=read';
}

function holds(forge: Forge, needs: Permission): boolean {
  if (forge.permissions === undefined) return true;
  const [key = '', level] = needs.split('=');
  // Workflows write `pull-requests`, the header says `pull_requests`.
  const granted = forge.permissions[key.replaceAll('_', '-')] ?? forge.permissions[key];
  return granted === 'write' || (granted === 'read' && level === 'read');
}
