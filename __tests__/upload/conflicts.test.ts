import { describe, expect, it } from '@jest/globals';
import { refuseConflicts } from '../../src/upload/conflicts.ts';
import { memoryIndex } from '../support/memory-index.ts';
import {
  aBuild,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  type PlanChanges,
} from '../support/world.ts';

const OURS = aDistribution('demo-1.2.0.tar.gz', 'ours');
const OTHER = aDistribution('demo-1.2.0.tar.gz', 'other');

function candidate(
  held: { pypi?: readonly (typeof OURS)[]; testpypi?: readonly (typeof OURS)[] },
  changes: PlanChanges = {},
) {
  return {
    plan: aPlan({ phases: ['build', 'testpypi', 'pypi'], ...changes }),
    project: aProject(),
    build: { ...aBuild(), distributions: [OURS] },
    world: aWorld({
      indexes: {
        pypi: memoryIndex({ files: held.pypi ?? [] }),
        testpypi: memoryIndex({ files: held.testpypi ?? [] }),
      },
    }),
  };
}

describe('conflicts', () => {
  it('are none where no index has the file, or has the same bytes', async () => {
    await expect(refuseConflicts(candidate({}))).resolves.toBeUndefined();
    await expect(refuseConflicts(candidate({ pypi: [OURS] }))).resolves.toBeUndefined();
  });

  it('on PyPI stop the run while TestPyPI has its turn', async () => {
    expect(await codesOf(refuseConflicts(candidate({ pypi: [OTHER] })))).toEqual(['upload-conflict']);
  });

  it('on both are told together', async () => {
    const both = { pypi: [OTHER], testpypi: [OTHER] };
    expect(await codesOf(refuseConflicts(candidate(both)))).toEqual(['upload-conflict', 'upload-conflict']);
  });

  it('on an index that this run leaves alone are nobody’s business', async () => {
    await expect(
      refuseConflicts(candidate({ testpypi: [OTHER] }, { phases: ['pypi'] })),
    ).resolves.toBeUndefined();
  });

  it('on TestPyPI do not stop a run that takes it as best effort', async () => {
    const asked = candidate({ testpypi: [OTHER] });
    const { testpypi, pypi } = asked.plan.indexes;
    const plan = { ...asked.plan, indexes: { pypi, testpypi: { ...testpypi, required: false } } };
    await expect(refuseConflicts({ ...asked, plan })).resolves.toBeUndefined();
  });
});
