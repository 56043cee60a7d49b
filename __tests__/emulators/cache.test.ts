import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreCache, saveCache } from '@actions/cache';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type CacheEmulator, createCache } from '../../src/emulators/cache.ts';
import { type Listening, listen } from '../../src/emulators/listen.ts';

let server: Listening;
let cache: CacheEmulator;

beforeEach(async () => {
  cache = createCache({ base: () => server.url, token: 'rt' });
  server = await listen({ service: 'cache', app: cache.app, mishaps: [], requests: [] });
});
afterEach(() => server.close());

async function twirp(method: string, body: object, token = 'rt'): Promise<[number, Record<string, string>]> {
  const url = `${server.url}/twirp/github.actions.results.api.v1.CacheService/${method}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return [response.status, (await response.json()) as Record<string, string>];
}

async function save(key: string, bytes: string): Promise<void> {
  const [, { signed_upload_url = '' }] = await twirp('CreateCacheEntry', { key, version: 'v' });
  expect((await fetch(signed_upload_url, { method: 'PUT', body: bytes })).status).toBe(201);
  const size_bytes = String(bytes.length);
  expect(await twirp('FinalizeCacheEntryUpload', { key, version: 'v', size_bytes })).toEqual([
    200,
    { ok: true, entry_id: '1' },
  ]);
}

describe('the cache service', () => {
  it('misses, saves, hits, and keeps what it has', async () => {
    const wanted = { key: 'k-1', version: 'v', restore_keys: [] };
    expect(await twirp('GetCacheEntryDownloadURL', wanted)).toEqual([200, { ok: false }]);
    await save('k-1', 'one');
    const [, hit] = await twirp('GetCacheEntryDownloadURL', wanted);
    expect(hit.matched_key).toBe('k-1');
    expect(await (await fetch(hit.signed_download_url ?? '')).text()).toBe('one');
    const [status, refused] = await twirp('CreateCacheEntry', { key: 'k-1', version: 'v' });
    expect([status, refused.code]).toEqual([409, 'already_exists']);
  });

  it('falls back to the newest entry that begins with a restore key, of the same version', async () => {
    await save('k-1', 'one');
    await save('k-2', 'two');
    const near = await twirp('GetCacheEntryDownloadURL', { key: 'k-3', version: 'v', restore_keys: ['k-'] });
    expect(near[1].matched_key).toBe('k-2');
    const other = await twirp('GetCacheEntryDownloadURL', { key: 'k-1', version: 'w', restore_keys: ['k-'] });
    expect(other[1]).toEqual({ ok: false });
  });

  it('joins blocks in the order of their list', async () => {
    const [, { signed_upload_url = '' }] = await twirp('CreateCacheEntry', { key: 'big', version: 'v' });
    await fetch(`${signed_upload_url}&comp=block&blockid=Yg==`, { method: 'PUT', body: 'world' });
    await fetch(`${signed_upload_url}&comp=block&blockid=YQ==`, { method: 'PUT', body: 'hello ' });
    const list = '<BlockList><Latest>YQ==</Latest><Latest>Yg==</Latest></BlockList>';
    await fetch(`${signed_upload_url}&comp=blocklist`, { method: 'PUT', body: list });
    await twirp('FinalizeCacheEntryUpload', { key: 'big', version: 'v', size_bytes: '11' });
    expect(cache.entries().map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['hello world']);
  });

  it('refuses a wrong token and an upload of another size', async () => {
    expect((await twirp('CreateCacheEntry', { key: 'k', version: 'v' }, 'nope'))[0]).toBe(401);
    const [, { signed_upload_url = '' }] = await twirp('CreateCacheEntry', { key: 'k', version: 'v' });
    await fetch(signed_upload_url, { method: 'PUT', body: 'abc' });
    const [status] = await twirp('FinalizeCacheEntryUpload', { key: 'k', version: 'v', size_bytes: '4' });
    expect(status).toBe(400);
  });
});

describe('GitHub’s own cache client', () => {
  const kept = { ...process.env };
  let directory: string;

  beforeEach(async () => {
    // The client talks in workflow commands, which would be obeyed where these tests run.
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    directory = await mkdtemp(join(tmpdir(), 'cache-test-'));
    Object.assign(process.env, {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `${server.url}/`,
      ACTIONS_RUNTIME_TOKEN: 'rt',
      GITHUB_SERVER_URL: 'http://github.localhost',
      GITHUB_WORKSPACE: directory,
      RUNNER_TEMP: directory,
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    process.env = { ...kept };
    await rm(directory, { recursive: true, force: true });
  });

  it('gets back what it saved', async () => {
    const file = join(directory, 'tool.txt');
    await writeFile(file, 'tool');
    expect(await restoreCache([file], 'tool-1')).toBeUndefined();
    expect(await saveCache([file], 'tool-1')).toBeGreaterThan(0);
    await rm(file);
    expect(await restoreCache([file], 'tool-2', ['tool-'])).toBe('tool-1');
    expect(await readFile(file, 'utf8')).toBe('tool');
  });
});
