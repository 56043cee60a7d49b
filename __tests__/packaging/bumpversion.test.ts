import { describe, expect, it } from '@jest/globals';
import { bumpedFiles } from '../../src/packaging/bumpversion.ts';

const FILE = { kind: 'file', name: 'docs/conf.py' };
const GLOB = { kind: 'glob', name: 'docs/*.md' };

describe('bumpedFiles', () => {
  it.each(['pyproject.toml', '.bumpversion.toml'])('reads names and globs in %s', (configuration) => {
    const files = '[[tool.bumpversion.files]]\nfilename = "docs/conf.py"\nsearch = "x"\n';
    const globs =
      '[[tool.bumpversion.files]]\nglob = "docs/*.md"\n[[tool.bumpversion.files]]\nregex = true\n';
    expect(bumpedFiles(configuration, files + globs)).toEqual([FILE, GLOB]);
  });

  it('reads a single table', () => {
    expect(bumpedFiles('pyproject.toml', '[tool.bumpversion.files]\nfilename = "docs/conf.py"\n')).toEqual([
      FILE,
    ]);
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
    expect(bumpedFiles(configuration, text)).toEqual([FILE, GLOB, { kind: 'file', name: 'a b.txt' }]);
  });
});
