import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import type { CheckResult } from '../../../src/ports/checks.ts';
import { passingWorkshops, pyproject } from '../../support/python-workshop.ts';

const workshop = passingWorkshops();

const WITH_PYTEST = '[dependency-groups]\ntest = ["pytest>=8"]\n';
const PROJECT = { 'pyproject.toml': pyproject(WITH_PYTEST), 'tiny_project.py': '' };
const AS_ROOT = userInfo().uid === 0;

/** A project with pytest and these files, its suite run. */
async function tested(files: Readonly<Record<string, string>>, minutes = 5) {
  const one = workshop({ ...PROJECT, ...files });
  return { one, result: await one.python.checks.tests('auto', minutes) };
}

const told = ({ outcome, evidence }: CheckResult) => [outcome, evidence];

describe('the runner', () => {
  it('is unittest where the tests know nothing of pytest', async () => {
    const test =
      'import unittest, tiny_project\nclass T(unittest.TestCase):\n  def test_it(self): pass\n  def test_no(self): self.fail("by design")\n';
    const one = workshop({
      'pyproject.toml': pyproject(),
      'tiny_project.py': '',
      'tests/test_it.py': test,
      'tests/__init__.py': '',
    });
    const { outcome, evidence, details } = await one.python.checks.tests('auto', 5);
    expect(outcome).toBe('failed');
    expect(evidence).toMatch(
      /^unittest: 1 passed, 1 failed in \d+\.\d s; 1 failure: AssertionError: by design/,
    );
    expect(details).toContain('test_no');
    expect((await one.python.toolchain.sync({ extras: 'all' })).installed).toBe(1);
    expect(one.status()).toBe('');
  });

  it('of unittest starts where the tests lie, and what it does not find is left to pytest', async () => {
    const test = 'import unittest\nclass T(unittest.TestCase):\n  def test_it(self): pass\n';
    const bare = { 'pyproject.toml': pyproject(), 'tiny_project.py': '' };
    const inSource = workshop({ ...bare, 'src/inner/__init__.py': '', 'src/inner/test_it.py': test });
    expect(told(await inSource.python.checks.tests('auto', 5))).toEqual([
      'passed',
      expect.stringMatching(/^unittest: 1 passed/),
    ]);
    const apart = workshop({ ...bare, 'a/test_it.py': test, 'b/test_that.py': test });
    expect(told(await apart.python.checks.tests('auto', 5))).toEqual([
      'passed',
      expect.stringMatching(/^pytest .*: 2 passed/),
    ]);
  });

  it('looks into the directory of the tests, and not at what lies beside it', async () => {
    const { result } = await tested({
      'tests/test_it.py': 'def test_it(): pass\n',
      'tests/test_too.py': 'def test_it(): pass\n',
      'benchmarks/test_speed.py': 'raise SystemError\n',
    });
    expect(told(result)).toEqual(['passed', expect.stringMatching(/: 2 passed in/)]);
  });

  it('goes by the paths of its settings where they are given', async () => {
    const { result } = await tested({
      'setup.cfg': '[tool:pytest]\ntestpaths = spec\n',
      'spec/test_it.py': 'def test_it(): pass\n',
      'tests/test_other.py': 'raise SystemError\n',
    });
    expect(told(result)).toEqual(['passed', expect.stringMatching(/: 1 passed in/)]);
  });

  it('has the project’s own programs first on its path, as in an active environment', async () => {
    const scripts = pyproject(`[project.scripts]\npip = "tiny_project:main"\n${WITH_PYTEST}`);
    const test =
      'import subprocess\ndef test_it(): assert subprocess.check_output(["pip"], text=True) == "ours\\n"\n';
    const module = 'def main(): print("ours")\n';
    const { result } = await tested({
      'pyproject.toml': scripts,
      'tiny_project.py': module,
      'test_it.py': test,
    });
    expect(told(result)).toEqual(['passed', expect.stringMatching(/: 1 passed in/)]);
  });

  it('leaves the environment of the suite as it is', async () => {
    const test =
      'import os\ndef test_it(): assert "NO_COLOR" not in os.environ and os.environ["OURS"] == "kept"\n';
    const one = workshop({ ...PROJECT, 'test_it.py': test }, { variables: { OURS: 'kept' } });
    expect((await one.python.checks.tests('auto', 5)).outcome).toBe('passed');
  });
});

