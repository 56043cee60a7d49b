import { describe, expect, it } from '@jest/globals';
import { cachePolicy } from '../../src/plan/cache-policy.ts';
import type { PhaseName } from '../../src/plan/paths.ts';

const safe = { event: 'workflow_dispatch', onTag: false, phases: ['setup', 'build'] as readonly PhaseName[] };

describe('cachePolicy', () => {
  it.each([
    ['asked for nothing', 'auto' as const, true],
    ['asked for', true, true],
    ['refused by the user', false, false],
  ])('where nothing is uploaded and it is %s', (_how, asked, use) => {
    expect(cachePolicy(asked, safe).use).toBe(use);
  });

  it.each([
    ['on a tag', { ...safe, onTag: true }],
    ['on a release', { ...safe, event: 'release' }],
    ['where TestPyPI is planned', { ...safe, phases: ['build', 'testpypi'] as const }],
    ['where PyPI is planned', { ...safe, phases: ['pypi'] as const }],
  ])('never uses a cache %s, even when asked, and says why', (_where, run) => {
    for (const asked of [true, 'auto'] as const) {
      expect(cachePolicy(asked, run)).toEqual({ use: false, reason: expect.stringMatching(/^never/) });
    }
  });
});
