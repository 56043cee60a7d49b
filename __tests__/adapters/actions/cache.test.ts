import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCacheService } from '../../../src/adapters/actions/cache.ts';
import { createCache } from '../../../src/emulators/cache.ts';
import { type Listening, listen } from '../../../src/emulators/listen.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const SECRETS = {
  'INPUT_PYPI-TOKEN': 'pypi-secret',
  'INPUT_GITHUB-TOKEN': 'ghs_secret',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'identity-secret',
  MY_OWN_SECRET: 'own-secret',
};

let server: Listening;
let scratch: Scratch;
let before: NodeJS.ProcessEnv;

beforeEach(async () => {
  const cache = createCache({ base: () => server.url, token: 'rt' });
  server = await listen({ service: 'cache', app: cache.app, mishaps: [], requests: [] });
  scratch = makeScratch();
  before = { ...process.env };
  // A tar that writes down what it sees before it does its work.
  const tar = execFileSync('sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim();
  scratch.write({ 'bin/tar': `#!/bin/sh\nenv >> "${scratch.file('seen')}"\nexec ${tar} "$@"\n` });
  chmodSync(scratch.file('bin/tar'), 0o755);
  mkdirSync(scratch.file('temp'));
  Object.assign(process.env, SECRETS, {
    PATH: `${scratch.file('bin')}${path.delimiter}${process.env.PATH}`,
    RUNNER_TEMP: scratch.file('temp'),
    GITHUB_WORKSPACE: scratch.directory,
    GITHUB_SERVER_URL: 'http://github.localhost',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: `${server.url}/`,
    ACTIONS_RUNTIME_TOKEN: 'rt',
  });
});

afterEach(async () => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
  scratch.remove();
  await server.close();
});

describe('the tool cache', () => {
  it('comes back as it was saved, and the archivers saw no secret', async () => {
    const cache = createCacheService(process.env);
    scratch.write({ 'tools/uv': 'the program' });
    expect(await cache.restore(scratch.file('tools'), 'key')).toBe(false);
    await cache.save(scratch.file('tools'), 'key');
    rmSync(scratch.file('tools'), { recursive: true });
    expect(await cache.restore(scratch.file('tools'), 'key')).toBe(true);
    expect(readFileSync(scratch.file('tools', 'uv'), 'utf8')).toBe('the program');
    const seen = readFileSync(scratch.file('seen'), 'utf8');
    expect(seen).toContain('PATH=');
    for (const secret of Object.values(SECRETS)) expect(seen).not.toContain(secret);
  });

  it('leaves the environment as it found it', async () => {
    const found = { ...process.env };
    await createCacheService(process.env).restore(scratch.file('tools'), 'nothing');
    expect({ ...process.env }).toEqual(found);
  });
});
