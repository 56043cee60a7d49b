/** Releases to devpi-server: volatile indexes overwrite files, others refuse them; the simple API is at +simple/. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTrustedPublishing } from '../../src/adapters/index/trusted-publishing.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { versionPage } from '../../src/plan/known-indexes.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { faultOf } from '../support/faults.ts';
import { type Devpi, startDevpi } from '../support/foreign-index.ts';
import {
  type ForeignRelease,
  type ForeignRun,
  foreignClient,
  foreignPlan,
  openForeignRelease,
} from '../support/foreign-release.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';

const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';

let devpi: Devpi;
let release: ForeignRelease;
let theirs: TinyWheel;
let same: TinyWheel;
const uploads: Record<string, string> = {};
const runs: Record<string, ForeignRun> = {};

beforeAll(async () => {
  [devpi, release, theirs, same] = await Promise.all([
    startDevpi('tide'),
    openForeignRelease(),
    tinyWheel('tiny_tide', '1.2.0'),
    tinyWheel('tide_table', '1.0'),
  ]);
  for (const [name, volatile] of [
    ['dev', true],
    ['prod', false],
    ['taken', true],
  ] as const)
    uploads[name] = await devpi.index(name, volatile);
  await (await client('taken')).upload(theirs);
  runs.first = await released('dev', 'uv');
  [runs.second, runs.taken] = await Promise.all([released('dev', 'twine'), released('taken', 'uv')]);
}, 300_000);
afterAll(async () => {
  await Promise.all([devpi.close(), release.close(), theirs.remove(), same.remove()]);
});

function released(name: string, uploader: string): Promise<ForeignRun> {
  const { user, password } = devpi;
  const right = { 'pypi-user': user, 'pypi-token': password };
  return release.run({ 'pypi-url': uploads[name] ?? '', ...right, uploader });
}

function client(name: string, uploader: 'uv' | 'twine' = 'uv') {
  const { user, password } = devpi;
  return foreignClient({ upload: uploads[name] ?? '', user, token: password, uploader });
}

async function held(name: string, project: string, version: string) {
  const files = await (await client(name)).release(project, version);
  return Object.fromEntries(files.map(({ filename, sha256 }) => [filename, sha256]));
}

describe('a release to devpi', () => {
  it('stands on the index with our digests, with its tag and its release on the forge', async () => {
    expect([runs.first?.faults, runs.first?.bug, runs.first?.outcome]).toEqual([[], undefined, 'released']);
    const ours = runs.first?.release.facts.build?.distributions ?? [];
    expect(ours).toHaveLength(2);
    expect(await held('dev', 'tiny-tide', '1.2.0')).toEqual(
      Object.fromEntries(ours.map(({ filename, sha256 }) => [filename, sha256])),
    );
    const { tags, releases } = await release.services.world();
    expect([Object.keys(tags), releases.map(({ draft }) => draft)]).toEqual([['v1.2.0'], [false]]);
  });

  it('is satisfied the second time, with the other upload tool', () => {
    expect([runs.second?.faults, runs.second?.outcome]).toEqual([[], 'satisfied']);
    const decisions = runs.second?.release.facts.upload?.files.map(({ decision }) => decision);
    expect(decisions).toEqual(['satisfied', 'satisfied']);
  });

  it('stops before it would overwrite other bytes on a volatile index, naming both digests', async () => {
    const ours = runs.taken?.release.facts.build?.distributions.find(({ filename }) => filename === WHEEL);
    expect(runs.taken?.faults).toMatchObject([{ code: 'upload-conflict' }]);
    expect(runs.taken?.faults[0]?.finding).toContain(ours?.sha256 ?? 'no digest');
    expect(runs.taken?.faults[0]?.finding).toContain(theirs.sha256);
    expect(await held('taken', 'tiny-tide', '1.2.0')).toEqual({ [WHEEL]: theirs.sha256 });
  });
});

describe.each(['uv', 'twine'] as const)('an index that is not volatile, by %s', (uploader) => {
  it('takes a file, takes the same again, and refuses other bytes, which is a conflict of both digests', async () => {
    const index = await client('prod', uploader);
    await index.upload(same);
    await expect(index.upload(same)).resolves.toBeUndefined();
    const other = await tinyWheel('tide_table', '1.0', 'Summary: other bytes');
    const fault = await faultOf(index.upload(other));
    await other.remove();
    expect(fault.code).toBe('upload-conflict');
    expect(fault.finding).toContain(other.sha256);
    expect(fault.finding).toContain(same.sha256);
    expect(await held('prod', 'tide-table', '1.0')).toEqual({ [same.filename]: same.sha256 });
  });

  it('does not take a wrong password', async () => {
    const index = await foreignClient({
      upload: uploads.prod ?? '',
      user: devpi.user,
      token: 'wrong',
      uploader,
    });
    expect((await faultOf(index.upload(theirs))).code).toBe('upload-forbidden');
  });

  it('is not taken for an index at an address that is none', async () => {
    const upload = `${devpi.base}/${devpi.user}/nothing/`;
    const { user, password } = devpi;
    const index = await foreignClient({ upload, user, token: password, uploader });
    expect((await faultOf(index.upload(theirs))).code).toBe('index-address');
  });
});

describe('what devpi cannot do', () => {
  it('is said where trusted publishing is asked of it', async () => {
    const clock = fakeClock();
    const exchange = createTrustedPublishing({
      plan: { ...foreignPlan(uploads.dev ?? ''), credential: { kind: 'trusted-publishing' } },
      http: createHttp({ clock, userAgent: 'test' }),
      identity: { token: () => Promise.reject(new Error('nobody may ask for an identity here')) },
      clock,
      mask: () => undefined,
    });
    expect((await faultOf(exchange())).code).toBe('trusted-publishing-unsupported');
  });

  it('is no page as PyPI has it: its own page of the version stands in for it', async () => {
    const page = versionPage(foreignPlan(uploads.dev ?? ''), 'tiny-tide', '1.2.0');
    const answer = await fetch(page, { headers: { accept: 'application/json' } });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('tiny-tide')]);
  });
});
