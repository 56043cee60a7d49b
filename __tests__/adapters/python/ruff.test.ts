import { symlinkSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type PythonWorkshop, passingWorkshops, pyproject } from '../../support/python-workshop.ts';

const workshop = passingWorkshops();

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

describe('a hook', () => {
  const local = (lines: string) =>
    `repos:\n- repo: local\n  hooks:\n  - id: lint\n    language: system\n${lines}`;
  const RUFF = '[dependency-groups]\nlint = ["ruff==0.12.1"]\n';

  it('that a shell runs is taken for ruff over everything', async () => {
    const files = {
      'pyproject.toml': pyproject(RUFF),
      '.pre-commit-config.yaml': local('    entry: bash -c "ruff check . && true"\n    args: [--, x]\n'),
      'tiny_project.py': UNUSED,
    };
    const { evidence } = await workshop(files).python.checks.lint(false);
    expect(evidence).toBe('ruff 0.12.1 (the project’s own): Found 1 error.');
  });

  it('whose types leave out notebooks is not given them, nor one that excludes their type', async () => {
    const notebook = JSON.stringify({
      cells: [{ cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: [UNUSED] }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    const files = (more: string) => ({
      'pyproject.toml': pyproject(),
      '.pre-commit-config.yaml': preCommit(`  - id: ruff\n${more}`),
      'tiny_project.py': TIDY,
      'notes.ipynb': notebook,
    });
    const outcomes = ['', '    types_or: [python, pyi]\n', '    exclude_types: [jupyter]\n'].map(
      async (more) => (await workshop(files(more)).python.checks.lint(false)).outcome,
    );
    expect(await Promise.all(outcomes)).toEqual(['failed', 'passed', 'passed']);
  });
});

it('never edits: neither by `fix-only` of the settings nor by a hook that marks what it finds', async () => {
  const files = {
    'pyproject.toml': pyproject('[tool.ruff]\nfix-only = true\n'),
    '.pre-commit-config.yaml': preCommit('  - id: ruff\n    args: [--fix-only, --add-noqa]\n'),
    'tiny_project.py': UNUSED,
  };
  const one = workshop(files);
  const { outcome, evidence } = await one.python.checks.lint(false);
  expect(one.status()).toBe('');
  expect([outcome, evidence]).toEqual(['failed', expect.stringContaining('Found 1 error.')]);
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

  it('that was resolved now is chosen where the project asks for ruff and configures it', async () => {
    const files = {
      'pyproject.toml': pyproject(`[dependency-groups]\nlint = ["ruff>=0.12"]\n${SETTINGS}`),
      'tiny_project.py': 'import os\nA  = 1\n',
    };
    const [lint, format] = await both(workshop(files));
    expect([lint.outcome, format.outcome]).toEqual(['failed', 'failed']);
  });

  it('that came with something else only warns, and does not format', async () => {
    const files = {
      'pyproject.toml': pyproject(`[dependency-groups]\nlint = ["pytest-ruff"]\n${SETTINGS}`),
      'tiny_project.py': 'import os\nA  = 1\n',
    };
    const [lint, format] = await both(workshop(files));
    expect([lint.outcome, format.outcome]).toEqual(['not-applicable', 'not-applicable']);
    expect(lint.warning).toMatch(/the project’s own\): Found 1 error\. The project names no version/);
    expect(format.warning).toBeUndefined();
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

describe('a project that asks for ruff and says nothing of how', () => {
  const asking = (more: Readonly<Record<string, string>>) =>
    workshop({
      'pyproject.toml': pyproject('[dependency-groups]\ndev = ["ruff==0.12.1"]\n'),
      'tiny_project.py': 'import os\nA  = 1\n',
      ...more,
    });

  it('is neither linted nor formatted', async () => {
    const [lint, format] = await both(asking({}));
    expect([lint.outcome, format.outcome]).toEqual(['not-applicable', 'not-applicable']);
    expect(lint.evidence).toMatch(/neither settings for ruff nor a hook or a script/);
  });

  it('is where a script or a job of its own runs ruff', async () => {
    const nox = 'def lint(session):\n    session.run("ruff", "format", "--check")\n    # ruff check\n';
    const [lint, format] = await both(asking({ 'noxfile.py': nox }));
    expect([lint.outcome, format.outcome]).toEqual(['not-applicable', 'failed']);
    expect(format.evidence).toContain('(the project’s own): ');
    const job = 'jobs:\n  lint:\n    steps:\n    - run: uv run ruff check src\n';
    const [linted] = await both(asking({ '.github/workflows/ci.yml': job }));
    expect(linted.outcome).toBe('failed');
  });
});

describe('a script of the project’s own', () => {
  const scoped = (files: Readonly<Record<string, string>>) =>
    workshop({
      'pyproject.toml': pyproject(`[dependency-groups]\ndev = ["ruff==0.12.1"]\n${SETTINGS}`),
      'tiny_project.py': TIDY,
      'docs/example.py': UNUSED,
      ...files,
    });

  it('says which files are looked at, and is told', async () => {
    const one = scoped({
      'scripts/lint.sh': '#!/bin/sh\nruff check tiny_project.py tests --fix\n',
      'tests/test_tiny.py': TIDY,
    });
    const [lint, format] = await both(one);
    expect([lint.outcome, lint.evidence]).toEqual([
      'passed',
      'ruff 0.12.1 (the project’s own; over tiny_project.py, tests, as scripts/lint.sh has it): All checks passed!',
    ]);
    // It says nothing of formatting, which is over all.
    expect(format.evidence).toContain('3 files already formatted');
  });

  it('is one of several, and none of them alone', async () => {
    const one = scoped({
      'scripts/check.sh': 'ruff check src\nruff format --check src\n',
      'src/other.py': TIDY,
      'tox.ini': '[testenv:docs]\ncommands = ruff check docs tiny_project.py\n',
      Makefile: 'format:\n\truff format --check\n',
    });
    const [lint, format] = await both(one);
    expect([lint.outcome, lint.evidence]).toEqual([
      'failed',
      'ruff 0.12.1 (the project’s own; over src, docs, tiny_project.py, as scripts/check.sh, tox.ini have it): Found 1 error.',
    ]);
    expect(format.evidence).toMatch(/the project’s own\): 3 files already formatted/);
  });

  it.each([
    ['only rewrites a file', 'ruff check --fix tiny_project.py'],
    ['names single files alone', 'ruff check tiny_project.py'],
  ])('that %s leaves all of it', async (_, command) => {
    const [lint] = await both(scoped({ 'tools/generate.sh': `${command}\n` }));
    expect([lint.outcome, lint.evidence]).toEqual([
      'failed',
      'ruff 0.12.1 (the project’s own): Found 1 error.',
    ]);
  });

  it('that is computed, or names nothing that is there, says nothing beside a clear one', async () => {
    const [lint] = await both(
      scoped({
        'tox.ini': '[testenv:lint]\ncommands = ruff check src\n',
        'src/other.py': TIDY,
        Makefile: 'lint:\n\tcd docs && ruff check example.py\n\truff check $(FILES)\n',
      }),
    );
    expect([lint.outcome, lint.evidence]).toEqual([
      'passed',
      'ruff 0.12.1 (the project’s own; over src, as tox.ini has it): All checks passed!',
    ]);
  });

  it('that names nothing that is there leaves all of it', async () => {
    const [lint] = await both(scoped({ Makefile: 'lint:\n\tcd docs && ruff check example.py\n' }));
    expect([lint.outcome, lint.evidence]).toEqual([
      'failed',
      'ruff 0.12.1 (the project’s own): Found 1 error.',
    ]);
  });
});
