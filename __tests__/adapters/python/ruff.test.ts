import { symlinkSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

const made: PythonWorkshop[] = [];
afterAll(() => {
  for (const { scratch } of made) scratch.remove();
});

function workshop(...args: Parameters<typeof pythonWorkshop>): PythonWorkshop {
  const one = pythonWorkshop(...args);
  made.push(one);
  return one;
}

const UNUSED = 'import os\n';
const TIDY = 'A = 1\n';
const SETTINGS = '[tool.ruff.lint]\nselect = ["F"]\n';

/** A configuration of pre-commit with these hooks of ruff's, 0.12.0. */
function preCommit(hooks: string, top = ''): string {
  return `${top}repos:\n- repo: https://github.com/astral-sh/ruff-pre-commit\n  rev: v0.12.0\n  hooks:\n${hooks}`;
}

const both = ({ python }: PythonWorkshop, fix = false) =>
  Promise.all([python.checks.lint(fix), python.checks.format(fix)]);

describe('the hooks of pre-commit', () => {
  it('choose ruff’s version, and the check that has no hook does not apply', async () => {
    const files = {
      'pyproject.toml': pyproject(SETTINGS),
      '.pre-commit-config.yaml': preCommit('  - id: ruff-check\n    args: [--fix, --exit-non-zero-on-fix]\n'),
      'tiny_project.py': UNUSED,
    };
    const one = workshop(files);
    const [lint, format] = await both(one);
    expect(lint).toMatchObject({
      outcome: 'failed',
      evidence: 'ruff 0.12.0 (of its pre-commit hooks): Found 1 error.',
    });
    expect(format).toMatchObject({
      outcome: 'not-applicable',
      evidence: expect.stringContaining('.pre-commit-config.yaml'),
    });
    expect(one.status()).toBe('');
  });

  it('choose the files, by expressions that only Python reads, and give their arguments', async () => {
    const scope =
      '    exclude: |\n      (?x)^(\n        generated/ # made by a tool\n      )\n    args: ["--select=F", "--output-format=github"]\n';
    const files = {
      'pyproject.toml': pyproject('[tool.ruff.lint]\nselect = ["E"]\n'),
      '.pre-commit-config.yaml': preCommit(
        `  - id: ruff\n${scope}  - id: ruff-format\n`,
        'exclude: ^vendor/\n',
      ),
      'tiny_project.py': UNUSED,
      'generated/a.py': UNUSED,
      'vendor/b.py': UNUSED,
      'README.md': '```python\nx   =  1\n```\n',
    };
    const [lint, format] = await both(workshop(files));
    expect(lint.evidence).toBe('ruff 0.12.0 (of its pre-commit hooks): Found 1 error.');
    expect(lint.details).toContain('tiny_project.py:1:8: F401');
    expect([format.outcome, format.evidence]).toEqual([
      'passed',
      expect.stringContaining('2 files already formatted'),
    ]);
  });

  it('at the top of the checkout are those of a project in a folder', async () => {
    const outer = workshop({
      '.pre-commit-config.yaml': preCommit('  - id: ruff\n    files: ^member/tiny\n'),
      'ruff.toml': '',
      'member/pyproject.toml': pyproject(),
      'member/tiny_project.py': UNUSED,
      'member/other.py': UNUSED,
    });
    const inner = workshop({ x: '' }, { directory: outer.scratch.file('project/member') });
    const { evidence } = await inner.python.checks.lint(false);
    expect(evidence).toBe('ruff 0.12.0 (of its pre-commit hooks): Found 1 error.');
  });

  it('of the project’s own run the ruff of its environment, and those that are run by hand do not count', async () => {
    const local =
      '- repo: local\n  hooks:\n  - id: lint\n    entry: uv run ruff check --select F\n    language: system\n    types: [python]\n';
    const manual = '  - id: format\n    entry: ruff format\n    language: system\n    stages: [manual]\n';
    const files = {
      'pyproject.toml': pyproject('[dependency-groups]\nlint = ["ruff==0.12.1"]\n'),
      '.pre-commit-config.yaml': `repos:\n${local}${manual}`,
      'tiny_project.py': UNUSED,
    };
    const [lint, format] = await both(workshop(files));
    expect(lint.evidence).toBe('ruff 0.12.1 (the project’s own): Found 1 error.');
    expect(format.outcome).toBe('not-applicable');
  });

  it('that format with another tool leave nothing to ruff', async () => {
    const black = 'repos:\n- repo: https://github.com/psf/black\n  rev: 25.1.0\n  hooks:\n  - id: black\n';
    const files = {
      'pyproject.toml': pyproject('[dependency-groups]\nlint = ["ruff==0.12.1"]\n'),
      '.pre-commit-config.yaml': black,
      'tiny_project.py': UNUSED,
    };
    const { outcome, evidence } = await workshop(files).python.checks.format(false);
    expect([outcome, evidence]).toEqual([
      'not-applicable',
      expect.stringContaining('black, as its .pre-commit-config.yaml'),
    ]);
  });
});

describe('the version of ruff', () => {
  it('that is locked comes before the one of the hooks', async () => {
    const one = workshop({
      'pyproject.toml': pyproject('[dependency-groups]\nlint = ["ruff==0.12.1"]\n'),
      '.pre-commit-config.yaml': preCommit('  - id: ruff\n'),
      'tiny_project.py': TIDY,
    });
    const { processes, directory } = one.options;
    expect((await one.python.checks.lint(false)).evidence).toMatch(/^ruff 0\.12\.0 /);
    await processes.run(await one.python.programs.uv(), ['lock'], { directory });
    await one.python.toolchain.sync({ extras: 'all' });
    expect((await one.python.checks.lint(false)).evidence).toMatch(/^ruff 0\.12\.1 \(the project’s own\)/);
  });

  it('is the one that its settings require', async () => {
    const files = {
      'pyproject.toml': pyproject(),
      'ruff.toml': 'required-version = "==0.12.2"\n',
      'tiny_project.py': UNUSED,
    };
    const { outcome, evidence } = await workshop(files).python.checks.lint(false);
    expect([outcome, evidence]).toEqual(['failed', 'ruff 0.12.2 (as its settings require): Found 1 error.']);
  });

  it('that nobody chose warns of findings, and stops nothing', async () => {
    const files = { 'pyproject.toml': pyproject(SETTINGS), 'tiny_project.py': UNUSED };
    const [lint, format] = await both(workshop(files));
    expect(lint.outcome).toBe('not-applicable');
    expect(lint.warning).toMatch(
      /pinned by pypi-release\): Found 1 error\. The project names no version of ruff/,
    );
    expect(lint.details).toContain('F401');
    expect([format.outcome, format.warning]).toEqual(['not-applicable', undefined]);
  });
});

it('stumbles over no file that is none of the project’s code', async () => {
  const files = {
    'pyproject.toml': pyproject('[dependency-groups]\nlint = ["ruff==0.12.1"]\n[tool.ruff.format]\n'),
    'tiny_project.py': TIDY,
  };
  const one = workshop(files);
  symlinkSync('nowhere.py', one.scratch.file('project/broken.py'));
  await one.options.processes.run('git', ['add', '.'], one.options);
  expect((await one.options.processes.run('git', ['ls-files'], one.options)).stdout).toContain('broken.py');
  const [lint, format] = await both(one);
  expect([lint.outcome, format.outcome]).toEqual(['passed', 'passed']);
});
