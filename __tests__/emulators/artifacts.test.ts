import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ArtifactsEmulator, createArtifacts } from '../../src/emulators/artifacts.ts';
import { type Listening, listen } from '../../src/emulators/listen.ts';
import { runtimeToken } from '../support/runtime-token.ts';

const TOKEN = runtimeToken();
const IDS = { workflow_run_backend_id: 'run-1', workflow_job_run_backend_id: 'job-1' };
const DAY = 24 * 3_600_000;

let server: Listening;
let service: ArtifactsEmulator;
let time: number;

beforeEach(async () => {
  time = Date.parse('2026-01-02T03:04:05Z');
  service = createArtifacts({ base: () => server.url, token: TOKEN, now: () => new Date(time) });
  server = await listen({ service: 'cache', app: service.app, mishaps: [], requests: [] });
});
afterEach(() => server.close());

type Answer = readonly [number, Readonly<Record<string, unknown>>];

async function call(method: string, fields: object = {}, token = TOKEN): Promise<Answer> {
  const url = `${server.url}/twirp/github.actions.results.api.v1.ArtifactService/${method}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...IDS, ...fields });
  const response = await fetch(url, { method: 'POST', headers, body });
  return [response.status, (await response.json()) as Readonly<Record<string, unknown>>];
}

async function begun(name: string, text: string, fields: object = {}): Promise<string> {
  const [status, { signed_upload_url: url }] = await call('CreateArtifact', { name, version: 7, ...fields });
  expect(status).toBe(200);
  expect((await fetch(String(url), { method: 'PUT', body: text })).status).toBe(201);
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function kept(name: string, text: string, fields: object = {}): Promise<Answer> {
  const hash = await begun(name, text, fields);
  return call('FinalizeArtifact', { name, size: String(text.length), hash });
}

const names = async (): Promise<readonly unknown[]> => {
  const [, { artifacts }] = await call('ListArtifacts');
  return (artifacts as readonly { readonly name: string }[]).map(({ name }) => name);
};

describe('the artifact service', () => {
  it('lists what was finished, with its digest, and nothing that was only begun', async () => {
    expect(await kept('one', 'abc')).toEqual([200, { ok: true, artifact_id: '1' }]);
    await begun('two', 'abc');
    const [, { artifacts }] = await call('ListArtifacts');
    expect(artifacts).toEqual([
      {
        ...IDS,
        database_id: '1',
        name: 'one',
        size: '3',
        created_at: '2026-01-02T03:04:05.000Z',
        digest: `sha256:${createHash('sha256').update('abc').digest('hex')}`,
      },
    ]);
  });

  it('gives a name once, and again when its artifact is deleted', async () => {
    await kept('one', 'abc');
    expect(await call('CreateArtifact', { name: 'one', version: 7 })).toEqual([
      409,
      { code: 'already_exists', msg: expect.stringContaining('already exists on the workflow run') },
    ]);
    expect(await call('DeleteArtifact', { name: 'one' })).toEqual([200, { ok: true, artifact_id: '1' }]);
    expect(await names()).toEqual([]);
    await kept('one', 'def');
    expect(service.artifacts().map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['def']);
  });

  it('refuses to finish with a size or hash that is not that of the bytes', async () => {
    const hash = await begun('one', 'abc');
    const other = await call('FinalizeArtifact', { name: 'one', size: '3', hash: 'sha256:00' });
    const longer = await call('FinalizeArtifact', { name: 'one', size: '4', hash });
    expect([other[0], longer[0]]).toEqual([400, 400]);
    expect(await names()).toEqual([]);
  });

  it('lets go of an artifact at its time, and of one without at ninety days', async () => {
    await kept('short', 'abc', { expires_at: '2026-01-03T03:04:05Z' });
    await kept('long', 'abc');
    time += DAY;
    expect(await names()).toEqual(['long']);
    time += 89 * DAY;
    expect(await names()).toEqual([]);
    expect((await call('GetSignedArtifactURL', { name: 'long' }))[0]).toBe(404);
  });

  it('signs an address for one blob, to read it or to write it, for ten minutes', async () => {
    await kept('one', 'abc');
    const [, { signed_upload_url: upload }] = await call('CreateArtifact', { name: 'two', version: 7 });
    const [, { signed_url: download }] = await call('GetSignedArtifactURL', { name: 'one' });
    expect(await (await fetch(String(download))).text()).toBe('abc');
    const status = async (address: unknown, init: RequestInit = {}): Promise<number> =>
      (await fetch(String(address), init)).status;
    expect(await status(download, { method: 'PUT', body: 'other' })).toBe(403);
    expect(await status(upload)).toBe(403);
    expect(await status(String(download).replace(/sig=.*/, 'sig=guess'))).toBe(403);
    time += 10 * 60_000;
    expect(await status(download)).toBe(403);
  });

  it('refuses another token, another run, another job’s artifact, a name that no artifact may have', async () => {
    const statuses = await Promise.all([
      call('ListArtifacts', {}, 'nope'),
      call('ListArtifacts', { workflow_run_backend_id: 'run-2' }),
      call('CreateArtifact', { name: 'one', workflow_job_run_backend_id: 'job-2' }),
      call('CreateArtifact', { name: 'a/b' }),
      call('CreateArtifact', { name: '' }),
      call('Nonsense'),
    ]);
    expect(statuses.map(([status]) => status)).toEqual([401, 403, 403, 400, 400, 404]);
  });
});
