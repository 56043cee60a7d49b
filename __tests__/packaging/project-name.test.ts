import { describe, expect, it } from '@jest/globals';
import { fileNameStem, isProjectName, normalizedName } from '../../src/packaging/project-name.ts';

describe('normalizedName', () => {
  it.each([
    'friendly-bard',
    'Friendly-Bard',
    'FRIENDLY-BARD',
    'friendly.bard',
    'friendly_bard',
    'FrIeNdLy-._.-bArD',
  ])('takes %s for the one name of PEP 503', (name) => {
    expect(normalizedName(name)).toBe('friendly-bard');
  });
});

describe('fileNameStem', () => {
  it('writes underscores, which divide nothing in a file name', () => {
    expect(fileNameStem('Zest.Releaser-extra')).toBe('zest_releaser_extra');
  });
});

describe('isProjectName', () => {
  it.each(['a', 'A1', 'zest.releaser', 'a-_.b'])('accepts %s', (name) => {
    expect(isProjectName(name)).toBe(true);
  });

  it.each(['', '-a', 'a-', '.a', 'a_', 'a b', 'a/b', 'ä', 'a\n', '\u212A'])('refuses %j', (name) => {
    expect(isProjectName(name)).toBe(false);
  });
});
