import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { faultOf } from '../../support/faults.ts';
import { type PythonWorkshop, passingWorkshops, pyproject } from '../../support/python-workshop.ts';

const workshop = passingWorkshops();

const synced = ({ python }: PythonWorkshop, extras: readonly string[] | 'all' = 'all') =>
  python.toolchain.sync({ extras });

/** Where modules of the environment lie, seen from away from the checkout; `none` for one that is not there. */
async function places({ python }: PythonWorkshop, ...modules: readonly string[]): Promise<readonly string[]> {
  const code = `import importlib.util as u; [print(getattr(u.find_spec(n), 'origin', 'none')) for n in '${modules}'.split(',')]`;
  const { output } = await python.toolchain.command(`cd / && python -I -c "${code}"`);
  return output.trim().split('\n');
}

/** uv as a user runs it. */
async function uv({ python, options }: PythonWorkshop, ...args: readonly string[]): Promise<number> {
  const { exitCode } = await options.processes.run(await python.programs.uv(), args, options);
  return exitCode;
}

const MODULE = { 'tiny_project.py': 'ANSWER = 42\n' };
const SETUP_PY = `from setuptools import setup
setup(name="tiny-project", version="1", py_modules=["tiny_project"], extras_require={"colour": ["colorama==0.4.6"]})
`;
const POETRY = `[build-system]
requires = ["poetry-core"]
build-backend = "poetry.core.masonry.api"
[tool.poetry]
name = "tiny-project"
version = "1"
description = ""
authors = []
[tool.poetry.dependencies]
python = "^3.8"
colorama = { version = "^0.4", optional = true }
[tool.poetry.extras]
colour = ["colorama"]
[tool.poetry.group.dev.dependencies]
toml = "~0.10.1"
elsewhere = { git = "https://example.org/x.git" }
`;

describe('a project that uv sync is not made for', () => {
  it('of Poetry’s own settings is installed with its extras and the group of its tests, and what cannot be had is named', async () => {
    const one = workshop({ 'pyproject.toml': POETRY, ...MODULE });
    expect(await synced(one)).toEqual({
      installed: 3,
      resolution: 'this-python',
      because: 'pyproject.toml has no [project] table',
      editable: true,
      leftOut: [{ what: 'elsewhere', why: 'it comes by git' }],
      testRequirements: 'Poetry’s group dev',
    });
    const [own, ...others] = await places(one, 'tiny_project', 'colorama', 'toml');
    expect(own).toBe(one.scratch.file('project/tiny_project.py'));
    expect(others.join()).not.toContain('none');
    expect(one.status()).toBe('');
  });

  it('is held to the versions of a lock file of Poetry or PDM', async () => {
    const pin = (name: string, version: string) => `[[package]]\nname = "${name}"\nversion = "${version}"\n`;
    const lock = pin('colorama', '0.4.5') + pin('toml', '0.10.1') + pin('gone', '1') + pin('gone', '2');
    const one = workshop({ 'pyproject.toml': POETRY, 'poetry.lock': lock, ...MODULE });
    expect(await synced(one)).toMatchObject({ installed: 3, heldTo: 'poetry.lock' });
    const versions = async ({ python }: PythonWorkshop) =>
      (
        await python.toolchain.command(
          'python -c "import importlib.metadata as m; print(m.version(\'colorama\'))"',
        )
      ).output;
    expect(await versions(one)).toContain('0.4.5');
    const project = `${pyproject()}\n[project.optional-dependencies]\ncolour = ["colorama>=0.4"]\n`;
    const other = workshop({ 'pyproject.toml': project, 'pdm.lock': lock, ...MODULE });
    expect(await synced(other)).toMatchObject({
      resolution: 'this-python',
      because: 'there is no uv.lock beside pdm.lock',
      heldTo: 'pdm.lock',
    });
    expect(await versions(other)).toContain('0.4.5');
  });

  it('is not held to a lock file that it cannot be installed by, nor to one that is garbled', async () => {
    const needing = pyproject().replace('[project]', '[project]\ndependencies = ["colorama>=0.4.6"]');
    const stale = '[[package]]\nname = "colorama"\nversion = "0.4.5"\n';
    for (const lock of [stale, 'no = TOML =']) {
      const one = workshop({ 'pyproject.toml': needing, 'poetry.lock': lock, ...MODULE });
      expect(await synced(one)).toMatchObject({ resolution: 'universal', heldTo: undefined });
    }
  });

  it('is not held to one by which less of its extras can be had', async () => {
    const project = `${pyproject()}\n[project.optional-dependencies]\ncolour = ["colorama>=0.4.6"]\n`;
    const stale = '[[package]]\nname = "colorama"\nversion = "0.4.5"\n';
    const one = workshop({ 'pyproject.toml': project, 'poetry.lock': stale, ...MODULE });
    expect(await synced(one)).toMatchObject({ installed: 2, heldTo: undefined, leftOut: [] });
  });

  it('of setup.py alone is installed, also where pyproject.toml has settings of tools only', async () => {
    const one = workshop({ 'setup.py': SETUP_PY, ...MODULE });
    expect(await synced(one)).toMatchObject({ installed: 2, because: 'there is no pyproject.toml' });
    expect(one.status()).toBe('');
    const bare = { 'pyproject.toml': '[tool.black]\n', 'setup.py': SETUP_PY, ...MODULE };
    const other = workshop(bare);
    expect(await synced(other, ['colour', 'color'])).toMatchObject({
      installed: 2,
      because: 'pyproject.toml has no [project] table',
      leftOut: [{ what: 'extra color', why: 'the project has no such extra' }],
    });
    expect(other.status()).toBe('');
  });

  it('without a build back end gets the one that pip would take', async () => {
    const text = '[project]\nname = "tiny-project"\nversion = "1"\n';
    const one = workshop({ 'pyproject.toml': text, ...MODULE });
    expect(await synced(one)).toMatchObject({
      installed: 1,
      because: 'pyproject.toml has no [build-system] table',
    });
  });

  it('that cannot be built at all is a fault with uv’s reason', async () => {
    const one = workshop({ 'setup.py': 'raise SystemExit("no compiler here")\n' });
    const { code, finding, remedy } = await faultOf(synced(one));
    expect([code, remedy]).toEqual(['tool-failed', expect.stringContaining('compiler')]);
    expect(finding).toContain('no compiler here');
  });
});

