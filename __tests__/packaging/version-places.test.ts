import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VersionFile } from '../../src/packaging/version-file.ts';
import type { PlaceReader } from '../../src/packaging/version-places/place-reader.ts';
import { placeReader } from '../../src/packaging/version-places.ts';

function readerOf(place: VersionFile): PlaceReader {
  const reader = placeReader(place);
  if (reader === undefined) throw new Error(`${place.file} is no place for a version`);
  return reader;
}

const PYPROJECT = { file: 'pyproject.toml' };
const MODULE = { file: 'src/demo/__init__.py' };
const SETUP_PY = { file: 'setup.py' };
const SETUP_CFG = { file: 'setup.cfg' };
const CRATE = { file: 'Cargo.toml', part: { kind: 'table', table: 'package' } as const };
const WORKSPACE = { file: 'Cargo.toml', part: { kind: 'table', table: 'workspace.package' } as const };
const CARGO_LOCK = { file: 'Cargo.lock', part: { kind: 'crate', name: 'demo-rs' } as const };
const UV_LOCK = { file: 'uv.lock', part: { kind: 'member', name: 'demo-tool', directory: '.' } as const };
const POETRY_LOCK = {
  file: 'poetry.lock',
  part: { kind: 'member', name: 'demo-tool', directory: '.' } as const,
};

describe('placeReader', () => {
  it.each([
    'pyproject.toml',
    'backend/pyproject.toml',
    'src\\pkg\\_version.py',
    'setup.py',
    'lib/meson.build',
  ])('knows %s', (file) => expect(placeReader({ file })).toBeDefined());

  it.each(['my-pyproject.toml', 'README.md', 'package-lock.json', 'uv.lock.orig', 'setup.pyi'])(
    'does not know %s',
    (file) => expect(placeReader({ file })).toBeUndefined(),
  );
});

type Marked = readonly [place: VersionFile, title: string, marked: string];

