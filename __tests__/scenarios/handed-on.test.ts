import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';

/** One job prepares without a right to write, with a bump, fixes and badges; another publishes on a fresh checkout. */
let scenario: Scenario;
let job: Ran;

const BADGES = ['<!-- pypi-release:badges -->', '<!-- /pypi-release:badges -->'] as const;
const FILES = {
  'README.md': `# tiny-tide\n\n${BADGES.join('\n')}\n`,
  'ruff.toml': '',
  'tests.py': 'x = {  }\n',
};

beforeAll(async () => {
  scenario = await openScenario({ project: 'tiny', name: 'tiny-tide', files: FILES });
  const inputs = { path: 'B', bump: 'minor', 'test-command': 'false' };
  const prepare = { ...inputs, phase: 'prepare', fix: 'true', badges: 'update', cache: 'false' };
  const prepared = await scenario.run({ identity: false, inputs: prepare });
  expect(prepared.errors).toEqual([]);
  const carried = path.join(prepared.workspace, 'dist');
  job = await scenario.run({ carried, inputs: { ...inputs, phase: 'publish' } });
}, 120_000);

afterAll(closeScenarios);

describe('version, badges and fixes of a job that prepares', () => {
  it('ride in the release commit that the publishing job makes', async () => {
    expect([job.errors, job.exitCode, job.output('outcome')]).toEqual([[], 0, 'released']);
    const changed = await scenario.forge('diff', '--name-only', scenario.commit, 'v1.3.0');
    expect(changed.split('\n')).toEqual([
      ...['CHANGELOG.md', 'README.md', 'pyproject.toml', 'src/tiny_tide/__init__.py', 'tests.py'],
    ]);
    expect(await scenario.forge('show', 'v1.3.0:tests.py')).toBe('x = {}');
    expect(await scenario.forge('show', 'v1.3.0:README.md')).toContain('[![PyPI version](');
    expect(await scenario.forge('rev-parse', 'main')).toBe(job.output('commit'));
  });

  it('are what checklist and notes of the publishing job read', () => {
    const row = job.report.checklist.find(({ id }) => id === 'changelog');
    expect([row?.verdict, row?.evidence]).toEqual(['passed', expect.stringContaining('has 1.3.0')]);
    expect(JSON.parse(job.output('announcement')).long).toContain('Neap tides');
  });
});
