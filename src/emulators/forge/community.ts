/** What people made of the repository before anybody asked: stars, forks, issues, and reactions to releases. */
import { robotBody } from './accounts.ts';
import { apiOf, type Call, paged, pageOf } from './route.ts';
import type { Forge, IssueSeed, Reaction } from './state.ts';

const REACTIONS: readonly Reaction[] = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'];

/** `GET /repos/{owner}/{repo}/issues`: issues and pull requests with these labels, open ones unless another state is asked for. */
export function listIssues(call: Call): Response {
  const { forge, request } = call;
  const labels = (request.query('labels') ?? '').split(',').filter(Boolean);
  const state = request.query('state') ?? 'open';
  const seeds = (forge.community.issues ?? []).map((seed, at) => ({ number: at + 1, ...seed }));
  const fitting = seeds.filter(
    (seed) =>
      (state === 'all' || (seed.state ?? 'open') === state) &&
      labels.every((label) => (seed.labels ?? []).some((each) => each.toLowerCase() === label.toLowerCase())),
  );
  return paged(
    call,
    fitting.map((seed) => issueBody(forge, seed)),
  );
}

function issueBody(forge: Forge, seed: IssueSeed & { readonly number: number }): object {
  const { number, title, labels = [], state = 'open' } = seed;
  const [url, at] = [`${apiOf(forge)}/issues/${number}`, '2025-01-01T00:00:00Z'];
  return {
    id: number,
    node_id: `I_${number}`,
    url,
    repository_url: apiOf(forge),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${pageOf(forge)}/issues/${number}`,
    number,
    title,
    state,
    locked: false,
    user: robotBody(forge),
    labels: labels.map((name) => ({ name })),
    assignee: null,
    milestone: null,
    comments: 0,
    created_at: at,
    updated_at: at,
    closed_at: state === 'open' ? null : at,
    author_association: 'NONE',
    body: null,
  };
}

/** `reactions` of a release: there are none in a release that nobody has reacted to. */
export function reactionsBody(forge: Forge, release: { readonly tag: string; readonly id: number }): object {
  const counts = forge.community.reactions?.[release.tag];
  if (counts === undefined) return {};
  const each = Object.fromEntries(REACTIONS.map((content) => [content, counts[content] ?? 0]));
  const total = Object.values(each).reduce((sum, count) => sum + count, 0);
  const url = `${apiOf(forge)}/releases/${release.id}/reactions`;
  return { reactions: { url, total_count: total, ...each } };
}
