import { describe, expect, it } from '@jest/globals';
import { adoptArtifact, keepArtifact } from '../../../src/phases/journal/artifact-journal.ts';
import { parsedRecord, type ReleaseRecord } from '../../../src/release/record.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { leftArtifact, type Texts } from '../../support/left-artifact.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
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
  fakeHandover,
  PACKAGES,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const LINUX = 'demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl';
const MACOS = 'demo-1.2.0-cp312-cp312-macosx_11_0_arm64.whl';
const SDIST = 'demo-1.2.0.tar.gz';
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

describe('what an earlier attempt of a job that hands on has left', () => {
  const plan = aPlan({ phases: ['build'], handover: byArtifact({ attempt: 2 }) });
  const ours = { [LINUX]: 'linux', [SDIST]: 'sdist' };
  const left = (texts: Texts, changes: Partial<ReleaseRecord> = {}) => ({
    'pypi-release': leftArtifact(texts, { job: 'build, leg 0', ...changes }),
  });
  const textOf = (files: MemoryFiles, name: string) =>
    new TextDecoder().decode(files.entries.get(`${PACKAGES}/${name}`));

  it('is taken under a later name, and the latest of them', async () => {
    const files = memoryFiles();
    const by = { job: 'build, leg 0' };
    const handover = fakeHandover({
      'pypi-release': leftArtifact({ [SDIST]: 'older' }, by),
      'pypi-release~2': leftArtifact({ [SDIST]: 'latest' }, by),
    });
    await adoptArtifact(plan, aProject(), { handover, files });
    expect(textOf(files, SDIST)).toBe('latest');
  });

  it('is taken, in place of what lies there, by the next attempt of the same job', async () => {
    const files = memoryFiles({ [`${PACKAGES}/${MACOS}`]: 'litter' });
    const change = aChange('CHANGELOG.md');
    const handover = fakeHandover(left(ours, { changed: [change] }));
    const kept = await adoptArtifact(plan, aProject(), { handover, files });
    expect(kept?.changed).toEqual([change]);
    expect(kept?.distributions.map(({ filename }) => filename).toSorted()).toEqual([LINUX, SDIST]);
    expect([...files.entries.keys()].toSorted()).toEqual(
      [LINUX, SDIST, 'release.json'].map((name) => `${PACKAGES}/${name}`),
    );
    expect(textOf(files, SDIST)).toBe('sdist');
  });

  it.each([
    ['another job', { job: 'build, leg 1' }],
    ['nobody who says so', { job: undefined }],
    ['the same attempt', { attempt: 2 }],
    ['another commit', { commit: 'f'.repeat(40) }],
    ['another version', { project: { name: 'demo', version: '1.3.0' } }],
    ['another tag', { tag: '1.2.0' }],
  ] as const)('is not taken where it is of %s', async (_what, changes) => {
    const files = memoryFiles();
    const handover = fakeHandover(left(ours, changes as Partial<ReleaseRecord>));
    expect(await adoptArtifact(plan, aProject(), { handover, files })).toBeUndefined();
    expect(files.changes).toEqual([]);
  });

  it('is not looked at by a job that finishes the release, or whose workflow carries the files', async () => {
    const files = memoryFiles();
    const handover = fakeHandover(left(ours));
    for (const phases of [
      ['build', 'pypi', 'post-publish'],
      ['pypi', 'post-publish'],
    ] as const) {
      const whole = aPlan({ phases, handover: byArtifact({ attempt: 2 }) });
      expect(await adoptArtifact(whole, aProject(), { handover, files })).toBeUndefined();
    }
    expect(
      await adoptArtifact(aPlan({ phases: ['build'] }), aProject(), { handover, files }),
    ).toBeUndefined();
  });
});
