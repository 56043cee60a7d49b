/** Releases to pypiserver: HTML pages, no API of releases, no project page, no trusted publishing. */

import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTrustedPublishing } from '../../src/adapters/index/trusted-publishing.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { distributionOf } from '../../src/packaging/distribution.ts';
import { versionPage } from '../../src/plan/known-indexes.ts';
import { served } from '../../src/upload/served.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { faultOf } from '../support/faults.ts';
import { type Pypiserver, startPypiserver } from '../support/foreign-index.ts';
import {
  type ForeignRelease,
  type ForeignRun,
  foreignClient,
  foreignPlan,
  openForeignRelease,
} from '../support/foreign-release.ts';
import { startLoopback } from '../support/loopback.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';
import { aProject } from '../support/world.ts';

const WHEEL = 'tiny_tide-1.2.0-py3-none-any.whl';
const SDIST = 'tiny_tide-1.2.0.tar.gz';
const TOKEN = 'tide-and-time';

const closing: { close(): Promise<void> }[] = [];
const wheels: TinyWheel[] = [];
let open: Pypiserver;

interface Told {
  readonly index: Pypiserver;
  readonly release: ForeignRelease;
  readonly runs: readonly ForeignRun[];
}

let twice: Told;
let taken: Told & { readonly theirs: TinyWheel };
let closed: Told;

// Side by side: most of their time is waiting.
beforeAll(async () => {
  open = await started();
  [twice, taken, closed] = await Promise.all([tellTwice(), tellTaken(), tellClosed()]);
}, 300_000);
afterAll(async () => {
  await Promise.all(closing.map((each) => each.close()));
  await Promise.all(wheels.map((wheel) => wheel.remove()));
});

async function started(options: Parameters<typeof startPypiserver>[0] = {}): Promise<Pypiserver> {
  const index = await startPypiserver(options);
  closing.push(index);
  return index;
}

async function wheelOf(name: string, version: string, metadata?: string): Promise<TinyWheel> {
  const wheel = await tinyWheel(name, version, metadata);
  wheels.push(wheel);
  return wheel;
}

async function project(): Promise<ForeignRelease> {
  const release = await openForeignRelease();
  closing.push(release);
  return release;
}

async function tellTwice(): Promise<Told> {
  const [index, release] = [open, await project()];
  const inputs = { 'pypi-url': index.upload, 'pypi-token': TOKEN };
  const first = await release.run(inputs);
  return { index, release, runs: [first, await release.run({ ...inputs, uploader: 'twine' })] };
}

async function tellTaken(): Promise<typeof taken> {
  const [index, release] = await Promise.all([started(), project()]);
  const theirs = await wheelOf('tiny_tide', '1.2.0');
  await copyFile(theirs.file, path.join(index.directory, theirs.filename));
  // With a journal to look for, the run would stop before it has bytes to compare.
  const run = await release.run({ 'pypi-url': index.upload, 'pypi-token': TOKEN, release: 'none' });
  return { index, release, runs: [run], theirs };
}

async function tellClosed(): Promise<Told> {
  const [index, release] = await Promise.all([started({ user: 'tide', password: TOKEN }), project()]);
  const inputs = { 'pypi-url': index.upload, 'pypi-user': 'tide' };
  const refused = await release.run({ ...inputs, 'pypi-token': 'wrong' });
  return {
    index,
    release,
    runs: [refused, await release.run({ ...inputs, 'pypi-token': TOKEN })],
  };
}

describe('a release to pypiserver', () => {
  it('stands on the index, with our digests, before the tag and the release on the forge', async () => {
    const [first] = twice.runs;
    expect([first?.faults, first?.bug, first?.outcome]).toEqual([[], undefined, 'released']);
    const { tags, releases } = await twice.release.services.world();
    expect([Object.keys(tags), releases.map(({ draft }) => draft)]).toEqual([['v1.2.0'], [false]]);
    const files = await (await foreignClient({ upload: open.upload, token: '' })).release(
      'tiny-tide',
      '1.2.0',
    );
    const digests = files.map(({ filename, sha256 }) => [filename, sha256]);
    expect(Object.fromEntries(digests)).toEqual(releases[0] && subset(releases[0].assets, [SDIST, WHEEL]));
  });

  it('is satisfied the second time, with the other upload tool', () => {
    const second = twice.runs[1];
    expect([second?.faults, second?.outcome]).toEqual([[], 'satisfied']);
    expect(second?.release.facts.upload?.files.map(({ decision }) => decision)).toEqual([
      'satisfied',
      'satisfied',
    ]);
  });

  it('says what this index lacks, and what is done instead', () => {
    expect(limitsTold(twice.runs[0])).toEqual([
      ['No JSON API on pypi', 'the files of a release are looked up on the page of its project'],
      ['No page of a version on pypi', "links lead to the list of the project's files"],
    ]);
  });

  it('stops where other bytes stand under a name, naming both digests, and uploads nothing beside them', async () => {
    const [run] = taken.runs;
    const ours = run?.release.facts.build?.distributions.find(({ filename }) => filename === WHEEL)?.sha256;
    expect(run?.faults).toMatchObject([{ code: 'upload-conflict' }]);
    expect(run?.faults[0]?.finding).toContain(ours ?? 'no digest');
    expect(run?.faults[0]?.finding).toContain(taken.theirs.sha256);
    const files = await (await foreignClient({ upload: taken.index.upload, token: '' })).release(
      'tiny-tide',
      '1.2.0',
    );
    expect(files.map(({ filename, sha256 }) => [filename, sha256])).toEqual([[WHEEL, taken.theirs.sha256]]);
    const { tags, releases } = await taken.release.services.world();
    expect([tags, releases.filter(({ draft }) => !draft)]).toEqual([{}, []]);
  });
});

