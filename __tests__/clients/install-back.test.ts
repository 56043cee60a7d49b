/** Installing back with the real uv: whose file is chosen, where anybody may have put a higher version under the same name. */

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { type Services, startServices } from '../../src/emulators/serve.ts';
import { distributionOf } from '../../src/packaging/distribution.ts';
import { installBack } from '../../src/phases/test-local/install-back.ts';
import type { IndexName } from '../../src/plan/known-indexes.ts';
import type { Environments } from '../../src/ports/environments.ts';
import { faultOf } from '../support/faults.ts';
import { type ForeignRelease, type ForeignRun, openForeignRelease } from '../support/foreign-release.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { type PythonTools, pythonTools } from '../support/python-tools.ts';
import { type PythonWorkshop, pythonWorkshop } from '../support/python-workshop.ts';
import { command } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';
import { aPlan, aProject, recorder } from '../support/world.ts';

const FIXTURES = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/foreign');
const scratch = makeScratch();
const MARK = scratch.file('mark.txt');
const wheels: TinyWheel[] = [];

let tools: PythonTools;
let services: Services;

beforeAll(async () => {
  tools = await pythonTools();
  services = await startServices({ scratch: scratch.file('servers') });
}, 300_000);
beforeEach(() => rm(MARK, { force: true }));
afterAll(async () => {
  await services.close();
  await Promise.all(wheels.map((wheel) => wheel.remove()));
  scratch.remove();
});

async function wheelOf(name: string, version: string, metadata?: string): Promise<TinyWheel> {
  const wheel = await tinyWheel(name, version, metadata);
  wheels.push(wheel);
  return wheel;
}

/** A wheel and an sdist that leave a mark when they are built or imported. */
async function hostile(name: string, version: string, mark = MARK): Promise<readonly string[]> {
  const directory = scratch.file('hostile', `${name}-${version}`);
  await mkdir(directory, { recursive: true });
  const args = [path.join(FIXTURES, 'marking.py'), directory, name, version, mark];
  await promisify(execFile)(tools.python, args);
  return (await readdir(directory)).map((file) => path.join(directory, file));
}

async function plant(at: Services, index: IndexName, files: readonly string[]): Promise<void> {
  const { upload, token } = at[index];
  const args = ['publish', '--no-config', '--publish-url', upload, ...files];
  const environment = { ...hostEnvironment(process.env), UV_PUBLISH_TOKEN: token };
  const { exitCode, stderr } = await command(tools.uv, args, { environment });
  if (exitCode !== 0) throw new Error(stderr);
}

const marked = (mark = MARK) => readFile(mark, 'utf8').catch(() => '');

/** What a service was asked for since, by name of the project. */
function asked(at: Services, service: IndexName, name: string, since: number): readonly string[] {
  const spelled = new RegExp(`/${name.replace('-', '[-_]')}(?:/|-\\d)`);
  return at.requests
    .slice(since)
    .filter((request) => request.service === service && spelled.test(request.path))
    .map(({ path: to }) => to);
}

interface Back {
  /** Index that it is installed back from; the other one is the runner's own. */
  readonly from: IndexName;
  readonly own: TinyWheel;
  /** Digest that the receipt tells. */
  readonly sha256?: string;
  readonly smoke?: readonly string[];
  readonly workshop?: PythonWorkshop;
}

/** A toolchain whose own index is this one, with a cache of its own: ports come back with other files behind them. */
function runner(index: IndexName): PythonWorkshop {
  const cache = scratch.file(`cache-${Math.random()}`);
  const variables = { UV_DEFAULT_INDEX: services[index].simple, UV_CACHE_DIR: cache };
  return pythonWorkshop({ 'README.md': '' }, { variables });
}

