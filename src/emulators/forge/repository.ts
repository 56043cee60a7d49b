/** The repository itself, its branches, its settings and the odds and ends a release tool asks for. */
import { authenticationRequired, notFound } from './errors.ts';
import { commitsOf, peeled } from './git.ts';
import { commitView } from './history.ts';
import { apiOf, type Call, json, paged, pageOf, parameter, type Route, repositoryOf } from './route.ts';
import type { Forge } from './state.ts';

export const repositoryRoutes: readonly Route[] = [
  ['GET', '', 'metadata=read', 'repos/repos#get-a-repository', getRepository],
  ['GET', '/branches', 'contents=read', 'branches/branches#list-branches', listBranches],
  ['GET', '/branches/:branch{.+}', 'contents=read', 'branches/branches#get-a-branch', getBranch],
  [
    'GET',
    '/immutable-releases',
    'administration=read',
    'repos/repos#check-if-immutable-releases-are-enabled-for-a-repository',
    immutableReleases,
  ],
  ['GET', '/environments/:name', 'actions=read', 'deployments/environments#get-an-environment', missing],
  ['GET', '/issues', 'issues=read', 'issues/issues#list-repository-issues', noRows],
];

/** The owner as GitHub shows an account. */
export function ownerBody(forge: Forge): object {
  return accountBody(forge.owner, Number(forge.ownerId), 'User');
}

/** The account whose token a job holds. */
export function robotBody(): object {
  return accountBody('github-actions[bot]', 41898282, 'Bot');
}

function accountBody(login: string, id: number, type: 'User' | 'Bot'): object {
  return { login, id, node_id: `U_${id}`, type, site_admin: false };
}

/** `GET /rate_limit`: the figures of the headers, as a body. */
export function rateLimitBody(
  rate: Readonly<Record<'limit' | 'used' | 'remaining' | 'reset', number>>,
): object {
  return { resources: { core: rate, search: rate, graphql: rate }, rate };
}

function getRepository(call: Call): Response {
  const { forge } = call;
  const job = call.actor === 'job';
  const write = job && (forge.permissions === undefined || forge.permissions.contents === 'write');
  return json({
    id: Number(forge.repositoryId),
    node_id: `R_${forge.repositoryId}`,
    name: repositoryOf(forge).split('/')[1],
    full_name: repositoryOf(forge),
    owner: ownerBody(forge),
    private: false,
    visibility: 'public',
    fork: false,
    description: '',
    default_branch: forge.defaultBranch,
    archived: forge.flags.has('archived'),
    disabled: false,
    has_issues: true,
    has_discussions: true,
    html_url: pageOf(forge),
    url: apiOf(forge),
    stargazers_count: 0,
    watchers_count: 0,
    subscribers_count: 0,
    forks_count: 0,
    open_issues_count: 0,
    topics: [],
    ...(job
      ? { permissions: { admin: false, maintain: false, push: write, triage: write, pull: true } }
      : {}),
  });
}

async function listBranches(call: Call): Promise<Response> {
  const branches = await commitsOf(call.forge.git, 'refs/heads/');
  return paged(
    call,
    Object.entries(branches).map(([name, sha]) => ({
      name,
      ...branchTip(call.forge, sha),
      protected: false,
    })),
  );
}

async function getBranch(call: Call): Promise<Response> {
  const name = parameter(call, 'branch');
  const sha = await peeled(call.forge.git, `refs/heads/${name}`);
  if (sha === undefined) throw notFound();
  const links = { self: `${apiOf(call.forge)}/branches/${name}`, html: `${pageOf(call.forge)}/tree/${name}` };
  return json({ name, commit: await commitView(call.forge, sha), _links: links, protected: false });
}

function branchTip(forge: Forge, sha: string): object {
  return { commit: { sha, url: `${apiOf(forge)}/commits/${sha}` } };
}

/** Off is told by 404; a job's token may not ask at all (the table's permission). */
function immutableReleases(call: Call): Response {
  if (call.actor === 'nobody') throw authenticationRequired();
  if (!call.forge.flags.has('immutable-releases')) throw notFound();
  return json({ enabled: true, enforced_by_owner: false });
}

function missing(): never {
  throw notFound();
}

function noRows(call: Call): Response {
  return paged(call, []);
}
