import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type PythonWorkshop, passingWorkshops, pyproject } from '../../support/python-workshop.ts';

const workshop = passingWorkshops();

const UNTIDY = 'import os\nANSWER = {  "a":1 }\n';
const TESTS = `
import pathlib
import tiny_project

def test_passes(): pass

def test_leaves_something(): pathlib.Path("left-behind").write_text("x")

def test_a(app): pass

def test_b(app): pass
`;

describe('a project with its own, older ruff', () => {
  let one: PythonWorkshop;
  beforeAll(() => {
    const more = '[dependency-groups]\ndev = ["ruff==0.12.0"]\n[tool.ruff]\nfix = true\n[tool.ruff.format]\n';
    one = workshop({ 'pyproject.toml': pyproject(more), 'tiny_project.py': UNTIDY });
  });

  it('is judged by it, with figures and files', async () => {
    const [format, lint] = await Promise.all([
      one.python.checks.format(false),
      one.python.checks.lint(false),
    ]);
    expect(format).toMatchObject({
      outcome: 'failed',
      evidence: 'ruff 0.12.0 (the project’s own): 1 file would be reformatted',
    });
    expect(format.details).toContain('tiny_project.py');
    expect(lint).toMatchObject({ id: 'lint', outcome: 'failed' });
    expect(lint.evidence).toBe('ruff 0.12.0 (the project’s own): Found 1 error.');
    expect(lint.details).toMatch(/tiny_project\.py:1:8: F401/);
  });

  it('is never edited by a check, although its settings say `fix = true`', () => {
    expect(readFileSync(one.scratch.file('project/tiny_project.py'), 'utf8')).toBe(UNTIDY);
    expect(one.status()).toBe('');
  });

  it('is mended where that is asked, both ways one after the other', async () => {
    const [lint, format] = await Promise.all([one.python.checks.lint(true), one.python.checks.format(true)]);
    expect(lint.evidence).toBe('ruff 0.12.0 (the project’s own): Found 1 error (1 fixed, 0 remaining).');
    expect(format.evidence).toBe('ruff 0.12.0 (the project’s own): 1 file reformatted');
    expect([lint.outcome, format.outcome]).toEqual(['passed', 'passed']);
    expect(readFileSync(one.scratch.file('project/tiny_project.py'), 'utf8')).toBe('ANSWER = {"a": 1}\n');
  });

  it('fails with the error where ruff itself cannot work', async () => {
    one.scratch.write({ 'project/ruff.toml': 'no-such-setting = 1\n' });
    const [format, lint] = await Promise.all([
      one.python.checks.format(false),
      one.python.checks.lint(false),
    ]);
    for (const { outcome, evidence } of [format, lint]) {
      expect(outcome).toBe('failed');
      expect(evidence).toMatch(/ruff itself failed, exit code 2: .*/);
    }
  });
});

describe('a project without ruff', () => {
  it('is neither formatted nor linted by rules that nobody chose', async () => {
    const one = workshop({ 'pyproject.toml': pyproject(), 'tiny_project.py': UNTIDY });
    const results = await Promise.all([one.python.checks.format(false), one.python.checks.lint(false)]);
    for (const { outcome, evidence } of results) {
      expect(outcome).toBe('not-applicable');
      expect(evidence).toMatch(/neither settings for ruff nor a hook|no settings for its formatter, no hook/);
    }
  });

  it('but with settings for it is judged by the pinned one', async () => {
    const files = {
      'pyproject.toml': pyproject(),
      'tiny_project.py': 'A = 1\n',
      'ruff.toml': '',
    };
    const { evidence, outcome } = await workshop(files).python.checks.lint(false);
    expect(outcome).toBe('passed');
    expect(evidence).toMatch(/^ruff 0\.\d+\.\d+ \(pinned by pypi-release\): All checks passed!$/);
  });

  it('is not formatted by it where another formatter has settings', async () => {
    const more = '[tool.ruff.lint]\n[tool.black]\nline-length = 100\n';
    const one = workshop({ 'pyproject.toml': pyproject(more), 'tiny_project.py': UNTIDY });
    const { outcome, evidence } = await one.python.checks.format(false);
    expect([outcome, evidence.includes('black')]).toEqual(['not-applicable', true]);
  });
});

