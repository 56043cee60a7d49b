/** The claims of a job's identity token (GitHub docs "OpenID Connect reference"; project facts 3). */

/** Any claims, by name. A value of undefined takes a claim away. */
export type Claims = Readonly<Record<string, unknown>>;

/** The repository a job runs in; the numbers are strings, as in the token. */
export interface JobRepository {
  /** `owner/name`. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
}

/** All claims but `iss aud jti iat nbf exp`, which the issuer adds. `given` wins, and the rest follows from it. */
export function jobClaims(job: JobRepository, given: Claims): Claims {
  const { repository } = job;
  const ref = stringOf(given, 'ref') ?? 'refs/heads/main';
  const sha = stringOf(given, 'sha') ?? '0'.repeat(40);
  const workflowRef = stringOf(given, 'workflow_ref') ?? `${repository}/.github/workflows/release.yml@${ref}`;
  const claims = {
    ...identityOf(job),
    sub: subjectOf(repository, ref, given),
    ref,
    sha,
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    base_ref: '',
    head_ref: '',
    event_name: ref.startsWith('refs/tags/') ? 'push' : 'workflow_dispatch',
    workflow: 'release',
    workflow_ref: workflowRef,
    workflow_sha: sha,
    // The action does not change it; only a reusable workflow would.
    job_workflow_ref: workflowRef,
    job_workflow_sha: sha,
    run_id: '1',
    run_number: '1',
    run_attempt: '1',
    check_run_id: '1',
    runner_environment: 'github-hosted',
    ...(stringOf(given, 'environment') === undefined ? {} : { environment_node_id: 'EN_1' }),
  };
  return defined({ ...claims, ...given });
}

function identityOf({ repository, repositoryId, ownerId }: JobRepository): Claims {
  return {
    repository,
    repository_id: repositoryId,
    repository_owner: repository.split('/')[0],
    repository_owner_id: ownerId,
    repository_visibility: 'public',
    actor: 'octocat',
    actor_id: '583231',
  };
}

/** `:` inside a value is `%3A` (docs). */
function subjectOf(repository: string, ref: string, given: Claims): string {
  const environment = stringOf(given, 'environment');
  if (environment !== undefined)
    return `repo:${repository}:environment:${environment.replaceAll(':', '%3A')}`;
  if (given.event_name === 'pull_request') return `repo:${repository}:pull_request`;
  return `repo:${repository}:ref:${ref}`;
}

function stringOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function defined(claims: Claims): Claims {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
