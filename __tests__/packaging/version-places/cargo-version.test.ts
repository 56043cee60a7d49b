import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import { compareVersions, normalizedVersion } from '../../../src/packaging/version.ts';
import { cargoSpelling, cargoVersion } from '../../../src/packaging/version-places/cargo-version.ts';

describe('cargoVersion', () => {
  it.each([
    ['1.3.0', '1.3.0'],
    ['1.3', '1.3.0'],
    ['2', '2.0.0'],
    ['1.2.3.0', '1.2.3'],
    ['2026.04', '2026.4.0'],
    ['1.3.0a1', '1.3.0-alpha.1'],
    ['1.3.0b2', '1.3.0-beta.2'],
    ['1.3.0rc10', '1.3.0-rc.10'],
  ])('spells %s as %s', (version, spelled) => {
    expect(cargoVersion(version)).toBe(spelled);
  });

  it.each(['1!1.0.0', '1.0.0.post1', '1.0.0.dev1', '1.0.0rc1.dev1', '1.0.0+abc', '1.2.3.4'])(
    'has no spelling for %s',
    (version) => {
      expect(cargoVersion(version)).toBeUndefined();
    },
  );

  it('refuses what is no version', () => {
    expect(() => cargoVersion('one')).toThrow(RangeError);
  });

  const version = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.constantFrom('', 'a', 'b', 'rc'), fc.nat(20))
    .map(
      ([major, minor, patch, stage, n]) => `${major}.${minor}.${patch}${stage === '' ? '' : `${stage}${n}`}`,
    );

  it('is read by PEP 440 as the version it was', () => {
    fc.assert(
      fc.property(version, (each) => {
        expect(normalizedVersion(cargoVersion(each) ?? '')).toBe(each);
      }),
    );
  });

  it('keeps the order', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const spelled = semver.compare(cargoVersion(a) ?? '', cargoVersion(b) ?? '');
        expect(spelled).toBe(Math.sign(compareVersions(a, b)));
      }),
    );
  });
});

describe('cargoSpelling', () => {
  it('keeps what is the same version already', () => {
    expect(cargoSpelling('1.3.0-rc1', '1.3.0rc1')).toBe('1.3.0-rc1');
    expect(cargoSpelling('1.3.0-rc1', '1.3.0rc2')).toBe('1.3.0-rc.2');
    expect(cargoSpelling('1.3.0', '1.3.0.dev1')).toBeUndefined();
  });
});
