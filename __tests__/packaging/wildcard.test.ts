import { describe, expect, it } from '@jest/globals';
import { fitsWildcards } from '../../src/packaging/wildcard.ts';

describe('a pattern with wildcards', () => {
  it.each([
    ['wheels-linux', 'wheels-*', true],
    ['wheels-', 'wheels-*', true],
    ['my-wheels-linux', 'wheels-*', false],
    ['wheels.linux', 'wheels?linux', true],
    ['wheelsXlinux', 'wheels.linux', false],
    ['a+b', 'a+b', true],
  ])('is held against a whole name: %s, %s, %s', (name, pattern, fits) => {
    expect(fitsWildcards(name, pattern)).toBe(fits);
  });
});
