import { describe, expect, it } from '@jest/globals';
import { keepArtifact } from '../../../src/phases/journal/keep-artifact.ts';
import { parsedRecord } from '../../../src/release/record.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { madeCommit, memoryForge } from '../../support/memory-forge.ts';
import { type MemoryHandover, memoryHandover } from '../../support/memory-handover.ts';
import {
  aBuild,
  aChange,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  byArtifact,
  PACKAGES,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const NAME = 'pypi-release.journal';
const NONE: PlanChanges = {
  phases: ['build', 'pypi', 'post-publish'],
  version: { kind: 'bump', bump: 'minor' },
  handover: byArtifact(),
  forge: { release: 'none' },
};

async function keeping(service: MemoryHandover, text = 'wheel', changes: PlanChanges = NONE) {
  const files = memoryFiles({ [`${PACKAGES}/${WHEEL}`]: text });
  const told = recorder();
  const forge = memoryForge();
  const world = aWorld({ files, forge, handover: service.door(files), clock: fakeClock() });
  const build = { ...aBuild(aDistribution(WHEEL, text)), changed: [aChange('CHANGELOG.md')] };
  const commit = await keepArtifact({ project: aProject(), build }, aPlan(changes), world, told.emit);
  return { commit, forge, says: told.of('step-ended').map(({ says }) => says) };
}

function recordOf(service: MemoryHandover, name = NAME) {
  const file = service.artifacts.get(name)?.find((each) => each.name === 'release.json');
  return file && parsedRecord(new TextDecoder().decode(file.bytes));
}

describe('the artifact that is the journal of a release without a draft', () => {
  it('holds the distributions and the record, with the release commit and who left it', async () => {
    const service = memoryHandover();
    const { commit } = await keeping(service);
    expect(commit).toBe(madeCommit());
    expect(service.artifacts.get(NAME)?.map(({ name }) => name)).toEqual([WHEEL, 'release.json']);
    expect(recordOf(service)).toMatchObject({ released: commit, job: 'build, leg 0', attempt: 1 });
  });

  it('is left as it is where it holds these bytes, and its release commit is taken', async () => {
    const service = memoryHandover();
    const first = await keeping(service);
    const again = await keeping(service);
    expect([again.commit, again.forge.changes]).toEqual([first.commit, []]);
    expect(again.says).toEqual([`${NAME}: they are there already`]);
  });

  it('is gone around where another step of this attempt has kept other bytes in it', async () => {
    const service = memoryHandover();
    await keeping(service, 'theirs');
    await keeping(service, 'ours');
    expect([...service.artifacts.keys()]).toEqual([NAME, `${NAME}~2`]);
  });

  it.each<readonly [string, PlanChanges, string]>([
    ['by a job that does not finish the release', { phases: ['pypi'] }, 'does not finish the release'],
    ['in a dry run', { mode: 'dry-run' }, 'a dry run keeps nothing'],
    [
      'where the workflow carries the files',
      { handover: { kind: 'files', reason: 'handover: files' } },
      'there is no release on the forge, and handover: files: a re-run builds again',
    ],
  ])('is not made %s, and that is said', async (_where, changes, said) => {
    const service = memoryHandover();
    const { commit, says } = await keeping(service, 'wheel', { ...NONE, ...changes });
    expect([commit, service.artifacts.size]).toEqual([undefined, 0]);
    expect(says).toEqual([expect.stringContaining(said)]);
  });
});
