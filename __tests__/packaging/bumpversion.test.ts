import { describe, expect, it } from '@jest/globals';
import { bumpsFiles, takesVersionsApart } from '../../src/packaging/bumpversion.ts';

describe('files of bumpversion', () => {
  it.each([
    ['pyproject.toml', '[[tool.bumpversion.files]]\nfilename = "docs/conf.py"\nsearch = "x"\n'],
    [
      '.bumpversion.toml',
      '[[tool.bumpversion.files]]\nregex = true\n[[tool.bumpversion.files]]\nglob = "*.md"\n',
    ],
    ['.bumpversion.cfg', '[bumpversion]\r\ncurrent_version = 1\r\n[bumpversion:file:docs/conf.py]\r\n'],
    ['setup.cfg', '[bumpversion:file (second): a b.txt ]\n'],
    ['setup.cfg', '[bumpversion:glob:docs/*.md]\n'],
  ])('are named in %s: %j', (configuration, text) => {
    expect(bumpsFiles(configuration, text)).toBe(true);
  });

  it.each([
    ['pyproject.toml', '[tool.bumpversion]\ncurrent_version = "1"\n'],
    // A single table, which bump-my-version refuses.
    ['pyproject.toml', '[tool.bumpversion.files]\nfilename = "docs/conf.py"\n'],
    ['pyproject.toml', '[[tool.bumpversion.files]]\nfilename = ]\n'],
    ['setup.cfg', '[metadata]\nname = a\n'],
    [
      '.bumpversion.cfg',
      '[bumpversion]\nsearch = [bumpversion:file:x]\n# [bumpversion:file:y]\n[bumpversion:part:z]\n',
    ],
  ])('are not named in %s: %j', (configuration, text) => {
    expect(bumpsFiles(configuration, text)).toBe(false);
  });
});

describe('bumpversion takes versions apart', () => {
  it.each([
    ['pyproject.toml', "[tool.bumpversion]\nparse = '(?P<major>.+)'\n"],
    ['.bumpversion.toml', '[[tool.bumpversion.files]]\nfilename = "a"\nserialize = ["{major}"]\n'],
    ['.bumpversion.cfg', '[bumpversion]\ncurrent_version = 1\nserialize =\n\t{major}\n'],
    ['.bumpversion.cfg', '[bumpversion]\nmessage = Bump [skip ci]\nparse = (?P<major>.+)\n'],
    ['setup.cfg', '[metadata]\nname = a\n[bumpversion:file:a.txt]\nparse = (?P<major>.+)\n'],
  ])('by its own settings in %s: %j', (configuration, text) => {
    expect(takesVersionsApart(configuration, text)).toBe(true);
  });

  it.each([
    ['pyproject.toml', '[tool.bumpversion]\ncurrent_version = "1"\n[tool.other]\nparse = "x"\n'],
    ['pyproject.toml', '[tool.bumpversion\n'],
    ['setup.cfg', '[bumpversion]\ncurrent_version = 1\n[other]\nparse = x\n'],
  ])('as it always does, after %s: %j', (configuration, text) => {
    expect(takesVersionsApart(configuration, text)).toBe(false);
  });
});
