/** Every answer of the emulated forge against GitHub's own description of its API. */

import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { type ApiDescription, apiDescription, type Exchange } from '../../support/api-description.ts';
import { commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
let github: ApiDescription;
beforeAll(() => {
  github = apiDescription('api.github.com');
});
afterEach(() => forge.stop());

const name = ({ method, path, status }: Exchange): string => `${status} ${method} ${path}`;

function problems(exchanges: readonly Exchange[]): readonly string[] {
  return exchanges.flatMap((exchange) =>
    github.answerProblems(exchange).map((problem) => `${name(exchange)}: ${problem}`),
  );
}

/** Requests of every kind that the forge serves, about things that are not there. */
function requests(
  ...kinds: readonly ('read' | 'write')[]
): readonly (readonly [method: string, address: string])[] {
  return (
    forge.app.routes
      .filter(({ path }) => /^\/api\/(uploads\/)?repos\/octo\/demo/.test(path))
      .filter(({ method }) => method !== 'ALL' && kinds.includes(method === 'GET' ? 'read' : 'write'))
      .map(({ method, path }) => [method, `${forge.url}${path.replace(/:\w+(\{[^}]*\})?/g, '1')}`] as const)
      // GitHub serves this, and describes it with a slash at its end alone.
      .filter(([, address]) => !address.endsWith('/contents'))
  );
}

function met(exchanges: readonly Exchange[]): readonly string[] {
  const kinds = exchanges.map(({ method, path }) => `${method} ${github.template(method, path) ?? path}`);
  return [...new Set(kinds)].sort();
}

const upload = (address: string, content = 'bytes') =>
  fetch(address, {
    method: 'POST',
    body: Buffer.from(content),
    headers: { authorization: 'token ghs_test', 'content-type': 'application/zip' },
  });
const uploads = (id: number, file: string) =>
  `${forge.url}/api/uploads/repos/octo/demo/releases/${id}/assets?name=${file}`;

async function gitData(): Promise<void> {
  const { call, first, second } = forge;
  const blob = (await call('POST', '/git/blobs', { content: 'new\n' })).body.sha;
  const entries = [{ path: 'docs/new.md', mode: '100644', type: 'blob', sha: blob }];
  const tree = (await call('POST', '/git/trees', { base_tree: second, tree: entries })).body.sha;
  const made = await call('POST', '/git/commits', { message: 'Release 1', tree, parents: [second] });
  const tag = { tag: 'v1', message: 'one', object: first, type: 'commit' };
  const annotated = (await call('POST', '/git/tags', tag)).body.sha;
  await call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: annotated });
  await call('POST', '/git/refs', { ref: 'refs/heads/next', sha: second });
  await call('PATCH', '/git/refs/heads%2Fnext', { sha: made.body.sha });
  for (const path of [
    `blobs/${blob}`,
    `trees/${tree}?recursive=1`,
    `commits/${made.body.sha}`,
    `tags/${annotated}`,
  ])
    await call('GET', `/git/${path}`);
  await call('GET', '/git/ref/tags%2Fv1');
  await call('GET', '/git/matching-refs/tags%2Fv');
  await call('POST', '/git/refs', { ref: 'refs/tags/gone', sha: first });
  await call('DELETE', '/git/refs/tags%2Fgone');
}

async function reading(): Promise<void> {
  const { call, url } = forge;
  for (const path of [
    '',
    '/branches',
    '/branches/main',
    '/immutable-releases',
    '/issues',
    '/tags',
    '/contents/',
  ])
    await call('GET', path);
  for (const path of [
    '/contents/docs?ref=next',
    '/contents/README.md',
    '/commits/main',
    '/compare/main...next',
  ])
    await call('GET', path);
  for (const path of [
    '/rulesets',
    '/rulesets?targets=tag',
    '/rulesets/31',
    '/rulesets/32',
    '/rules/branches/main',
  ])
    await call('GET', path);
  await call('GET', `${url}/api/rate_limit`);
  await call('GET', '', undefined, null);
}

async function releasing(): Promise<void> {
  const { call, first } = forge;
  const draft = { tag_name: 'v2', target_commitish: first, name: 'Two', body: 'New.', draft: true };
  const { id } = (await call('POST', '/releases', draft)).body;
  const asset = (await (await upload(uploads(id, 'a.whl'))).json()) as { readonly id: number };
  for (const path of ['', `/${id}`, `/${id}/assets`, `/assets/${asset.id}`])
    await call('GET', `/releases${path}`);
  await call('PATCH', `/releases/assets/${asset.id}`, { name: 'b c.whl', label: 'B' });
  await call('PATCH', `/releases/${id}`, { draft: false, discussion_category_name: 'Announcements' });
  await call('POST', '/releases/generate-notes', { tag_name: 'v3', target_commitish: 'main' });
  for (const path of ['latest', 'tags/v2']) await call('GET', `/releases/${path}`);
  await call('DELETE', `/releases/assets/${asset.id}`);
  await call('DELETE', `/releases/${id}`);
}