describe('tests', () => {
  it('tell figures, the main reason and coverage, and leave the tree clean', async () => {
    const more =
      '[dependency-groups]\ntest = ["pytest>=8", "pytest-cov"]\n[tool.pytest.ini_options]\naddopts = "-q --cov=tiny_project"\n';
    const files = {
      'pyproject.toml': pyproject(more),
      'tiny_project.py': 'A = 1\n',
      'test_it.py': TESTS,
    };
    const one = workshop(files);
    const { outcome, evidence, details, coverage } = await one.python.checks.tests('auto', 5);
    expect(outcome).toBe('failed');
    expect(evidence).toMatch(
      /^pytest \d+\.\d+\.\d+: 2 passed, 2 errors in \d+\.\d s; 2 errors: fixture 'app' not found; removed what it left: left-behind$/,
    );
    expect(details).toContain('2 passed, 2 errors');
    expect(coverage).toBe(100);
    expect(one.status()).toBe('');
  });

  it('get pytest where the project brings none, and are of the project in the tree', async () => {
    const test = 'import tiny_project\ndef test_it(): assert "site-packages" not in tiny_project.__file__\n';
    const files = { 'pyproject.toml': pyproject(), 'tiny_project.py': '', 'test_it.py': test };
    const { outcome, evidence } = await workshop(files).python.checks.tests('auto', 5);
    expect(outcome).toBe('passed');
    expect(evidence).toMatch(/^pytest \S+ \(added, for the project asks for none\): 1 passed in/);
  });

  it('that are not there are not applicable, and a suite that cannot start fails', async () => {
    const one = workshop({ 'pyproject.toml': pyproject(), 'tiny_project.py': '' });
    const none = await one.python.checks.tests('auto', 5);
    expect([none.outcome, none.evidence]).toEqual([
      'not-applicable',
      expect.stringMatching(/: no tests found$/),
    ]);

    one.scratch.write({ 'project/test_it.py': 'import missing_module\ndef test_it(): pass\n' });
    const broken = await one.python.checks.tests('auto', 5);
    expect(broken.outcome).toBe('failed');
    expect(broken.evidence).toMatch(
      /1 error in .* s; 1 error: ModuleNotFoundError: No module named 'missing_module'$/,
    );

    one.scratch.write({ 'project/pytest.ini': '[pytest]\naddopts = --no-such-option\n' });
    const unused = await one.python.checks.tests('auto', 5);
    expect(unused.outcome).toBe('failed');
    expect(unused.evidence).toMatch(/: usage error; ERROR: /);
  });

  it('by a command of the user’s pass or fail by its exit code', async () => {
    const { checks } = workshop({
      'pyproject.toml': pyproject(),
      'tiny_project.py': '',
    }).python;
    const passed = await checks.tests('echo "== 7 passed in 1s =="; echo "TOTAL 10 1 90%"', 5);
    expect(passed).toMatchObject({ outcome: 'passed', coverage: 90 });
    expect(passed.evidence).toMatch(/ended with exit code 0: 7 passed in 1s$/);
    expect(await checks.tests('exit 3', 5)).toMatchObject({
      outcome: 'failed',
      evidence: '`exit 3` ended with exit code 3',
    });
  });
});

describe('a project whose back end is told the version by a variable', () => {
  it('is installed with it for the checks, once', async () => {
    const one = workshop({
      'setup.py':
        'import os, setuptools\nsetuptools.setup(name="told", version=os.environ.get("TOLD", "0"), py_modules=["told"])\n',
      'told.py': '',
    });
    const { checks } = one.python;
    await checks.install({ TOLD: '1.2.0' });
    await checks.install({ TOLD: '1.3.0' });
    const line = `python -c "import importlib.metadata as m; print(m.version('told'))"`;
    expect(await checks.tests(line, 5)).toMatchObject({ outcome: 'passed', details: '1.2.0\n' });
  });
});
