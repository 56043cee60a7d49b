import type { PendingPublisher, Publisher } from './state.ts';

/** The verified claims of an identity token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Somebody registered: a publisher or one that is pending. */
type Registered = Omit<Publisher, 'projects'>;

/** What may be wrong between claims and a registered publisher; `reused` is told by another code than the rest. */
export type Mismatch = { readonly why: string } | { readonly why: 'reused' };

const REQUIRED = [
  'repository',
  'repository_owner',
  'repository_owner_id',
  'job_workflow_ref',
  'jti',
  'event_name',
  'ref',
  'sha',
];
const WORKFLOW_FILE = /[^/]+\.(?:yml|yaml)(?=@)/;
const NOT_FOUND = 'Publisher with matching claims was not found';

/** One check of a claim: what is wrong, or nothing. */
type ClaimCheck = (
  publisher: Registered,
  claims: Claims,
  used: (jti: string) => boolean,
) => string | undefined;

/** GitHub's claims against what is registered, in Warehouse's order (`oidc/models/github.py`). All other claims are ignored. */
const CLAIM_CHECKS: readonly ClaimCheck[] = [
  (publisher, claims) =>
    same(
      'repository',
      `${publisher.owner}/${publisher.repository}`.toLowerCase(),
      textOf(claims, 'repository').toLowerCase(),
    ),
  (publisher, claims) => same('repository_owner', publisher.owner, claims.repository_owner),
  (publisher, claims) => same('repository_owner_id', publisher.ownerId, claims.repository_owner_id),
  workflowReference,
  (_publisher, claims, used) => (used(textOf(claims, 'jti')) ? 'reused' : undefined),
  (_publisher, claims) =>
    claims.event_name === 'pull_request_target'
      ? "Publishing from a workflow invoked via 'pull_request_target' is not supported."
      : undefined,
  environmentMatches,
];

/**
 * The registered publisher that claims belong to, or why there is none.
 *
 * @param used whether an identity token with this `jti` was exchanged before
 */
export function publisherFor<Kind extends Publisher | PendingPublisher>(
  registered: readonly Kind[],
  claims: Claims,
  used: (jti: string) => boolean,
): Kind | Mismatch {
  const missing = REQUIRED.find((name) => claims[name] === undefined || claims[name] === null);
  if (missing !== undefined) return { why: `Missing claim '${missing}'` };
  const workflow = WORKFLOW_FILE.exec(textOf(claims, 'job_workflow_ref'))?.[0];
  if (workflow === undefined) return { why: 'Could not job extract workflow filename from OIDC claims' };
  const publisher = lookedUp(registered, claims, workflow);
  if (publisher === undefined) return { why: NOT_FOUND };
  for (const check of CLAIM_CHECKS) {
    const why = check(publisher, claims, used);
    if (why !== undefined) return { why };
  }
  return publisher;
}

/** The lookup compares letter by letter. A publisher with the token's environment goes before one without any. */
function lookedUp<Kind extends Publisher | PendingPublisher>(
  registered: readonly Kind[],
  claims: Claims,
  workflow: string,
): Kind | undefined {
  const candidates = registered.filter(
    (publisher) =>
      `${publisher.owner}/${publisher.repository}` === claims.repository &&
      publisher.ownerId === claims.repository_owner_id &&
      publisher.workflow === workflow,
  );
  const environment = textOf(claims, 'environment').toLowerCase();
  const named =
    environment === '' ? undefined : candidates.find((publisher) => publisher.environment === environment);
  return named ?? candidates.find((publisher) => publisher.environment === '');
}

function workflowReference(publisher: Registered, claims: Claims): string | undefined {
  const reference = textOf(claims, 'job_workflow_ref');
  const places = [textOf(claims, 'ref'), textOf(claims, 'sha')].filter((place) => place !== '');
  if (places.length === 0) return 'The ref and sha claims are empty';
  const file = `${publisher.owner}/${publisher.repository}/.github/workflows/${publisher.workflow}`;
  const expected = [...new Set(places.map((place) => `${file}@${place}`))].sort();
  if (expected.includes(reference)) return undefined;
  const listed = expected.map((one) => `'${one}'`).join(', ');
  return `The job_workflow_ref claim does not match, expecting one of [${listed}], got '${reference}'`;
}

function environmentMatches(publisher: Registered, claims: Claims): string | undefined {
  const matches =
    publisher.environment === '' || textOf(claims, 'environment').toLowerCase() === publisher.environment;
  return matches ? undefined : "Check failed for optional claim 'environment'";
}

function same(claim: string, registered: string, claimed: unknown): string | undefined {
  return registered === claimed ? undefined : `Check failed for required claim '${claim}'`;
}

function textOf(claims: Claims, name: string): string {
  const value = claims[name];
  return typeof value === 'string' ? value : '';
}
