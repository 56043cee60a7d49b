import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { pinnedUv } from '../../../src/adapters/python/pinned-uv.ts';
import { UV_VERSION, UV_WHEELS } from '../../../src/adapters/python/uv-wheels.ts';
import { sha256Hex } from '../../../src/packaging/digest.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const PROGRAM = strToU8('#!/bin/sh\necho the pinned uv\n');
const WHEEL = Buffer.from(
  zipSync({ [`uv-${UV_VERSION}.data/scripts/uv`]: PROGRAM, 'other/file': strToU8('x') }),
);
const FILENAME = 'uv-0-py3-none-any.whl';
const PINS = {
  'darwin-arm64': { filename: FILENAME, sha256: sha256Hex(WHEEL), program: sha256Hex(PROGRAM) },
};
const LISTED = {
  files: [
    { filename: 'other.whl', url: '/other' },
    { filename: FILENAME, url: '../../files/uv.whl' },
  ],
};

let scratch: Scratch;
let index: Loopback;
let replies: Record<string, Reply>;
beforeEach(async () => {
  scratch = makeScratch();
  replies = { '/simple/uv/': { status: 200, body: LISTED }, '/files/uv.whl': { status: 200, body: WHEEL } };
  index = await startLoopback(({ url }) => replies[url] ?? { status: 404 });
});
afterEach(async () => {
  await index.close();
  scratch.remove();
});

function provided(pins = PINS) {
  const options = {
    files: createFiles(),
    http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
    platform: { os: 'darwin', arch: 'arm64' },
    toolCache: scratch.file('tools'),
    toolIndex: `${index.base}/simple/`,
    uvRange: '>=0.9',
  } as const;
  return pinnedUv(options, pins);
}

const kept = () => scratch.file('tools/pypi-release/uv', UV_VERSION, 'darwin-arm64/uv');

describe('the pinned uv', () => {
  it('comes from the index, by the JSON of the simple API, and may be executed', async () => {
    expect(await provided()).toBe(kept());
    expect(new Uint8Array(readFileSync(kept()))).toEqual(PROGRAM);
    expect(statSync(kept()).mode & 0o111).toBe(0o111);
    expect(index.asked.map(({ url }) => url)).toEqual(['/simple/uv/', '/files/uv.whl']);
    expect(index.asked[0]?.headers.accept).toContain('application/vnd.pypi.simple.v1+json');
  });

  it('is fetched once, then taken from the tool cache', async () => {
    await provided();
    await provided();
    expect(index.asked).toHaveLength(2);
  });

  it('is fetched anew where the tool cache holds another program', async () => {
    await provided();
    writeFileSync(kept(), 'slipped in');
    await provided();
    expect(new Uint8Array(readFileSync(kept()))).toEqual(PROGRAM);
  });
});

describe('refuses', () => {
  it('a uv wheel whose digest differs, and keeps nothing of it', async () => {
    const other = Buffer.concat([WHEEL, Buffer.from('!')]);
    replies['/files/uv.whl'] = { status: 200, body: other };
    const fault = await faultOf(provided());
    expect(fault.code).toBe('download-altered');
    expect(fault.finding).toContain(sha256Hex(other));
    expect(fault.finding).toContain(PINS['darwin-arm64'].sha256);
    expect(existsSync(kept())).toBe(false);
  });

  it('a platform that nothing is pinned for', async () => {
    const fault = await faultOf(provided({} as typeof PINS));
    expect(fault).toMatchObject({ code: 'uv-unavailable', blame: 'user' });
    expect(fault.finding).toContain('darwin-arm64');
  });

  it('an index that does not list the wheel', async () => {
    replies['/simple/uv/'] = { status: 200, body: { files: [] } };
    expect((await faultOf(provided())).finding).toContain(FILENAME);
  });

  it('an index that is in trouble, as trouble of the world', async () => {
    replies['/files/uv.whl'] = { status: 503 };
    const fault = await faultOf(provided());
    expect(fault).toMatchObject({ code: 'uv-unavailable', blame: 'world' });
    expect(fault.finding).toContain('HTTP 503');
  });

  it('an index that is not there, as trouble of the world', async () => {
    await index.close();
    expect(await faultOf(provided())).toMatchObject({ code: 'uv-unavailable', blame: 'world' });
  });
});

it('has pins for every platform of a runner', () => {
  const platforms = ['linux', 'darwin', 'win32'].flatMap((os) =>
    ['x64', 'arm64'].map((arch) => `${os}-${arch}`),
  );
  for (const platform of [...platforms, 'linux-x64-musl', 'linux-arm64-musl']) {
    const { filename, sha256, program } = UV_WHEELS[platform] ?? { filename: '', sha256: '', program: '' };
    expect(filename).toMatch(new RegExp(`^uv-${UV_VERSION}-py3-none-\\S+\\.whl$`));
    expect([sha256, program].join()).toMatch(/^[0-9a-f]{64},[0-9a-f]{64}$/);
  }
});
