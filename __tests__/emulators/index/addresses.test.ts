import { describe, expect, it } from '@jest/globals';
import {
  isWebAddress,
  mailAddressTrouble,
  singleMailAddress,
} from '../../../src/emulators/index/addresses.ts';

describe('addresses', () => {
  it.each(['https://example.org', 'HTTP:foo', 'https://x/a b', 'https://x:80/'])(
    'takes %j as a web address',
    (text) => {
      expect(isWebAddress(text)).toBe(true);
    },
  );

  it.each(['ftp://x', 'ftp//x', 'not a url', 'https://x:99999/', '', '//example.org', 'mailto:a@b'])(
    'refuses %j',
    (text) => {
      expect(isWebAddress(text)).toBe(false);
    },
  );

  it.each(['a@example.org', 'A <a+b@example.org>', '"Doe, J" <j@example.org>', 'ü@exämple.org'])(
    'finds nothing wrong with %j',
    (text) => {
      expect(mailAddressTrouble(singleMailAddress(text))).toBeUndefined();
    },
  );

  it.each([
    'a',
    'a@b',
    'a@localhost',
    'a@x.invalid',
    'a..b@example.org',
    'a@-x.org',
    'a@1.2.3.4',
    '@example.org',
    'a@',
  ])('names what is wrong with %j', (text) => {
    expect(mailAddressTrouble(singleMailAddress(text))).toMatch(/@-sign/);
  });

  it('looks at no list of addresses', () => {
    expect(singleMailAddress('A <bad>, B <b@example.org>')).toBe('');
  });
});
