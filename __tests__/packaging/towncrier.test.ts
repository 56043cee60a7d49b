import { describe, expect, it } from '@jest/globals';
import { towncrierChangelog, towncrierSettings } from '../../src/packaging/towncrier.ts';

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
    expect(settings(pyproject, towncrier)).toEqual({ changelog });
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