describe('extras and groups that cannot be had together', () => {
  const GROUPS = `[project.optional-dependencies]
colour = ["colorama==0.4.6"]
[dependency-groups]
docs = ["six==99"]
test = ["toml==0.10.2"]
`;

  it('are left out one by one, with uv’s reason, and the rest is there', async () => {
    const one = workshop({ 'pyproject.toml': pyproject(GROUPS), ...MODULE });
    const report = await synced(one);
    expect(report).toMatchObject({ installed: 3, resolution: 'this-python', editable: true });
    expect(report.leftOut).toEqual([
      { what: 'group docs', why: expect.stringMatching(/^Because there is no version of six==99/) },
    ]);
    expect(report.because).toMatch(/^uv sync: Because there is no version of six==99/);
    expect(one.status()).toBe('');
  });

  it('of a lock file are left out too, and what is there is as the lock file says', async () => {
    const more = `[dependency-groups]
docs = ["colorama==0.4.5"]
test = ["colorama==0.4.6"]
[tool.uv]
conflicts = [[{ group = "docs" }, { group = "test" }]]
`;
    const one = workshop({ 'pyproject.toml': pyproject(more), ...MODULE });
    expect(await uv(one, 'lock')).toBe(0);
    const { resolution, leftOut, installed } = await synced(one);
    expect([resolution, installed, leftOut.map(({ what }) => what)]).toEqual(['lock', 2, ['group docs']]);
    expect(existsSync(one.scratch.file('project/uv.lock'))).toBe(true);
  });
});

