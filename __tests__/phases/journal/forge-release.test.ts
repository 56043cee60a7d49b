import { describe, expect, it } from '@jest/globals';
import { releaseTarget, type WantedRelease } from '../../../src/phases/journal/forge-release.ts';
import type { ForgeRelease } from '../../../src/ports/forge.ts';
import { converge } from '../../../src/release/converge.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { anAsset, aRelease, type MemoryForge, memoryForge } from '../../support/memory-forge.ts';
import { codesOf, recorder } from '../../support/world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ASSETS = [
  { name: 'demo-1.2.0.tar.gz', content: bytes('sdist') },
  { name: 'SHA256SUMS', content: bytes('sums') },
];
const [SDIST, SUMS] = ASSETS.map(({ name, content }, at) => anAsset(name, content, { id: at + 10 })) as [
  ReturnType<typeof anAsset>,
  ReturnType<typeof anAsset>,
];

function wanted(changes: Partial<WantedRelease> = {}): WantedRelease {
  const fields = {
    ...{ tag: 'v1.2.0', commit: 'c0ffee', name: 'demo 1.2.0', notes: 'New', prerelease: false },
    ...{ latest: undefined, discussionCategory: undefined },
  };
  return { fields, assets: ASSETS, publish: true, ...changes };
}

const decide = (seen: readonly ForgeRelease[], changes: Partial<WantedRelease> = {}) =>
  releaseTarget(memoryForge(), 'v1.2.0').decide(wanted(changes), seen);

function finish(forge: MemoryForge, changes: Partial<WantedRelease> = {}) {
  const options = { mode: 'release', clock: fakeClock(), emit: recorder().emit } as const;
  return converge(releaseTarget(forge, 'v1.2.0'), wanted(changes), options);
}

describe('the decision', () => {
  it('is to make it where there is none', () => {
    expect(decide([])).toMatchObject({
      kind: 'act',
      change: { existing: undefined, missing: ASSETS, broken: [] },
    });
  });

  it('is to finish a draft that lacks files', () => {
    expect(decide([aRelease({ assets: [SDIST] })])).toMatchObject({
      kind: 'act',
      change: { existing: { id: 1 }, missing: [{ name: 'SHA256SUMS' }], broken: [] },
      evidence: 'it is a draft, and 1 of 2 files are missing',
    });
  });

  it('is to leave a further file as the first run made it', () => {
    const made = { name: 'docs-1.2.0.tar.gz', content: bytes('made at noon'), isFree: true as const };
    const there = anAsset('docs-1.2.0.tar.gz', bytes('made at dawn'));
    const seen = [aRelease({ draft: false, assets: [SDIST, SUMS, there] })];
    expect(decide(seen, { assets: [...ASSETS, made] })).toMatchObject({ kind: 'satisfied' });
    expect(decide(seen.slice(0, 0), { assets: [...ASSETS, made] })).toMatchObject({ kind: 'act' });
  });

  it('is to leave an immutable release as it is', () => {
    const seen = [aRelease({ draft: false, immutable: true, assets: [SDIST] })];
    expect(decide(seen)).toMatchObject({
      kind: 'satisfied',
      evidence: 'it was published as an immutable release: no file can join it',
    });
    const other = anAsset('demo-1.2.0.tar.gz', bytes('other'));
    expect(decide([aRelease({ draft: false, immutable: true, assets: [other] })])).toMatchObject({
      kind: 'conflict',
    });
  });

  it('is to replace a file whose bytes never landed', () => {
    const broken = anAsset('SHA256SUMS', bytes(''), { complete: false, sha256: undefined, id: 7 });
    expect(decide([aRelease({ assets: [SDIST, broken] })])).toMatchObject({
      kind: 'act',
      change: { missing: [{ name: 'SHA256SUMS' }], broken: [broken] },
    });
  });

  it('is to publish a whole draft', () => {
    expect(decide([aRelease({ assets: [SDIST, SUMS] })])).toMatchObject({
      kind: 'act',
      change: { missing: [] },
    });
  });

  it('is that a whole draft is all, where a draft is asked for', () => {
    expect(decide([aRelease({ notes: 'New', assets: [SDIST, SUMS] })], { publish: false })).toEqual({
      kind: 'satisfied',
      evidence: 'it is a draft with 2 files',
    });
  });

  it.each([true, false])('is that a whole published release is all (publish: %s)', (publish) => {
    expect(decide([aRelease({ draft: false, assets: [SDIST, SUMS] })], { publish })).toEqual({
      kind: 'satisfied',
      evidence: 'it is published with 2 files',
    });
  });

  it('is to put missing files on a published release', () => {
    expect(decide([aRelease({ draft: false, assets: [SUMS] })])).toMatchObject({
      kind: 'act',
      evidence: 'it is published, and 1 of 2 files are missing',
    });
  });

  it('is a conflict where a file has other bytes, naming both', () => {
    const other = anAsset('SHA256SUMS', bytes('other'));
    for (const draft of [true, false]) {
      const decision = decide([aRelease({ draft, assets: [SDIST, other] })]);
      expect(decision.kind).toBe('conflict');
      if (decision.kind === 'conflict') {
        expect(decision.fault.code).toBe('release-conflict');
        expect(decision.fault.finding).toContain(`has sha256 ${other.sha256}; here it has ${SUMS.sha256}`);
      }
    }
  });

  it('takes a file without a digest for ours', () => {
    const old = { ...SDIST, sha256: undefined };
    expect(decide([aRelease({ draft: false, assets: [old, SUMS] })]).kind).toBe('satisfied');
  });

  it('leaves files alone that nobody here wants', () => {
    const extra = anAsset('manual.pdf', bytes('x'));
    expect(decide([aRelease({ draft: false, assets: [SDIST, SUMS, extra] })]).kind).toBe('satisfied');
  });

  it('goes on with the published one of several, else with the oldest draft', () => {
    const published = aRelease({ id: 9, draft: false });
    const drafts = [aRelease({ id: 5 }), aRelease({ id: 3 })];
    expect(decide([...drafts, published])).toMatchObject({ change: { existing: { id: 9 } } });
    expect(decide(drafts)).toMatchObject({ change: { existing: { id: 3 } } });
  });

  it('knows a file under the name that the forge gave it', () => {
    const content = bytes('x');
    const assets = [{ name: 'my file (1).txt', content }];
    const held = aRelease({ draft: false, assets: [anAsset('my.file.1.txt', content)] });
    expect(decide([held], { assets }).kind).toBe('satisfied');
    const local = [{ name: 'demo-1.2.0+a_b.txt', content }];
    expect(
      decide([aRelease({ draft: false, assets: [anAsset('demo-1.2.0+a_b.txt', content)] })], {
        assets: local,
      }).kind,
    ).toBe('satisfied');
  });
});

