import { describe, expect, it } from '@jest/globals';
import { mailAddressTrouble } from '../../../src/emulators/index/mail-address.ts';

describe('mail addresses (answers of email-validator 2.3.0)', () => {
  it.each([
    'a@example.org',
    'a+b@example.org',
    'ü@exämple.org',
    `${'a'.repeat(65)}@example.org`,
    '👋@example.org',
  ])('finds nothing wrong with %j', (address) => {
    expect(mailAddressTrouble(address)).toBeUndefined();
  });

  it.each([
    ['a', 'An email address must have an @-sign.'],
    ['@b.org', 'There must be something before the @-sign.'],
    ['a b@c.org', 'The email address contains invalid characters before the @-sign: SPACE.'],
    ['a\\b@c.org', 'The email address contains invalid characters before the @-sign: "\\".'],
    ['.a@b.org', 'An email address cannot start with a period.'],
    ['a.@b.org', 'An email address cannot have a period immediately before the @-sign.'],
    ['a..b@c.org', 'An email address cannot have two periods in a row.'],
    ['"a b"@c.org', 'Quoting the part before the @-sign is not allowed here.'],
    ['a@b_c.org', "The part after the @-sign contains invalid characters: '_'."],
    ['a@.b.org', 'An email address cannot have a period immediately after the @-sign.'],
    ['a@b.org.', 'An email address cannot end with a period.'],
    ['a@-b.org', 'An email address cannot have a hyphen immediately after the @-sign.'],
    ['a@b-.org', 'An email address cannot have a period and a hyphen next to each other.'],
    ['a@b', 'The part after the @-sign is not valid. It should have a period.'],
    ['a@1.2.3.4', 'The part after the @-sign is not valid. It is not within a valid top-level domain.'],
    [
      'a@x.invalid',
      'The part after the @-sign is a special-use or reserved name that cannot be used with email.',
    ],
    [
      `a@${'b'.repeat(64)}.org`,
      'After the @-sign, periods cannot be separated by so many characters (1 character too many).',
    ],
    ['a\u200b@b.org', 'The email address contains unsafe characters: ZERO WIDTH SPACE.'],
  ])('says of %j: %s', (address, trouble) => {
    expect(mailAddressTrouble(address)).toBe(trouble);
  });
});
