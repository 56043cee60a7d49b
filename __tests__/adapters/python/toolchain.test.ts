import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultOf } from '../../support/faults.ts';
import { type PythonWorkshop, passingWorkshops, pyproject } from '../../support/python-workshop.ts';

const PROJECT = {
  'pyproject.toml': pyproject(
    `[project.optional-dependencies]
colour = ["colorama==0.4.6"]
[dependency-groups]
docs = ["toml==0.10.2"]
`,
    'setuptools',
  ),
  'src/tiny_project/__init__.py': 'ANSWER = 42\n',
};

const workshop = passingWorkshops();

describe('a project without a lock file', () => {
  let one: PythonWorkshop;
  beforeAll(async () => {
    one = workshop(PROJECT, { variables: { OF_THE_USER: 'seen' } });
    process.env.SECRET_OF_OURS = 'hidden';
  });
  afterAll(() => {
    delete process.env.SECRET_OF_OURS;
  });

  it('gets uv and a Python', async () => {
    const { uv, origin, python } = await one.python.toolchain.provide();
    expect([uv, python].join()).toMatch(/^\d+\.\d+\.\d+\S*,3\.\d+\.\d+\S*$/);
    expect(['PATH', 'index']).toContain(origin);
  });

  it('is installed with all extras and groups, and leaves no uv.lock and no metadata behind', async () => {
    expect(await one.python.toolchain.sync({ extras: 'all' })).toEqual({
      installed: 3,
      resolution: 'universal',
      because: undefined,
      editable: true,
      leftOut: [],
      testRequirements: undefined,
    });
    expect(one.status()).toBe('');
    expect(existsSync(one.scratch.file('project/.venv'))).toBe(false);
    expect(existsSync(one.scratch.file('project/src/tiny_project.egg-info'))).toBe(false);
  });

  it('runs command lines in its environment and directory', async () => {
    const line =
      'python -c "import tiny_project, colorama, toml; print(tiny_project.__file__, tiny_project.ANSWER)"; pwd';
    const { exitCode, output } = await one.python.toolchain.command(line);
    const source = one.scratch.file('project/src/tiny_project/__init__.py');
    expect([exitCode, output]).toEqual([0, `${source} 42\n${one.scratch.file('project')}\n`]);
  });

  it('lets a command line see what is allowed, and never the rest', async () => {
    const { output } = await one.python.toolchain.command('env');
    expect(output).toContain('OF_THE_USER=seen');
    expect(output).not.toMatch(/SECRET_OF_OURS|^npm_|JEST_WORKER_ID/m);
  });

  it('stays clean also when a command line uses uv', async () => {
    const { exitCode, output } = await one.python.toolchain.command(
      'uv run python -c "import sys; print(sys.prefix)"',
    );
    expect([exitCode, output.trim().split('\n').at(-1)]).toEqual([0, one.scratch.file('run/project-env')]);
    expect(one.status()).toBe('');
  });

  it('stops a command of several lines at the first that fails, and gives its exit code', async () => {
    const result = await one.python.toolchain.command('echo one\n(exit 7)\necho two');
    expect(result).toEqual({ exitCode: 7, output: 'one\n' });
  });
});

it('gives only the extras that are asked for', async () => {
  const { python } = workshop(PROJECT);
  expect(await python.toolchain.sync({ extras: ['colour'] })).toMatchObject({ installed: 3 });
  expect(await python.toolchain.sync({ extras: [] })).toMatchObject({ installed: 2 });
});

it('installs what the lock file says, keeps it, and refuses one that is stale', async () => {
  const one = workshop(PROJECT);
  const uv = await one.python.programs.uv();
  const lock = await one.options.processes.run(uv, ['lock'], { directory: one.options.directory });
  expect(lock.exitCode).toBe(0);
  const file = one.scratch.file('project/uv.lock');
  const before = readFileSync(file, 'utf8');
  expect(await one.python.toolchain.sync({ extras: 'all' })).toMatchObject({
    installed: 3,
    resolution: 'lock',
  });
  expect(readFileSync(file, 'utf8')).toBe(before);

  one.scratch.write({ 'project/pyproject.toml': PROJECT['pyproject.toml'].replace('0.4.6', '0.4.5') });
  const fault = await faultOf(one.python.toolchain.sync({ extras: 'all' }));
  expect(fault).toMatchObject({
    code: 'tool-failed',
    title: 'uv failed',
    remedy: expect.stringContaining('uv lock'),
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('finds the lock file that uv writes at the top of a workspace, and removes it', async () => {
  const top =
    '[project]\nname = "top"\nversion = "1"\nrequires-python = ">=3.10"\n[tool.uv.workspace]\nmembers = ["member"]\n';
  const files = {
    'pyproject.toml': top,
    'member/pyproject.toml': pyproject(),
    'member/tiny_project.py': '',
  };
  const outer = workshop(files);
  const { python } = workshop({ x: '' }, { directory: outer.scratch.file('project/member') });
  await python.toolchain.sync({ extras: 'all' });
  expect(outer.status()).toBe('');
});

it('is a fault, with the last lines, where a dependency cannot be had', async () => {
  const one = workshop({ 'pyproject.toml': pyproject('dependencies = ["colorama==99"]') });
  const fault = await faultOf(one.python.toolchain.sync({ extras: 'all' }));
  expect(fault.code).toBe('tool-failed');
  expect(fault.finding).toContain('colorama==99');
  expect(one.status()).toBe('');
});

it('provides the check tools once, for all who ask at the same time', async () => {
  const { python } = workshop({ x: '' });
  const [first, second] = await Promise.all([
    python.toolchain.provideCheckTools(),
    python.toolchain.provideCheckTools(),
  ]);
  expect(first).toBe(second);
  expect(first.map(({ name }) => name)).toEqual(['build', 'ruff', 'twine']);
});
