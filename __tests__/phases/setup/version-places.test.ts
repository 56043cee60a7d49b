import { describe, expect, it } from '@jest/globals';
import { readProject } from '../../../src/phases/setup/project.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan, aReading, DIRECTORY } from '../../support/world.ts';

const TOML = '[project]\nname = "Demo.Tool"\nversion = "1.2.0"\n';
const MATURIN = '[build-system]\nbuild-backend = "maturin"\n';
const DYNAMIC = `[project]\nname = "Demo.Tool"\ndynamic = ["version"]\n${MATURIN}`;
const CRATE = '[package]\nname = "demo-rs"\nversion = "1.2.0"\n';
const UV_LOCK = '[[package]]\nname = "demo-tool"\nversion = "1.2.0"\nsource = { editable = "." }\n';
const SOURCE: VersionPlan = { kind: 'source' };

async function read(files: Readonly<Record<string, string>>, version: VersionPlan = SOURCE) {
  const named = Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text] as const);
  const { project, faults } = await readProject(
    aPlan({ version }),
    aReading(memoryFiles(Object.fromEntries(named))),
  );
  return {
    project,
    places: project?.versionPlaces,
    faults: faults.map(({ code, finding }) => ({ code, finding })),
  };
}

const DECLARED = { file: 'pyproject.toml', version: '1.2.0' };

describe('the places of the version', () => {
  it('are pyproject.toml, Cargo.toml and setup.py, and then what follows them', async () => {
    const { places } = await read({
      'pyproject.toml': `${TOML}${MATURIN}[tool.bumpversion]\ncurrent_version = "1.2.0"\n`,
      'Cargo.toml': CRATE,
      'Cargo.lock': '[[package]]\nname = "demo-rs"\nversion = "1.2.0"\n',
      'setup.py': 'setup(version="1.2.0")\n',
      'setup.cfg': '[bumpversion]\ncurrent_version = 1.2.0\n',
      'uv.lock': UV_LOCK,
      'poetry.lock': UV_LOCK.replace(/source.*/, '[package.source]\ntype = "directory"\nurl = "."'),
      '.bumpversion.toml': '[tool.bumpversion]\ncurrent_version = "1.2.0"\n',
      '.bumpversion.cfg': '[bumpversion]\ncurrent_version = 1.2.0\n',
    });
    expect(places).toEqual([
      DECLARED,
      { file: 'Cargo.toml', part: { kind: 'table', table: 'package' }, version: '1.2.0' },
      { file: 'setup.py', version: '1.2.0' },
      { file: 'uv.lock', part: { kind: 'member', name: 'demo-tool', directory: '.' }, version: '1.2.0' },
      { file: 'poetry.lock', part: { kind: 'member', name: 'demo-tool', directory: '.' }, version: '1.2.0' },
      { file: 'Cargo.lock', part: { kind: 'crate', name: 'demo-rs' }, version: '1.2.0' },
      { file: 'pyproject.toml', part: { kind: 'bumpversion' }, version: '1.2.0' },
      { file: 'setup.cfg', part: { kind: 'bumpversion' }, version: '1.2.0' },
      { file: '.bumpversion.toml', part: { kind: 'bumpversion' }, version: '1.2.0' },
      { file: '.bumpversion.cfg', part: { kind: 'bumpversion' }, version: '1.2.0' },
    ]);
  });

  it('are modules of another name where they say the same', async () => {
    const { places, faults } = await read({
      'pyproject.toml': TOML,
      'tool/__init__.py': '__version__ = "1.2.0"\n',
      'vendored/__init__.py': '__version__ = "3.0"\n',
      'tests/__init__.py': '__version__ = "1.2.0"\n',
      'plugin/__init__.py': '__version__ = "1.2.0"\n',
      'plugin/pyproject.toml': '[project]\nname = "plugin"\n',
    });
    expect(places).toEqual([DECLARED, { file: 'tool/__init__.py', version: '1.2.0' }]);
    expect(faults).toEqual([]);
  });

  it('begin with Cargo.toml where the version is dynamic and maturin builds', async () => {
    const { project } = await read({
      'pyproject.toml': DYNAMIC,
      'Cargo.toml': CRATE.replace('1.2.0', '1.3.0-rc.1'),
      'demo_tool/__init__.py': '__version__ = "1.3.0rc1"\n',
    });
    expect(project).toMatchObject({ version: '1.3.0rc1', sourceVersion: '1.3.0-rc.1', tag: 'v1.3.0rc1' });
    expect(project?.versionPlaces.map(({ file }) => file)).toEqual(['Cargo.toml', 'demo_tool/__init__.py']);
  });

  it('are bumped from Cargo’s spelling', async () => {
    const files = { 'pyproject.toml': DYNAMIC, 'Cargo.toml': CRATE.replace('1.2.0', '1.3.0-rc.1') };
    expect((await read(files, { kind: 'bump', bump: 'rc' })).project?.version).toBe('1.3.0rc2');
  });

  it('agree by PEP 440, whatever their spelling', async () => {
    const { faults } = await read({
      'pyproject.toml': TOML.replace('1.2.0', '1.2.0rc1') + MATURIN,
      'Cargo.toml': CRATE.replace('1.2.0', '1.2.0-rc.1'),
    });
    expect(faults).toEqual([]);
  });

  it('must agree', async () => {
    const module = 'demo_tool/__init__.py';
    const { faults } = await read({ 'pyproject.toml': TOML, [module]: '__version__ = "1.3.0"\n' });
    expect(faults).toEqual([
      { code: 'version-disagrees', finding: `pyproject.toml says 1.2.0; ${module} says 1.3.0.` },
    ]);
  });

  it.each([
    ['setup.py', 'setup(version="1.3.0")\n'],
    ['setup.cfg', '[metadata]\nversion = 1.3.0\n'],
  ])('do not count in an old %s, which no back end looks at beside a static version', async (file, text) => {
    const { faults, places } = await read({ 'pyproject.toml': TOML, [file]: text });
    expect([faults, places]).toEqual([[], [DECLARED]]);
    const dynamic = await read({ 'pyproject.toml': DYNAMIC, [file]: text });
    expect(dynamic.places).toEqual([{ file, version: '1.3.0' }]);
  });

  it('are none in a placeholder that Poetry demands of those who compute theirs', async () => {
    const pyproject =
      '[tool.poetry]\nname = "demo"\nversion = "0.0.0"\n[tool.poetry-dynamic-versioning]\nenable = true\n';
    const tag = { kind: 'tag', tag: 'v1.2.0' } as const;
    const module = { 'demo/__init__.py': '__version__ = "0.0.0"\n' };
    for (const modules of [{}, module])
      expect(await read({ 'pyproject.toml': pyproject, ...modules }, tag)).toMatchObject({
        places: [],
        faults: [],
      });
  });

  it('do not count in a Cargo.toml with another version, which maturin does not look at beside a static one', async () => {
    const nominal = CRATE.replace('1.2.0', '0.0.0');
    const { faults, places } = await read({ 'pyproject.toml': `${TOML}${MATURIN}`, 'Cargo.toml': nominal });
    expect([faults, places]).toEqual([[], [{ file: 'pyproject.toml', version: '1.2.0' }]]);
  });

  it('need not agree in what follows: a stale entry is left alone', async () => {
    const { places } = await read({
      'pyproject.toml': TOML,
      'uv.lock': UV_LOCK.replace('1.2.0', '1.1.0'),
      '.bumpversion.cfg': '[bumpversion]\ncurrent_version = 1.1.0\n',
    });
    expect(places).toEqual([DECLARED]);
  });

  it('have nothing that follows where the back end computes the version', async () => {
    const files = { 'pyproject.toml': DYNAMIC.replace('maturin', 'hatchling.build'), 'uv.lock': UV_LOCK };
    expect((await read(files, { kind: 'tag', tag: 'v2.0' })).places).toEqual([]);
  });

  it('are not sought in a lock file that cannot be read', async () => {
    const broken = `${UV_LOCK}name = ]\n`;
    expect((await read({ 'pyproject.toml': TOML, 'uv.lock': broken })).places).toEqual([DECLARED]);
  });

  it('do not stand in the fault of a tag when they only follow', async () => {
    const { faults } = await read(
      { 'pyproject.toml': TOML, 'uv.lock': UV_LOCK },
      { kind: 'tag', tag: 'v1.3' },
    );
    expect(faults).toEqual([
      { code: 'version-disagrees', finding: 'tag v1.3 says 1.3; pyproject.toml says 1.2.0.' },
    ]);
  });
});

