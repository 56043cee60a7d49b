import { describe, expect, it } from '@jest/globals';
import { MARKER } from '../../../src/phases/journal/journal.ts';
import { strayDraftsTarget, straysAmong } from '../../../src/phases/journal/stray-drafts.ts';
import { converge } from '../../../src/release/converge.ts';
import { anAsset, aRelease, memoryForge } from '../../support/memory-forge.ts';
import { aWorld, recorder } from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const bytes = (text: string) => new TextEncoder().encode(text);
const published = aRelease({ id: 2, draft: false, assets: [anAsset(WHEEL, bytes('ours'))] });
const ours = (id: number, ...assets: ReturnType<typeof anAsset>[]) => aRelease({ id, notes: MARKER, assets });

describe('a stray draft', () => {
  it.each([
    ['one without files', ours(1)],
    ['one with the same wheel', ours(3, anAsset(WHEEL, bytes('ours')))],
    ['one with an upload that broke off', ours(3, anAsset(WHEEL, bytes('o'), { complete: false }))],
    ['one with files that are no distributions', ours(3, anAsset('release.json', bytes('{}')))],
  ])('is %s beside the release', (_which, stray) => {
    expect(straysAmong([stray, published])).toEqual([stray]);
  });

  it.each([
    ['the release itself', published],
    ['somebody else’s draft', aRelease({ id: 3, notes: 'My own words.' })],
    ['a draft with another wheel', ours(3, anAsset(WHEEL, bytes('theirs')))],
    ['a draft with a wheel more', ours(3, anAsset('demo-1.2.0-cp312-abi3-win32.whl', bytes('')))],
    ['a second published release', { ...ours(3), draft: false }],
  ])('is not %s', (_which, other) => {
    expect(straysAmong([published, other])).toEqual([]);
  });

  it('is never the only draft', () => {
    expect(straysAmong([ours(1)])).toEqual([]);
    expect(straysAmong([])).toEqual([]);
  });

  it('is discarded, and the release stays', async () => {
    const forge = memoryForge({ releases: [ours(1), published, ours(3)] });
    const { clock } = aWorld();
    const settle = () =>
      converge(strayDraftsTarget(forge, 'v1.2.0'), 'v1.2.0', {
        ...{ mode: 'release' as const, clock, emit: recorder().emit },
      });
    expect([await settle(), await settle()]).toEqual(['act', 'satisfied']);
    expect(forge.changes).toEqual(['discard 1', 'discard 3']);
    expect(forge.shelf).toEqual([published]);
  });
});