describe('a green run of next to nothing', () => {
  it('is no success where every test was skipped', async () => {
    const test = 'import pytest\n@pytest.mark.skip(reason="no service")\ndef test_it(): pass\n';
    const { result } = await tested({ 'test_it.py': test });
    expect(told(result)).toEqual([
      'not-applicable',
      expect.stringMatching(/1 skipped in .* s; every test was skipped, so that nothing was tested$/),
    ]);
  });

  const scripts = Object.fromEntries(
    Array.from({ length: 11 }, (_, number) => [`tests/part${number}/test_part.py`, 'print("a script")\n']),
  );

  it('fails where most of the test files gave no test, with the way out', async () => {
    const files = Object.fromEntries(
      Object.keys(scripts).map((name, place) => [
        name.replace('test_part', `test_${place}`),
        'if False:\n  def test_old(): pass\n',
      ]),
    );
    const { result } = await tested({
      ...files,
      'setup.cfg': '[tool:pytest]\naddopts = test_it.py',
      'test_it.py': 'def test_it(): pass\n',
    });
    expect(result.outcome).toBe('failed');
    expect(result.evidence).toMatch(
      /11 of 12 files that define tests were not run \(such as tests\/part.*test-command/,
    );
  });

  it('fails where pytest takes for a test what builds the suite of another runner', async () => {
    const { result } = await tested({ 'tests/test_setup.py': 'def test_suite(): pass\n' });
    expect(told(result)).toEqual(['failed', expect.stringContaining('test_suite alone')]);
  });

  it('fails where tests are there and none is run, and tells who runs them', async () => {
    const { result } = await tested({
      'tests/test_it.py': 'if False:\n  def test_it(): pass\n',
      'tox.ini': '[testenv]\ncommands = zope-testrunner --all\n',
    });
    expect(told(result)).toEqual([
      'failed',
      expect.stringMatching(/1 of 1 files .*; tox\.ini runs `zope-testrunner --all`$/),
    ]);
  });

  it('is one no longer where the suite skips or leaves out what it has looked at', async () => {
    const one = Object.keys(scripts).map((name, place) => [
      name.replace('test_part', `test_${place}`),
      place % 2 === 0
        ? 'import pytest\npytest.skip("not here", allow_module_level=True)\n'
        : 'if False:\n  def test_old(): pass\n',
    ]);
    const { result } = await tested({
      ...Object.fromEntries(one),
      'tests/test_it.py': 'def test_it(): pass\n',
    });
    expect(told(result)).toEqual(['passed', expect.stringMatching(/: 1 passed, 6 skipped in/)]);
  });
});

it('says where tests may be that lie above a project in a folder', async () => {
  const outer = workshop({
    'backend/pyproject.toml': pyproject(WITH_PYTEST),
    'backend/tiny_project.py': '',
    'tests/backend/test_it.py': 'def test_it(): pass\n',
  });
  const inner = workshop({ x: '' }, { directory: outer.scratch.file('project/backend') });
  expect(told(await inner.python.checks.tests('auto', 5))).toEqual([
    'not-applicable',
    expect.stringMatching(/: no tests found; the checkout has tests at its top: .* test-command$/),
  ]);
});

describe('the checkout', () => {
  const leaving = 'import pathlib\ndef test_it(): pathlib.Path("test").write_text("x")\n';

  it('has no file that the tests leave, and they are named', async () => {
    const { one, result } = await tested({ 'test_it.py': leaving });
    expect(told(result)).toEqual(['passed', expect.stringMatching(/; removed what it left: test$/)]);
    expect(one.status()).toBe('');
  });

  it('with a tracked file that the tests changed is a failure, also by a command of the user’s', async () => {
    const files = { 'test_it.py': leaving.replace('"test"', '"data.txt"'), 'data.txt': 'as committed\n' };
    const { one, result } = await tested(files);
    expect(told(result)).toEqual([
      'failed',
      expect.stringContaining('; the tests changed data.txt, which git tracks'),
    ]);
    expect(readFileSync(one.scratch.file('project/data.txt'), 'utf8')).toBe('x');
    const again = await one.python.checks.tests('echo y >data.txt; echo kept >report.txt', 5);
    expect(told(again)).toEqual([
      'failed',
      expect.stringMatching(/exit code 0; the tests changed data\.txt/),
    ]);
    expect(existsSync(one.scratch.file('project/report.txt'))).toBe(true);
  });
});

it('is stopped with all its children when its time is over', async () => {
  const test = 'import subprocess\ndef test_it(): subprocess.run(["sleep", "60"])\n';
  const one = workshop({ ...PROJECT, 'test_it.py': test });
  await one.python.toolchain.sync({ extras: 'all' });
  const began = Date.now();
  const result = await one.python.checks.tests('auto', 0.1);
  expect(told(result)).toEqual([
    'failed',
    expect.stringMatching(/^pytest .* was stopped after 0\.1 minutes: raise test-timeout/),
  ]);
  const line = await one.python.checks.tests('sleep 60; true', 0.02);
  expect(told(line)).toEqual(['failed', expect.stringMatching(/^`sleep 60; true` was stopped after/)]);
  expect(Date.now() - began).toBeLessThan(30_000);
});

it('blames nobody for the word root in what a failed test shows', async () => {
  const one = workshop({
    ...PROJECT,
    'tests/test_it.py': 'def test_it(): assert "root" == "the root of a tree"\n',
  });
  expect((await one.python.checks.tests('auto', 5)).evidence).not.toContain('as root');
});

it('names a submodule that is not checked out, and who ran it, where the tests fail', async () => {
  const one = workshop({ ...PROJECT, 'tests/test_it.py': 'def test_it(): raise PermissionError("no")\n' });
  const { processes, directory } = one.options;
  const git = async (...args: readonly string[]) => processes.run('git', args, { directory });
  one.scratch.write({
    'project/.gitmodules': '[submodule "data"]\n\tpath = tests/data\n\turl = https://example.org/x\n',
  });
  await git('add', '.gitmodules');
  await git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},tests/data`);
  const { outcome, evidence } = await one.python.checks.tests('auto', 5);
  expect(outcome).toBe('failed');
  expect(evidence).toContain(
    'git submodule tests/data is not checked out: give actions/checkout `submodules: true`',
  );
  expect(evidence.includes('as root')).toBe(AS_ROOT);
});
