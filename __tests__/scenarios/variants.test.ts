import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openScenario, type Ran, type Scenario, type ScenarioOptions, writes } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const UPLOADS = 'build,testpypi,pypi,post-publish';
const TINY = { project: 'tiny', name: 'tiny-tide' } as const satisfies ScenarioOptions;
const ran =
  (name: string) =>
  ({ args }: Ran['children'][number]) =>
    args.includes(name);

describe('testpypi: best-effort', () => {
  let scenario: Scenario;
  let job: Ran;

  beforeAll(async () => {
    scenario = await openScenario({ ...TINY, mishaps: ['testpypi:POST /legacy/:503'] });
    job = await scenario.run({ inputs: { path: 'A', phase: UPLOADS, testpypi: 'best-effort' } });
  });
  afterAll(() => scenario.close());

  it('goes on to PyPI and the release when TestPyPI answers 503, and warns', async () => {
    expect(job.errors).toEqual([]);
    expect([job.exitCode, job.output('outcome')]).toEqual([0, 'released']);
    const { pypi, testpypi, releases } = await scenario.services.world();
    expect([Object.keys(testpypi['tiny-tide']?.['1.2.0'] ?? {}), releases.length]).toEqual([[], 1]);
    expect(Object.keys(pypi['tiny-tide']?.['1.2.0'] ?? {})).toHaveLength(2);
    expect(job.log).toMatch(/"level":"warning".*best-effort/);
  });
});

describe('API tokens with uploader: twine', () => {
  let scenario: Scenario;
  let job: Ran;

  beforeAll(async () => {
    scenario = await openScenario(TINY);
    const { pypi, testpypi } = scenario.services;
    const tokens = { 'pypi-token': pypi.token, 'testpypi-token': testpypi.token };
    job = await scenario.run({
      identity: false,
      inputs: { path: 'A', phase: UPLOADS, uploader: 'twine', ...tokens },
    });
  });
  afterAll(() => scenario.close());

  it('releases to both indexes without an identity', async () => {
    expect(job.errors).toEqual([]);
    expect([job.exitCode, job.output('outcome')]).toEqual([0, 'released']);
    const { pypi, testpypi } = await scenario.services.world();
    expect(Object.keys(pypi['tiny-tide']?.['1.2.0'] ?? {})).toHaveLength(2);
    expect(testpypi).toEqual(pypi);
    expect(job.requests.filter(({ path: asked }) => asked.includes('/_/oidc/'))).toEqual([]);
  });

  it('uploads by twine and not by uv', () => {
    expect(job.children.filter(ran('upload'))).toHaveLength(4);
    expect(job.children.filter(ran('publish'))).toEqual([]);
  });
});

describe('phase: prepare in one job, phase: publish in another', () => {
  let scenario: Scenario;
  let prepared: Ran;
  let altered: Ran;
  let published: Ran;
  const scratch = makeScratch();

  beforeAll(async () => {
    scenario = await openScenario(TINY);
    prepared = await scenario.run({ identity: false, inputs: { path: 'C', phase: 'prepare' } });
    const carried = path.join(prepared.workspace, 'dist');
    const spoilt = scratch.file('dist');
    scratch.write({ 'dist/tiny_tide-1.2.0.tar.gz': 'of somebody else' });
    for (const name of ['release.json', 'tiny_tide-1.2.0-py3-none-any.whl'])
      await copyFile(path.join(carried, name), path.join(spoilt, name));
    altered = await scenario.run({ carried: spoilt, inputs: { path: 'C', phase: 'publish' } });
    published = await scenario.run({ carried, inputs: { path: 'C', phase: 'publish' } });
  });
  afterAll(async () => {
    await scenario.close();
    scratch.remove();
  });

  it('prepares without a credential and without a write', () => {
    expect(prepared.errors).toEqual([]);
    expect(prepared.exitCode).toBe(0);
    expect(writes(prepared.requests)).toEqual([]);
  });

  it('publishes the very files that were prepared, building nothing', async () => {
    expect(published.errors).toEqual([]);
    expect([published.exitCode, published.output('outcome')]).toEqual([0, 'released']);
    expect(published.report.phases.map(({ name }) => name)).toEqual(['pypi', 'post-publish']);
    expect(published.children.filter(ran('build'))).toEqual([]);
    const { pypi } = await scenario.services.world();
    const digests = prepared.report.distributions.map(({ filename, sha256 }) => [filename, sha256]);
    expect(digests).toHaveLength(2);
    expect(pypi['tiny-tide']?.['1.2.0']).toEqual(Object.fromEntries(digests));
  });

  it('refuses files that were changed on the way, before any write', () => {
    expect(altered.report.faults).toMatchObject([{ code: 'distribution-altered' }]);
    expect([altered.exitCode, writes(altered.requests)]).toEqual([1, []]);
  });
});

describe('the project’s own build, generated notes and a release left as a draft', () => {
  let scenario: Scenario;
  let job: Ran;

  beforeAll(async () => {
    scenario = await openScenario(TINY);
    const inputs = { path: 'C', 'build-command': './build.sh', notes: 'generated', release: 'draft' };
    job = await scenario.run({ inputs });
  });
  afterAll(() => scenario.close());

  it('releases what build.sh built', async () => {
    expect(job.errors).toEqual([]);
    expect([job.exitCode, job.output('outcome')]).toEqual([0, 'released']);
    expect(job.report.phases[0]?.steps.map(({ name }) => name)).toContain('Run ./build.sh');
    const sdist = await readFile(path.join(job.workspace, 'dist/tiny_tide-1.2.0.tar.gz'));
    expect(sdist.length).toBeGreaterThan(0);
  });

  it('takes the forge’s notes', () => {
    const asked = job.requests.map(({ method, path: to }) => `${method} ${to.split('/').at(-1)}`);
    expect(asked).toContain('POST generate-notes');
    expect(JSON.parse(job.output('announcement')).long).not.toContain('Spring tides');
  });

  it('leaves the release a draft that holds all the files', async () => {
    const { releases, tags } = await scenario.services.world();
    const files = ['SHA256SUMS', 'tiny_tide-1.2.0-py3-none-any.whl', 'tiny_tide-1.2.0.tar.gz'];
    expect(releases).toMatchObject([{ tag: 'v1.2.0', draft: true }]);
    expect(Object.keys(releases[0]?.assets ?? {})).toEqual(expect.arrayContaining(files));
    expect(Object.keys(tags)).toEqual(['v1.2.0']);
  });
});