describe('the act', () => {
  it('makes a draft, puts the files on it, and publishes last', async () => {
    const forge = memoryForge();
    expect(await finish(forge)).toBe('act');
    expect(forge.changes).toEqual(['draft', 'attach demo-1.2.0.tar.gz', 'attach SHA256SUMS', 'publish']);
    expect(forge.shelf).toHaveLength(1);
    expect(forge.saved[1]).toEqual({ ...wanted().fields, draft: false });
  });

  it('leaves a draft where that is asked for', async () => {
    const forge = memoryForge();
    await finish(forge, { publish: false });
    expect(forge.changes).toEqual(['draft', 'attach demo-1.2.0.tar.gz', 'attach SHA256SUMS']);
  });

  it('takes a broken file off before it is put on anew', async () => {
    const broken = anAsset('SHA256SUMS', bytes(''), { complete: false, id: 7 });
    const forge = memoryForge({ releases: [aRelease({ assets: [SDIST, broken] })] });
    await finish(forge);
    expect(forge.changes).toEqual(['detach SHA256SUMS', 'attach SHA256SUMS', 'publish']);
  });

  it('does not publish again what is published', async () => {
    const forge = memoryForge({ releases: [aRelease({ draft: false, assets: [SUMS] })] });
    await finish(forge);
    expect(forge.changes).toEqual(['attach demo-1.2.0.tar.gz']);
  });

  it('changes nothing the second time', async () => {
    for (const publish of [true, false]) {
      const forge = memoryForge();
      await finish(forge, { publish });
      const done = forge.changes.length;
      expect(await finish(forge, { publish })).toBe('satisfied');
      expect(forge.changes).toHaveLength(done);
    }
  });

  it.each(['draft', 'attach demo-1.2.0.tar.gz', 'attach SHA256SUMS', 'publish'])(
    'goes on after trouble at %s, and does nothing twice',
    async (at) => {
      let down = true;
      const trouble = fault('forge-trouble', { operation: at, attempts: 3, last: '502' });
      const forge = memoryForge({
        before(change) {
          if (change !== at || !down) return;
          down = false;
          throw new Stopped([trouble]);
        },
      });
      expect(await finish(forge)).toBe('act');
      expect(forge.changes).toEqual(['draft', 'attach demo-1.2.0.tar.gz', 'attach SHA256SUMS', 'publish']);
    },
  );

  it('does not publish where the forge holds other bytes than were sent', async () => {
    const forge = memoryForge({ digest: 'beef' });
    expect(await codesOf(finish(forge))).toEqual(['release-conflict']);
    expect(forge.changes).toEqual(['draft', 'attach demo-1.2.0.tar.gz']);
  });

  it('goes on where the forge does not tell a digest', async () => {
    const forge = memoryForge({ digest: undefined });
    expect(await finish(forge)).toBe('act');
    expect(forge.changes.at(-1)).toBe('publish');
  });

  it('stops where the forge refuses', async () => {
    const forge = memoryForge({
      before() {
        throw new Stopped([
          fault('release-immutable', { operation: 'x', status: 422, message: 'immutable' }),
        ]);
      },
    });
    expect(await codesOf(finish(forge))).toEqual(['release-immutable']);
  });
});
