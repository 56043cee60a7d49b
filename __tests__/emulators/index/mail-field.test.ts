import { describe, expect, it } from '@jest/globals';
import { singleMailAddress } from '../../../src/emulators/index/mail-field.ts';

describe('the address in a field (answers of Python 3.13, email.utils.parseaddr)', () => {
  it.each([
    ['a@example.org', 'a@example.org'],
    ['A <a@example.org>', 'a@example.org'],
    ['"Doe, J" <j@example.org>', 'j@example.org'],
    ['a@example.org (the author)', 'a@example.org'],
    ['a at example.org', 'a'],
    ['a(at)example.org', 'a'],
    ['A a@example.org', 'A a@example.org'],
    ['"a b"@example.org', '"a b"@example.org'],
    ['group: a@example.org;', 'a@example.org'],
    ['<@relay.org:a@example.org>', 'a@example.org'],
    ['a @ example.org', 'a@example.org'],
    ['A.B. <a@example.org>', 'a@example.org'],
  ])('finds in %j the address %j', (field, address) => {
    expect(singleMailAddress(field)).toBe(address);
  });

  it.each([
    'A <bad>, B <b@example.org>',
    'a@example.org (unclosed',
    'a@example.org)',
    'a;b@example.org',
    'A <a [at] example.org>',
    'Foo [foo at example dot org]',
    '<>',
    'a@',
    '',
  ])('finds none in %j', (field) => {
    expect(singleMailAddress(field)).toBe('');
  });
});