/** Each text marks the version's place by `@`; all else must stay. */
const PLACES: readonly Marked[] = [
  [PYPROJECT, 'a plain one', '[project]\nname = "a"\nversion = "@"\n'],
  [PYPROJECT, 'odd spacing, quotes and comments', '[project]\r\nversion   =\t\'@\'  # keep "1.2.3"\r\n'],
  [
    PYPROJECT,
    'the same text elsewhere',
    '# version = "1.2.3"\n[tool.x]\nversion = "1.2.3"\n[project]\nversion = "@"\ndependencies = ["b==1.2.3"]\n[tool.y]\nversion = "1.2.3"\n',
  ],
  [PYPROJECT, 'a quoted key', '[project]\n"version" = "@"\n'],
  [PYPROJECT, 'a dotted key', 'project.name = "a"\nproject.version = "@"\n'],
  [PYPROJECT, 'an inline table', 'project = {name = "1.2.3", version = "@"}\n'],
  [PYPROJECT, 'Poetry', '[tool.poetry]\nversion = "@"\n[tool.poetry.dependencies]\nb = "1.2.3"\n'],
  [PYPROJECT, 'both tables', '[project]\nversion = "@"\n[tool.poetry]\nversion = "@"\n'],
  [
    PYPROJECT,
    'a multi-line text before',
    '[project]\ndescription = """\nversion = "1.2.3"\n"""\nversion = "@"\n',
  ],
  [
    PYPROJECT,
    'dates and numbers around',
    '[project]\nversion = "@"\n[tool.x]\nday = 2026-01-02\nratio = nan\nlist = [{a = 1}]\n',
  ],
  [
    { ...PYPROJECT, part: { kind: 'bumpversion' } },
    'the state of bump-my-version',
    '[project]\nversion = "1.2.3"\n[tool.bumpversion]\ncurrent_version = "@"\n',
  ],
  [
    { file: '.bumpversion.toml', part: { kind: 'bumpversion' } },
    'a state',
    '[tool.bumpversion]\ncurrent_version = "@"\n',
  ],
  [MODULE, 'a plain one', '"""Docs."""\n\n__version__ = "@"\n'],
  [MODULE, 'an annotation', "import os\n__version__: str = '@'  # bumped\nx = 1\n"],
  [MODULE, 'a chain', "__version__ = version = '@'\n__version_tuple__ = version_tuple = (1, 2, 3)\n"],
  [MODULE, 'upper case', 'VERSION = "@"\r\nOTHER = "1.2.3"\r\n'],
  [MODULE, 'no spaces, no line ending', "__version__='@'"],
  [MODULE, 'two of them', 'VERSION = "@"\n__version__ = "@"\n'],
  [MODULE, 'a qualified annotation', '__version__: typing.Final[str] = "@"\n'],
  [MODULE, 'a statement behind', '__version__ = "@"; __author__ = "A"\n'],
  [MODULE, 'the same in a docstring', '"""\nversion = "1.2.3"\n"""\n__version__ = "@"\n'],
  [
    MODULE,
    'the same in a raw text with quotes',
    "X = '''it's \\'''\nversion = \"1.2.3\"\n'''\n__version__ = \"@\"\n",
  ],
  [MODULE, 'quotes in comments', '# don\'t\n__version__ = "@"\n# won\'t\n'],
  [MODULE, 'quotes in a text', 'A = "\'\'\'"\n__version__ = "@"\nB = "\'\'\'"\n'],
  [MODULE, 'the same in a call', 'f(\nversion="1.2.3"\n)\n__version__ = "@"\n'],
  [MODULE, 'brackets in texts and comments', 'A = "(["  # (\n__version__ = "@"\n'],
  [MODULE, 'a text that goes on in the next line', 'A = "(\\\n"\n__version__ = "@"\n'],
  [SETUP_PY, 'a plain one', 'from setuptools import setup\n\nsetup(name="a", version="@", packages=["a"])\n'],
  [
    SETUP_PY,
    'lines and comments',
    'setuptools.setup(\r\n    # version="1.2.3",\r\n    name="a",  # a (tool\r\n    version = \'@\'  # here\r\n    , zip_safe=False)\r\n',
  ],
  [
    SETUP_PY,
    'the same in other calls and texts',
    'log(version="1.2.3")\nsetup(\n    ext=Extension(version="1.2.3", name="x"),\n    long="""\nversion="1.2.3",\n""",\n    api_version="1.2.3",\n    version="@",\n)\nsetup.other(version="1.2.3")\n',
  ],
  [SETUP_PY, 'brackets in texts', 'setup(name=")", url=\'(\', version="@")\n'],
  [SETUP_PY, 'a guard around', 'if __name__ == "__main__":\n    setup(version="@", **more())\n'],
  [SETUP_PY, 'distutils', 'distutils.core.setup(version="@")'],
  [SETUP_PY, 'a name', 'VERSION = "@"\nversion = "1.2.3"\nsetup(version=VERSION)\n'],
  [SETUP_PY, 'the name itself', '__version__ = version = "@"\nsetup(\n  version=version,\n)\n'],
  [SETUP_CFG, 'a plain one', '[metadata]\nname = a\nversion = @\n\n[options]\nversion = 1.2.3\n'],
  [SETUP_CFG, 'a colon and capitals', '; version = 1.2.3\r\n[metadata]\r\nVersion: @  \r\n'],
  [
    { ...SETUP_CFG, part: { kind: 'bumpversion' } },
    'the state of bumpversion',
    '[metadata]\nversion = 1.2.3\n[bumpversion]\ncurrent_version = @\n[bumpversion:file:a]\ncurrent_version = 1.2.3\n',
  ],
  [
    { file: '.bumpversion.cfg', part: { kind: 'bumpversion' } },
    'a state',
    '[bumpversion]\ncommit = True\ncurrent_version = @\n',
  ],
  [
    UV_LOCK,
    'the project among others',
    'version = 1\nrevision = 3\n\n[[package]]\nname = "click"\nversion = "1.2.3"\nsource = { registry = "https://index.example/simple" }\n\n[[package]]\nname = "demo-tool"\nversion = "@"\nsource = { editable = "." }\ndependencies = [\n    { name = "click" },\n]\n\n[package.metadata]\nrequires-dist = [{ name = "click", specifier = "==1.2.3" }]\n\n[[package]]\nname = "zipp"\nversion = "1.2.3"\nsource = { registry = "https://index.example/simple" }\n',
  ],
  [UV_LOCK, 'no build', '[[package]]\nname = "demo-tool"\nversion = "@"\nsource = { virtual = "." }\n'],
  [
    UV_LOCK,
    'carriage returns',
    '[[package]]\r\nname = "demo-tool"\r\nversion = "@"\r\nsource = { directory = "." }\r\n',
  ],
  [
    UV_LOCK,
    'one of an index beside it',
    '[[package]]\nname = "demo-tool"\nversion = "1.2.3"\nsource = { registry = "https://index.example/simple" }\n\n[[package]]\nname = "demo-tool"\nversion = "@"\nsource = { editable = "." }\n',
  ],
  [
    POETRY_LOCK,
    'itself',
    '[[package]]\nname = "demo-tool"\nversion = "@"\noptional = false\nfiles = []\n\n[package.source]\ntype = "directory"\nurl = "."\n\n[metadata]\nlock-version = "2.1"\n',
  ],
  [
    { file: '../poetry.lock', part: { kind: 'member', name: 'demo-tool', directory: 'libs/demo' } as const },
    'what another project depends on',
    '[[package]]\nname = "demo-tool"\nversion = "@"\n\n[package.source]\ntype = "directory"\nurl = "libs/demo"\n',
  ],
  [
    { file: '../pdm.lock', part: { kind: 'member', name: 'demo-tool', directory: 'libs/demo' } as const },
    'what another project depends on',
    '[[package]]\nname = "demo-tool"\nversion = "@"\neditable = true\npath = "./libs/demo"\n\n[[package]]\nname = "other"\nversion = "1.2.3"\n',
  ],
];

