import { describe, expect, it } from '@jest/globals';
import { isTagFormat, isTagName, tagFor, versionInTag } from '../../src/packaging/tag-format.ts';

describe('isTagFormat', () => {
  it.each([
    'v{version}',
    '{version}',
    'hatch-v{version}',
    'release/{version}',
    '{version}-final',
    '@{version}',
  ])('accepts %s', (format) => {
    expect(isTagFormat(format)).toBe(true);
  });

  it.each([
    ...[
      '',
      'v',
      '{version}{version}',
      '{name}-{version}',
      'v{Version}',
      'v{version',
      ' {version}',
      '{version}~',
    ],
    ...[
      '.{version}',
      '-{version}',
      '{version}.',
      '{version}.lock',
      'a/.b/{version}',
      'a.lock/{version}',
      '/{version}',
    ],
    ...[
      '{version}/',
      'a//{version}',
      'a..{version}',
      'a:{version}',
      '{version}?',
      '*{version}',
      '[{version}',
    ],
    ...['\\{version}', '^{version}', '\x01{version}', '{version}\x7f', '{version}\n'],
  ])('refuses %j', (format) => {
    expect(isTagFormat(format)).toBe(false);
  });
});

describe('isTagName', () => {
  it('refuses what git reads as a reflog entry', () => {
    expect(isTagName('v1@{0}')).toBe(false);
    expect(isTagName('v1@0')).toBe(true);
  });
});

describe('tagFor', () => {
  it('puts the version in, as spelled', () => {
    expect(tagFor('1.0.0-rc.1', 'v{version}')).toBe('v1.0.0-rc.1');
    expect(tagFor('1!2.0', 'pkg/{version}-x')).toBe('pkg/1!2.0-x');
  });

  it('refuses a format without a place for the version', () => {
    expect(() => tagFor('1.0', 'v')).toThrow(
      new RangeError('"v" is not a tag format: one {version} in a legal tag name, such as v{version}'),
    );
  });
});

describe('versionInTag', () => {
  it.each([
    ['v1.2.3', 'v{version}', '1.2.3'],
    ['2026.8', '{version}', '2026.8'],
    ['hatch-v1.2.3rc1', 'hatch-v{version}', '1.2.3rc1'],
    ['py31.0', 'py3{version}', '1.0'],
    ['v1.0-rc.1', 'v{version}', '1.0-rc.1'],
    ['1.0-final', '{version}-final', '1.0'],
  ])('reads %s by %s as %s', (tag, format, version) => {
    expect(versionInTag(tag, format)).toBe(version);
  });

  it.each([
    ['1.2.3', 'v{version}'],
    ['v1.2.3', '{version}'],
    ['v.5.2.0', 'v{version}'],
    ['2.1.x', '{version}'],
    ['v', 'v{version}'],
    ['v1.2.3 ', 'v{version}'],
    ['hatchling-v1.2.3', 'hatch-v{version}'],
    ['v1.0', 'v{version}-final'],
    ['aa', 'aa{version}a'],
  ])('finds no version in %j by %s', (tag, format) => {
    expect(versionInTag(tag, format)).toBeUndefined();
  });

  it('reads what tagFor wrote', () => {
    for (const format of ['v{version}', '{version}', 'a/{version}.b']) {
      expect(versionInTag(tagFor('1!2.3rc1.post4.dev5+abc', format), format)).toBe('1!2.3rc1.post4.dev5+abc');
    }
  });
});