async function pulling(): Promise<void> {
  const { call } = forge;
  const { number } = (await call('POST', '/pulls', { title: 'Release', head: 'next', base: 'main' })).body;
  await call('GET', '/pulls');
  await call('GET', `/pulls/${number}`);
  await call('PATCH', `/pulls/${number}`, { state: 'closed' });
  const again = (await call('POST', '/pulls', { title: 'Release', head: 'next', base: 'main' })).body.number;
  await call('PUT', `/pulls/${again}/merge`);
  await call('GET', `/pulls/${again}`);
}

async function tour(): Promise<void> {
  await gitData();
  await reading();
  await pulling();
  await releasing();
}

it('answers every request that it serves as GitHub describes', async () => {
  forge = await runningForge({ recorded: true, flags: ['tag-ruleset', 'branch-ruleset', 'ruleset-bypass'] });
  await tour();
  const well = forge.exchanges.filter(({ status }) => status < 400);
  expect(problems(forge.exchanges)).toEqual([]);
  // The tour's repository has no environments, and its releases are mutable.
  const absent = [
    'GET /repos/{owner}/{repo}/environments/{environment_name}',
    'GET /repos/{owner}/{repo}/immutable-releases',
  ];
  const served = requests('read', 'write').map(([method, address]) => {
    const path = new URL(address).pathname.replace(/^\/api(\/uploads)?/, '');
    return `${method} ${github.template(method, path) ?? path}`;
  });
  expect(met(well).filter((each) => each !== 'GET /rate_limit')).toEqual(
    [...new Set(served)].filter((each) => !absent.includes(each)).sort(),
  );
});

it('tells of immutable releases as GitHub describes', async () => {
  forge = await runningForge({ recorded: true, flags: ['immutable-releases'] });
  await forge.call('GET', '/immutable-releases');
  await forge.call('POST', '/releases', { tag_name: 'v1' });
  expect(problems(forge.exchanges)).toEqual([]);
  expect(forge.exchanges.map(({ status }) => status)).toEqual([200, 201]);
});

it('refuses every request without a right token as GitHub describes', async () => {
  forge = await runningForge({ recorded: true });
  for (const [method, address] of requests('read'))
    await forge.call(method, address, undefined, 'token nope');
  for (const [method, address] of requests('write')) await forge.call(method, address, '{}', null);
  expect(new Set(forge.exchanges.map(({ status }) => status))).toEqual(new Set([401]));
  expect(forge.exchanges.length).toBeGreaterThan(40);
  expect(problems(forge.exchanges)).toEqual([]);
});

it('refuses what the job was not permitted as GitHub describes', async () => {
  forge = await runningForge({ recorded: true, permissions: {} });
  for (const [method, address] of requests('write')) await forge.call(method, address, '{}');
  expect(new Set(forge.exchanges.map(({ status }) => status))).toEqual(new Set([403]));
  expect(problems(forge.exchanges)).toEqual([]);
});

type Refused = readonly [status: number, method: string, path: string, body?: unknown];

/** Requests that GitHub refuses for what they ask. */
const REFUSALS: readonly Refused[] = [
  [404, 'GET', '/git/ref/tags%2Fnone'],
  [404, 'GET', '/releases/latest'],
  [404, 'GET', '/releases/tags/none'],
  [404, 'GET', '/releases/1'],
  [404, 'GET', '/releases/assets/1'],
  [404, 'GET', '/environments/pypi'],
  [404, 'GET', '/immutable-releases'],
  [404, 'GET', '/contents/none'],
  [404, 'GET', '/compare/main...none'],
  [404, 'GET', '/pulls/1'],
  [404, 'GET', '/rulesets/1'],
  [422, 'GET', '/commits/none'],
  [400, 'POST', '/releases', 'no JSON'],
  [422, 'POST', '/releases', {}],
  [422, 'POST', '/releases', { tag_name: 'a..b' }],
  [422, 'POST', '/releases', { tag_name: 'v1', target_commitish: 'none' }],
  [404, 'POST', '/releases', { tag_name: 'v1', discussion_category_name: 'None' }],
  [422, 'POST', '/git/refs', { ref: 'v1', sha: 'x' }],
  [422, 'POST', '/git/refs', { ref: 'refs/tags/v1', sha: 'f'.repeat(40) }],
  [422, 'PATCH', '/git/refs/heads%2Fnone', { sha: 'f'.repeat(40) }],
  [422, 'DELETE', '/git/refs/heads%2Fnone'],
  [422, 'POST', '/git/trees', { base_tree: 'none', tree: [] }],
  [422, 'POST', '/git/commits', { message: '', tree: 'none' }],
  [422, 'POST', '/git/tags', { tag: 'v1', message: '', object: 'none', type: 'commit' }],
  [422, 'POST', '/git/blobs', { content: 'x', encoding: 'rot13' }],
  [422, 'POST', '/pulls', { title: 'x', head: 'none', base: 'main' }],
  [422, 'POST', '/pulls', { title: 'x', head: 'main', base: 'main' }],
];

