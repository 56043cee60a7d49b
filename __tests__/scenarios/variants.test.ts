import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  closeScenarios,
  openScenario,
  type Ran,
  type Scenario,
  type ScenarioOptions,
  writes,
} from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const UPLOADS = 'build,testpypi,pypi,post-publish';
const scratch = makeScratch();

let bestEffort: Told;
let twine: Told;
let twoJobs: Told & { readonly prepared: Ran; readonly altered: Ran };
let ownBuild: Told;

interface Told {
  readonly scenario: Scenario;
  readonly job: Ran;
}

// Side by side: most of their time is waiting.
beforeAll(async () => {
  [bestEffort, twine, twoJobs, ownBuild] = await Promise.all([
    tellBestEffort(),
    tellTwine(),
    tellTwoJobs(),
    tellOwnBuild(),
  ]);
}, 300_000);

afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

const open = (more: Partial<ScenarioOptions> = {}): Promise<Scenario> =>
  openScenario({ project: 'tiny', name: 'tiny-tide', ...more });

async function tellBestEffort(): Promise<Told> {
  const scenario = await open({ mishaps: ['testpypi:POST /legacy/:503'] });
  const inputs = { path: 'A', phase: UPLOADS, testpypi: 'best-effort' };
  return { scenario, job: await scenario.run({ inputs }) };
}

async function tellTwine(): Promise<Told> {
  const scenario = await open();
  const { pypi, testpypi } = scenario.services;
  const tokens = { 'pypi-token': pypi.token, 'testpypi-token': testpypi.token };
  const inputs = { path: 'A', phase: UPLOADS, uploader: 'twine', ...tokens };
  return { scenario, job: await scenario.run({ identity: false, inputs }) };
}

async function tellTwoJobs(): Promise<typeof twoJobs> {
  const scenario = await open();
  const prepare = { path: 'C', phase: 'prepare', cache: 'false', handover: 'files' };
  const prepared = await scenario.run({ identity: false, inputs: prepare });
  const carried = path.join(prepared.workspace, 'dist');
  scratch.write({ 'dist/tiny_tide-1.2.0.tar.gz': 'of somebody else' });
  for (const name of ['release.json', 'tiny_tide-1.2.0-py3-none-any.whl'])
    await copyFile(path.join(carried, name), scratch.file('dist', name));
  const publish = { path: 'C', phase: 'publish', handover: 'files' };
  const altered = await scenario.run({ carried: scratch.file('dist'), inputs: publish });
  return { scenario, prepared, altered, job: await scenario.run({ carried, inputs: publish }) };
}

async function tellOwnBuild(): Promise<Told> {
  const scenario = await open();
  const inputs = { path: 'C', 'build-command': './build.sh', notes: 'generated', release: 'draft' };
  return { scenario, job: await scenario.run({ inputs }) };
}

const told = (argument: string) => (child: Ran['children'][number]) => child.args.includes(argument);
const files = (index: Readonly<Record<string, Readonly<Record<string, object>>>>) =>
  index['tiny-tide']?.['1.2.0'] ?? {};

function expectReleased({ job }: Told): void {
  expect(job.errors).toEqual([]);
  expect([job.exitCode, job.output('outcome')]).toEqual([0, 'released']);
}

describe('testpypi: best-effort', () => {
  it('goes on to PyPI and the release when TestPyPI answers 503, and warns', async () => {
    expectReleased(bestEffort);
    const { pypi, testpypi, releases } = await bestEffort.scenario.services.world();
    expect([Object.keys(files(testpypi)), releases.length]).toEqual([[], 1]);
    expect(Object.keys(files(pypi))).toHaveLength(2);
    expect(bestEffort.job.log).toMatch(/"level":"warning".*503.*best-effort/);
  });
});

describe('API tokens with uploader: twine', () => {
  it('releases to both indexes without an identity', async () => {
    expectReleased(twine);
    const { pypi, testpypi } = await twine.scenario.services.world();
    expect(Object.keys(files(pypi))).toHaveLength(2);
    expect(testpypi).toEqual(pypi);
    expect(twine.job.requests.filter(({ path: asked }) => asked.includes('/_/oidc/'))).toEqual([]);
  });

  it('uploads by twine and not by uv', () => {
    expect(twine.job.children.filter(told('upload'))).toHaveLength(4);
    expect(twine.job.children.filter(told('publish'))).toEqual([]);
  });
});

describe('phase: prepare in one job, phase: publish in another', () => {
  it('prepares without a credential and without a write', () => {
    const { prepared } = twoJobs;
    expect([prepared.exitCode, prepared.errors, writes(prepared.requests)]).toEqual([0, [], []]);
  });

  it('publishes the very files that were prepared, building nothing', async () => {
    expectReleased(twoJobs);
    const { scenario, prepared, job } = twoJobs;
    expect(job.report.phases.map(({ name }) => name)).toEqual(['pypi', 'post-publish']);
    expect(job.children.filter(told('build'))).toEqual([]);
    const digests = prepared.report.distributions.map(({ filename, sha256 }) => [filename, sha256]);
    expect(digests).toHaveLength(2);
    expect(files((await scenario.services.world()).pypi)).toEqual(Object.fromEntries(digests));
  });

  it('refuses files that were changed on the way, before any write', () => {
    const { altered } = twoJobs;
    expect(altered.report.faults).toMatchObject([{ code: 'distribution-altered' }]);
    expect([altered.exitCode, writes(altered.requests)]).toEqual([1, []]);
  });
});

describe('the project’s own build, generated notes and a release left as a draft', () => {
  it('releases what build.sh built', () => {
    expectReleased(ownBuild);
    expect(ownBuild.job.report.phases[0]?.steps.map(({ name }) => name)).toContain('Run ./build.sh');
    expect(ownBuild.job.children.filter(({ args }) => args[1] === 'build')).toEqual([]);
  });

  it('takes the forge’s notes', () => {
    const asked = ownBuild.job.requests.map(({ method, path: to }) => `${method} ${to.split('/').at(-1)}`);
    expect(asked).toContain('POST generate-notes');
    expect(JSON.parse(ownBuild.job.output('announcement')).long).not.toContain('Spring tides');
  });

  it('leaves the release a draft that holds all the files', async () => {
    const { releases, tags } = await ownBuild.scenario.services.world();
    const wanted = ['SHA256SUMS', 'tiny_tide-1.2.0-py3-none-any.whl', 'tiny_tide-1.2.0.tar.gz'];
    expect(releases).toMatchObject([{ tag: 'v1.2.0', draft: true }]);
    expect(Object.keys(releases[0]?.assets ?? {})).toEqual(expect.arrayContaining(wanted));
    expect(Object.keys(tags)).toEqual(['v1.2.0']);
  });
});