describe('a Cargo.toml', () => {
  it('that is no TOML is a fault', async () => {
    const { faults } = await read({ 'pyproject.toml': DYNAMIC, 'Cargo.toml': '[package\n' });
    expect(faults).toEqual([
      { code: 'cargo-invalid', finding: expect.stringMatching(/^Cargo\.toml, line 1, column \d+: /) },
    ]);
  });

  it('with a version that PEP 440 does not know is a fault', async () => {
    const files = { 'pyproject.toml': DYNAMIC, 'Cargo.toml': CRATE.replace('1.2.0', '1.2.0-nightly') };
    expect((await read(files)).faults).toEqual([
      { code: 'version-invalid', finding: 'Cargo.toml is "1.2.0-nightly", which is not a PEP 440 version.' },
    ]);
  });
});

describe('a version that cannot be written everywhere', () => {
  it('is a fault', async () => {
    const settings = '[tool.commitizen]\nversion_files = ["docs/conf.py:(?i)release"]\n';
    const files = { 'pyproject.toml': `${TOML}${settings}`, 'docs/conf.py': '' };
    const { project, faults } = await read(files, { kind: 'bump', bump: 'minor' });
    expect([project, faults.map(({ code }) => code)]).toEqual([undefined, ['version-unwritten']]);
  });
});

describe('the places that commitizen knows', () => {
  it('are its state, and the lines of its files that have the version', async () => {
    const settings =
      '[tool.commitizen]\nversion = "1.2.0"\nversion_files = ["pyproject.toml:^version", "docs/*.md", "docs/conf.py:^release", "deps.txt", "gone.txt"]\n';
    const { places } = await read(
      {
        'pyproject.toml': `${TOML}${settings}`,
        'docs/a.md': 'Install 1.2.0!\n',
        'docs/b.md': 'nothing\n',
        'docs/conf.py': 'copyright = "1.2.0"\nrelease = "1.2.0"\n',
        'deps.txt': 'other==11.2.0\nanother==1.2.0.post1\n',
      },
      { kind: 'bump', bump: 'minor' },
    );
    expect(places).toEqual([
      DECLARED,
      { file: 'pyproject.toml', part: { kind: 'commitizen' }, version: '1.2.0' },
      { file: 'pyproject.toml', part: { kind: 'lines', pattern: '^version' }, version: '1.2.0' },
      { file: 'docs/a.md', part: { kind: 'lines', pattern: '' }, version: '1.2.0' },
      { file: 'docs/conf.py', part: { kind: 'lines', pattern: '^release' }, version: '1.2.0' },
    ]);
  });
});
