import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PlaceFormat, placeFormat, versionIn, withVersion } from '../../src/packaging/version-places.ts';

describe('placeFormat', () => {
  it.each([
    ['pyproject.toml', 'pyproject'],
    ['backend/pyproject.toml', 'pyproject'],
    ['setup.cfg', 'setup-cfg'],
    ['src/pkg/__init__.py', 'python'],
    ['src\\pkg\\_version.py', 'python'],
    ['Cargo.toml', undefined],
    ['my-pyproject.toml', undefined],
    ['README.md', undefined],
  ])('says of %s: %s', (file, format) => {
    expect(placeFormat(file)).toBe(format);
  });
});

/** Each text marks the version's place by `@`; the second column is what must stay. */
const PLACES: readonly (readonly [format: PlaceFormat, title: string, marked: string])[] = [
  ['pyproject', 'a plain one', '[project]\nname = "a"\nversion = "@"\n'],
  ['pyproject', 'odd spacing, quotes and comments', '[project]\r\nversion   =\t\'@\'  # keep "1.2.3"\r\n'],
  [
    'pyproject',
    'the same text elsewhere',
    '# version = "1.2.3"\n[tool.x]\nversion = "1.2.3"\n[project]\nversion = "@"\ndependencies = ["b==1.2.3"]\n[tool.y]\nversion = "1.2.3"\n',
  ],
  ['pyproject', 'a quoted key', '[project]\n"version" = "@"\n'],
  ['pyproject', 'a dotted key', 'project.name = "a"\nproject.version = "@"\n'],
  ['pyproject', 'an inline table', 'project = {name = "1.2.3", version = "@"}\n'],
  ['pyproject', 'Poetry', '[tool.poetry]\nversion = "@"\n[tool.poetry.dependencies]\nb = "1.2.3"\n'],
  ['pyproject', 'both tables', '[project]\nversion = "@"\n[tool.poetry]\nversion = "@"\n'],
  [
    'pyproject',
    'a multi-line text before',
    '[project]\ndescription = """\nversion = "1.2.3"\n"""\nversion = "@"\n',
  ],
  [
    'pyproject',
    'dates and numbers around',
    '[project]\nversion = "@"\n[tool.x]\nday = 2026-01-02\nratio = nan\nlist = [{a = 1}]\n',
  ],
  ['python', 'a plain one', '"""Docs."""\n\n__version__ = "@"\n'],
  ['python', 'an annotation', "import os\n__version__: str = '@'  # bumped\nx = 1\n"],
  ['python', 'a chain', "__version__ = version = '@'\n__version_tuple__ = version_tuple = (1, 2, 3)\n"],
  ['python', 'upper case', 'VERSION = "@"\r\nOTHER = "1.2.3"\r\n'],
  ['python', 'no spaces, no line ending', "__version__='@'"],
  ['python', 'two of them', 'VERSION = "@"\n__version__ = "@"\n'],
  ['python', 'a qualified annotation', '__version__: typing.Final[str] = "@"\n'],
  ['python', 'a statement behind', '__version__ = "@"; __author__ = "A"\n'],
  ['python', 'the same in a docstring', '"""\nversion = "1.2.3"\n"""\n__version__ = "@"\n'],
  [
    'python',
    'the same in a raw text with quotes',
    "X = '''it's \\'''\nversion = \"1.2.3\"\n'''\n__version__ = \"@\"\n",
  ],
  ['python', 'quotes in comments', '# don\'t\n__version__ = "@"\n# won\'t\n'],
  ['python', 'quotes in a text', 'A = "\'\'\'"\n__version__ = "@"\nB = "\'\'\'"\n'],
  ['setup-cfg', 'a plain one', '[metadata]\nname = a\nversion = @\n\n[options]\nversion = 1.2.3\n'],
  ['setup-cfg', 'a colon and capitals', '; version = 1.2.3\r\n[metadata]\r\nVersion: @  \r\n'],
];

describe('versionIn', () => {
  it.each(PLACES)('reads %s with %s', (format, _, marked) => {
    expect(versionIn(marked.replaceAll('@', '0.9'), format)).toBe('0.9');
  });

  it.each<readonly [PlaceFormat, string, string]>([
    ['pyproject', 'a dynamic version', '[project]\ndynamic = ["version"]\n'],
    ['python', 'a version in a function', 'def f():\n    version = "1.2.3"\n'],
    ['python', 'a sum', '__version__ = "1.2" + ".3"\n'],
    ['python', 'a call', '__version__ = importlib.metadata.version("a")\n'],
    ['python', 'a keyword argument', 'setup(\nversion="1.2.3",\n)\n'],
    ['python', 'a longer name', 'api_version = "1.2.3"\nversion_info = "1.2.3"\n'],
    ['python', 'a comment', '# __version__ = "1.2.3"\n'],
    ['setup-cfg', 'an attribute', '[metadata]\nversion = attr: a.__version__\n'],
    ['setup-cfg', 'a file', '[metadata]\nversion = file: VERSION\n'],
    ['setup-cfg', 'another section', '[bumpversion]\nversion = 1.2.3\n'],
  ])('reads none in %s with %s', (format, _, text) => {
    expect(versionIn(text, format)).toBeUndefined();
    expect(withVersion(text, format, '1.2.3', '2.0.0')).toBeUndefined();
  });

  it('prefers __version__', () => {
    expect(versionIn('version = "2"\n__version__ = "1.2.3"\n', 'python')).toBe('1.2.3');
  });

  it('says where a pyproject.toml is broken', () => {
    expect(() => versionIn('[project\n', 'pyproject')).toThrow(/^line 1/);
  });
});

describe('withVersion', () => {
  it.each(PLACES)('changes nothing else in %s with %s', (format, _, marked) => {
    expect(withVersion(marked.replaceAll('@', '1.2.3'), format, '1.2.3', '2.0.0rc1')).toBe(
      marked.replaceAll('@', '2.0.0rc1'),
    );
  });

  it.each(PLACES)('leaves a version of another spelling in %s with %s', (format, _, marked) => {
    expect(withVersion(marked.replaceAll('@', '1.2.3.0'), format, '1.2.3', '2.0.0')).toBeUndefined();
    expect(withVersion(marked.replaceAll('@', '1x2x3'), format, '1.2.3', '2.0.0')).toBeUndefined();
  });

  it('gives the same text for the same version', () => {
    expect(withVersion('[project]\nversion = "1"\n', 'pyproject', '1', '1')).toBe(
      '[project]\nversion = "1"\n',
    );
  });

  it('gives up on a TOML version that is spelled with an escape', () => {
    expect(withVersion('[project]\nversion = "1\\u002e0"\n', 'pyproject', '1.0', '2.0')).toBeUndefined();
  });

  it('gives up when only one of two tables can be rewritten', () => {
    const text = '[project]\nversion = "1\\u002e0"\n[tool.poetry]\nversion = "1.0"\n';
    expect(withVersion(text, 'pyproject', '1.0', '2.0')).toBeUndefined();
  });

  it('leads back by the way it came', () => {
    const version = fc.stringMatching(/^[1-9]\.[0-9]\.[0-9](?:rc[1-9]|\.dev[0-9])?$/);
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), version, version, ([format, , marked], from, to) => {
        fc.pre(from !== '1.2.3' && to !== '1.2.3');
        const text = marked.replaceAll('@', from);
        const there = withVersion(text, format, from, to) ?? '';
        expect(versionIn(there, format)).toBe(to);
        expect(withVersion(there, format, to, from)).toBe(text);
      }),
    );
  });
});
