import { describe, expect, it } from '@jest/globals';
import { licenseExpression } from '../../../src/emulators/index/licenses.ts';

describe('licence expressions', () => {
  it.each([
    ['mit and (apache-2.0 or bsd-2-clause)', 'MIT AND (Apache-2.0 OR BSD-2-Clause)'],
    ['gpl-2.0-or-later with classpath-exception-2.0', 'GPL-2.0-or-later WITH Classpath-exception-2.0'],
    ['LicenseRef-Own.1', 'LicenseRef-Own.1'],
    ['Apache-2.0+', 'Apache-2.0+'],
  ])('reads %j', (text, expected) => {
    expect(licenseExpression(text)).toBe(expected);
  });

  it.each([
    '',
    'BSD',
    'Apache 2.0',
    'MIT/Apache-2.0',
    '(MIT',
    'MIT)',
    'MIT OR',
    'MIT WITH foo',
    'LicenseRef-a_b',
    'MIT MIT',
    '()',
  ])('refuses %j', (text) => {
    expect(licenseExpression(text)).toBeUndefined();
  });
});
