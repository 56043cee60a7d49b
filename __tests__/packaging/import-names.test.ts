import { describe, expect, it } from '@jest/globals';
import type { DistributionKind } from '../../src/packaging/distribution.ts';
import { importNames } from '../../src/packaging/import-names.ts';
import { archiveWith } from './archives.ts';

function namesOf(kind: DistributionKind, members: readonly string[], metadata = ''): readonly string[] {
  const file = kind === 'wheel' ? 's-1.dist-info/METADATA' : 's-1/PKG-INFO';
  const files = members.map((member) => [kind === 'wheel' ? member : `s-1/${member}`, ''] as const);
  return importNames(archiveWith({ ...Object.fromEntries(files), [file]: metadata }), kind);
}

describe('importNames of a wheel', () => {
  it.each([
    ['a package', ['dotenv/__init__.py', 'dotenv/cli.py', 'dotenv/sub/__init__.py'], ['dotenv']],
    ['a module', ['six.py'], ['six']],
    [
      'extension modules',
      ['_a.cpython-312-x86_64-linux-gnu.so', 'b.abi3.so', 'c.cp312-win_amd64.pyd', 'd.so'],
      ['_a', 'b', 'c', 'd'],
    ],
    [
      'a package whose __init__ is compiled',
      ['fast/__init__.cpython-312-darwin.so', 'fast/py.typed'],
      ['fast'],
    ],
    [
      'packages of a namespace',
      ['jaraco/functools/__init__.py', 'jaraco/text/__init__.py'],
      ['jaraco.functools', 'jaraco.text'],
    ],
    ['a deep namespace', ['pdm/back/end/__init__.py'], ['pdm.back.end']],
    ['a module in a namespace', ['google/tool.py', 'google/_fast.abi3.so'], ['google._fast', 'google.tool']],
    ['tests, as they are', ['tests/__init__.py', 'pkg/__init__.py'], ['pkg', 'tests']],
    ['purelib and platlib', ['s-1.data/purelib/a/__init__.py', 's-1.data/platlib/b.so'], ['a', 'b']],
    ['scripts and data only', ['s-1.data/scripts/run.py', 's-1.data/data/share/x.py'], []],
    ['no module', ['s-1.dist-info/RECORD', 's-1.dist-info/entry_points.txt'], []],
    ['Python inside .dist-info', ['s-1.dist-info/licenses/__init__.py', 's.egg-info/x.py'], []],
    ['names that no import can say', ['foo-stubs/__init__.py', '3d.py', 'a/b-c/__init__.py', 'x.pth'], []],
    ['stray dunder files', ['__init__.py', '__main__.py', 'ns/__main__.py'], []],
    ['letters beyond ASCII', ['größe.py'], ['größe']],
    ['data only', ['share/data.json'], []],
  ])('tells %s', (_, members, names) => {
    expect(namesOf('wheel', members)).toEqual(names);
  });

  it('lets Import-Name of the metadata decide', () => {
    const metadata = 'Name: s\nImport-Name: real\nImport-Name: _hidden ; private\nImport-Name: real\n';
    expect(namesOf('wheel', ['other/__init__.py'], metadata)).toEqual(['_hidden', 'real']);
    expect(namesOf('wheel', ['other/__init__.py'], 'Import-Name:\n')).toEqual([]);
  });

  it('needs no metadata', () => {
    expect(importNames(archiveWith({ 'a/__init__.py': '' }), 'wheel')).toEqual(['a']);
  });
});

describe('importNames of an sdist', () => {
  it.each([
    [
      'the tree under src',
      ['src/pkg/__init__.py', 'src/single.py', 'setup.py', 'other/__init__.py'],
      ['pkg', 'single'],
    ],
    ['a namespace under src', ['src/zest/releaser/__init__.py'], ['zest.releaser']],
    [
      'packages at the top when src holds no Python',
      ['src/lib.rs', 'watchfiles/__init__.py'],
      ['watchfiles'],
    ],
    ['a namespace at the top', ['jaraco/functools/__init__.py', 'jaraco/loose.py'], ['jaraco.functools']],
    [
      'what is meant for import only',
      [
        ...[
          'setup.py',
          'conftest.py',
          'noxfile.py',
          'test_six.py',
          'six.py',
          'tests/__init__.py',
          'docs/conf.py',
        ],
        ...[
          'examples/__init__.py',
          'scripts/release.py',
          'pkg/__init__.py',
          'pkg/tests/__init__.py',
          's.egg-info/PKG-INFO',
        ],
      ],
      ['pkg', 'six'],
    ],
    ['nothing in a folder of scripts', ['contrib/script.py'], []],
  ])('tells %s', (_, members, names) => {
    expect(namesOf('sdist', members)).toEqual(names);
  });

  it('lets Import-Name of PKG-INFO decide', () => {
    expect(namesOf('sdist', ['src/a/__init__.py'], 'Import-Name: b\n')).toEqual(['b']);
  });
});
