import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const BADGES = ['<!-- pypi-release:badges -->', '<!-- /pypi-release:badges -->'] as const;
const FILES = {
  'README.md': `# tiny-tide\n\n${BADGES.join('\n')}\n`,
  'ruff.toml': '[format]\n',
  'tests.py': 'x = {  }\n',
};
const RELEASE = { path: 'B', bump: 'minor', 'test-command': 'false' };
const REWRITES = { fix: 'true', badges: 'update', cache: 'false' };
/** A job of the least rights: it can neither write to the forge nor say who it is. */
const POOR = { permissions: { contents: 'read' } } as const;

const scratch = makeScratch();
let action: string;

interface Told {
  readonly scenario: Scenario;
  /** The job that publishes. */
  readonly job: Ran;
}

/** One job prepares without a right to write, with a bump, fixes and badges; another publishes on a fresh checkout. */
async function twoJobs(handover: 'files' | 'artifact'): Promise<Told> {
  const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', files: FILES });
  const how = handover === 'files' ? { handover } : {};
  const prepare = { ...RELEASE, ...REWRITES, ...how, phase: 'prepare' };
  const prepared = await scenario.run({ ...POOR, action, inputs: prepare });
  expect(prepared.errors).toEqual([]);
  const carried = handover === 'files' ? { carried: path.join(prepared.workspace, 'dist') } : {};
  return {
    scenario,
    job: await scenario.run({ action, ...carried, inputs: { ...RELEASE, ...how, phase: 'publish' } }),
  };
}

/** The files of the release commit; in the README badges lead to servers, which are others in each scenario. */
async function treeOf({ scenario }: Told): Promise<readonly string[]> {
  const files = await scenario.forge('ls-tree', '-r', 'v1.3.0');
  const readme = await scenario.forge('show', 'v1.3.0:README.md');
  return [
    ...files.split('\n').filter((line) => !line.endsWith('README.md')),
    readme.replace(/127\.0\.0\.1(:|%3A)\d+/g, 'SERVER').replace(/github\.localhost:\d+/g, 'FORGE'),
  ];
}

let byFiles: Told;
let byArtifact: Told;
let inOneJob: Told;

beforeAll(async () => {
  action = await bundledAction(scratch.file('action'));
  byFiles = await twoJobs('files');
  byArtifact = await twoJobs('artifact');
  const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', files: FILES });
  inOneJob = { scenario, job: await scenario.run({ action, inputs: { ...RELEASE, ...REWRITES } }) };
}, 420_000);

afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

describe.each([
  ['files', () => byFiles],
  ['an artifact', () => byArtifact],
])('version, badges and fixes of a job that prepares, handed on by %s', (_how, told) => {
  it('ride in the release commit that the publishing job makes', async () => {
    const { scenario, job } = told();
    expect([job.errors, job.exitCode, job.output('outcome')]).toEqual([[], 0, 'released']);
    const changed = await scenario.forge('diff', '--name-only', scenario.commit, 'v1.3.0');
    expect(changed.split('\n')).toEqual([
      ...['CHANGELOG.md', 'README.md', 'pyproject.toml', 'src/tiny_tide/__init__.py', 'tests.py'],
    ]);
    expect(await scenario.forge('show', 'v1.3.0:tests.py')).toBe('x = {}');
    expect(await scenario.forge('show', 'v1.3.0:README.md')).toContain('[![PyPI version](');
    expect(await scenario.forge('rev-parse', 'main')).toBe(job.output('commit'));
  });

  it('make the release commit that one job would make: of the same tree and parent', async () => {
    const { scenario } = told();
    expect(await treeOf(told())).toEqual(await treeOf(inOneJob));
    expect(await scenario.forge('rev-parse', 'v1.3.0^')).toBe(scenario.commit);
  });

  it('are what checklist and notes of the publishing job read', () => {
    const { job } = told();
    const row = job.report.checklist.find(({ id }) => id === 'changelog');
    expect([row?.verdict, row?.evidence]).toEqual(['passed', expect.stringContaining('has 1.3.0')]);
    expect(JSON.parse(job.output('announcement')).long).toContain('Neap tides');
  });
});

describe('distributions handed on by an artifact', () => {
  it('are the bytes that were built, and the summary says where they came from', async () => {
    const { scenario, job } = byArtifact;
    const built = job.report.distributions.map(({ filename, sha256 }) => [filename, sha256]);
    const { pypi } = await scenario.services.world();
    expect(pypi['tiny-tide']?.['1.3.0']).toEqual(Object.fromEntries(built));
    expect(job.summary).toContain('pypi-release: tiny_tide-1.3.0-py3-none-any.whl');
  });

  it('come again for a publishing job that is run again', async () => {
    const again = await byArtifact.scenario.run({
      action,
      commit: byArtifact.scenario.commit,
      inputs: { ...RELEASE, phase: 'publish' },
    });
    expect([again.errors, again.output('outcome')]).toEqual([[], 'satisfied']);
  });

  it('come again for a preparing job that is run again, which builds nothing', async () => {
    const again = await byArtifact.scenario.run({
      ...POOR,
      action,
      commit: byArtifact.scenario.commit,
      environment: { GITHUB_RUN_ATTEMPT: '2' },
      inputs: { ...RELEASE, ...REWRITES, phase: 'prepare', 'build-command': 'exit 3' },
    });
    expect([again.errors, again.exitCode]).toEqual([[], 0]);
    const digests = ({ report }: Ran) =>
      report.distributions.map(({ filename, sha256 }) => [filename, sha256]);
    expect(digests(again)).toEqual(digests(byArtifact.job));
  });

  it('are missed with both places named where no job has left any', async () => {
    const scenario = await openScenario({ project: 'tiny', name: 'tiny-tide' });
    const { report } = await scenario.run({ action, inputs: { path: 'B', phase: 'publish' } });
    expect(report.faults.map(({ code }) => code)).toEqual(['phase-missing']);
    expect(report.faults[0]?.finding).toMatch(/dist holds no distribution, and .* no artifact pypi-release/);
  });
});
