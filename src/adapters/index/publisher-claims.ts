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

/**
 * What to enter as trusted publisher for this identity, field by field.
 *
 * @param from the claim that names the workflow: the file that holds the job, unless that one is called by another that is to be entered
 */
export function publisherForm(
  jwt: string,
  from: 'job_workflow_ref' | 'workflow_ref' = 'job_workflow_ref',
): string {
  const { repository = '', repository_owner, environment, ...workflows } = claimsOf(jwt);
  const [owner, name = ''] = repository.split('/');
  const fields = {
    Owner: repository_owner ?? owner,
    'Repository name': name,
    'Workflow name': fileName(workflows[from] ?? workflows.workflow_ref),
    'Environment name': environment ?? '(empty)',
  };
  return Object.entries(fields)
    .map(([field, value]) => `${field} ${value ?? '(none)'}`)
    .join(', ');
}

/** The workflow file that was started and the one that holds the job, without their refs; undefined where a claim is missing. */
export function workflowFiles(jwt: string): { readonly caller: string; readonly called: string } | undefined {
  const { workflow_ref, job_workflow_ref } = claimsOf(jwt);
  if (workflow_ref === undefined || job_workflow_ref === undefined) return undefined;
  return { caller: withoutRef(workflow_ref), called: withoutRef(job_workflow_ref) };
}

/** Which changes make this run another publisher than the one registered: a whole sentence. */
export function renamingCause(jwt: string): string {
  const { repository, job_workflow_ref, workflow_ref } = claimsOf(jwt);
  const workflow = fileName(job_workflow_ref ?? workflow_ref);
  return `This run is of ${repository ?? 'no repository'} and stands in ${workflow ?? 'no workflow file'}: a fork, a renamed repository, owner or workflow file, and other capital letters make it another publisher.`;
}

/** What the job's environment has to do with it: a whole sentence. */
export function environmentCause(jwt: string): string {
  const { environment } = claimsOf(jwt);
  return environment === undefined
    ? 'The job names no environment: a publisher that was entered with one takes only a job with `environment:` set to it.'
    : `The job names the environment ${environment}: a publisher that was entered with another one does not take it.`;
}

/** As Warehouse reads it (`oidc/models/github.py`): the last file name before the @. */
function fileName(reference: string | undefined): string | undefined {
  return /(?<file>[^/]+\.ya?ml)@/.exec(reference ?? '')?.groups?.file;
}

function withoutRef(reference: string): string {
  return reference.replace(/@.*$/s, '');
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
