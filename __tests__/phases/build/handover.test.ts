import { describe, expect, it } from '@jest/globals';
import { handOn, receive } from '../../../src/phases/build/handover.ts';
import type { HandoverPlan } from '../../../src/plan/plan.ts';
import { type ReleaseRecord, readRecord, recordOf, recordText } from '../../../src/release/record.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aChange,
  aDistribution,
  aPlan,
  aProject,
  codesOf,
  fakeHandover,
  faultsOf,
  PACKAGES,
  recorder,
} from '../../support/world.ts';

const LINUX = 'demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl';
const MACOS = 'demo-1.2.0-cp312-cp312-macosx_11_0_arm64.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const PUBLISH = ['pypi', 'post-publish'] as const;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const byArtifact = (...names: readonly string[]): HandoverPlan => ({ kind: 'artifact', names });

/** A record of these files, by content, as a job of this commit writes it. */
function record(files: Readonly<Record<string, string>>, changes: Partial<ReleaseRecord> = {}): Uint8Array {
  const distributions = Object.entries(files).map(([name, text]) => aDistribution(name, text));
  const written = recordOf(aPlan().forge.commit, aProject(), aBuild(...distributions));
  return bytes(recordText({ ...written, ...changes }));
}

type Parcels = Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;

function receiving(parcels: Parcels, names: readonly string[] = ['pypi-release']) {
  const files = memoryFiles();
  const told = recorder();
  const plan = aPlan({ phases: PUBLISH, handover: byArtifact(...names) });
  const work = receive(plan, { handover: fakeHandover(parcels), files }, told.emit);
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
    const plan = aPlan({ phases: ['build'], handover: byArtifact('wheels-linux') });
    await handOn(plan, { handover, files: FILES }, recorder().emit);
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
      aPlan({ path: 'C', phases: ['build', ...PUBLISH], handover: byArtifact('a') }),
    ],
    ['leaves the files to the workflow', aPlan({ phases: ['build'] })],
  ])('leaves nothing where it %s', async (_what, plan) => {
    const handover = fakeHandover();
    await handOn(plan, { handover, files: FILES }, recorder().emit);
    expect(handover.kept).toEqual([]);
  });
});

describe('a job that takes over', () => {
  it('fills the directory with what was left, and says where it came from', async () => {
    const left = {
      [SDIST]: bytes('sdist'),
      'release.json': record({ [SDIST]: 'sdist' }),
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
    const plan = aPlan({ phases: PUBLISH, handover: byArtifact('pypi-release') });
    await receive(plan, { handover, files }, recorder().emit);
    expect(textOf(files, SDIST)).toBe('carried');
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
          'release.json': record({ [LINUX]: 'linux', [SDIST]: 'sdist' }, { changed: [change] }),
        },
        'wheels-macos': {
          [MACOS]: bytes('macos'),
          [SDIST]: bytes('sdist'),
          'release.json': record({ [MACOS]: 'macos', [SDIST]: 'sdist' }, { changed: [change] }),
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

  it('records what another tool built beside what ours recorded', async () => {
    const { files, work } = receiving(
      {
        sdist: { [SDIST]: bytes('sdist'), 'release.json': record({ [SDIST]: 'sdist' }) },
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
          'release.json': record({ [LINUX]: 'linux' }, { changed: [aChange('CHANGELOG.md')] }),
        },
        b: { [MACOS]: bytes('macos'), 'release.json': record({ [MACOS]: 'macos' }, changes) },
      },
      ['?'],
    );
    const [disagree] = await faultsOf(work);
    expect(disagree).toMatchObject({ code: 'records-disagree', finding: expect.stringContaining(said) });
  });

  it('passes on what the service’s trouble is', async () => {
    const handover = { ...fakeHandover(), left: () => Promise.reject(new Error('a bug')) };
    const plan = aPlan({ phases: PUBLISH, handover: byArtifact('pypi-release') });
    await expect(codesOf(receive(plan, { handover, files: memoryFiles() }, recorder().emit))).rejects.toThrow(
      'a bug',
    );
  });
});
