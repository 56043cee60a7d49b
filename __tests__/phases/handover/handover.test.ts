import { describe, expect, it } from '@jest/globals';
import { handOn, receive } from '../../../src/phases/handover/handover.ts';
import type { HandoverPlan } from '../../../src/plan/plan.ts';
import { type ReleaseRecord, readRecord } from '../../../src/release/record.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { aRecord, leftArtifact, type Texts } from '../../support/left-artifact.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
import {
  aChange,
  aDistribution,
  aPlan,
  byArtifact,
  codesOf,
  DIRECTORY,
  type FakeHandover,
  fakeHandover,
  faultsOf,
  PACKAGES,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const LINUX = 'demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl';
const MACOS = 'demo-1.2.0-cp312-cp312-macosx_11_0_arm64.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const PUBLISH = ['pypi', 'post-publish'] as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const named = (...names: readonly string[]): HandoverPlan => byArtifact({ names, attempt: 2 });

type Artifacts = Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;

function receiving(artifacts: Artifacts, names: readonly string[] = ['pypi-release']) {
  const files = memoryFiles();
  const told = recorder();
  const plan = aPlan({ phases: PUBLISH, handover: named(...names) });
  const work = receive(plan, { handover: fakeHandover(artifacts), files }, told.emit);
  return { files, told, work };
}

const textOf = (files: MemoryFiles, name: string): string =>
  new TextDecoder().decode(files.entries.get(`${PACKAGES}/${name}`));

describe('a job that hands on', () => {
  const FILES = memoryFiles({
    [`${PACKAGES}/${SDIST}`]: 'sdist',
    [`${PACKAGES}/${SDIST}.publish.attestation`]: '{}',
    [`${PACKAGES}/release.json`]: '{}',
    [`${PACKAGES}/build.log`]: 'chatter',
  });

  it('leaves distributions, record and attestations under the planned name, and nothing else', async () => {
    const handover = fakeHandover();
    const plan = aPlan({ phases: ['build'], handover: named('wheels-linux') });
    await handOn(plan, { handover, files: FILES, clock: fakeClock() }, recorder().emit);
    expect(handover.kept).toEqual([
      {
        name: 'wheels-linux',
        directory: PACKAGES,
        files: [SDIST, `${SDIST}.publish.attestation`, 'release.json'],
      },
    ]);
  });

  it.each([
    [
      'finishes the release itself',
      aPlan({ path: 'C', phases: ['build', ...PUBLISH], handover: named('a') }),
    ],
    ['leaves the files to the workflow', aPlan({ phases: ['build'] })],
  ])('leaves nothing where it %s', async (_what, plan) => {
    const handover = fakeHandover();
    await handOn(plan, { handover, files: FILES, clock: fakeClock() }, recorder().emit);
    expect(handover.kept).toEqual([]);
  });
});

describe('what stands under the name of a job that hands on', () => {
  const plan = aPlan({ phases: ['build'], handover: named('pypi-release') });
  const ours = { [LINUX]: 'linux', [SDIST]: 'sdist' };
  const left = (texts: Texts, changes: Partial<ReleaseRecord> = {}) => ({
    'pypi-release': leftArtifact(texts, { job: 'build, leg 0', ...changes }),
  });
  const built = async () => {
    const files = memoryFiles();
    for (const [name, text] of Object.entries(ours)) await files.write(`${PACKAGES}/${name}`, text);
    await files.write(`${PACKAGES}/release.json`, aRecord(ours));
    return files;
  };
  const handing = async (artifacts: Artifacts, reserved: readonly string[] = []) => {
    const handover = fakeHandover(artifacts, reserved);
    const [files, clock] = [await built(), fakeClock()];
    return { handover, files, clock, work: handOn(plan, { handover, files, clock }, recorder().emit) };
  };
  const namesKept = ({ kept }: FakeHandover) => kept.map(({ name }) => name);

  it.each([
    ['with a wheel that this one has not', { [MACOS]: 'macos', [SDIST]: 'sdist' }],
    ['with other bytes', { [LINUX]: 'linux', [SDIST]: 'another' }],
    ['with fewer files', { [SDIST]: 'sdist' }],
  ])('is never replaced where another job left it %s', async (_what, texts) => {
    const { handover, work } = await handing(left(texts, { job: 'build, leg 1' }));
    const [taken] = await faultsOf(work);
    expect([taken?.code, handover.dropped, handover.kept]).toEqual(['artifact-taken', [], []]);
    expect(taken?.finding).toContain('left by build, leg 1');
    expect(taken?.finding).toContain(Object.keys(texts)[0]);
  });

  it('is never replaced where another tool left it', async () => {
    const { handover, work } = await handing({ 'pypi-release': { [MACOS]: bytes('macos') } });
    expect([await codesOf(work), handover.dropped]).toEqual([['artifact-taken'], []]);
  });

  it('is left where it holds the very same distributions, whoever left them', async () => {
    const { handover, work } = await handing(left(ours, { job: 'build, leg 1' }));
    await work;
    expect([handover.dropped, handover.kept]).toEqual([[], []]);
  });

  it('gives way where the same job left it for another release', async () => {
    const { handover, files, work } = await handing(left({ [SDIST]: 'older' }));
    await work;
    expect([handover.dropped, handover.kept.map(({ name }) => name)]).toEqual([
      ['pypi-release'],
      ['pypi-release'],
    ]);
    expect(await readRecord(files, PACKAGES)).toMatchObject({ job: 'build, leg 0', attempt: 2 });
  });

  it('is never replaced by a job of the same name in one attempt: a workflow may be called twice', async () => {
    const { handover, work } = await handing(left({ [SDIST]: 'of the other call' }, { attempt: 2 }));
    expect([await codesOf(work), handover.dropped]).toEqual([['artifact-taken'], []]);
  });

  it('may be nothing although the name is taken, by a job that was killed: then the next name serves', async () => {
    const { handover, clock, work } = await handing({}, ['pypi-release', 'pypi-release~2']);
    await work;
    expect(namesKept(handover)).toEqual(['pypi-release~3']);
    expect(clock.slept.slice(0, 3)).toEqual([1_000, 2_000, 4_000]);
  });

  it('is waited for where another leg of a matrix is leaving it right now', async () => {
    const other = fakeHandover(left({ [SDIST]: 'another' }, { job: 'build, leg 1' }));
    const clock = fakeClock();
    const handover = {
      ...other,
      keep: async () => false,
      left: async () => (clock.slept.length < 2 ? [] : other.left()),
    };
    const work = handOn(plan, { handover, files: await built(), clock }, recorder().emit);
    expect(await codesOf(work)).toEqual(['artifact-taken']);
  });

  it('stops where every name is taken', async () => {
    const all = ['', ...[2, 3, 4, 5, 6, 7, 8, 9].map((each) => `~${each}`)];
    const { handover, work } = await handing(
      {},
      all.map((each) => `pypi-release${each}`),
    );
    expect([await codesOf(work), handover.kept]).toEqual([['artifact-taken'], []]);
  });
});

describe('a job that takes over', () => {
  it('fills the directory with what was left, and says where it came from', async () => {
    const left = {
      [SDIST]: bytes('sdist'),
      'release.json': aRecord({ [SDIST]: 'sdist' }),
      'notes.txt': bytes(''),
    };
    const { files, told, work } = receiving({ 'pypi-release': left, other: { [LINUX]: bytes('x') } });
    await work;
    expect([...files.entries.keys()].sort()).toEqual([`${PACKAGES}/${SDIST}`, `${PACKAGES}/release.json`]);
    expect(await readRecord(files, PACKAGES)).toMatchObject({
      distributions: [aDistribution(SDIST, 'sdist')],
    });
    expect(told.of('noticed')).toMatchObject([{ level: 'notice', says: `pypi-release: ${SDIST}` }]);
  });

  it('leaves a directory alone that has distributions', async () => {
    const files = memoryFiles({ [`${PACKAGES}/${SDIST}`]: 'carried' });
    const handover = fakeHandover({ 'pypi-release': { [SDIST]: bytes('artifact') } });
    const plan = aPlan({ phases: PUBLISH, handover: named('pypi-release') });
    await receive(plan, { handover, files }, recorder().emit);
    expect(textOf(files, SDIST)).toBe('carried');
  });

  it('counts of what one job left under several names the attempt that was last', async () => {
    const artifact = (text: string, attempt: number) =>
      leftArtifact({ [SDIST]: text }, { job: 'build, leg 0', attempt });
    const { files, told, work } = receiving({
      'pypi-release': artifact('of the killed attempt', 1),
      'pypi-release~2': artifact('of the next', 2),
    });
    await work;
    expect(textOf(files, SDIST)).toBe('of the next');
    expect(await readRecord(files, PACKAGES)).not.toHaveProperty('attempt');
    expect(told.of('noticed')).toMatchObject([{ says: `pypi-release~2: ${SDIST}` }]);
  });

  it('gathers what jobs of other names left under the names of one', async () => {
    const { files, work } = receiving({
      'pypi-release': {
        [LINUX]: bytes('linux'),
        'release.json': aRecord({ [LINUX]: 'linux' }, { job: 'a', attempt: 1 }),
      },
      'pypi-release~2': {
        [MACOS]: bytes('macos'),
        'release.json': aRecord({ [MACOS]: 'macos' }, { job: 'b', attempt: 1 }),
      },
      'pypi-release-other': { [SDIST]: bytes('x') },
    });
    await work;
    expect((await readRecord(files, PACKAGES))?.distributions.map(({ filename }) => filename)).toEqual([
      ...[LINUX, MACOS],
    ]);
  });

  it('takes nothing, and says nothing, where nothing fits', async () => {
    const { files, told, work } = receiving({
      logs: { [SDIST]: bytes('x') },
      'pypi-release': { 'a.log': bytes('') },
    });
    await work;
    expect([files.changes, told.events]).toEqual([[], []]);
  });

  it('gathers a matrix flat, the same bytes once, under one record', async () => {
    const change = aChange('CHANGELOG.md');
    const { files, work } = receiving(
      {
        'wheels-linux': {
          [LINUX]: bytes('linux'),
          [SDIST]: bytes('sdist'),
          'release.json': aRecord({ [LINUX]: 'linux', [SDIST]: 'sdist' }, { changed: [change] }),
        },
        'wheels-macos': {
          [MACOS]: bytes('macos'),
          [SDIST]: bytes('sdist'),
          'release.json': aRecord({ [MACOS]: 'macos', [SDIST]: 'sdist' }, { changed: [change] }),
        },
        logs: { [SDIST]: bytes('another') },
      },
      ['wheels-*'],
    );
    await work;
    const merged = await readRecord(files, PACKAGES);
    expect(merged?.distributions.map(({ filename }) => filename).sort()).toEqual([MACOS, LINUX, SDIST]);
    expect(merged?.changed).toEqual([change]);
  });

  it('passes over what a pattern fits and is none of ours, and says so', async () => {
    const { files, told, work } = receiving(
      { 'wheels-linux': { [LINUX]: bytes('linux') }, 'wheels-size.txt': { 'wheels-size.txt': bytes('7') } },
      ['wheels-*'],
    );
    await work;
    expect([...files.entries.keys()]).toEqual([`${PACKAGES}/${LINUX}`]);
    expect(told.of('noticed')[0]?.says).toContain('wheels-size.txt: nothing new');
  });

  it('stops at a record that it cannot follow: without it nothing would bind the files', async () => {
    const left = {
      [LINUX]: bytes('linux'),
      'release.json': aRecord({ [LINUX]: 'linux' }, { schema: 2 as 1 }),
    };
    const { files, work } = receiving({ 'pypi-release': left });
    expect([await codesOf(work), files.changes]).toEqual([['record-unfit'], []]);
  });

  it('records what another tool built beside what ours recorded', async () => {
    const { files, work } = receiving(
      {
        sdist: { [SDIST]: bytes('sdist'), 'release.json': aRecord({ [SDIST]: 'sdist' }) },
        cibuildwheel: { [LINUX]: bytes('linux') },
      },
      ['sdist', 'cibw?ild*', 'cibuildwheel'],
    );
    await work;
    expect((await readRecord(files, PACKAGES))?.distributions).toEqual([
      aDistribution(SDIST, 'sdist'),
      aDistribution(LINUX, 'linux'),
    ]);
  });

  it('writes no record where no job of ours built', async () => {
    const { files, work } = receiving({ wheels: { [LINUX]: bytes('linux') } }, ['wheels']);
    await work;
    expect([...files.entries.keys()]).toEqual([`${PACKAGES}/${LINUX}`]);
  });

  it('refuses two files of one name with other bytes, and names both artifacts', async () => {
    const { files, work } = receiving(
      { 'wheels-a': { [LINUX]: bytes('one') }, 'wheels-b': { [LINUX]: bytes('other') } },
      ['wheels-*'],
    );
    const [clash] = await faultsOf(work);
    expect(clash?.code).toBe('artifacts-clash');
    expect(clash?.finding).toMatch(/in artifact wheels-a with sha256 \w{64}, and in artifact wheels-b/);
    expect(files.changes).toEqual([]);
  });

  it.each([
    ['commits', { commit: 'f'.repeat(40) }, 'the commit'],
    ['versions', { project: { name: 'demo', version: '1.3.0' } }, 'the version (1.2.0 and 1.3.0)'],
    ['projects', { project: { name: 'other', version: '1.2.0' } }, 'the project'],
    ['tags', { tag: '1.2.0' }, 'the tag'],
    ['texts of a file', { changed: [aChange('CHANGELOG.md', 'of tomorrow')] }, 'the text of CHANGELOG.md'],
  ])('refuses records of different %s', async (_what, changes, said) => {
    const { work } = receiving(
      {
        a: {
          [LINUX]: bytes('linux'),
          'release.json': aRecord({ [LINUX]: 'linux' }, { changed: [aChange('CHANGELOG.md')] }),
        },
        b: { [MACOS]: bytes('macos'), 'release.json': aRecord({ [MACOS]: 'macos' }, changes) },
      },
      ['?'],
    );
    const [disagree] = await faultsOf(work);
    expect(disagree).toMatchObject({ code: 'records-disagree', finding: expect.stringContaining(said) });
  });

  it('passes on what the service’s trouble is', async () => {
    const handover = { ...fakeHandover(), left: () => Promise.reject(new Error('a bug')) };
    const plan = aPlan({ phases: PUBLISH, handover: named('pypi-release') });
    await expect(codesOf(receive(plan, { handover, files: memoryFiles() }, recorder().emit))).rejects.toThrow(
      'a bug',
    );
  });
});

describe('distributions that a step has put into directories of their own', () => {
  const RUN = { phases: PUBLISH } as const;
  const strewn = (texts: Readonly<Record<string, string | Uint8Array>>) =>
    memoryFiles(
      Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${PACKAGES}/${name}`, text])),
    );
  const taking = async (files: MemoryFiles, changes: PlanChanges = {}) => {
    const told = recorder();
    await receive(aPlan({ ...RUN, ...changes }), { handover: fakeHandover(), files }, told.emit);
    return told;
  };

  it('are taken with those beside them, whoever carries the files', async () => {
    const files = strewn({
      [SDIST]: 'sdist',
      'release.json': aRecord({ [SDIST]: 'sdist' }),
      [`dist-linux/${LINUX}`]: 'linux',
      [`dist-macos/wheelhouse/${MACOS}`]: 'macos',
      'dist-macos/notes.txt': '',
    });
    const told = await taking(files);
    expect([textOf(files, LINUX), textOf(files, MACOS)]).toEqual(['linux', 'macos']);
    expect((await readRecord(files, PACKAGES))?.distributions).toHaveLength(3);
    expect(told.of('noticed')[0]?.says).toContain(`dist/dist-macos/wheelhouse: ${MACOS}`);
  });

  it('are refused where two of one name differ', async () => {
    const files = strewn({ [`a/${LINUX}`]: 'one', [`b/${LINUX}`]: 'other' });
    expect(await codesOf(taking(files))).toEqual(['artifacts-clash']);
  });

  it('are nobody’s business where the directory is that of the project', async () => {
    const files = memoryFiles({ [`${DIRECTORY}/tests/data/${LINUX}`]: 'a fixture' });
    await taking(files, { packages: DIRECTORY });
    expect(files.changes).toEqual([]);
  });

  it('change nothing where all lie flat', async () => {
    const files = strewn({ [LINUX]: 'linux', 'logs/build.log': '' });
    await taking(files);
    expect(files.changes).toEqual([]);
  });
});
