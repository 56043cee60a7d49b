import { describe, expect, it } from '@jest/globals';
import { bumpedFiles } from '../../src/packaging/bumpversion.ts';

const FILE = { kind: 'file', name: 'docs/conf.py', exclude: [] };
const GLOB = { kind: 'glob', name: 'docs/*.md', exclude: [] };

describe('bumpedFiles', () => {
  it.each(['pyproject.toml', '.bumpversion.toml'])('reads names and globs in %s', (configuration) => {
    const files = '[[tool.bumpversion.files]]\nfilename = "docs/conf.py"\nsearch = "x"\n';
    const globs =
      '[[tool.bumpversion.files]]\nglob = "docs/*.md"\n[[tool.bumpversion.files]]\nregex = true\n';
    expect(bumpedFiles(configuration, files + globs)).toEqual([FILE, GLOB]);
  });

  it('reads what a glob leaves out', () => {
    const text = '[[tool.bumpversion.files]]\nglob = "docs/*.md"\nglob_exclude = ["docs/old*.md"]\n';
    expect(bumpedFiles('pyproject.toml', text)).toEqual([{ ...GLOB, exclude: ['docs/old*.md'] }]);
  });

  it('reads none in a single table, which bump-my-version refuses', () => {
    expect(bumpedFiles('pyproject.toml', '[tool.bumpversion.files]\nfilename = "docs/conf.py"\n')).toEqual(
      [],
    );
  });

  it('reads none where nothing is configured', () => {
    expect(bumpedFiles('pyproject.toml', '[tool.bumpversion]\ncurrent_version = "1"\n')).toEqual([]);
    expect(bumpedFiles('setup.cfg', '[metadata]\nname = a\n')).toEqual([]);
  });

  it.each(['.bumpversion.cfg', 'setup.cfg'])('reads the headers of sections in %s', (configuration) => {
    const text = `[bumpversion]\r\ncurrent_version = 1\r\n[bumpversion:file:docs/conf.py]\r\nsearch = [bumpversion:file:x]
[bumpversion:glob:docs/*.md]
[bumpversion:file (second): a b.txt ]
# [bumpversion:file:y]
[bumpversion:part:release]
`;
    expect(bumpedFiles(configuration, text)).toEqual([
      FILE,
      GLOB,
      { kind: 'file', name: 'a b.txt', exclude: [] },
    ]);
  });
});
