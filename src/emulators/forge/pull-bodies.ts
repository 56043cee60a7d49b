/** Pull requests as the API shows them, in a list and whole. */
import { ownerBody, robotBody } from './accounts.ts';
import { changedFiles } from './changes.ts';
import { peeled } from './git.ts';
import { isoSeconds } from './object-text.ts';
import { repositoryBody } from './repository-body.ts';
import { apiOf, pageOf } from './route.ts';
import type { Forge, StoredPull } from './state.ts';

/** As in a list. */
export async function pullBody(forge: Forge, pull: StoredPull): Promise<object> {
  const side = await sideBody(forge, pull.head);
  // The branch may have gone, or gone on, since.
  const head = { ...side, sha: pull.mergedHead ?? side.sha };
  const links = addresses(forge, pull, head.sha);
  const at = isoSeconds(pull.createdAt);
  const merged = pull.mergedAt === null ? null : isoSeconds(pull.mergedAt);
  return {
    ...links.urls,
    id: pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    state: pull.state,
    locked: false,
    draft: pull.draft,
    title: pull.title,
    body: pull.body,
    user: robotBody(forge),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: at,
    updated_at: at,
    closed_at: pull.state === 'closed' ? (merged ?? at) : null,
    merged_at: merged,
    merge_commit_sha: null,
    author_association: 'CONTRIBUTOR',
    auto_merge: null,
    head,
    base: await sideBody(forge, pull.base),
    _links: links.named,
  };
}

/** As asked for by its number, or just opened. */
export async function fullPullBody(forge: Forge, pull: StoredPull): Promise<object> {
  const [base, head] = await Promise.all([tip(forge, pull.base), tip(forge, pull.head)]);
  const between = base === '' || head === '' ? [] : await commitsBetween(forge, base, head);
  const files = base === '' || head === '' ? [] : await changedFiles(forge, base, head);
  const total = (key: 'additions' | 'deletions'): number =>
    files.reduce((sum, file) => sum + Number((file as Readonly<Record<string, unknown>>)[key]), 0);
  return {
    ...(await pullBody(forge, pull)),
    merged: pull.mergedAt !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: between.length,
    additions: total('additions'),
    deletions: total('deletions'),
    changed_files: files.length,
  };
}

async function commitsBetween(forge: Forge, base: string, head: string): Promise<readonly string[]> {
  const out = (await forge.git(['rev-list', `${base}..${head}`])).toString();
  return out.split('\n').filter((line) => line !== '');
}

async function tip(forge: Forge, branch: string): Promise<string> {
  return (await peeled(forge.git, `refs/heads/${branch}`)) ?? '';
}

interface Side {
  readonly label: string;
  readonly ref: string;
  readonly sha: string;
  readonly user: object;
  readonly repo: object;
}

async function sideBody(forge: Forge, branch: string): Promise<Side> {
  const sha = await tip(forge, branch);
  return {
    label: `${forge.owner}:${branch}`,
    ref: branch,
    sha,
    user: ownerBody(forge),
    repo: repositoryBody(forge),
  };
}

interface Addresses {
  readonly urls: Readonly<Record<string, string>>;
  readonly named: Readonly<Record<string, { readonly href: string }>>;
}

function addresses(forge: Forge, { number }: StoredPull, head: string): Addresses {
  const api = apiOf(forge);
  const url = `${api}/pulls/${number}`;
  const html = `${pageOf(forge)}/pull/${number}`;
  const own = {
    issue: `${api}/issues/${number}`,
    commits: `${url}/commits`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    comments: `${api}/issues/${number}/comments`,
    statuses: `${api}/statuses/${head}`,
  };
  const urls = Object.entries(own).map(([name, address]) => [`${name}_url`, address] as const);
  const links = Object.entries({ self: url, html, ...own }).map(([name, href]) => [name, { href }] as const);
  return {
    urls: {
      url,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      ...Object.fromEntries(urls),
    },
    named: Object.fromEntries(links),
  };
}
