import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { createUv } from '../../../src/adapters/python/uv.ts';
import { UV_VERSION } from '../../../src/adapters/python/uv-wheels.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { type Loopback, startLoopback } from '../../support/loopback.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

let scratch: Scratch;
let index: Loopback;
beforeEach(async () => {
  scratch = makeScratch();
  index = await startLoopback(() => ({ status: 404 }));
});
afterEach(async () => {
  await index.close();
  scratch.remove();
});

function uvOnPath(script: string, uvRange = '>=0.9') {
  scratch.write({ 'bin/uv': `#!/bin/sh\necho "$@" >> ${scratch.file('calls')}\n${script}\n` });
  chmodSync(scratch.file('bin/uv'), 0o755);
  return createUv({
    directory: scratch.file('project'),
    scratch: scratch.file('run'),
    toolCache: scratch.file('tools'),
    toolIndex: `${index.base}/simple/`,
    uvRange,
    python: undefined,
    extras: 'all',
    packages: async () => ['.'],
    configSettings: [],
    processes: createProcesses({ environment: { PATH: process.env.PATH ?? '' } }),
    files: createFiles(),
    http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
    searchPath: scratch.file('bin'),
    platform: { os: 'darwin', arch: 'arm64' },
  });
}

describe('uv', () => {
  it('is taken from PATH where it is in range, without asking the index', async () => {
    const uv = uvOnPath('echo "uv 0.11.4 (abcdef 2026-01-01)"', '^0.11');
    expect(await uv.provide()).toEqual({
      version: '0.11.4',
      origin: 'PATH',
      program: scratch.file('bin/uv'),
    });
    expect(index.asked).toEqual([]);
  });

  it('is looked for once, however many ask at the same time', async () => {
    const uv = uvOnPath('echo "uv 0.11.4"');
    await Promise.all([uv.provide(), uv.provide(), uv.provide()]);
    expect(await createFiles().text(scratch.file('calls'))).toBe('--version\n');
  });

  it.each([
    ['is too old', 'echo "uv 0.4.0"'],
    ['does not work', 'exit 1'],
    ['is another program', 'echo "hello"'],
  ])('is asked of the index where the one on PATH %s', async (_, script) => {
    const fault = await faultOf(uvOnPath(script).provide());
    expect(fault).toMatchObject({ code: 'uv-unavailable' });
    expect(index.asked.map(({ url }) => url)).toEqual(['/simple/uv/']);
  });

  it('is not to be had where neither PATH nor the pin is in range, and nothing is fetched', async () => {
    const fault = await faultOf(uvOnPath('echo "uv 0.11.4"', '<0.2').provide());
    expect(fault).toMatchObject({ code: 'uv-unavailable', blame: 'user' });
    expect(fault.finding).toContain(UV_VERSION);
    expect(index.asked).toEqual([]);
  });
});
