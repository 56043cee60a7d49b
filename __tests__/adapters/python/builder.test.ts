import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openArchive } from '../../../src/packaging/archive.ts';
import { sha256Hex } from '../../../src/packaging/digest.ts';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

const PROJECT = {
  'pyproject.toml': pyproject(
    'readme = "README.md"\n[tool.setuptools]\npy-modules = ["tiny_project"]\n',
    'setuptools',
  ),
  'README.md': '# Tiny\n',
  'tiny_project.py': 'ANSWER = 42\n',
};
const [SDIST, WHEEL] = ['tiny_project-1.2.3.tar.gz', 'tiny_project-1.2.3-py3-none-any.whl'];
const EPOCH = 1_700_000_000;

let one: PythonWorkshop;
beforeAll(() => {
  one = pythonWorkshop(PROJECT);
});
afterAll(() => one.scratch.remove());

const packages = (name = 'dist') => one.scratch.file(name);

it('by a back end in the tree leaves neither its bytecode nor metadata that git tracks otherwise, and keeps what it made', async () => {
  const files = {
    ...PROJECT,
    'pyproject.toml': PROJECT['pyproject.toml'].replace(
      '"setuptools.build_meta"',
      '"backend"\nbackend-path = ["."]',
    ),
    'MANIFEST.in': 'include backend.py\n',
    'backend.py': 'from setuptools.build_meta import *\n',
    'tiny_project.egg-info/PKG-INFO': 'of an older release\n',
  };
  const other = pythonWorkshop(files);
  const { exitCode } = await other.python.builder.build({
    packages: other.scratch.file('project/build'),
    epoch: EPOCH,
  });
  expect([exitCode, readdirSync(other.scratch.file('project/build')).sort()]).toEqual([0, [WHEEL, SDIST]]);
  expect(other.status().trim().split('\n')).toEqual([`?? build/${WHEEL}`, `?? build/${SDIST}`]);
  other.scratch.remove();
});

