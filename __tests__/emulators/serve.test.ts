import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Permissions } from '../../src/emulators/job.ts';
import { type ServiceOptions, type Services, startServices } from '../../src/emulators/serve.ts';

const run = promisify(execFile);
let scratch: string;
let services: Services | undefined;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'serve-test-'));
});
afterEach(async () => {
  await services?.close();
  services = undefined;
  await rm(scratch, { recursive: true, force: true });
});

async function started(options: Partial<ServiceOptions> = {}): Promise<Services> {
  services = await startServices({ scratch, ...options });
  return services;
}

/** Pushes one commit to the forge, as the caller of the services does. */
async function push({ github }: Services): Promise<string> {
  const work = join(scratch, 'work');
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
  await run('git', ['init', '--quiet', '-b', 'main', work]);
  await run('git', ['-C', work, ...identity, 'commit', '--quiet', '--allow-empty', '-m', 'one']);
  await run('git', ['-C', work, 'push', '--quiet', github.gitDirectory, 'main']);
  return (await run('git', ['-C', work, 'rev-parse', 'HEAD'])).stdout.trim();
}

async function identityToken({ env }: Services, audience: string): Promise<string> {
  const url = `${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${audience}`;
  const headers = { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
  return ((await (await fetch(url, { headers })).json()) as { value: string }).value;
}

const PUBLISHER = {
  owner: 'octo',
  owner_id: '3',
  repository: 'demo',
  workflow: 'release.yml',
  environment: '',
};

describe('the services', () => {
  it('each listen on a port of 127.0.0.1 and give a job what the runner would', async () => {
    const { pypi, testpypi, github, oidc, cache, env } = await started();
    const urls = [pypi.base, testpypi.base, github.api, oidc.sign, cache.url].map((url) => new URL(url));
    expect(new Set(urls.map(({ hostname }) => hostname))).toEqual(new Set(['127.0.0.1']));
    expect(new Set(urls.map(({ port }) => port)).size).toBe(5);
    expect(pypi).toMatchObject({ upload: `${pypi.base}/legacy/`, simple: `${pypi.base}/simple/` });
    expect(Object.keys(env).sort()).toEqual([
      'ACTIONS_CACHE_SERVICE_V2',
      'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      'ACTIONS_ID_TOKEN_REQUEST_URL',
      'ACTIONS_RESULTS_URL',
      'ACTIONS_RUNTIME_TOKEN',
      'GITHUB_API_URL',
      'GITHUB_GRAPHQL_URL',
      'GITHUB_REPOSITORY',
      'GITHUB_REPOSITORY_ID',
      'GITHUB_REPOSITORY_OWNER',
      'GITHUB_REPOSITORY_OWNER_ID',
      'GITHUB_SERVER_URL',
    ]);
    expect(new URL(env.GITHUB_SERVER_URL ?? '').hostname).toBe('github.localhost');
    expect(env.ACTIONS_ID_TOKEN_REQUEST_URL).toContain('?');
  });

  it('exchange a job’s identity for an upload token, on both indexes', async () => {
    const all = await started({ pending: [{ ...PUBLISHER, project: 'demo' }] });
    for (const [index, audience] of [
      [all.pypi, 'pypi'],
      [all.testpypi, 'testpypi'],
    ] as const) {
      const body = JSON.stringify({ token: await identityToken(all, audience) });
      const minted = await fetch(`${index.base}/_/oidc/mint-token`, { method: 'POST', body });
      expect(await minted.json()).toMatchObject({ success: true, token: expect.stringMatching(/^pypi-/) });
    }
  });

  it('take new claims for the next token', async () => {
    const all = await started({ claims: { ref: 'refs/heads/main' } });
    expect(decodeJwt(await identityToken(all, 'pypi')).ref).toBe('refs/heads/main');
    all.setClaims({ ref: 'refs/tags/v1', sha: 'b'.repeat(40) });
    expect(decodeJwt(await identityToken(all, 'pypi'))).toMatchObject({
      ref: 'refs/tags/v1',
      sha: 'b'.repeat(40),
    });
  });

  it.each<readonly [Permissions, boolean]>([
    [{ 'id-token': 'write' }, true],
    [{ 'id-token': 'read' }, false],
    [{ contents: 'write' }, false],
    [{}, false],
  ])('lead a job with the permissions %j to an identity: %s', async (permissions, leads) => {
    const { env } = await started({ permissions });
    const names = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
    expect(names.map((name) => name in env)).toEqual([leads, leads]);
    expect(env).toHaveProperty('ACTIONS_RUNTIME_TOKEN');
  });

  it('take new permissions, for the forge and the identity alike', async () => {
    const all = await started({ permissions: { contents: 'write', 'id-token': 'write' } });
    await push(all);
    const { rest } = getOctokit(all.github.token, { baseUrl: all.github.api });
    const draft = () =>
      rest.repos.createRelease({ owner: 'octo', repo: 'demo', tag_name: 'v1.0', draft: true }).then(
        ({ status }) => status,
        ({ status }: { readonly status: number }) => status,
      );
    const identity = () => 'ACTIONS_ID_TOKEN_REQUEST_URL' in all.env;
    expect([await draft(), identity()]).toEqual([201, true]);
    all.setPermissions({ contents: 'read' });
    expect([await draft(), identity()]).toEqual([403, false]);
    all.setPermissions({ contents: 'write', 'id-token': 'write' });
    expect([await draft(), identity()]).toEqual([201, true]);
  });

  it('show what they hold as the report does', async () => {
    const files = { '1.0': ['demo-1.0.tar.gz'] };
    const all = await started({ projects: { demo: files } });
    const commit = await push(all);
    const { rest } = getOctokit(all.github.token, { baseUrl: all.github.api });
    const at = { owner: 'octo', repo: 'demo' };
    await rest.repos.createRelease({ ...at, tag_name: 'v1.0' });
    await rest.repos.createRelease({ ...at, tag_name: 'v1.1', draft: true });
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(await all.world()).toEqual({
      pypi: { demo: { '1.0': { 'demo-1.0.tar.gz': sha256 } } },
      testpypi: { demo: { '1.0': { 'demo-1.0.tar.gz': sha256 } } },
      tags: { 'v1.0': commit },
      releases: [
        { tag: 'v1.0', draft: false, assets: {} },
        { tag: 'v1.1', draft: true, assets: {} },
      ],
    });
  });

  it('can be cloned from, by SHA too', async () => {
    const all = await started();
    const commit = await push(all);
    const copy = join(scratch, 'copy');
    await run('git', ['init', '--quiet', copy]);
    await run('git', ['-C', copy, 'fetch', '--quiet', '--depth=1', all.github.gitDirectory, commit]);
    expect((await run('git', ['-C', copy, 'rev-parse', 'FETCH_HEAD'])).stdout.trim()).toBe(commit);
  });

  it('write down every request, also one that a mishap answered', async () => {
    const all = await started({ mishaps: ['testpypi:GET /simple/:503:1'] });
    await fetch(all.pypi.simple);
    await fetch(all.testpypi.simple);
    await fetch(`${all.github.api}/rate_limit`);
    expect(all.requests).toEqual([
      { service: 'pypi', method: 'GET', path: '/simple/', status: 200 },
      { service: 'testpypi', method: 'GET', path: '/simple/', status: 503 },
      { service: 'github', method: 'GET', path: '/api/rate_limit', status: 200 },
    ]);
  });

  it('give each flag to those it concerns', async () => {
    const all = await started({ flags: ['archived', 'disallow-oidc'] });
    const repository = await fetch(`${all.github.api}/repos/octo/demo`);
    expect(await repository.json()).toMatchObject({ archived: true });
    expect((await fetch(`${all.pypi.base}/_/oidc/audience`)).status).toBe(403);
  });

  it('refuse a malformed mishap before anything listens', async () => {
    await expect(startServices({ scratch, mishaps: ['nonsense'] })).rejects.toThrow(RangeError);
  });

  it('stop at once, although an answer is still due', async () => {
    const all = await started({ mishaps: ['pypi:GET /simple/:slow-60000'] });
    const pending = fetch(all.pypi.simple).catch(String);
    while (all.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await all.close();
    await all.close();
    expect(await pending).toBe('TypeError: fetch failed');
    await expect(fetch(all.pypi.simple)).rejects.toThrow('fetch failed');
  });
});