/** Of Cargo, which has a spelling of its own. */
const CARGO_PLACES: readonly Marked[] = [
  [CRATE, 'a crate', '[package]\nname = "demo-rs"\nversion = "@" # here\n[dependencies]\npyo3 = "1.2.3"\n'],
  [
    WORKSPACE,
    'a workspace',
    '[package]\nname = "top"\nversion = "1.2.3"\n[workspace.package]\nversion = "@"\nedition = "2021"\n',
  ],
  [
    CARGO_LOCK,
    'the crate among others',
    'version = 4\n\n[[package]]\nname = "demo"\nversion = "1.2.3"\n\n[[package]]\nname = "demo-rs"\nversion = "1.2.3"\nsource = "registry+https://index.example"\n\n[[package]]\nname = "demo-rs"\nversion = "@"\ndependencies = [\n "demo-rs 1.2.3",\n]\n',
  ],
];

const ALL = [...PLACES, ...CARGO_PLACES];

/** The file first, for the name of the test. */
function named(rows: readonly Marked[]) {
  return rows.map(([place, title, text]) => [place.file, title, place, text] as const);
}

const NONE: readonly Marked[] = [
  [PYPROJECT, 'a dynamic version', '[project]\ndynamic = ["version"]\n'],
  [PYPROJECT, 'a state of bump-my-version alone', '[tool.bumpversion]\ncurrent_version = "1.2.3"\n'],
  [MODULE, 'a version in a function', 'def f():\n    version = "1.2.3"\n'],
  [MODULE, 'a sum', '__version__ = "1.2" + ".3"\n'],
  [MODULE, 'two texts in a row', '__version__ = """1.2""" ".3"\n'],
  [MODULE, 'a call', '__version__ = importlib.metadata.version("a")\n'],
  [MODULE, 'a keyword argument', 'setup(\nversion="1.2.3"\n)\n'],
  [MODULE, 'a longer name', 'api_version = "1.2.3"\nversion_info = "1.2.3"\n'],
  [MODULE, 'a comment', '# __version__ = "1.2.3"\n'],
  [MODULE, 'an escape', '__version__ = "1.2.3\\x20"\n'],
  [SETUP_PY, 'no call', 'version = "1.2.3"\n__version__ = "1.2.3"\n'],
  [SETUP_PY, 'another name', 'version = "1.2.3"\nsetup(version=VERSION)\n'],
  [SETUP_PY, 'a call', 'setup(version=read("1.2.3"))\n'],
  [SETUP_PY, 'a sum', 'setup(version="1.2.3" + suffix)\n'],
  [SETUP_PY, 'two texts in a row', 'setup(version="1.2" ".3")\n'],
  [SETUP_PY, 'a formatted text', 'setup(version=f"1.2.3")\n'],
  [SETUP_PY, 'an escape', 'setup(version="1.2.3\\x20")\n'],
  [SETUP_PY, 'an attribute', 'version = "1.2.3"\nsetup(version=version.text)\n'],
  [SETUP_PY, 'an inner call', 'setup(cmdclass=make(version="1.2.3"))\n'],
  [SETUP_PY, 'a longer keyword', 'setup(api_version="1.2.3", version_info="1.2.3")\n'],
  [SETUP_PY, 'what stands behind the call', 'setup(), dict(\nversion="1.2.3")\n'],
  [SETUP_PY, 'another function', 'presetup(version="1.2.3")\nsetup2(version="1.2.3")\n'],
  [SETUP_PY, 'another object’s method', 'app.setup(version="1.2.3")\n'],
  [SETUP_PY, 'a definition', 'def setup(version="1.2.3"): pass\n'],
  [SETUP_PY, 'a comment', '# setup(version="1.2.3")\n'],
  [SETUP_PY, 'a text', 'X = "setup(version=\'1.2.3\')"\n'],
  [SETUP_CFG, 'an attribute', '[metadata]\nversion = attr: a.__version__\n'],
  [SETUP_CFG, 'a file', '[metadata]\nversion = file: VERSION\n'],
  [SETUP_CFG, 'another section', '[bumpversion]\nversion = 1.2.3\n'],
  [
    CRATE,
    'an inherited version',
    '[package]\nversion.workspace = true\n[workspace.package]\nversion = "1.2.3"\n',
  ],
  [UV_LOCK, 'a dynamic project', '[[package]]\nname = "demo-tool"\nsource = { editable = "." }\n'],
  [
    UV_LOCK,
    'a member elsewhere',
    '[[package]]\nname = "demo-tool"\nversion = "1.2.3"\nsource = { editable = "a" }\n',
  ],
  [
    UV_LOCK,
    'another project',
    '[[package]]\nname = "demo"\nversion = "1.2.3"\nsource = { editable = "." }\nmore = "demo-tool"\n',
  ],
  [POETRY_LOCK, 'a package of an index', '[[package]]\nname = "demo-tool"\nversion = "1.2.3"\n'],
  [
    POETRY_LOCK,
    'a checkout',
    '[[package]]\nname = "demo-tool"\nversion = "1.2.3"\n[package.source]\ntype = "git"\nurl = "."\n',
  ],
  [
    CARGO_LOCK,
    'a crate of an index',
    '[[package]]\nname = "demo-rs"\nversion = "1.2.3"\nsource = "registry+https://index.example"\n',
  ],
];