describe('a build', () => {
  it('makes the sdist, then the wheel from it, and nothing else', async () => {
    const { exitCode, output } = await one.python.builder.build({ packages: packages(), epoch: EPOCH });
    expect(exitCode).toBe(0);
    expect(output).toMatch(/Building source distribution[\s\S]*Building wheel from source distribution/);
    expect(readdirSync(packages()).sort()).toEqual([WHEEL, SDIST]);
  });

  it('leaves the checkout as it was', () => {
    expect(one.status()).toBe('');
  });

  it('is dated by the commit: the same wheel comes of the same source', async () => {
    await one.python.builder.build({ packages: packages('again'), epoch: EPOCH });
    await one.python.builder.build({ packages: packages('later'), epoch: EPOCH + 86_400 });
    const digest = (directory: string) => sha256Hex(readFileSync(one.scratch.file(directory, WHEEL)));
    expect(digest('again')).toBe(digest('dist'));
    expect(digest('later')).not.toBe(digest('dist'));
  });

  it('keeps a .gitignore that was there', async () => {
    one.scratch.write({ 'kept/.gitignore': '*.whl\n' });
    await one.python.builder.build({ packages: packages('kept'), epoch: undefined });
    expect(readFileSync(one.scratch.file('kept/.gitignore'), 'utf8')).toBe('*.whl\n');
  });

  it('of a package below the directory finds there what it needs of those built before it', async () => {
    const back = (requires: string, backend: string) =>
      `[build-system]\nrequires = ["flit_core>=3.11,<4"${requires}]\nbuild-backend = "${backend}"\n`;
    const described = 'description = "A part of the tide"\n';
    const pool = pythonWorkshop({
      'hooks/pyproject.toml': `${back('', 'flit_core.buildapi')}[project]\nname = "tide-hooks"\nversion = "1.2.3"\n${described}`,
      'hooks/tide_hooks.py': 'from flit_core.buildapi import *\n',
      'tide/pyproject.toml': `${back(', "tide-hooks==1.2.3"', 'tide_hooks')}[project]\nname = "tide"\nversion = "1.2.3"\n${described}`,
      'tide/tide.py': '',
    });
    const request = { packages: pool.scratch.file('dist'), epoch: EPOCH };
    const built = [
      await pool.python.builder.build({ ...request, directory: 'hooks' }),
      await pool.python.builder.build({ ...request, directory: 'tide', hasSiblings: true }),
    ];
    const left = [pool.status(), readdirSync(request.packages).length];
    pool.scratch.remove();
    expect(built.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(left).toEqual(['', 4]);
  });

  it('that fails says so with its output', async () => {
    const broken = pythonWorkshop({ 'pyproject.toml': pyproject('readme = "missing.md"') });
    const { exitCode, output } = await broken.python.builder.build({
      packages: packages('none'),
      epoch: EPOCH,
    });
    broken.scratch.remove();
    expect(exitCode).not.toBe(0);
    expect(output).toContain('missing.md');
  });
});

describe('config settings', () => {
  // A back end in the tree which writes down the settings that it got.
  const TELLING = {
    'pyproject.toml': `[build-system]
requires = ["flit_core>=3.8,<4"]
build-backend = "telling"
backend-path = ["."]
[project]
name = "told"
version = "1.0"
description = "Tells"
requires-python = ">=3.9"
[tool.flit.sdist]
include = ["telling.py"]
[tool.flit.external-data]
directory = "data"
`,
    'told.py': '',
    'telling.py': `import json
from flit_core import buildapi
from flit_core.buildapi import *
def build_wheel(directory, config_settings=None, metadata_directory=None):
    with open('data/told.json', 'w') as file: json.dump(config_settings, file)
    return buildapi.build_wheel(directory, config_settings, metadata_directory)
`,
    'data/told.json': '{}',
  };
  const SETTINGS = ['cmake.define.FLAGS=-O2 -DA=1', 'option=--one', 'option=--two, three'];
  const RECEIVED = { 'cmake.define.FLAGS': '-O2 -DA=1', option: ['--one', '--two, three'] };

  let told: PythonWorkshop;
  beforeAll(async () => {
    told = pythonWorkshop(TELLING);
    const request = { packages: told.scratch.file('dist'), epoch: EPOCH, configSettings: SETTINGS };
    const { exitCode, output } = await told.python.builder.build(request);
    if (exitCode !== 0) throw new Error(output);
  });
  afterAll(() => told.scratch.remove());

  it('reach the back end, repeated keys and equals signs and all', async () => {
    const file = 'told-1.0-py3-none-any.whl';
    const wheel = await openArchive(file, readFileSync(told.scratch.file('dist', file)));
    expect(JSON.parse(wheel.text('told-1.0.data/data/told.json') ?? '')).toEqual(RECEIVED);
  });

  it('reach it again where the sdist is installed', async () => {
    const environment = await told.python.environments.create('sdist');
    const sdist = `told @ file://${told.scratch.file('dist/told-1.0.tar.gz')}`;
    await environment.install([sdist], { configSettings: { projects: ['told'], settings: SETTINGS } });
    const read = 'import sys; print(open(sys.prefix + "/told.json").read())';
    expect(JSON.parse((await environment.python(read, [])).output)).toEqual(RECEIVED);
  });
});

describe('a build command of the user’s', () => {
  it('has build and twine without any setup, and the time of the commit', async () => {
    const line = `python -m build --installer uv --sdist --outdir ${packages('own')} && twine --version && echo "epoch $SOURCE_DATE_EPOCH"`;
    const { exitCode, output } = await one.python.builder.command(line, {
      packages: packages('own'),
      epoch: EPOCH,
    });
    expect([exitCode, output.includes(`epoch ${EPOCH}`)]).toEqual([0, true]);
    expect(readdirSync(packages('own'))).toEqual([SDIST]);
    expect(one.status()).toBe('');
  });

  it('keeps what it makes below build, but for what setuptools works with', async () => {
    const line =
      'mkdir -p build/docs build/bdist.linux build/lib && touch build/docs/a build/bdist.linux/b build/lib/c';
    await one.python.builder.command(line, { packages: packages(), epoch: undefined });
    expect(readdirSync(packages('project/build'))).toEqual(['docs']);
    rmSync(packages('project/build'), { recursive: true });
  });

  it('has the project’s own environment after setup, where build still works', async () => {
    await one.python.toolchain.sync({ extras: 'all' });
    const line = 'python -m build --version && echo "$PATH"';
    const { exitCode, output } = await one.python.builder.command(line, {
      packages: packages(),
      epoch: undefined,
    });
    expect(exitCode).toBe(0);
    expect(output).toContain(one.scratch.file('run/project-env/bin'));
  });
});

describe('twine', () => {
  it('passes good distributions', async () => {
    const { exitCode, output } = await one.python.builder.check([
      packages() + `/${WHEEL}`,
      packages() + `/${SDIST}`,
    ]);
    expect([exitCode, output.match(/PASSED/g)?.length]).toEqual([0, 2]);
    // On a line of its own, however long the name is.
    expect(output).toContain(`Checking ${SDIST}: PASSED\n`);
  });

  it('refuses what it would only warn of: a missing description', async () => {
    const bare = pythonWorkshop({ 'pyproject.toml': pyproject(), 'tiny_project.py': '' });
    await bare.python.builder.build({ packages: packages('bare'), epoch: EPOCH });
    bare.scratch.remove();
    const { exitCode, output } = await one.python.builder.check([one.scratch.file('bare', WHEEL)]);
    expect(exitCode).not.toBe(0);
    expect(output).toContain('long_description');
    expect(output).toMatch(new RegExp(`^Checking ${WHEEL}: FAILED`, 'm'));
  });
});

it('puts the project into the wheel', async () => {
  const wheel = await openArchive(WHEEL, readFileSync(one.scratch.file('dist', WHEEL)));
  expect(wheel.text('tiny_project.py')).toBe('ANSWER = 42\n');
});
