/** What the emulated forge gives a job: what it may do, and the variables that lead to the services. */
import type { Services } from './serve.ts';

/** A job's `permissions:` map. A key that is left out means none. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

/** A release job's permissions: all that it may need. */
export const JOB_PERMISSIONS = {
  actions: 'read',
  attestations: 'write',
  contents: 'write',
  'id-token': 'write',
  issues: 'write',
  'pull-requests': 'write',
} as const satisfies Permissions;

/** The repository's and its owner's numbers on the forge and in identity tokens. */
export const REPOSITORY_IDS = { repositoryId: '7', ownerId: '3' } as const;

/** The variables of a job that lead to these services (GitHub docs "Variables reference"). */
export function jobEnvironment(
  { github, oidc, cache }: Pick<Services, 'github' | 'oidc' | 'cache'>,
  permissions: Permissions,
): Readonly<Record<string, string>> {
  const identity = {
    ACTIONS_ID_TOKEN_REQUEST_URL: oidc.request_url,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.request_token,
  };
  return {
    GITHUB_API_URL: github.api,
    GITHUB_GRAPHQL_URL: `${github.api}/graphql`,
    // A host that ends in .localhost: at any other the cache client takes the forge for an Enterprise Server.
    GITHUB_SERVER_URL: github.server,
    GITHUB_REPOSITORY: github.repository,
    GITHUB_REPOSITORY_ID: REPOSITORY_IDS.repositoryId,
    GITHUB_REPOSITORY_OWNER: github.repository.split('/')[0] ?? '',
    GITHUB_REPOSITORY_OWNER_ID: REPOSITORY_IDS.ownerId,
    // There is no level `read` of it.
    ...(permissions['id-token'] === 'write' ? identity : {}),
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_RUNTIME_TOKEN: cache.runtime_token,
    ACTIONS_CACHE_SERVICE_V2: 'True',
  };
}
