/** The repository itself, its branches, its settings and the odds and ends a release tool asks for. */
import { listIssues } from './community.ts';
import { authenticationRequired, notFound } from './errors.ts';
import { commitsOf, peeled } from './git.ts';
import { commitView } from './history.ts';
import { fullRepositoryBody } from './repository-body.ts';
import { apiOf, type Call, json, paged, pageOf, parameter, type Route } from './route.ts';
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
  ['GET', '/issues', 'issues=read', 'issues/issues#list-repository-issues', listIssues],
];

/** `GET /rate_limit`: the figures of the headers, as a body. */
export function rateLimitBody(
  rate: Readonly<Record<'limit' | 'used' | 'remaining' | 'reset', number>>,
): object {
  return { resources: { core: rate, search: rate, graphql: rate }, rate };
}

function getRepository(call: Call): Response {
  const { forge } = call;
  if (call.actor === 'nobody') return json(fullRepositoryBody(forge, undefined));
  const push = forge.permissions === undefined || forge.permissions.contents === 'write';
  return json(fullRepositoryBody(forge, { admin: false, maintain: false, push, triage: push, pull: true }));
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
  return json({
    name,
    commit: await commitView(call.forge, sha),
    _links: links,
    protected: false,
    protection: UNPROTECTED,
    protection_url: `${links.self}/protection`,
  });
}

/** Rulesets are told elsewhere; protection of the older kind there is none. */
const UNPROTECTED = {
  enabled: false,
  required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
} as const;

function branchTip(forge: Forge, sha: string): object {
  return { commit: { sha, url: `${apiOf(forge)}/commits/${sha}` } };
}

/** Off is told by 404; a job's token may not ask at all (the table's permission). */
function immutableReleases(call: Call): Response {
  if (call.actor === 'nobody') throw authenticationRequired();
  const { flags } = call.forge;
  if (!flags.has('immutable-releases') || flags.has('enterprise-server')) throw notFound();
  return json({ enabled: true, enforced_by_owner: false });
}

function missing(): never {
  throw notFound();
}
