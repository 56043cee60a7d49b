import { describe, expect, it } from '@jest/globals';
import { testLocal } from '../../../src/phases/test-local/test-local.ts';
import { tarGzOf, zipOf } from '../../packaging/archives.ts';
import { faultOf } from '../../support/faults.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aPool,
  aProject,
  aWorld,
  failing,
  fakeEnvironments,
  PACKAGES,
  packageFiles,
  recorder,
  sdistMembers,
  wheelMembers,
} from '../../support/world.ts';

async function trying(
  extras: readonly string[] = [],
  changes: Parameters<typeof fakeEnvironments>[0] = {},
  more: Readonly<Record<string, Uint8Array>> = {},
  configSettings: readonly string[] = [],
  wanted: readonly string[] | 'all' = extras,
) {
  const packages = { ...(await packageFiles()), ...more };
  const environments = fakeEnvironments(changes);
  const told = recorder();
  const work = testLocal.run(
    {
      project: aProject({ extras }),
      build: aBuild(
        ...Object.entries(packages).map(([name, bytes]) => aDistribution(name.split('/').at(-1), bytes)),
      ),
    },
    aPlan({ commands: { smoke: ['demo --help'], configSettings }, toolchain: { extras: wanted } }),
    aWorld({ environments, files: memoryFiles(packages) }),
    told.emit,
  );
  return { environments, told, work };
}

describe('test-local', () => {
  it('says which wheels are not for this machine, and tries the others', async () => {
    const other = 'demo-1.2.0-cp312-cp312-win_amd64.whl';
    const { environments, told, work } = await trying(
      [],
      { fits: async () => false },
      { [`${PACKAGES}/${other}`]: new Uint8Array() },
    );
    expect((await work).results).toHaveLength(4);
    expect(told.of('step-ended').filter(({ outcome }) => outcome === 'skipped')).toMatchObject([
      { step: `Try ${other}`, says: 'it is for another platform or Python than this job has' },
    ]);
    expect(environments.calls.filter((call) => call.includes(other))).toEqual([]);
  });

  it('builds the sdist with the config settings of the release', async () => {
    const { environments, work } = await trying([], {}, {}, ['fast=on']);
    await work;
    expect(environments.calls.filter((call) => call.includes(' with fast=on'))).toEqual([
      'demo-1.2.0.tar.gz install demo @ file:///project/dist/demo-1.2.0.tar.gz with fast=on',
    ]);
  });

  it('installs each distribution afresh, imports it, runs the smoke tests, and removes the environment', async () => {
    const { environments, told, work } = await trying();
    const { results } = await work;
    expect(results.map(({ evidence }) => evidence)).toEqual([
      ...['import demo', 'demo --help', 'import demo', 'demo --help'],
    ]);
    const wheel = 'demo-1.2.0-py3-none-any.whl';
    expect(environments.calls.filter((call) => call.includes(wheel))).toEqual([
      `create ${wheel}`,
      `${wheel} install demo @ file:///project/dist/${wheel}`,
      `${wheel} python demo`,
      `${wheel} command demo --help`,
      `remove ${wheel}`,
    ]);
    expect(
      told
        .of('step-ended')
        .map(({ step, says }) => [step, says])
        .sort(),
    ).toEqual([
      ['Try sdist', 'import demo; demo --help'],
      ['Try wheel', 'import demo; demo --help'],
    ]);
  });

  it('imports what each distribution itself holds', async () => {
    const sdist = await tarGzOf(sdistMembers({ 'demo-1.2.0/more/__init__.py': '' }));
    const { environments, work } = await trying([], {}, { [`${PACKAGES}/demo-1.2.0.tar.gz`]: sdist });
    await work;
    expect(environments.calls.filter((call) => / python /.test(call)).sort()).toEqual([
      'demo-1.2.0-py3-none-any.whl python demo',
      'demo-1.2.0.tar.gz python demo more',
    ]);
  });

  it('does not import a single file of the sdist that the wheel leaves out: helpers of tests lie beside a module', async () => {
    const sdist = await tarGzOf(
      sdistMembers({ 'demo-1.2.0/src/demo/__init__.py': '', 'demo-1.2.0/src/_helper.py': '' }),
    );
    const { environments, work } = await trying([], {}, { [`${PACKAGES}/demo-1.2.0.tar.gz`]: sdist });
    await work;
    expect(environments.calls.filter((call) => / python /.test(call)).sort()).toEqual([
      'demo-1.2.0-py3-none-any.whl python demo',
      'demo-1.2.0.tar.gz python demo',
    ]);
  });

  it('tries the extras that the distributions offer, whatever the source says, where all are asked for', async () => {
    const wheel = zipOf(wheelMembers({}, ['Provides-Extra: fast', 'Provides-Extra: slow']));
    const more = { [`${PACKAGES}/demo-1.2.0-py3-none-any.whl`]: wheel };
    const titles = async (wanted: readonly string[] | 'all') => {
      const { told, work } = await trying(['old'], {}, more, [], wanted);
      await work;
      return told.of('step-ended').flatMap(({ step }) => (step.startsWith('Try wheel') ? [step] : []));
    };
    const all = ['Try wheel', 'Try wheel[fast,slow]', 'Try wheel[fast]', 'Try wheel[slow]'];
    expect((await titles('all')).sort()).toEqual(all);
    expect((await titles(['old'])).sort()).toEqual(['Try wheel', 'Try wheel[old]']);
  });

  it('tries three environments at once, and no more', async () => {
    const { environments, work } = await trying(['a', 'b', 'c']);
    await work;
    expect(environments.mostAtOnce()).toBe(3);
    expect(environments.calls.filter((call) => call.startsWith('create'))).toHaveLength(10);
  });

  it('stops where a distribution cannot be installed, and names it', async () => {
    const { work } = await trying(['flask'], {
      install: async ([requirement = '']) =>
        requirement.includes('[flask]') && requirement.includes('.whl')
          ? failing('No solution found')
          : failing('', 0),
    });
    const fault = await faultOf(work);
    expect(fault).toMatchObject({
      code: 'install-failed',
      title: 'demo-1.2.0-py3-none-any.whl (wheel[flask]) cannot be installed',
      finding: 'No solution found',
    });
  });

  it('finds nothing in its preflight, and nothing to recall', async () => {
    expect(await testLocal.preflight(aPlan(), aWorld())).toEqual([]);
    expect(await testLocal.recall(aPlan(), aWorld())).toBeUndefined();
  });

  it('of several packages has the others at hand for each', async () => {
    const packages = await packageFiles();
    const environments = fakeEnvironments();
    const wheel = 'demo-1.2.0-py3-none-any.whl';
    const other = aDistribution('other-1.2.0-py3-none-any.whl');
    const files = memoryFiles({
      ...packages,
      [`${PACKAGES}/${other.filename}`]: packages[`${PACKAGES}/${wheel}`] ?? '',
    });
    const project = aPool('other', 'demo');
    const build = aBuild(aDistribution(wheel), other);
    await testLocal.run({ project, build }, aPlan(), aWorld({ environments, files }), recorder().emit);
    expect(environments.calls).toContain(
      `${wheel} install demo @ file:///project/dist/${wheel} bound to other @ file:///project/dist/${other.filename}`,
    );
    expect(environments.calls.filter((call) => call.startsWith('create'))).toHaveLength(3);
  });
});
