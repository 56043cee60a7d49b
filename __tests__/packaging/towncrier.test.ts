import { describe, expect, it } from '@jest/globals';
import { titledVersion, towncrierChangelog, towncrierSettings } from '../../src/packaging/towncrier.ts';

const settings = (pyproject: string | undefined, towncrier?: string) =>
  towncrierSettings({ pyproject, towncrier });

describe('the settings of towncrier', () => {
  it.each([
    ['a table in pyproject.toml', '[tool.towncrier]\nfilename = "CHANGES.rst"', undefined, 'CHANGES.rst'],
    ['a table without a file name', '[tool.towncrier]\ndirectory = "news"', undefined, 'NEWS.rst'],
    ['a table inside it', '[[tool.towncrier.type]]\nname = "x"', undefined, 'NEWS.rst'],
    [
      'towncrier.toml, which wins',
      '[tool.towncrier]\nfilename = "A.md"',
      '[tool.towncrier]\nfilename = "B.md"',
      'B.md',
    ],
    ['towncrier.toml with nothing in it', '[tool.towncrier]\nfilename = "A.md"', '', 'NEWS.rst'],
    ['towncrier.toml alone', undefined, '[tool.towncrier]\nfilename = "B.md"', 'B.md'],
    ['a file name of another type', '[tool.towncrier]\nfilename = 1', undefined, 'NEWS.rst'],
  ])('are in %s', (_, pyproject, towncrier, changelog) => {
    expect(settings(pyproject, towncrier)).toMatchObject({ changelog });
  });

  it('tell where they are, and whether they say where the fragments lie', () => {
    expect(settings(undefined, '[tool.towncrier]\ntitle_format = "{version}"')).toMatchObject({
      settingsFile: 'towncrier.toml',
      placesFragments: false,
      titleFormat: '{version}',
    });
    expect(settings('[tool.towncrier]\npackage = "demo"')).toMatchObject({
      settingsFile: 'pyproject.toml',
      placesFragments: true,
      titleFormat: undefined,
    });
    expect(settings('[tool.towncrier]\ndirectory = "news"')).toMatchObject({ placesFragments: true });
  });

  it.each([
    ['[project]\nname = "x"'],
    ['[tool.ruff]'],
    ['tool = 1'],
    ['[tool]\ntowncrier = "x"'],
    [undefined],
  ])('are not in %j', (pyproject) => {
    expect(settings(pyproject)).toBeUndefined();
  });

  it('are refused where they are no TOML', () => {
    expect(() => settings('', 'a = ]')).toThrow(SyntaxError);
  });
});

describe('the changelog of towncrier', () => {
  it.each([
    ['NEWS.rst', 'NEWS.rst'],
    ['docs/{version}.md', 'docs/1.2.0.md'],
    ['news/{name}-{version}.{other}.rst', 'news/demo-1.2.0.{other}.rst'],
  ])('%s of one release is %s', (changelog, file) => {
    expect(towncrierChangelog({ changelog }, { name: 'demo', version: '1.2.0' })).toBe(file);
  });
});

describe('the version in a title of towncrier', () => {
  it.each([
    ['{version}', 'v1.1.0', 'v1.2.0'],
    ['{name} {version}', 'demo v1.1.0 (2026-01-02)', 'v1.2.0'],
    ['{version}', '1.1.0', '1.2.0'],
    ['{version}', 'env1 1.1.0', '1.2.0'],
    ['{version}', undefined, '1.2.0'],
    ['v{version}', 'v1.1.0', '1.2.0'],
    [undefined, 'v1.1.0', '1.2.0'],
  ])('%j, after %j, is %s', (titleFormat, newest, version) => {
    expect(titledVersion({ changelog: 'NEWS.rst', titleFormat }, newest, '1.2.0')).toBe(version);
  });

  it('is plain where it is a part of the file’s name', () => {
    expect(titledVersion({ changelog: 'news/{version}.rst', titleFormat: '{version}' }, 'v1', '2')).toBe('2');
  });
});
