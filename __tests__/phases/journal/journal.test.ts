import { describe, expect, it } from '@jest/globals';
import { adoptJournal } from '../../../src/phases/journal/adopt-journal.ts';
import { theRelease } from '../../../src/phases/journal/forge-release.ts';
import { findJournal, keepsJournal, MARKER } from '../../../src/phases/journal/journal.ts';
import { keepJournal } from '../../../src/phases/journal/keep-journal.ts';
import type { ForgeAsset, ForgeRelease } from '../../../src/ports/forge.ts';
import { type ReleaseRecord, recordOf, recordText } from '../../../src/release/record.ts';
import type { Attested } from '../../../src/upload/attestations.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { anAsset, aRelease, type MemoryForge, memoryForge } from '../../support/memory-forge.ts';
import {
  aBuild,
  aChange,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  fakeHandover,
  faultsOf,
  PACKAGES,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const RELEASED = 'ab'.repeat(20);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

const project = aProject();
const plan = aPlan();
const { commit: COMMIT } = plan.forge;
const buildOf = (suffix = '') =>
  aBuild(aDistribution(WHEEL, WHEEL + suffix), aDistribution(SDIST, SDIST + suffix));
/** The run's own build. */
const BUILD = buildOf();

/** Drafts and their files, put together so that every id has its bytes. */
function shelved(
  ...releases: readonly (Partial<ForgeRelease> & { readonly holds?: readonly Held[] })[]
): MemoryForge {
  const contents = new Map<number, Uint8Array>();
  const shelf = releases.map(({ holds = [], ...changes }, at) => {
    const id = changes.id ?? at + 1;
    const assets = holds.map(({ name, content, ...asset }, place) => {
      const made = anAsset(name, content, { id: id * 100 + place, ...asset });
      contents.set(made.id, content);
      return made;
    });
    return aRelease({ id, notes: MARKER, url: `https://forge.example/${id}`, assets, ...changes });
  });
  return memoryForge({ releases: shelf, contents });
}

interface Held extends Partial<Omit<ForgeAsset, 'name'>> {
  readonly name: string;
  readonly content: Uint8Array;
}

function record(build = BUILD, changes: Partial<ReleaseRecord> = {}): Held {
  const content = bytes(recordText({ ...recordOf(COMMIT, project, build), released: RELEASED, ...changes }));
  return { name: 'release.json', content };
}

const held = (suffix = ''): readonly Held[] =>
  [WHEEL, SDIST].map((name) => ({ name, content: bytes(name + suffix) }));

/** A whole journal of a build whose files end in this. */
const journal = (suffix = ''): readonly Held[] => [...held(suffix), record(buildOf(suffix))];

const found = (forge: MemoryForge, changes: PlanChanges = {}) => findJournal(aPlan(changes), project, forge);

/** Keeps the run's own build, which lies in the directory of the distributions. */
async function keep(
  forge: MemoryForge,
  {
    changes = {},
    attestations = [],
  }: { readonly changes?: PlanChanges; readonly attestations?: readonly Attested[] } = {},
): Promise<void> {
  const files = memoryFiles({
    [`${PACKAGES}/${WHEEL}`]: WHEEL,
    [`${PACKAGES}/${SDIST}`]: SDIST,
    '/scratch/attestations/a.publish.attestation': '{}',
  });
  await keepJournal(
    { project, build: BUILD, attestations },
    aPlan(changes),
    aWorld({ forge, files }),
    recorder().emit,
  );
}

const adopt = (forge: MemoryForge, files = memoryFiles()) =>
  adoptJournal(plan, project, { files, forge, handover: fakeHandover() });

const attested: Attested = {
  ...{ filename: WHEEL, sha256: '', adopted: false, file: '/scratch/attestations/a.publish.attestation' },
  attestation: {} as Attested['attestation'],
};

describe('what stands on the forge', () => {
  const starter: Held = { ...record(), complete: false };
  it.each<readonly [string, MemoryForge, string]>([
    ['nothing', shelved(), 'none'],
    ['a draft of ours without files', shelved({}), 'begun'],
    ['a draft of ours with files and no record', shelved({ holds: held() }), 'begun'],
    ['a draft of ours whose record never landed', shelved({ holds: [...held(), starter] }), 'begun'],
    [
      'a draft of ours whose record is no record',
      shelved({ holds: [{ ...record(), content: bytes('{"schema":') }] }),
      'begun',
    ],
    ['a draft with a record', shelved({ holds: journal() }), 'kept'],
    ['a draft with a record, its notes rewritten', shelved({ notes: 'New', holds: journal() }), 'kept'],
    ['a published release with a record', shelved({ draft: false, notes: 'New', holds: journal() }), 'kept'],
    ['a published release that somebody made', shelved({ draft: false, notes: 'New' }), 'published'],
  ])('%s', async (_what, forge, kind) => {
    expect(await found(forge)).toMatchObject({ kind });
  });

  it.each([
    ['with one record and one empty', shelved({ id: 4 }, { id: 5, holds: journal() }), 5],
    ['with the same digests', shelved({ id: 5, holds: journal() }, { id: 4, holds: journal() }), 4],
    [
      'one of them published',
      shelved({ id: 4, holds: journal() }, { id: 5, draft: false, holds: journal() }),
      5,
    ],
  ])('two releases of the tag, %s', async (_what, forge, id) => {
    expect(await found(forge)).toMatchObject({ kind: 'kept', release: { id } });
  });
});

describe('of several releases of a tag, the one that is published in the end', () => {
  it.each([
    ['is the one with a record, whatever is older', shelved({ id: 1 }, { id: 2, holds: journal() }), 2],
    [
      'is the older one of two with a record',
      shelved({ id: 2, holds: journal() }, { id: 1, holds: journal() }),
      1,
    ],
    ['is the public one', shelved({ id: 1, holds: journal() }, { id: 2, draft: false }), 2],
    ['is the oldest where none has a record', shelved({ id: 2 }, { id: 1 }), 1],
  ])('%s', (_what, { shelf }, id) => {
    expect(theRelease(shelf)?.id).toBe(id);
  });
});

describe('what stops', () => {
  it('two drafts that hold other bytes, both named', async () => {
    const forge = shelved({ holds: journal() }, { holds: journal(' built again') });
    const [found_, ...others] = await faultsOf(found(forge));
    expect([found_?.code, others]).toEqual(['drafts-disagree', []]);
    expect(found_?.finding).toContain('https://forge.example/1 and https://forge.example/2');
  });

  it('a draft that somebody else made', async () => {
    const forge = shelved({ notes: 'What is new' });
    expect(await codesOf(found(forge))).toEqual(['draft-foreign']);
    expect(await codesOf(keep(forge))).toEqual(['draft-foreign']);
    expect(forge.changes).toEqual([]);
  });

  it('a draft of another commit, both named', async () => {
    const theirs = 'cd'.repeat(20);
    const forge = shelved({ holds: [...held(), record(BUILD, { commit: theirs })] });
    const [found_] = await faultsOf(found(forge));
    expect([found_?.code, found_?.finding]).toEqual([
      'draft-of-another-commit',
      expect.stringMatching(new RegExp(`${theirs}.*${COMMIT}`)),
    ]);
  });

  it('not a run on the release commit itself', async () => {
    const forge = shelved({ draft: false, holds: journal() });
    expect(await found(forge, { forge: { commit: RELEASED } })).toMatchObject({ kind: 'kept' });
  });
});

describe('taking the bytes of a journal', () => {
  it('replaces what lies in the directory', async () => {
    const forge = shelved({ holds: journal(' kept') });
    const files = memoryFiles({ [`${PACKAGES}/${WHEEL}`]: 'built again', [`${PACKAGES}/stray.txt`]: '' });
    const adopted = await adopt(forge, files);
    expect(adopted?.distributions).toEqual(buildOf(' kept').distributions);
    expect([...files.entries.keys()].sort()).toEqual([
      `${PACKAGES}/${WHEEL}`,
      `${PACKAGES}/${SDIST}`,
      `${PACKAGES}/release.json`,
    ]);
    expect(text(files.entries.get(`${PACKAGES}/${WHEEL}`))).toBe(`${WHEEL} kept`);
  });

  it('brings the attestations, and what the release changed', async () => {
    const voucher: Held = { name: `${WHEEL}.publish.attestation`, content: bytes('{"version":1}') };
    const broken: Held = { ...voucher, name: `${SDIST}.publish.attestation`, complete: false };
    const changed = record({ ...BUILD, changed: [aChange('CHANGELOG.md')] });
    const files = memoryFiles();
    const adopted = await adopt(shelved({ holds: [...held(), voucher, broken, changed] }), files);
    expect(adopted?.changed).toEqual([aChange('CHANGELOG.md')]);
    const signed = [...files.entries].filter(([name]) => name.startsWith('/scratch/attestations/'));
    expect(signed.map(([name, content]) => [name, text(content)])).toEqual([
      [`/scratch/attestations/${WHEEL}.publish.attestation`, '{"version":1}'],
    ]);
  });

  it('keeps which commit the release is of', async () => {
    const files = memoryFiles();
    await adopt(shelved({ holds: journal() }), files);
    expect(JSON.parse(text(files.entries.get(`${PACKAGES}/release.json`)))).toMatchObject({
      commit: COMMIT,
      released: RELEASED,
    });
  });

  it.each([
    ['is none', shelved()],
    ['has no record yet', shelved({ holds: held(' begun') })],
  ])('leaves the directory alone where there %s', async (_what, forge) => {
    const files = memoryFiles({ [`${PACKAGES}/${WHEEL}`]: 'ours' });
    expect([await adopt(forge, files), files.changes]).toEqual([undefined, []]);
  });

  it.each<readonly [string, readonly Held[], RegExp]>([
    ['a file is gone', [...held().slice(1), record()], /not there/],
    [
      'the upload of a file never ended',
      [...held().map((each) => ({ ...each, complete: false })), record()],
      /not there/,
    ],
    [
      'a file has other bytes',
      [...held(' altered'), record()],
      /its sha256 is [0-9a-f]{64}, recorded [0-9a-f]{64}/,
    ],
  ])('stops, and touches nothing, where %s', async (_what, holds, problem) => {
    const files = memoryFiles({ [`${PACKAGES}/${WHEEL}`]: 'ours' });
    const [damaged] = await faultsOf(adopt(shelved({ holds }), files));
    expect([damaged?.code, damaged?.finding]).toEqual(['journal-damaged', expect.stringMatching(problem)]);
    expect(files.changes).toEqual([]);
  });
});

describe('keeping a journal', () => {
  it('puts the record last on a draft that says whose it is', async () => {
    const forge = memoryForge();
    await keep(forge, { attestations: [attested] });
    expect(forge.changes).toEqual([
      'draft',
      `attach ${WHEEL}`,
      `attach ${SDIST}`,
      'attach a.publish.attestation',
      'attach SHA256SUMS',
      'attach release.json',
    ]);
    expect(forge.saved).toMatchObject([
      { draft: true, notes: expect.stringContaining(MARKER), commit: COMMIT },
    ]);
    expect(await found(forge)).toMatchObject({ kind: 'kept', record: { commit: COMMIT, released: COMMIT } });
  });

  it('changes nothing the second time', async () => {
    const forge = memoryForge();
    await keep(forge, { attestations: [attested] });
    const changes = [...forge.changes];
    await keep(forge, { attestations: [attested] });
    expect(forge.changes).toEqual(changes);
  });

  it('lets other bytes that bind nobody give way, and leaves what is the same', async () => {
    const starter: Held = { ...record(), complete: false, sha256: undefined };
    const forge = shelved({ holds: [...held().slice(1), ...held(' begun').slice(0, 1), starter] });
    await keep(forge);
    expect(forge.changes).toEqual([
      `detach ${WHEEL}`,
      'detach release.json',
      `attach ${WHEEL}`,
      'attach SHA256SUMS',
      'attach release.json',
      'draft',
    ]);
    expect(await found(forge)).toMatchObject({
      kind: 'kept',
      record: { distributions: BUILD.distributions },
    });
  });

  it('goes on with the draft that has the record, whatever is older', async () => {
    const forge = shelved({ id: 1 }, { id: 2, holds: journal() });
    await keep(forge, { attestations: [attested] });
    expect(forge.shelf.map(({ assets }) => assets.length)).toEqual([0, 4]);
  });

  it('puts attestations that were signed since beside the rest, in place of a broken one', async () => {
    const broken: Held = {
      name: 'a.publish.attestation',
      content: bytes(''),
      complete: false,
      sha256: undefined,
    };
    const forge = shelved({ holds: [...journal(), broken] });
    await keep(forge, { attestations: [attested] });
    expect(forge.changes).toEqual(['detach a.publish.attestation', 'attach a.publish.attestation']);
  });

  it('puts nothing on a release that is public', async () => {
    const forge = shelved({ draft: false, holds: journal() });
    await keep(forge, { attestations: [attested] });
    expect(forge.changes).toEqual([]);
  });

  it('stops where the journal holds other bytes than those at hand', async () => {
    const forge = shelved({ holds: journal(' kept') });
    expect(await codesOf(keep(forge))).toEqual(['release-conflict']);
    expect(forge.changes).toEqual([]);
  });

  it.each<readonly [string, PlanChanges]>([
    ['a run without post-publish', { phases: ['build', 'testpypi', 'pypi'] }],
    ['a run that makes no release', { forge: { release: 'none' } }],
    ['a dry run', { mode: 'dry-run' }],
  ])('is not for %s', async (_what, changes) => {
    const forge = memoryForge();
    await keep(forge, { changes });
    expect([forge.changes, keepsJournal(aPlan(changes))]).toEqual([[], changes.mode === 'dry-run']);
  });
});