describe('a workspace', () => {
  const top = '[tool.uv.workspace]\nmembers = ["member"]\n';
  const files = { 'pyproject.toml': top, 'member/pyproject.toml': pyproject(), 'member/tiny_project.py': '' };

  const packages = async () => ['member'];

  it.each([
    ['is no project itself', top],
    ['is a project that uv takes for no package', `[project]\nname = "root"\nversion = "1"\n${top}`],
  ])('whose root %s has its members installed', async (_what, root) => {
    const one = workshop({ ...files, 'pyproject.toml': root }, { packages });
    expect(await synced(one)).toMatchObject({ installed: 1, resolution: 'universal', editable: true });
    expect(await places(one, 'tiny_project')).toEqual([one.scratch.file('project/member/tiny_project.py')]);
    expect(one.status()).toBe('');
  });

  it('with a lock file has its members as that says', async () => {
    const one = workshop(
      {
        ...files,
        'pyproject.toml': `[project]\nname = "root"\nversion = "1"\nrequires-python = ">=3.10"\n${top}`,
      },
      { packages },
    );
    expect(await uv(one, 'lock')).toBe(0);
    expect(await synced(one)).toMatchObject({ installed: 1, resolution: 'lock' });
  });

  it('has a package installed that is none to uv, where it is asked for', async () => {
    const bare = pyproject().replace(/^\[build-system\].*?(?=\[project\])/s, '');
    const one = workshop({ ...files, 'member/pyproject.toml': bare }, { packages });
    expect(await synced(one)).toMatchObject({
      installed: 1,
      because: 'uv sync ended well and did not install member',
    });
  });

  it('has the lock file of its members', async () => {
    const outer = workshop(files);
    expect(await uv(outer, 'lock')).toBe(0);
    const member = workshop({ x: '' }, { directory: outer.scratch.file('project/member') });
    expect(await synced(member)).toMatchObject({ installed: 1, resolution: 'lock' });
  });
});

describe('packages without a workspace', () => {
  const named = (name: string, more = '') => pyproject(more).replace('tiny-project', name);
  const files = {
    'core/pyproject.toml': named(
      'tiny-core',
      '[project.optional-dependencies]\ncolour = ["colorama==0.4.6"]\n[dependency-groups]\ntest = ["toml==0.10.2"]\n',
    ),
    'core/tiny_core.py': '',
    'parts/plug/pyproject.toml': named('tiny-plug', 'dependencies = ["tiny-core==1.2.3"]\n'),
    'parts/plug/tiny_plug.py': '',
  };
  const packages = async () => ['core', 'parts/plug'];

  it('are installed together where they lie, with the extras and groups of each', async () => {
    const one = workshop(files, { packages });
    expect(await synced(one)).toEqual({
      installed: 4,
      resolution: 'this-python',
      because: 'the packages are of no uv workspace',
      editable: true,
      leftOut: [],
      testRequirements: undefined,
    });
    const [core, plug, ...others] = await places(one, 'tiny_core', 'tiny_plug', 'colorama', 'toml');
    expect([core, plug]).toEqual([
      one.scratch.file('project/core/tiny_core.py'),
      one.scratch.file('project/parts/plug/tiny_plug.py'),
    ]);
    expect(others.join()).not.toContain('none');
    expect(one.status()).toBe('');
  });

  it('have only the extras that are asked for', async () => {
    expect(await synced(workshop(files, { packages }), [])).toMatchObject({ installed: 3 });
    expect(await synced(workshop(files, { packages }), ['Colour', 'none'])).toMatchObject({
      installed: 4,
      leftOut: [{ what: 'extra none', why: 'the project has no such extra' }],
    });
  });
});

it('that a workspace takes and its lock file does not hold yet is refused, and the lock file stays', async () => {
  const top = '[project]\nname = "top"\nversion = "1"\nrequires-python = ">=3.10"\n';
  const outer = workshop({ 'pyproject.toml': top });
  expect(await uv(outer, 'lock')).toBe(0);
  const members = '[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/old"]\n';
  outer.scratch.write({
    'project/pyproject.toml': `${top}${members}`,
    'project/packages/new/pyproject.toml': pyproject(),
    'project/packages/new/tiny_project.py': '',
    'project/packages/old/pyproject.toml': pyproject(),
    'project/packages/old/tiny_project.py': '',
  });
  const lock = () => readFileSync(outer.scratch.file('project/uv.lock'), 'utf8');
  const before = lock();
  const inside = (name: string) =>
    synced(workshop({ x: '' }, { directory: outer.scratch.file(`project/packages/${name}`) }));
  expect(await faultOf(inside('new'))).toMatchObject({
    code: 'tool-failed',
    remedy: expect.stringContaining('uv lock'),
  });
  expect(await inside('old')).toMatchObject({ resolution: 'universal' });
  expect(lock()).toBe(before);
});

it('leaves metadata that the project tracks as it was', async () => {
  const metadata = { 'tiny_project.egg-info/PKG-INFO': 'of an older release\n' };
  const one = workshop({ 'setup.py': SETUP_PY, ...MODULE, ...metadata });
  expect(await synced(one)).toMatchObject({ editable: true });
  expect(one.status()).toBe('');
});