/** And for what its repository is, by its flag. */
const FLAGGED: readonly (readonly [flag: string, refused: Refused])[] = [
  ['tag-ruleset', [422, 'POST', '/releases', { tag_name: 'v1' }]],
  ['branch-ruleset', [422, 'DELETE', '/git/refs/heads%2Fmain']],
  ['rulesets-hidden', [404, 'GET', '/rules/branches/main']],
  ['secondary-limit', [403, 'POST', '/releases', { tag_name: 'v1' }]],
  ['no-pulls-by-actions', [403, 'POST', '/pulls', { head: 'x', base: 'main' }]],
  ['archived', [403, 'POST', '/releases', { tag_name: 'v1' }]],
];

async function refusals(flags: readonly string[], refused: readonly Refused[]): Promise<void> {
  forge = await runningForge({ recorded: true, flags });
  for (const [, method, path, body] of refused) await forge.call(method, path, body);
  expect(forge.exchanges.map(name)).toEqual(
    refused.map(([status, method, path]) => `${status} ${method} /repos/octo/demo${path}`),
  );
  expect(problems(forge.exchanges)).toEqual([]);
}

it('refuses what cannot be as GitHub describes', () => refusals([], REFUSALS));

it.each(FLAGGED)('refuses as GitHub describes: %s', (flag, refused) => refusals([flag], [refused]));

it('refuses what stands already, and every asset it cannot take, as GitHub describes', async () => {
  forge = await runningForge({ recorded: true, flags: ['immutable-releases'] });
  const { call, first } = forge;
  const { id } = (await call('POST', '/releases', { tag_name: 'v1', draft: true })).body;
  await upload(uploads(id, 'a.whl'));
  await upload(uploads(id, 'a.whl'));
  await call('PATCH', `/releases/${id}`, { draft: false });
  await upload(uploads(id, 'b.whl'));
  await call('PATCH', `/releases/${id}`, { draft: true });
  await call('PATCH', '/git/refs/tags%2Fv1', { sha: first, force: true });
  await call('POST', '/releases', { tag_name: 'v1' });
  await call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: first });
  await call('DELETE', `/releases/${id}`);
  await call('POST', '/releases', { tag_name: 'v1' });
  await commit(forge, { at: 1, files: { a: 'a' }, parent: forge.second, ref: 'refs/heads/next' });
  for (let time = 0; time < 2; time += 1)
    await call('POST', '/pulls', { title: 'x', head: 'next', base: 'main' });
  const refused = forge.exchanges.filter(({ status }) => status === 422);
  expect(refused).toHaveLength(8);
  expect(problems(forge.exchanges)).toEqual([]);
});

it('refuses an empty repository as GitHub describes', async () => {
  forge = await runningForge({ recorded: true, empty: true });
  await forge.call('GET', '/git/ref/heads%2Fmain');
  await forge.call('GET', '/commits/main');
  expect(forge.exchanges.map(({ status }) => status)).toEqual([409, 409]);
  expect(problems(forge.exchanges)).toEqual([]);
});

it('shows an asset that never landed as the documentation says', async () => {
  forge = await runningForge({ recorded: true, flags: ['starter-asset'] });
  const { id } = (await forge.call('POST', '/releases', { tag_name: 'v1', draft: true })).body;
  expect((await upload(uploads(id, 'a.whl'))).status).toBe(502);
  const { body } = await forge.call('GET', `/releases/${id}/assets`);
  expect(body[0].state).toBe('starter');
  // The one thing in which the documentation says more than the description.
  expect(problems(forge.exchanges.slice(-1))).toEqual([
    `200 GET /repos/octo/demo/releases/${id}/assets: /0/state must be equal to one of the allowed values`,
  ]);
});
