import { describe, expect, it } from '@jest/globals';
import { areEntryPoints } from '../../../src/emulators/index/entry-points.ts';

describe('entry points', () => {
  it.each([
    '',
    '[console_scripts]\na = b:c\nd.e-f = g\n',
    '; note\n[x]\nany name = 1\n',
    '[DEFAULT]\na/b = c\n',
    '[console_scripts]\na =\n  b:c\n  d\n',
  ])('takes %j', (text) => {
    expect(areEntryPoints(text)).toBe(true);
  });

  it.each([
    '[console_scripts\nx',
    'a = b',
    '[console_scripts]\n../a = b',
    '[gui_scripts]\na b = c',
    '[a]\n[a]',
    '[a]\nx = 1\nx = 2',
    '[a]\nx: 1',
    '[a]\n= 1',
    '[DEFAULT]\na/b = c\n[console_scripts]\n',
    '\ufeff[console_scripts]\na = b',
  ])('refuses %j', (text) => {
    expect(areEntryPoints(text)).toBe(false);
  });
});
