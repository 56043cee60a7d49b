import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { closeScenarios, openScenario, type Ran, type Scenario } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const PACKAGES = ['tide-pool-core', 'tide-pool-plug', 'tide-pool'];
const scratch = makeScratch();
let scenario: Scenario;
let job: Ran;

beforeAll(async () => {
  const action = await bundledAction(scratch.file('action'));
  scenario = await openScenario({ project: 'workspace', name: 'tide-pool', publishes: PACKAGES });
  const inputs = { path: 'A', bump: 'minor', 'smoke-test': 'python -c "import tide_pool, tide_pool_plug"' };
  job = await scenario.run({ action, inputs });
}, 300_000);

afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

const uploaded = (service: string) =>
  job.requests
    .filter(({ method, path: asked }) => method === 'POST' && asked.endsWith('/legacy/'))
    .filter((request) => request.service === service).length;

describe('a workspace whose root is no project', () => {
  it('is released whole: each package with both distributions, on both indexes', async () => {
    expect(job.errors).toEqual([]);
    expect([job.exitCode, job.output('outcome')]).toEqual([0, 'released']);
    const { pypi, testpypi, tags, releases } = await scenario.services.world();
    expect(Object.keys(pypi).toSorted()).toEqual(PACKAGES.toSorted());
    for (const name of PACKAGES) expect(Object.keys(pypi[name]?.['1.3.0'] ?? {})).toHaveLength(2);
    expect(testpypi).toEqual(pypi);
    expect([Object.keys(tags), releases.map(({ tag, draft }) => [tag, draft])]).toEqual([
      ['v1.3.0'],
      [['v1.3.0', false]],
    ]);
    expect([uploaded('pypi'), uploaded('testpypi')]).toEqual([6, 6]);
  });

  it('publishes a package after those that it requires', () => {
    const files = job.report.indexes.pypi?.files.map(({ filename }) => filename.split('-')[0]);
    expect(files).toEqual(PACKAGES.flatMap((name) => Array(2).fill(name.replaceAll('-', '_'))));
  });

  it('raises every version, the pins of one another and the lock in one commit', async () => {
    const show = (file: string) => scenario.forge('show', `refs/tags/v1.3.0:${file}`);
    expect(await show('packages/all/pyproject.toml')).toContain(
      '    "tide-pool-core==1.3.0",\n    "Tide_Pool.Plug == 1.3.0", # every part of the pool is of one version\n',
    );
    expect(await show('packages/core/pyproject.toml')).toContain('plug = ["tide-pool-plug==1.3.0"]');
    const changed = await scenario.forge('diff', '--name-only', scenario.commit, 'refs/tags/v1.3.0');
    expect(changed.split('\n')).toEqual([
      'CHANGELOG.md',
      'packages/all/pyproject.toml',
      'packages/all/src/tide_pool/__init__.py',
      'packages/core/pyproject.toml',
      'packages/core/src/tide_pool_core/__init__.py',
      'packages/plug/pyproject.toml',
      'uv.lock',
    ]);
    expect(await show('uv.lock')).not.toContain('1.2.0');
  });

  it('checks the workspace as a whole, and says of each package what it is', () => {
    const rows = job.report.checklist.filter(({ id }) => ['tests', 'version', 'readme'].includes(id));
    expect(rows.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed']);
    expect(rows[0]?.evidence).toContain('1 passed');
    expect(rows[1]?.evidence).toBe('1.3.0, tide-pool-core, tide-pool-plug, tide-pool: not on PyPI yet');
    expect(rows[2]?.evidence).toMatch(/^tide-pool-core: .*; tide-pool-plug: .*; tide-pool: .*twine check$/);
  });

  it('tries each package with the others at hand, and all together', () => {
    const steps = job.report.phases.find(({ name }) => name === 'test-local')?.steps.map(({ name }) => name);
    expect(steps?.toSorted()).toEqual(
      [
        ...['wheel', 'sdist'].flatMap((kind) => [
          `Try tide-pool ${kind}`,
          `Try tide-pool-core ${kind}`,
          `Try tide-pool-core ${kind}[plug]`,
          `Try tide-pool-plug ${kind}`,
          `Try all ${kind}s together`,
        ]),
      ].toSorted(),
    );
  });
});
