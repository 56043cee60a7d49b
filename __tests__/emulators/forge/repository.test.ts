import { afterEach, describe, expect, it } from '@jest/globals';
import { AT, commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

describe('the repository', () => {
  it('tells its name, numbers, default branch and what the token may', async () => {
    forge = await runningForge({ permissions: { contents: 'write' } });
    const { data } = await forge.octokit.rest.repos.get(AT);
    expect(data).toMatchObject({
      id: 7,
      full_name: 'octo/demo',
      owner: { login: 'octo', id: 3 },
      default_branch: 'main',
      permissions: { push: true, admin: false },
    });
  });

  it('knows its branches, no environments, no issues', async () => {
    forge = await runningForge();
    const { rest } = forge.octokit;
    expect((await rest.repos.getBranch({ ...AT, branch: 'main' })).data.commit.sha).toBe(forge.second);
    expect((await forge.call('GET', '/branches/none')).status).toBe(404);
    expect((await forge.call('GET', '/environments/pypi')).status).toBe(404);
    expect((await forge.call('GET', '/issues?labels=critical')).body).toEqual([]);
  });
});

describe('the community', () => {
  const issues = [
    { title: 'One', labels: ['critical', 'server'] },
    { title: 'Two', labels: ['Critical'], state: 'closed' },
    { title: 'Three' },
  ] as const;
  const community = { stars: 7, forks: 2, issues, reactions: { v1: { heart: 2, '+1': 1 } } };

  it('is counted in the repository', async () => {
    forge = await runningForge({ community });
    const { data } = await forge.octokit.rest.repos.get(AT);
    expect(data).toMatchObject({ stargazers_count: 7, forks_count: 2, open_issues_count: 2 });
  });

  it.each([
    ['', ['One', 'Three']],
    ['?labels=critical', ['One']],
    ['?labels=critical&state=all', ['One', 'Two']],
    ['?labels=critical,wish', []],
  ])('has issues, of which %j lists %j', async (query, titles) => {
    forge = await runningForge({ community });
    const { body } = await forge.call('GET', `/issues${query}`);
    expect(body.map(({ title }: { readonly title: string }) => title)).toEqual(titles);
  });

  it('reacts to releases; one that nobody reacted to tells of none', async () => {
    forge = await runningForge({ community });
    const make = async (tag: string) =>
      (await forge.call('POST', '/releases', { tag_name: tag, target_commitish: forge.second })).body;
    expect((await make('v1')).reactions).toMatchObject({ total_count: 3, heart: 2, '+1': 1, eyes: 0 });
    expect(await make('v2')).not.toHaveProperty('reactions');
  });
});

describe('a commit', () => {
  it.each(['main', 'heads/main', 'v1', 'tags/v1', 'refs/tags/v1'])('is found as %s', async (name) => {
    forge = await runningForge();
    await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: forge.second });
    expect((await forge.octokit.rest.repos.getCommit({ ...AT, ref: name })).data.sha).toBe(forge.second);
  });

  it('is found by a shortened SHA, with its parents and files', async () => {
    forge = await runningForge();
    const { body } = await forge.call('GET', `/commits/${forge.second.slice(0, 8)}`);
    expect(body).toMatchObject({ sha: forge.second, parents: [{ sha: forge.first }] });
    expect(body.files).toEqual([
      expect.objectContaining({ filename: 'pyproject.toml', status: 'added', additions: 1, deletions: 0 }),
    ]);
  });

  it.each(['nope', 'main~1', 'f'.repeat(40)])('%s is a 422 that names it', async (name) => {
    forge = await runningForge();
    const refused = await forge.call('GET', `/commits/${encodeURIComponent(name)}`);
    expect(refused).toMatchObject({ status: 422, body: { message: `No commit found for SHA: ${name}` } });
  });
});

describe('comparing', () => {
  it('tells ahead, behind, identical and diverged', async () => {
    forge = await runningForge();
    const { first, second } = forge;
    const side = await commit(forge, {
      at: 1_700_001_000,
      files: { s: 's' },
      parent: first,
      ref: 'refs/heads/side',
    });
    const compared = async (basehead: string) =>
      (await forge.octokit.rest.repos.compareCommitsWithBasehead({ ...AT, basehead })).data;
    expect(await compared(`${first}...main`)).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      total_commits: 1,
    });
    expect(await compared(`main...${first}`)).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 1 });
    expect(await compared(`main...${second}`)).toMatchObject({ status: 'identical', total_commits: 0 });
    const diverged = await compared('main...side');
    expect(diverged).toMatchObject({ status: 'diverged', merge_base_commit: { sha: first } });
    expect(diverged.commits.map(({ sha }) => sha)).toEqual([side]);
  });

  it('is a 404 for a name or a history that has nothing in common', async () => {
    forge = await runningForge();
    await commit(forge, { at: 1, files: { o: 'o' }, ref: 'refs/heads/orphan' });
    expect((await forge.call('GET', '/compare/main...nope')).status).toBe(404);
    expect((await forge.call('GET', '/compare/main...orphan')).status).toBe(404);
  });
});

describe('contents', () => {
  it('gives a file in base64 or raw, and the list of a folder', async () => {
    forge = await runningForge();
    const { data } = await forge.octokit.rest.repos.getContent({
      ...AT,
      path: 'README.md',
      ref: forge.first,
    });
    expect(data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      size: 7,
      content: `${btoa('# demo\n')}\n`,
    });
    const raw = await forge.octokit.rest.repos.getContent({
      ...AT,
      path: 'README.md',
      mediaType: { format: 'raw' },
    });
    expect(raw.data).toBe('# demo\n');
    const top = await forge.call('GET', '/contents');
    expect(top.body.map((each: { name: string }) => each.name)).toEqual(['README.md', 'pyproject.toml']);
    expect((await forge.call('GET', `/contents/pyproject.toml?ref=${forge.first}`)).status).toBe(404);
  });
});

describe('tags', () => {
  it('are listed with the commits they peel to', async () => {
    forge = await runningForge();
    const tag = { tag: 'v1', message: 'm', object: forge.first, type: 'commit' };
    const { body } = await forge.call('POST', '/git/tags', tag);
    await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: body.sha });
    const { data } = await forge.octokit.rest.repos.listTags(AT);
    expect(data.map(({ name, commit: { sha } }) => [name, sha])).toEqual([['v1', forge.first]]);
  });
});
