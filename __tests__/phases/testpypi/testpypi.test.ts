import { describe, expect, it } from '@jest/globals';
import { testpypi } from '../../../src/phases/testpypi/testpypi.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { type MemoryIndexOptions, memoryIndex } from '../../support/memory-index.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  DIRECTORY,
  failing,
  fakeEnvironments,
  type PlanChanges,
  packageFiles,
  recorder,
} from '../../support/world.ts';

const BEST_EFFORT = { testpypi: { required: false } } as const;
const OTHER = aDistribution('demo-1.2.0.tar.gz', 'other bytes');
const NONE = { kind: 'none', reason: 'there is no identity' } as const;

async function publishing(
  changes: PlanChanges = {},
  index: MemoryIndexOptions = {},
  installs: Parameters<typeof fakeEnvironments>[0] = {},
) {
  const packages = await packageFiles();
  const [mine, real] = [memoryIndex(index), memoryIndex()];
  const environments = fakeEnvironments(installs);
  const told = recorder();
  const build = aBuild(
    ...Object.entries(packages).map(([name, bytes]) => aDistribution(name.split('/').at(-1), bytes)),
  );
  const world = aWorld({
    environments,
    files: memoryFiles(packages),
    indexes: { testpypi: mine, pypi: real },
  });
  const work = testpypi.run({ project: aProject(), build }, aPlan(changes), world, told.emit);
  return { work, told, index: mine, real, environments };
}

describe('testpypi', () => {
  it('uploads to TestPyPI, and to nothing else, and installs back', async () => {
    const { work, index, real, environments } = await publishing();
    const receipt = await work;
    expect(receipt.url).toBe('https://testpypi.index.example/project/demo/1.2.0/');
    expect(index.held.size).toBe(2);
    expect(real.calls).toEqual(['release']);
    expect(environments.calls[0]).toBe('create testpypi-install-back');
  });

  it('installs nothing back in a dry run', async () => {
    const { work, index, environments } = await publishing({ mode: 'dry-run' });
    await work;
    expect(index.held.size).toBe(0);
    expect(environments.calls).toEqual([]);
  });

  it('stops at a conflict where it is required', async () => {
    const { work } = await publishing({}, { files: [OTHER] });
    expect(await codesOf(work)).toEqual(['upload-conflict']);
  });

  it('only warns of conflicts and troubles where it is best effort', async () => {
    const { work, told } = await publishing(BEST_EFFORT, { files: [OTHER] });
    expect(await work).toEqual({ url: '', files: [] });
    expect(told.of('noticed')).toEqual([
      {
        kind: 'noticed',
        level: 'warning',
        title: expect.stringMatching(/holds other bytes under this name$/),
        says: expect.stringMatching(/\(testpypi: best-effort\)$/),
      },
    ]);
  });

  it('only warns of an install that fails where it is best effort', async () => {
    const { work, told } = await publishing(BEST_EFFORT, {}, { install: async () => failing('no') });
    await work;
    expect(told.of('noticed')).toHaveLength(1);
  });

  it('does not take a bug for trouble', async () => {
    const { work } = await publishing(BEST_EFFORT, {
      before: () => {
        throw new TypeError('ours');
      },
    });
    await expect(work).rejects.toThrow('ours');
  });

  it('finds in its preflight a missing credential beside the project’s faults, unless it is best effort', async () => {
    const codes = async (changes: PlanChanges, files: Readonly<Record<string, string>>) =>
      (await testpypi.preflight(aPlan(changes), aWorld({ files: memoryFiles(files) }))).map(
        ({ code }) => code,
      );
    const good = { [`${DIRECTORY}/pyproject.toml`]: '[project]\nname = "demo"\nversion = "1.2.0"\n' };
    expect(await codes({}, good)).toEqual([]);
    expect(await codes({ testpypi: { credential: NONE } }, good)).toEqual(['credential-missing']);
    expect(await codes({ testpypi: { credential: NONE } }, {})).toEqual([
      'directory-missing',
      'credential-missing',
    ]);
    expect(await codes({ testpypi: { credential: NONE, required: false } }, good)).toEqual([]);
  });
});
