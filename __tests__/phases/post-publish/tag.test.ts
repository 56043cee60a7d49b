import { describe, expect, it } from '@jest/globals';
import { tagTarget, type WantedTag } from '../../../src/phases/post-publish/tag.ts';
import { memoryForge } from '../../support/memory-forge.ts';

const WANTED: WantedTag = { name: 'v1.2.0', commit: 'c0ffee', message: 'demo 1.2.0' };
const target = (forge = memoryForge()) => tagTarget(forge.refs, WANTED.name);

describe('the tag', () => {
  it('is made where there is none', () => {
    expect(target().decide(WANTED, undefined)).toEqual({
      kind: 'act',
      change: WANTED,
      evidence: 'there is no such tag',
    });
  });

  it('is satisfied on the same commit', () => {
    expect(target().decide(WANTED, 'c0ffee')).toEqual({
      kind: 'satisfied',
      evidence: 'it points at c0ffee',
    });
  });

  it('conflicts on another commit, naming both, and is never moved', () => {
    const decision = target().decide(WANTED, 'beef');
    expect(decision).toMatchObject({ kind: 'conflict', evidence: 'it points at beef' });
    if (decision.kind === 'conflict') {
      expect([decision.fault.code, decision.fault.finding]).toEqual([
        'tag-conflict',
        'v1.2.0 points at beef; this release is of c0ffee.',
      ]);
    }
  });

  it('is looked for and made on the forge', async () => {
    const forge = memoryForge();
    expect(await target(forge).observe(WANTED)).toBeUndefined();
    await target(forge).act(WANTED);
    expect(await target(forge).observe(WANTED)).toBe('c0ffee');
    expect(target(forge).name).toBe('tag v1.2.0');
  });
});
