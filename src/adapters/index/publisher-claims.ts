/** What a job's identity token says of it, told as the form of a trusted publisher asks for it. */

import { decodeJwt } from 'jose';

/** The claims that decide, in the order in which PyPI's help lists them. */
const SHOWN = [
  'sub',
  'repository',
  'repository_owner',
  'repository_owner_id',
  'workflow_ref',
  'job_workflow_ref',
  'ref',
  'environment',
] as const;

type Claims = Readonly<Partial<Record<(typeof SHOWN)[number], string>>>;

/** The deciding claims of an identity token (a JWT), as one sentence's list. The token itself is not in it. */
export function presentedClaims(jwt: string): string {
  const claims = claimsOf(jwt);
  return SHOWN.map((name) => `${name}: ${claims[name] ?? '(none)'}`).join(', ');
}

/** What to enter as trusted publisher for this identity, field by field. */
export function publisherForm(jwt: string): string {
  const { repository = '', repository_owner, job_workflow_ref, workflow_ref, environment } = claimsOf(jwt);
  const [owner, name = ''] = repository.split('/');
  // As Warehouse reads it (`oidc/models/github.py`): the last file name before the @.
  const workflow = /(?<file>[^/]+\.ya?ml)@/.exec(job_workflow_ref ?? workflow_ref ?? '')?.groups?.file;
  const fields = {
    Owner: repository_owner ?? owner,
    'Repository name': name,
    'Workflow name': workflow,
    'Environment name': environment ?? '(empty)',
  };
  return Object.entries(fields)
    .map(([field, value]) => `${field} ${value ?? '(none)'}`)
    .join(', ');
}

/** The token comes from the forge itself and is only shown, so nothing is verified; one that does not decode has no claims. */
function claimsOf(jwt: string): Claims {
  const claims = decoded(jwt);
  return Object.fromEntries(
    SHOWN.flatMap((name) => (typeof claims[name] === 'string' ? [[name, claims[name]]] : [])),
  );
}

function decoded(jwt: string): Readonly<Record<string, unknown>> {
  try {
    return decodeJwt(jwt);
  } catch {
    // `malformed JWT` is then what the index says too.
    return {};
  }
}
