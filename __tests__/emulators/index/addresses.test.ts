import { describe, expect, it } from '@jest/globals';
import { isWebAddress } from '../../../src/emulators/index/addresses.ts';

describe('addresses', () => {
  it.each(['https://example.org', 'HTTP:foo', 'https://x/a b', 'https://x:80/'])(
    'takes %j as a web address',
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );

  it.each([
    'ftp://x',
    'ftp//x',
    'not a url',
    'https://x:99999/',
    '',
    '//example.org',
    'mailto:a@b',
    'https://x/[a]',
    'https://x?[a]',
  ])('refuses %j', (text) => {
    expect(isWebAddress(text)).toBe(false);
  });
});