describe('an install that is not editable', () => {
  it('is the way where the back end knows no other', async () => {
    const backend = 'from flit_core.buildapi import build_wheel, build_sdist, get_requires_for_build_wheel\n';
    const text = pyproject().replace('"flit_core.buildapi"', '"backend"\nbackend-path = ["."]');
    const one = workshop({ 'pyproject.toml': text, 'backend.py': backend, ...MODULE });
    expect(await synced(one)).toMatchObject({ installed: 1, editable: false });
    expect(one.status()).toBe('');
  });

  it('is the way where an editable one would leave in the checkout what the project lives on', async () => {
    const setup = `open("tiny_version.py", "w").write("VERSION = 1")\n${SETUP_PY.replace('"tiny_project"]', '"tiny_project", "tiny_version"]')}`;
    const one = workshop({ 'setup.py': setup, 'tiny_project.py': 'import tiny_version\n' });
    expect(await synced(one)).toMatchObject({ editable: false });
    expect(one.status()).toBe('');
    expect((await places(one, 'tiny_version'))[0]).toMatch(/site-packages/);
  });
});

describe('what the tests need', () => {
  const places: readonly [string, Readonly<Record<string, string>>][] = [
    [
      'Hatch’s environment default',
      { 'pyproject.toml': pyproject('[tool.hatch.envs.default]\ndependencies = ["toml==0.10.2"]\n') },
    ],
    [
      'PDM’s group test',
      { 'pyproject.toml': pyproject('[tool.pdm.dev-dependencies]\ntest = ["toml==0.10.2"]\n') },
    ],
    [
      '[testenv] of tox.ini',
      {
        'tox.ini':
          '[testenv]\ndeps =\n  {[base]deps}\n  py37: nothing\n[base]\ndeps = -r{toxinidir}/needs.txt\n',
        'needs.txt': 'toml==0.10.2\n',
      },
    ],
    ['[testenv] of setup.cfg', { 'setup.cfg': '[testenv]\ndeps = toml==0.10.2  # for all\n' }],
    [
      '[tool.tox] of pyproject.toml',
      { 'pyproject.toml': pyproject('[tool.tox.env_run_base]\ndeps = ["toml==0.10.2"]\n') },
    ],
    [
      'requirements/tests.txt',
      { 'requirements/tests.txt': '-r more.txt\n', 'requirements/more.txt': 'toml==0.10.2\n' },
    ],
  ];

  it.each(places)('is found in %s', async (origin, files) => {
    const one = workshop({ 'pyproject.toml': pyproject(), ...MODULE, ...files });
    expect(await synced(one)).toMatchObject({ installed: 2, testRequirements: origin });
    expect(one.status()).toBe('');
  });

  it('is not put over what a lock file has, whatever the group of pytest is called', async () => {
    const files = {
      'pyproject.toml': pyproject('[dependency-groups]\nqa = ["pytest"]\n'),
      'tox.ini': '[testenv]\ndeps = toml==0.10.2\n',
    };
    const one = workshop({ ...files, ...MODULE });
    expect(await uv(one, 'lock')).toBe(0);
    expect(await synced(one)).toMatchObject({ resolution: 'lock', testRequirements: undefined });
  });

  it('is not sought where a group has it', async () => {
    const files = {
      'pyproject.toml': pyproject('[dependency-groups]\ntests = ["pytest"]\n'),
      'requirements-dev.txt': 'colorama==99\n',
    };
    expect((await synced(workshop({ ...files, ...MODULE }))).testRequirements).toBeUndefined();
  });
});

it('is of the tree also where a tool of its tests depends on it', async () => {
  const text = pyproject('[dependency-groups]\nlint = []\n')
    .replace('"tiny-project"', '"iniconfig"')
    .replace('"1.2.3"', '"0.1"');
  const files = {
    'pyproject.toml': text,
    'src/iniconfig/__init__.py': 'OURS = True\n',
    'requirements-dev.txt': 'pytest\n',
  };
  const one = workshop(files);
  expect(await synced(one)).toMatchObject({ testRequirements: 'requirements-dev.txt' });
  expect(await places(one, 'iniconfig')).toEqual([one.scratch.file('project/src/iniconfig/__init__.py')]);
});
