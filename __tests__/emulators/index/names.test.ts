import { describe, expect, it } from '@jest/globals';
import { isStandardLibraryName, lookalikeName } from '../../../src/emulators/index/names.ts';

describe('names', () => {
  it('knows modules of the standard library, by any spelling', () => {
    expect([isStandardLibraryName('JSON'), isStandardLibraryName('requests')]).toEqual([true, false]);
  });

  it('takes look-alikes for the same', () => {
    expect(lookalikeName('Pil-Low')).toBe(lookalikeName('p1110w'));
  });
});
