import { describe, expect, it } from '@jest/globals';
import { letsThrough, tagPattern } from '../../../src/cli/init/tag-pattern.ts';
import { tagFor } from '../../../src/packaging/tag-format.ts';

describe('the filter of a form of tags', () => {
  it.each(['v{version}', '{version}', 'demo+v{version}', '!{version}', 'demo/v{version}'])(
    'lets its tags through, and no words: %s',
    (format) => {
      expect(letsThrough([tagPattern(format)], tagFor('1.2.3', format))).toBe(true);
      expect(letsThrough([tagPattern(format)], tagFor('next', format))).toBe(false);
    },
  );
});

describe('filters of a workflow', () => {
  it.each([
    [['v*'], 'v1.2.3', true],
    [['v[0-9]+.[0-9]+.[0-9]+'], 'v1.20.3', true],
    [['v[0-9]+.[0-9]+'], 'v1.2.3', false],
    [['*'], 'demo/v1.2.3', false],
    [['**'], 'demo/v1.2.3', true],
    [['v*', '!v1*'], 'v1.2.3', false],
    [['!v1*', 'v*'], 'v1.2.3', true],
    [['one-v[0-9]*'], 'two-v1.2.3', false],
    [['v1?.*'], 'v.2', true],
    [['+v*'], 'v1.2.3', false],
    [['v[9-0]*', 'v*'], 'v1.2.3', true],
    [[], 'v1.2.3', false],
  ] as const)('%j, asked for %s: %s', (filters, tag, passes) => {
    expect(letsThrough(filters, tag)).toBe(passes);
  });
});
