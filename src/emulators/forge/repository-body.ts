/** The repository as the API shows it, whole (`GET /repos/{owner}/{repo}`) and within other things. */
import { ownerBody } from './accounts.ts';
import { apiOf, pageOf, repositoryOf } from './route.ts';
import type { Forge } from './state.ts';

/** The repository as a pull request shows each of its sides. */
export function repositoryBody(forge: Forge): Readonly<Record<string, unknown>> {
  const name = repositoryOf(forge);
  return {
    id: Number(forge.repositoryId),
    node_id: `R_${forge.repositoryId}`,
    name: name.split('/')[1],
    full_name: name,
    owner: ownerBody(forge),
    private: false,
    visibility: 'public',
    fork: false,
    description: '',
    homepage: null,
    language: 'Python',
    license: null,
    default_branch: forge.defaultBranch,
    archived: forge.flags.has('archived'),
    disabled: forge.flags.has('disabled'),
    is_template: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    topics: [],
    ...FEATURES,
    ...COUNTS,
    ...communityCounts(forge),
    ...addresses(forge),
    created_at: '2025-01-01T00:00:00Z',
    updated_at: '2025-01-01T00:00:00Z',
    pushed_at: '2025-01-01T00:00:00Z',
  };
}

/** The repository itself. `permissions` are told to whom a token belongs. */
export function fullRepositoryBody(forge: Forge, permissions: object | undefined): object {
  return {
    ...repositoryBody(forge),
    ...(permissions === undefined ? {} : { permissions }),
    network_count: 0,
    subscribers_count: 0,
  };
}

const FEATURES = {
  has_issues: true,
  has_projects: true,
  has_downloads: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: true,
} as const;

const COUNTS = {
  stargazers_count: 0,
  watchers_count: 0,
  forks_count: 0,
  open_issues_count: 0,
  forks: 0,
  open_issues: 0,
  watchers: 0,
  size: 1,
} as const;

function communityCounts({ community }: Forge): Readonly<Record<string, number>> {
  const { stars = 0, forks = 0, issues = [] } = community;
  const open = issues.filter(({ state }) => state !== 'closed').length;
  // `watchers` are those who gave a star (REST docs, "Starring").
  const counts = {
    stargazers_count: stars,
    watchers_count: stars,
    watchers: stars,
    forks_count: forks,
    forks,
  };
  return { ...counts, open_issues_count: open, open_issues: open };
}

/** Templates of RFC 6570 below the repository's address. */
const TEMPLATES = {
  archive_url: '{archive_format}{/ref}',
  assignees_url: 'assignees{/user}',
  blobs_url: 'git/blobs{/sha}',
  branches_url: 'branches{/branch}',
  collaborators_url: 'collaborators{/collaborator}',
  comments_url: 'comments{/number}',
  commits_url: 'commits{/sha}',
  compare_url: 'compare/{base}...{head}',
  contents_url: 'contents/{+path}',
  contributors_url: 'contributors',
  deployments_url: 'deployments',
  downloads_url: 'downloads',
  events_url: 'events',
  forks_url: 'forks',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  hooks_url: 'hooks',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  issues_url: 'issues{/number}',
  keys_url: 'keys{/key_id}',
  labels_url: 'labels{/name}',
  languages_url: 'languages',
  merges_url: 'merges',
  milestones_url: 'milestones{/number}',
  notifications_url: 'notifications{?since,all,participating}',
  pulls_url: 'pulls{/number}',
  releases_url: 'releases{/id}',
  stargazers_url: 'stargazers',
  statuses_url: 'statuses/{sha}',
  subscribers_url: 'subscribers',
  subscription_url: 'subscription',
  tags_url: 'tags',
  teams_url: 'teams',
  trees_url: 'git/trees{/sha}',
} as const;

function addresses(forge: Forge): Readonly<Record<string, string | null>> {
  const url = apiOf(forge);
  const page = pageOf(forge);
  const { host } = new URL(forge.base());
  const below = Object.entries(TEMPLATES).map(([key, end]) => [key, `${url}/${end}`] as const);
  return {
    url,
    html_url: page,
    ...Object.fromEntries(below),
    git_url: `git://${host}/${repositoryOf(forge)}.git`,
    ssh_url: `git@${host}:${repositoryOf(forge)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
  };
}