/** Installs back; gives what the environment held at the end. */
async function installedBack({ from, own, sha256 = own.sha256, smoke = [], workshop }: Back) {
  const bench = workshop ?? runner(from === 'pypi' ? 'testpypi' : 'pypi');
  const [name = '', version = ''] = own.filename.split('-');
  const project = { name: name.replace('_', '-'), version };
  let packages: readonly string[] = [];
  const environments: Environments = {
    ...bench.python.environments,
    async create(label) {
      const made = await bench.python.environments.create(label);
      const remove = async () => {
        packages = await made.packages();
        await made.remove();
      };
      return { ...made, remove };
    },
  };
  const url = await servedAt(from, project.name, own.filename);
  const { simple, base } = services[from];
  await installBack({
    name: from,
    plan: aPlan({ packages: path.dirname(own.file), commands: { smoke }, [from]: { simple, web: base } }),
    project: aProject({ ...project, normalizedName: project.name }),
    distributions: [distributionOf(own.filename, await readFile(own.file))],
    receipt: { url: '', files: [{ filename: own.filename, sha256, url, decision: 'act' }] },
    world: {
      environments,
      files: bench.options.files,
      indexes: { pypi: memoryIndex(), testpypi: memoryIndex() },
    },
    emit: recorder().emit,
  });
  if (workshop === undefined) bench.scratch.remove();
  return packages;
}

async function servedAt(index: IndexName, name: string, filename: string): Promise<string> {
  const headers = { accept: 'application/vnd.pypi.simple.v1+json' };
  const page = (await (await fetch(`${services[index].simple}${name}/`, { headers })).json()) as {
    readonly files: readonly { readonly filename: string; readonly url: string }[];
  };
  return page.files.find((file) => file.filename === filename)?.url ?? '';
}

describe('installing back from TestPyPI', () => {
  it('takes a dependency from the runner’s index, whatever higher version TestPyPI has', async () => {
    const own = await wheelOf('tide_one', '1.0', 'Requires-Dist: tide-base');
    await plant(services, 'pypi', [(await wheelOf('tide_base', '1.0')).file]);
    await plant(services, 'testpypi', [own.file, ...(await hostile('tide_base', '99.0'))]);
    const since = services.requests.length;
    const smoke = ['python -c "import tide_base"'];
    expect(await installedBack({ from: 'testpypi', own, smoke })).toEqual([
      'tide-base==1.0',
      'tide-one==1.0',
    ]);
    expect(asked(services, 'testpypi', 'tide-base', since)).toEqual([]);
    expect(asked(services, 'testpypi', 'tide-one', since)).not.toEqual([]);
    expect(await marked()).toBe('');
  });

  it('fails rather than take a dependency that only TestPyPI has', async () => {
    const own = await wheelOf('tide_two', '1.0', 'Requires-Dist: tide-lure');
    await plant(services, 'testpypi', [own.file, ...(await hostile('tide_lure', '1.0'))]);
    const since = services.requests.length;
    const fault = await faultOf(installedBack({ from: 'testpypi', own }));
    expect([fault.code, fault.finding]).toEqual(['install-failed', expect.stringContaining('tide-lure')]);
    expect(asked(services, 'testpypi', 'tide-lure', since)).toEqual([]);
    expect(await marked()).toBe('');
  });

  it('takes our own file by its digest, and none of other bytes', async () => {
    const own = await wheelOf('tide_three', '1.0');
    await plant(services, 'testpypi', [own.file]);
    const fault = await faultOf(installedBack({ from: 'testpypi', own, sha256: 'ab'.repeat(32) }));
    expect([fault.code, fault.finding]).toEqual(['install-failed', expect.stringMatching(/hash/i)]);
  });
});

