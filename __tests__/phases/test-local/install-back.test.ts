import { describe, expect, it } from '@jest/globals';
import { installBack } from '../../../src/phases/test-local/install-back.ts';
import type { IndexName } from '../../../src/plan/known-indexes.ts';
import { zipOf } from '../../packaging/archives.ts';
import { faultOf } from '../../support/faults.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryIndex } from '../../support/memory-index.ts';
import {
  aDistribution,
  aPlan,
  aPool,
  aProject,
  failing,
  fakeEnvironments,
  PACKAGES,
  packageFiles,
  recorder,
  wheelMembers,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const WINDOWS = 'demo-1.2.0-cp312-cp312-win_amd64.whl';

async function installing(
  name: IndexName,
  parts: {
    readonly smoke?: readonly string[];
    readonly extras?: readonly string[];
    readonly served?: readonly string[];
    readonly wheel?: Uint8Array;
    readonly configSettings?: readonly string[];
    readonly changes?: Parameters<typeof fakeEnvironments>[0];
  } = {},
) {
  const built = await packageFiles();
  const wheel = parts.wheel ?? built[`${PACKAGES}/${WHEEL}`] ?? new Uint8Array();
  const packages: Readonly<Record<string, Uint8Array>> = {
    ...built,
    [`${PACKAGES}/${WHEEL}`]: wheel,
    [`${PACKAGES}/${WINDOWS}`]: wheel,
  };
  const told = recorder();
  const environments = fakeEnvironments(parts.changes);
  const served = parts.served ?? [WHEEL, SDIST];
  const work = installBack({
    name,
    plan: aPlan({
      commands: { smoke: parts.smoke ?? [], configSettings: parts.configSettings ?? [] },
      ...(parts.extras && { toolchain: { extras: parts.extras } }),
    }),
    project: aProject({ extras: parts.extras ?? [] }),
    distributions: served.map((name) => aDistribution(name, packages[`${PACKAGES}/${name}`])),
    receipt: {
      url: '',
      files: served.map((filename) => ({
        filename,
        sha256: `sha-of-${filename}`,
        url: `https://index.example/files/${filename}`,
        decision: 'act' as const,
      })),
    },
    world: {
      environments,
      files: memoryFiles(packages),
      indexes: { testpypi: memoryIndex(), pypi: memoryIndex() },
    },
    emit: told.emit,
  });
  return { calls: environments.calls, told, work };
}

describe('installBack', () => {
  it('takes our own file by address and digest from TestPyPI, and dependencies from the runner’s index', async () => {
    const { calls, work } = await installing('testpypi');
    await work;
    expect(calls).toEqual([
      'create testpypi-install-back',
      `testpypi-install-back install demo @ https://index.example/files/${WHEEL}#sha256=sha-of-${WHEEL}`,
      'testpypi-install-back python demo',
      'remove testpypi-install-back',
    ]);
  });

  it('asks PyPI by name and version, as users do', async () => {
    const { calls, work } = await installing('pypi');
    await work;
    expect(calls[1]).toBe('pypi-install-back install demo==1.2.0 from https://pypi.index.example/simple/');
  });

  it.each([
    [[WINDOWS, SDIST, WHEEL], [], WHEEL],
    [[WINDOWS, SDIST], [], SDIST],
    [[WINDOWS, SDIST], [WINDOWS], WINDOWS],
  ])('of %j, on a machine that %j are for, tries %s', async (served, fitting, chosen) => {
    const fits = async (wheel: string): Promise<boolean> => fitting.some((name) => wheel.endsWith(name));
    const { calls, work } = await installing('testpypi', { served, changes: { fits } });
    await work;
    expect(calls.find((call) => call.includes(' install '))).toContain(`/files/${chosen}#`);
  });

  it.each<readonly [IndexName, string]>([
    ['pypi', 'pypi-install-back install demo==1.2.0 from'],
    ['testpypi', 'testpypi-install-back install demo @ '],
  ])('gives an sdist from %s the settings that it was built with', async (name, install) => {
    const { calls, work } = await installing(name, { served: [SDIST], configSettings: ['a=b'] });
    await work;
    expect(calls[1]).toContain(install);
    expect(calls[1]).toMatch(/ with a=b$/);
  });

  it('says that nothing is tried where no file is for this machine', async () => {
    const { calls, told, work } = await installing('pypi', {
      served: [WINDOWS],
      changes: { fits: async () => false },
    });
    await work;
    expect(calls).toEqual(['create fitting', 'remove fitting']);
    expect(told.of('step-ended')).toMatchObject([
      { outcome: 'skipped', says: 'no file of the release is for this machine' },
    ]);
  });

  it('installs the extras where there are smoke tests to run with them', async () => {
    const { calls, work } = await installing('pypi', { smoke: ['demo --help'], extras: ['a', 'b'] });
    await work;
    expect(calls[1]).toContain('install demo[a,b]==1.2.0');
    expect(calls).toContain('pypi-install-back command demo --help');
    const bare = await installing('pypi', { extras: ['a'] });
    await bare.work;
    expect(bare.calls[1]).toContain('install demo==1.2.0');
    const wheel = zipOf(wheelMembers({}, ['Provides-Extra: fast']));
    const offered = await installing('pypi', { smoke: ['demo --help'], wheel });
    await offered.work;
    expect(offered.calls[1]).toContain('install demo[fast]==1.2.0');
  });

  it('tells what cannot be installed', async () => {
    const { work } = await installing('pypi', {
      changes: { install: async () => failing('a\nNo matching distribution') },
    });
    const fault = await faultOf(work);
    expect(fault).toMatchObject({
      code: 'install-failed',
      title: 'demo==1.2.0 from pypi cannot be installed',
    });
    expect(fault.finding).toContain('No matching distribution');
  });

  it('tells what does not work once installed', async () => {
    const { work } = await installing('pypi', { changes: { python: async () => failing('ImportError') } });
    expect((await faultOf(work)).title).toBe('import demo with demo 1.2.0 from pypi does not work');
  });
});

describe('installBack of several packages', () => {
  const of = (name: string, kind: string) => aDistribution(`${name}-1.2.0${kind}`);
  const files = ['core', 'demo'].flatMap((name) => [of(name, '-py3-none-any.whl'), of(name, '.tar.gz')]);

  async function installingPool(name: IndexName, smoke: readonly string[] = []) {
    const environments = fakeEnvironments();
    await installBack({
      name,
      plan: aPlan({ commands: { smoke } }),
      project: aPool('core', 'demo'),
      distributions: files,
      receipt: {
        url: '',
        files: files.map(({ filename }) => ({
          filename,
          sha256: `sha-of-${filename}`,
          url: `https://index.example/files/${filename}`,
          decision: 'act' as const,
        })),
      },
      world: {
        environments,
        files: memoryFiles(),
        indexes: { testpypi: memoryIndex(), pypi: memoryIndex() },
      },
      emit: recorder().emit,
    });
    return environments.calls;
  }

  it('asks PyPI for each by itself, and runs the user’s commands where all are installed', async () => {
    const calls = await installingPool('pypi', ['demo --help']);
    const from = 'from https://pypi.index.example/simple/';
    expect(calls).toEqual([
      'create pypi-install-back-core',
      `pypi-install-back-core install core==1.2.0 ${from}`,
      'remove pypi-install-back-core',
      'create pypi-install-back-demo',
      `pypi-install-back-demo install demo==1.2.0 ${from}`,
      'remove pypi-install-back-demo',
      'create pypi-install-back',
      `pypi-install-back install core==1.2.0, demo==1.2.0 ${from}`,
      'pypi-install-back command demo --help',
      'remove pypi-install-back',
    ]);
  });

  it('takes from TestPyPI what one requires of the others by address and digest, too', async () => {
    const own = (name: string) => {
      const file = `${name}-1.2.0-py3-none-any.whl`;
      return `${name} @ https://index.example/files/${file}#sha256=sha-of-${file}`;
    };
    const calls = await installingPool('testpypi');
    expect(calls.filter((call) => call.includes(' install '))).toEqual([
      `testpypi-install-back-core install ${own('core')} bound to ${own('demo')}`,
      `testpypi-install-back-demo install ${own('demo')} bound to ${own('core')}`,
    ]);
  });
});
