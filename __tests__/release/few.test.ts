import { expect, it } from '@jest/globals';
import { few } from '../../src/release/few.ts';

it('names up to five, and counts the rest', () => {
  expect(few(['a'])).toBe('a');
  expect(few(['a', 'b', 'c', 'd', 'e'])).toBe('a, b, c, d, e');
  expect(few(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more');
});