describe('installing back from PyPI, or a private index in its place', () => {
  it('takes what that index has from there, our own project and its dependencies, whatever else the runner’s index has', async () => {
    const own = await wheelOf('tide_four', '1.0', 'Requires-Dist: tide-depth');
    await plant(services, 'pypi', [own.file, (await wheelOf('tide_depth', '1.0')).file]);
    const decoys = [...(await hostile('tide_four', '1.0')), ...(await hostile('tide_depth', '99.0'))];
    await plant(services, 'testpypi', decoys);
    const since = services.requests.length;
    const smoke = ['python -c "import tide_depth"'];
    expect(await installedBack({ from: 'pypi', own, smoke })).toEqual(['tide-depth==1.0', 'tide-four==1.0']);
    const downloaded = asked(services, 'testpypi', 'tide-(?:four|depth)', since);
    expect(downloaded.filter((to) => to.startsWith('/packages/'))).toEqual([]);
    expect(asked(services, 'pypi', 'tide-four', since).some((to) => to.endsWith(own.filename))).toBe(true);
    expect(await marked()).toBe('');
  });

  it('takes a dependency that it has not from the runner’s index', async () => {
    const own = await wheelOf('tide_five', '1.0', 'Requires-Dist: tide-range');
    await plant(services, 'pypi', [own.file]);
    await plant(services, 'testpypi', [(await wheelOf('tide_range', '2.0')).file]);
    expect(await installedBack({ from: 'pypi', own })).toEqual(['tide-five==1.0', 'tide-range==2.0']);
  });

  it('finds the version that came a moment ago, where uv has the project’s page in its cache', async () => {
    const [older, newer] = [await wheelOf('tide_six', '1.0'), await wheelOf('tide_six', '1.1')];
    const workshop = runner('testpypi');
    await plant(services, 'pypi', [older.file]);
    expect(await installedBack({ from: 'pypi', own: older, workshop })).toEqual(['tide-six==1.0']);
    await plant(services, 'pypi', [newer.file]);
    expect(await installedBack({ from: 'pypi', own: newer, workshop })).toEqual(['tide-six==1.1']);
    workshop.scratch.remove();
  });
});

describe('phase: testpypi of path A, with the public index as the runner’s own', () => {
  const [LIST, LEFT] = [scratch.file('installed.txt'), scratch.file('left.txt')];
  let release: ForeignRelease;
  let run: ForeignRun;
  let since: number;

  beforeAll(async () => {
    const settings = { 'pyproject.toml': ['dependencies = []', 'dependencies = ["six>=1.16"]'] } as const;
    release = await openForeignRelease({ replaced: settings });
    await plant(release.services, 'testpypi', await hostile('six', '99.0', LEFT));
    since = release.services.requests.length;
    const { upload, token } = release.services.testpypi;
    const list = path.join(FIXTURES, 'installed.py').replaceAll('\\', '/');
    run = await release.run({
      path: 'A',
      phase: 'build,testpypi',
      'testpypi-url': upload,
      'testpypi-token': token,
      'smoke-test': `python ${list} ${LIST.replaceAll('\\', '/')}`,
    });
  }, 120_000);
  afterAll(() => release.close());

  it('installs the dependency that the public index has', async () => {
    expect([run.faults, run.bug, run.outcome]).toEqual([[], undefined, 'released']);
    const installed = (await readFile(LIST, 'utf8')).trim().split(/\r?\n/);
    expect(installed).toEqual([expect.stringMatching(/^six==1\.\d+\.\d+$/), 'tiny-tide==1.2.0']);
  });

  it('never asks TestPyPI for it, and runs none of it', async () => {
    expect(asked(release.services, 'testpypi', 'six', since)).toEqual([]);
    expect(asked(release.services, 'testpypi', 'tiny-tide', since)).not.toEqual([]);
    expect(await marked(LEFT)).toBe('');
  });

  it('would have been marked by what TestPyPI has', async () => {
    const directory = scratch.file('proof');
    const from = ['--no-config', '--no-cache', '--default-index', release.services.testpypi.simple];
    await command(tools.uv, [
      'pip',
      'install',
      '--python',
      tools.python,
      '--target',
      directory,
      ...from,
      'six',
    ]);
    const code = `import sys; sys.path.insert(0, ${JSON.stringify(directory)}); import six`;
    await command(tools.python, ['-I', '-c', code]);
    expect(await marked(LEFT)).toBe('six-99.0\n');
  });
});
