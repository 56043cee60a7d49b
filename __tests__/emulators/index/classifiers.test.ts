import { describe, expect, it } from '@jest/globals';
import { classifierState } from '../../../src/emulators/index/classifiers.ts';

describe('classifierState', () => {
  it('tells valid, unknown and deprecated classifiers apart', () => {
    expect(classifierState('Programming Language :: Python :: 3')).toEqual({ state: 'valid' });
    expect(classifierState('Private :: Do Not Upload')).toEqual({ state: 'unknown' });
    expect(classifierState('Natural Language :: Ukranian')).toEqual({
      state: 'deprecated',
      replacements: ['Natural Language :: Ukrainian'],
    });
  });
});
