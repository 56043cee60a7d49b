import { describe, expect, it } from '@jest/globals';
import { canonicalVersion, versionFrom } from '../../../src/emulators/index/versions.ts';

describe('versions (answers of packaging 26.2)', () => {
  it.each([
    ['1.0', '1.0', '1'],
    [' v1.0.0-rc1 ', '1.0.0rc1', '1rc1'],
    ['01.0', '1.0', '1'],
    ['1.0-1', '1.0.post1', '1.post1'],
    ['1!2.0.0', '1!2.0.0', '1!2'],
    ['0.0', '0.0', '0'],
    ['1.0+a-b_C', '1.0+a.b.c', '1+a.b.c'],
    ['1.0_rc1', '1.0rc1', '1rc1'],
  ])('reads %j', (text, normal, canonical) => {
    expect(versionFrom(text)).toMatchObject({ text: normal, canonical });
  });

  it.each(['dog', '1..0', '', '1.0+', '1.0+a..b', '1_0', '1.0+a+b'])('refuses %j', (text) => {
    expect(versionFrom(text)).toBeUndefined();
  });

  it('leaves a text that is no version alone when comparing', () => {
    expect(canonicalVersion('foo')).toBe('foo');
  });
});