describe('a pypiserver that lets nobody in without a password', () => {
  it('is stopped at with a wrong one, before anything is uploaded', () => {
    expect(closed.runs[0]?.faults).toMatchObject([{ code: 'index-forbidden', phase: 'pypi' }]);
    expect(closed.runs[0]?.release.facts.build).toBeUndefined();
  });

  it('is read, uploaded to and installed from with the password of its user', () => {
    expect([closed.runs[1]?.faults, closed.runs[1]?.outcome]).toEqual([[], 'released']);
    expect(limitsTold(closed.runs[1]).map(([title]) => title)).toContain(
      'No reading without a credential on pypi',
    );
  });
});

describe('what pypiserver cannot do', () => {
  it('is said where trusted publishing is asked of it', async () => {
    const clock = fakeClock();
    const exchange = createTrustedPublishing({
      plan: { ...foreignPlan(open.upload), credential: { kind: 'trusted-publishing' } },
      http: createHttp({ clock, userAgent: 'test' }),
      identity: { token: () => Promise.reject(new Error('nobody may ask for an identity here')) },
      clock,
      mask: () => undefined,
    });
    expect((await faultOf(exchange())).code).toBe('trusted-publishing-unsupported');
  });

  it('is no page of a version: the list of files stands in for it', async () => {
    const page = versionPage(foreignPlan(open.upload), 'tiny-tide', '1.2.0');
    expect((await fetch(page)).status).toBe(200);
  });

  it('is a digest of ours on its pages, which are then compared with the files themselves', async () => {
    const index = await started({ digest: 'md5' });
    const client = await foreignClient({ upload: index.upload, token: TOKEN });
    const wheel = await wheelOf('tiny_tide', '1.2.0');
    await client.upload(wheel);
    const distributions = [distributionOf(wheel.filename, await readFile(wheel.file))];
    const wanted = aProject({ name: 'tiny-tide', normalizedName: 'tiny-tide', version: '1.2.0' });
    const wait = {
      name: 'pypi',
      index: client,
      project: wanted,
      distributions,
      clock: fakeClock(),
      fresh: true,
    };
    expect(await served(wait)).toMatchObject([{ filename: wheel.filename }]);
    expect((await client.release('tiny-tide', '1.2.0')).map(({ sha256 }) => sha256)).toEqual([wheel.sha256]);
    expect(client.limits().map(({ lacks }) => lacks)).toEqual(['JSON API', 'sha256 on its pages']);
  });
});

describe('a pypiserver that sends on to another index whoever asks for what it has not', () => {
  it('has none of what the other has', async () => {
    const other = await startLoopback(() => ({
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<a href="${WHEEL}#sha256=${'ab'.repeat(32)}">${WHEEL}</a>`,
    }));
    closing.push(other);
    // Another name of the same machine: another host, as far as anybody can tell.
    const fallback = other.base.replace('127.0.0.1', 'localhost');
    const index = await started({ fallback });
    const client = await foreignClient({ upload: index.upload, token: TOKEN });
    expect([await client.project('tiny-tide'), await client.release('tiny-tide', '1.2.0')]).toEqual([
      undefined,
      [],
    ]);
    const wheel = await wheelOf('tiny_tide', '1.2.0');
    await client.upload(wheel);
    expect(await client.release('tiny-tide', '1.2.0')).toMatchObject([{ sha256: wheel.sha256 }]);
    expect(other.asked.map(({ url }) => url)).toContain('/tiny-tide/');
  });
});

function limitsTold(run: ForeignRun | undefined): readonly (readonly [string, string])[] {
  return (run?.events ?? []).flatMap((event) =>
    event.kind === 'step-ended' && event.step.startsWith('No ') ? [[event.step, event.says] as const] : [],
  );
}

function subset(
  all: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
