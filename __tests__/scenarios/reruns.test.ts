import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Loopback, startLoopback } from '../support/loopback.ts';
import { openScenario, type Ran, type Scenario, writes } from '../support/scenario.ts';

const UPLOADS = 'build,testpypi,pypi,post-publish';
const FILES = ['tiny_tide-1.2.0-py3-none-any.whl', 'tiny_tide-1.2.0.tar.gz'];

/** The files of the one release that an index holds. */
function held(index: Readonly<Record<string, Readonly<Record<string, object>>>>): readonly string[] {
  return Object.keys(index['tiny-tide']?.['1.2.0'] ?? {}).toSorted();
}

describe('a release that is run again', () => {
  let scenario: Scenario;
  let webhook: Loopback;
  let first: Ran;
  let world: unknown;
  let second: Ran;

  beforeAll(async () => {
    webhook = await startLoopback(() => ({ status: 204 }));
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
    const inputs = { path: 'A', phase: UPLOADS, 'announce-webhook': `${webhook.base}/hook` };
    first = await scenario.run({ inputs });
    world = await scenario.services.world();
    second = await scenario.run({ inputs });
  });
  afterAll(async () => {
    await scenario.close();
    await webhook.close();
  });

  it('is released the first time', () => {
    expect(first.errors).toEqual([]);
    expect([first.exitCode, first.output('outcome')]).toEqual([0, 'released']);
  });

  it('is satisfied the second time, in every decision', () => {
    expect(second.errors).toEqual([]);
    expect([second.exitCode, second.output('outcome')]).toEqual([0, 'satisfied']);
    const { indexes, tag, release } = second.report;
    const files = [...(indexes.testpypi?.files ?? []), ...(indexes.pypi?.files ?? [])];
    expect(files.map(({ decision }) => decision)).toEqual(Array(4).fill('satisfied'));
    expect([tag?.decision, release?.decision]).toEqual(['satisfied', 'satisfied']);
  });

  it('writes nothing at any server the second time', async () => {
    expect(writes(first.requests)).not.toEqual([]);
    expect(writes(second.requests)).toEqual([]);
    expect(await scenario.services.world()).toEqual(world);
  });

  it('is announced once', () => {
    expect(webhook.asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /hook']);
    expect(String(webhook.asked[0]?.body)).toContain('tiny-tide 1.2.0');
  });
});

describe('a release that failed between the indexes', () => {
  let scenario: Scenario;
  let failed: Ran;
  let heldThen: readonly string[];
  let resumed: Ran;

  beforeAll(async () => {
    const mishaps = ['pypi:POST /legacy/:403:1'];
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', mishaps });
    failed = await scenario.run({ inputs: { path: 'A', phase: UPLOADS } });
    const { tags, testpypi } = await scenario.services.world();
    heldThen = [...held(testpypi), ...Object.keys(tags)];
    resumed = await scenario.run({ inputs: { path: 'A', phase: UPLOADS } });
  });
  afterAll(() => scenario.close());

  it('says which phase failed, and leaves neither tag nor published release', async () => {
    expect([failed.exitCode, failed.output('failed-phase')]).toEqual([1, 'pypi']);
    expect(failed.report.faults).toMatchObject([{ code: 'upload-forbidden', phase: 'pypi' }]);
    expect(heldThen).toEqual(FILES);
  });

  it('finishes when it is run again, with nothing sent to TestPyPI twice', async () => {
    expect(resumed.errors).toEqual([]);
    expect([resumed.exitCode, resumed.output('outcome')]).toEqual([0, 'released']);
    expect(writes(resumed.requests).filter((request) => request.startsWith('testpypi'))).toEqual([]);
    const world = await scenario.services.world();
    expect([held(world.testpypi), held(world.pypi)]).toEqual([FILES, FILES]);
    expect(world.testpypi).toEqual(world.pypi);
    expect(world.tags).toEqual({ 'v1.2.0': scenario.commit });
    expect(world.releases).toMatchObject([{ tag: 'v1.2.0', draft: false }]);
  });
});

describe('a release whose answers get lost', () => {
  let scenario: Scenario;
  let ran: Ran;

  beforeAll(async () => {
    const mishaps = ['pypi:POST /legacy/:lost:1', 'github:POST /api/repos/*/*/releases:502-after:1'];
    scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', mishaps });
    ran = await scenario.run({ inputs: { path: 'C' } });
  });
  afterAll(() => scenario.close());

  it('is finished in the same run, with one release and each file once', async () => {
    expect(ran.errors).toEqual([]);
    expect(ran.exitCode).toBe(0);
    const world = await scenario.services.world();
    expect(held(world.pypi)).toEqual(FILES);
    expect(world.releases.map(({ tag, draft }) => [tag, draft])).toEqual([['v1.2.0', false]]);
  });
});
