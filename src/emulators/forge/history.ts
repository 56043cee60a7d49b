/** Commits by any name, comparison of two, and the list of tags (REST "Commits", "Repositories"). */
import { changedFiles } from './changes.ts';
import { notFound, unprocessable } from './errors.ts';
import { commitsOf, type Git, GitError, objectBytes, peeled } from './git.ts';
import { commitBody } from './object-bodies.ts';
import { parseCommit } from './object-text.ts';
import { requireRefs } from './refs.ts';
import { apiOf, type Call, json, paged, pageOf, parameter, type Route } from './route.ts';
import type { Forge } from './state.ts';

export const historyRoutes: readonly Route[] = [
  ['GET', '/commits/:ref{.+}', 'contents=read', 'commits/commits#get-a-commit', getCommit],
  ['GET', '/compare/:basehead{.+}', 'contents=read', 'commits/commits#compare-two-commits', compare],
  ['GET', '/tags', 'metadata=read', 'repos/repos#list-repository-tags', listTags],
];

/** The commit that a branch, tag, full reference name or (shortened) SHA means. */
export async function resolveCommit(git: Git, name: string): Promise<string | undefined> {
  const places = ['refs/heads/', 'refs/tags/', 'refs/', ''];
  for (const place of places) {
    const bare = place === '' && !/^[0-9a-f]{4,40}$/.test(name) && !name.startsWith('refs/');
    // `..`, `^` and `~` are git's own language, which the REST API does not speak.
    if (bare || /\.\.|[\^~:\s]/.test(name)) continue;
    const sha = await peeled(git, `${place}${name}`);
    if (sha !== undefined) return sha;
  }
  return undefined;
}

/** A commit as lists and `GET /commits/{ref}` show it. */
export async function commitView(forge: Forge, sha: string): Promise<object> {
  const bytes = await objectBytes(forge.git, sha, 'commit');
  if (bytes === undefined) throw notFound();
  const parsed = parseCommit(bytes.toString());
  const {
    sha: _,
    node_id,
    parents,
    html_url,
    ...commit
  } = commitBody(forge, sha, parsed) as Record<string, unknown>;
  return {
    sha,
    node_id,
    commit: { ...commit, comment_count: 0 },
    url: `${apiOf(forge)}/commits/${sha}`,
    html_url,
    comments_url: `${apiOf(forge)}/commits/${sha}/comments`,
    author: null,
    committer: null,
    parents,
  };
}

async function getCommit(call: Call): Promise<Response> {
  const { forge } = call;
  await requireRefs(forge);
  const name = parameter(call, 'ref');
  const sha = await resolveCommit(forge.git, name);
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${name}`);
  return json({ ...(await commitView(forge, sha)), files: await changedFiles(forge, undefined, sha) });
}

async function compare(call: Call): Promise<Response> {
  const { forge } = call;
  const [from = '', to = ''] = parameter(call, 'basehead').split('...');
  const base = await resolveCommit(forge.git, from);
  const head = await resolveCommit(forge.git, to);
  if (base === undefined || head === undefined) throw notFound();
  const counts = (await forge.git(['rev-list', '--left-right', '--count', `${base}...${head}`])).toString();
  const [behind = 0, ahead = 0] = counts.trim().split('\t').map(Number);
  const common = await mergeBase(forge.git, base, head);
  const commits = (
    await lines(forge.git, ['rev-list', '--reverse', '--max-count=250', `${base}..${head}`])
  ).map((sha) => commitView(forge, sha));
  const page = `${pageOf(forge)}/compare/${from}...${to}`;
  return json({
    url: `${apiOf(forge)}/compare/${from}...${to}`,
    html_url: page,
    permalink_url: `${pageOf(forge)}/compare/${forge.owner}:${base.slice(0, 7)}...${forge.owner}:${head.slice(0, 7)}`,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    base_commit: await commitView(forge, base),
    merge_base_commit: await commitView(forge, common),
    status: ahead > 0 && behind > 0 ? 'diverged' : ahead > 0 ? 'ahead' : behind > 0 ? 'behind' : 'identical',
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: await Promise.all(commits),
    files: await changedFiles(forge, common, head),
  });
}

/** 404 for histories without a common commit, as GitHub answers. */
async function mergeBase(git: Git, base: string, head: string): Promise<string> {
  try {
    return (await lines(git, ['merge-base', base, head]))[0] ?? base;
  } catch (error) {
    if (error instanceof GitError && error.code === 1) throw notFound();
    throw error;
  }
}

async function lines(git: Git, args: readonly string[]): Promise<readonly string[]> {
  return (await git(args))
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

async function listTags(call: Call): Promise<Response> {
  const { forge } = call;
  const api = apiOf(forge);
  const tags = Object.entries(await commitsOf(forge.git, 'refs/tags/')).reverse();
  return paged(
    call,
    tags.map(([name, sha]) => ({
      name,
      commit: { sha, url: `${api}/commits/${sha}` },
      zipball_url: `${api}/zipball/refs/tags/${name}`,
      tarball_url: `${api}/tarball/refs/tags/${name}`,
      node_id: `REF_${Buffer.from(`refs/tags/${name}`).toString('base64url')}`,
    })),
  );
}