describe('version', () => {
  it.each(named(ALL))('reads %s with %s', (_file, _title, place, marked) => {
    expect(readerOf(place).version(marked.replaceAll('@', '0.9'))).toBe('0.9');
  });

  it.each(named(NONE))('reads none in %s with %s', (_file, _title, place, text) => {
    expect(readerOf(place).version(text)).toBeUndefined();
    expect(readerOf(place).rewritten(text, '1.2.3', '2.0.0')).toBeUndefined();
  });

  it('prefers __version__', () => {
    expect(readerOf(MODULE).version('version = "2"\n__version__ = "1.2.3"\n')).toBe('1.2.3');
  });

  it.each([PYPROJECT, CRATE])('says where $file is broken', (place) => {
    expect(() => readerOf(place).version('[project\n')).toThrow(/^line 1/);
  });

  it('does not mind what is broken in another entry of a lock file', () => {
    const text =
      '[[package]]\nname = ]\n\n[[package]]\nname = "demo-tool"\nversion = "1"\nsource = { virtual = "." }\n';
    expect(readerOf(UV_LOCK).version(text)).toBe('1');
  });
});

describe('rewritten', () => {
  it.each(named(PLACES))('changes nothing else in %s with %s', (_file, _title, place, marked) => {
    expect(readerOf(place).rewritten(marked.replaceAll('@', '1.2.3'), '1.2.3', '2.0.0rc1')).toBe(
      marked.replaceAll('@', '2.0.0rc1'),
    );
  });

  it.each(named(CARGO_PLACES))(
    'spells as Cargo does, and changes nothing else, in %s with %s',
    (_file, _title, place, marked) => {
      expect(readerOf(place).rewritten(marked.replaceAll('@', '1.2.3'), '1.2.3', '2.0rc1')).toBe(
        marked.replaceAll('@', '2.0.0-rc.1'),
      );
    },
  );

  it.each(named(CARGO_PLACES))(
    'leaves another spelling of the same version in %s with %s',
    (_file, _title, place, marked) => {
      const text = marked.replaceAll('@', '2.0.0-rc1');
      expect(readerOf(place).rewritten(text, '2.0.0-rc1', '2.0.0rc1')).toBe(text);
    },
  );

  it.each(named(CARGO_PLACES))(
    'gives up on a version that Cargo cannot spell in %s with %s',
    (_file, _title, place, marked) => {
      expect(
        readerOf(place).rewritten(marked.replaceAll('@', '1.2.3'), '1.2.3', '2.0.0.post1'),
      ).toBeUndefined();
    },
  );

  it.each(named(ALL))(
    'leaves a version of another spelling in %s with %s',
    (_file, _title, place, marked) => {
      const { rewritten } = readerOf(place);
      expect(rewritten(marked.replaceAll('@', '1.2.3.0'), '1.2.3', '2.0.0')).toBeUndefined();
      expect(rewritten(marked.replaceAll('@', '1x2x3'), '1.2.3', '2.0.0')).toBeUndefined();
    },
  );

  it('gives the same text for the same version', () => {
    const text = '[project]\nversion = "1"\n';
    expect(readerOf(PYPROJECT).rewritten(text, '1', '1')).toBe(text);
  });

  it('gives up on a TOML version that is spelled with an escape', () => {
    expect(readerOf(PYPROJECT).rewritten('[project]\nversion = "1\\u002e0"\n', '1.0', '2.0')).toBeUndefined();
    const entry = '[[package]]\nname = "demo-tool"\nversion = "1\\u002e0"\nsource = { virtual = "." }\n';
    expect(readerOf(UV_LOCK).rewritten(entry, '1.0', '2.0')).toBeUndefined();
  });

  it('gives up when only one of two tables can be rewritten', () => {
    const text = '[project]\nversion = "1\\u002e0"\n[tool.poetry]\nversion = "1.0"\n';
    expect(readerOf(PYPROJECT).rewritten(text, '1.0', '2.0')).toBeUndefined();
  });
});

describe('any rewriting', () => {
  // Versions that Cargo can spell as well, and that stand nowhere else in the texts.
  const version = fc.stringMatching(/^[3-9]\.[0-9]\.[0-9](?:-(?:alpha|beta|rc)\.[1-9])?$/);
  const places = fc.constantFrom(...ALL);

  it('leads back by the way it came, with nothing else changed', () => {
    fc.assert(
      fc.property(places, version, version, ([place, , marked], from, to) => {
        const text = marked.replaceAll('@', from);
        const { version: read, rewritten } = readerOf(place);
        const there = rewritten(text, from, to) ?? '';
        const said = read(there) ?? '';
        expect(there).toBe(marked.replaceAll('@', said));
        expect(rewritten(there, said, from)).toBe(text);
      }),
    );
  });

  it('done twice is the same as once', () => {
    fc.assert(
      fc.property(places, version, version, ([place, , marked], from, to) => {
        const { version: read, rewritten } = readerOf(place);
        const once = rewritten(marked.replaceAll('@', from), from, to) ?? '';
        expect(rewritten(once, read(once) ?? '', to)).toBe(once);
      }),
    );
  });
});
