/** The adapter against an index that this project did not write: HTML pages, no JSON, 409 for a duplicate. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createPackageIndex } from '../../../src/adapters/index/package-index.ts';
import { createUploader } from '../../../src/adapters/index/uploaders.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { indexAddresses } from '../../../src/plan/known-indexes.ts';
import type { PackageIndex } from '../../../src/ports/package-index.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { freePort } from '../../support/free-port.ts';
import { type PythonTools, pythonTools } from '../../support/python-tools.ts';
import { type TinyWheel, tinyWheel } from '../../support/tiny-wheel.ts';

let tools: PythonTools;
let child: ChildProcess;
let scratch: string;
let base: string;
const wheels: TinyWheel[] = [];

beforeAll(async () => {
  tools = await pythonTools();
  scratch = await mkdtemp(join(tmpdir(), 'pypi-release-pypiserver-'));
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const server = [
    'run',
    '--interface',
    '127.0.0.1',
    '--port',
    `${port}`,
    '-P',
    '.',
    '-a',
    '.',
    '--disable-fallback',
    scratch,
  ];
  child = spawn(tools.python, ['-m', 'pypiserver', ...server], { stdio: 'ignore' });
  await answering(base);
});
afterAll(async () => {
  child.kill('SIGKILL');
  await Promise.all(wheels.map((wheel) => wheel.remove()));
  await rm(scratch, { recursive: true, force: true });
});

async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('pypiserver did not start');
}

async function wheelOf(version: string, metadata?: string): Promise<TinyWheel> {
  const wheel = await tinyWheel('tiny_demo', version, metadata);
  wheels.push(wheel);
  return wheel;
}

function indexBy(uploader: 'uv' | 'twine'): PackageIndex {
  const plan = {
    ...indexAddresses('pypi', base),
    name: 'pypi',
    credential: { kind: 'token', user: '__token__' },
    required: true,
  } as const;
  const processes = createProcesses({ environment: { PATH: process.env.PATH ?? '', HOME: scratch } });
  const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  return createPackageIndex({
    plan,
    http,
    uploader: createUploader(uploader, { processes, commands }),
    credential: async () => 'any-token',
  });
}

describe.each([
  ['uv', '1.0'],
  ['twine', '2.0'],
] as const)('pypiserver by %s', (uploader, version) => {
  it('takes a distribution, lists it as HTML, and refuses it a second time, which is the same for us', async () => {
    const index = indexBy(uploader);
    const wheel = await wheelOf(version);
    expect(await index.release('tiny-demo', version)).toEqual([]);
    await index.upload(wheel);
    const files = await index.release('tiny-demo', version);
    expect(files).toMatchObject([{ filename: wheel.filename, sha256: wheel.sha256 }]);
    expect(await index.digest(files[0]?.url ?? '')).toBe(wheel.sha256);
    expect((await index.project('Tiny.Demo'))?.versions).toContain(version);
    await expect(index.upload(wheel)).resolves.toBeUndefined();
  });

  it('never takes other bytes under a used name', async () => {
    const index = indexBy(uploader);
    const fault = await faultOf(index.upload(await wheelOf(version, 'Summary: other bytes')));
    expect(fault.code).toBe('upload-conflict');
  });
});
