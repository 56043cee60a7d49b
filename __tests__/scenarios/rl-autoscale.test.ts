import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { pythonTools } from '../support/python-tools.ts';
import {
  closeScenarios,
  command,
  openScenario,
  type Ran,
  type Scenario,
  writes,
} from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

// A published package that this action was not made for: its own tests fail, and one file is not formatted.
const SDIST = 'rl_autoscale-1.1.0.tar.gz';
const SHA256 = '8bcdc9e81561ac1ac0e15bfa6cb1bf4827655762e2da7514eb90a23394db2fb3';
const FRAMEWORKS = 'flask=rl_autoscale:enable_metrics\nfastapi=rl_autoscale:enable_metrics';

const scratch = makeScratch();
let scenario: Scenario;
let stopped: Ran;
let released: Ran;

beforeAll(async () => {
  const project = await unpacked(await downloaded());
  const open = () => openScenario({ project, name: 'rl-autoscale' });
  const [untouched, other] = await Promise.all([open(), open()]);
  scenario = other;
  const inputs = { path: 'A', 'framework-test': FRAMEWORKS };
  const adapted = { ...inputs, 'test-command': 'false', fix: 'true' };
  [stopped, released] = await Promise.all([untouched.run({ inputs }), scenario.run({ inputs: adapted })]);
}, 240_000);
afterAll(async () => {
  await closeScenarios();
  scratch.remove();
});

/** The sdist, kept for the next time outside the checkout; what is kept is believed by its digest alone. */
async function downloaded(): Promise<string> {
  const file = path.join(tmpdir(), `pypi-release-test-${SHA256}`, SDIST);
  if (!(await isThere(file))) {
    const to = scratch.file('download');
    const { python } = await pythonTools();
    const args = ['-m', 'pip', 'download', '--no-deps', '--no-binary', ':all:', '--dest', to];
    const { exitCode, stderr } = await command(python, [...args, 'rl-autoscale==1.1.0']);
    if (exitCode !== 0) throw new Error(stderr);
    await mkdir(path.dirname(file), { recursive: true });
    await rename(path.join(to, SDIST), file);
  }
  const digest = sha256Hex(await readFile(file));
  if (digest === SHA256) return file;
  await rm(file);
  throw new Error(`${SDIST} has sha256 ${digest}, not ${SHA256}`);
}

async function unpacked(sdist: string): Promise<string> {
  const to = scratch.file('source');
  const { python } = await pythonTools();
  const { exitCode, stderr } = await command(python, ['-m', 'tarfile', '--extract', sdist, to]);
  if (exitCode !== 0) throw new Error(stderr);
  const [name = ''] = await readdir(to);
  return path.join(to, name);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

describe('rl-autoscale as it was published', () => {
  it('stops in develop, with both faults at once', () => {
    expect([stopped.exitCode, stopped.output('failed-phase')]).toEqual([1, 'develop']);
    const codes = stopped.report.faults.map(({ code }) => code).toSorted();
    expect(codes).toEqual(['format-failed', 'tests-failed']);
  });

  it('tells how many tests fail and why, and how many files are not formatted', () => {
    const finding = (code: string) => stopped.report.faults.find((each) => each.code === code)?.finding;
    expect(finding('tests-failed')).toMatch(/11 errors/);
    expect(finding('tests-failed')).toMatch(/fixtures? .*'\w+' not found/);
    expect(finding('format-failed')).toMatch(/1 file would be reformatted/);
  });

  it('leaves every server untouched', () => {
    expect(writes(stopped.requests)).toEqual([]);
  });
});

describe('rl-autoscale with test-command: false and fix: true', () => {
  it('is released', async () => {
    expect(released.errors).toEqual([]);
    expect([released.exitCode, released.output('outcome')]).toEqual([0, 'released']);
    const { pypi, testpypi, releases } = await scenario.services.world();
    const files = pypi['rl-autoscale']?.['1.1.0'] ?? {};
    expect(Object.keys(files).toSorted()).toEqual(['rl_autoscale-1.1.0-py3-none-any.whl', SDIST]);
    expect(testpypi).toEqual(pypi);
    expect(releases).toMatchObject([{ tag: 'v1.1.0', draft: false }]);
  });

  it('was handed a real Flask and a real FastAPI app from the installed distributions', () => {
    const ranWith = (framework: string) =>
      released.children.filter(({ args }) =>
        args.some((arg) => arg === framework || arg.includes(`${framework}=`)),
      );
    expect(ranWith('flask')).not.toEqual([]);
    expect(ranWith('fastapi')).not.toEqual([]);
    expect(released.log).toMatch(/flask[^"]*enable_metrics/);
    expect(released.log).toMatch(/fastapi[^"]*enable_metrics/);
  });

  it('commits the mended file on top of the commit of the run', async () => {
    const commit = released.output('commit');
    expect(await scenario.forge('log', '-1', '--format=%P', commit)).toBe(scenario.commit);
    const changed = await scenario.forge('diff', '--name-only', scenario.commit, commit);
    expect(changed.split('\n')).toHaveLength(1);
  });

  it('says that the tests were left out, never that they passed', () => {
    const row = released.report.checklist.find(({ id }) => id === 'tests');
    expect(row).toMatchObject({
      verdict: 'not-checked',
      evidence: expect.stringContaining('test-command: false'),
    });
  });
});
