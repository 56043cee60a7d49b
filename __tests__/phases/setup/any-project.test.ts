/** Projects as they come: each of these is small, and stands for many real ones. */

import { describe, expect, it } from '@jest/globals';
import { readProject } from '../../../src/phases/setup/project.ts';
import type { Reading } from '../../../src/phases/setup/reading.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import { recordOf } from '../../../src/release/record.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aPlan,
  aProject,
  aReading,
  DIRECTORY,
  fakeBackEnd,
  fakeTags,
  type PlanChanges,
  packageFiles,
} from '../../support/world.ts';

const SOURCE: VersionPlan = { kind: 'source' };
const MINOR: VersionPlan = { kind: 'bump', bump: 'minor' };

async function read(
  files: Readonly<Record<string, string | Uint8Array>>,
  plan: PlanChanges = {},
  doors: Partial<Reading> = {},
) {
  const directory = plan.directory ?? DIRECTORY;
  const named = Object.entries(files).map(([name, text]) => [`${directory}/${name}`, text] as const);
  const world = aReading(memoryFiles(Object.fromEntries(named)), doors);
  const { project, faults } = await readProject(
    aPlan({ version: SOURCE, tagFormat: 'auto', ...plan }),
    world,
  );
  return { project, faults: faults.map(({ code, finding }) => `${code}: ${finding}`) };
}

function toml(backEnd: string, more = '', requires: readonly string[] = []): string {
  const list = JSON.stringify(requires);
  return `[build-system]\nrequires = ${list}\nbuild-backend = "${backEnd}"\n[project]\nname = "demo"\ndynamic = ["version"]\n${more}`;
}

const CODE = '__version__ = "1.2.0"\n';

describe('the version stands', () => {
  it.each<readonly [what: string, backEnd: string, from: string, files: Readonly<Record<string, string>>]>([
    [
      'in setup.py alone',
      'setuptools',
      'setup.py',
      { 'setup.py': 'from setuptools import setup\nsetup(name="demo", version="1.2.0")\n' },
    ],
    [
      'in setup.cfg alone',
      'setuptools',
      'setup.cfg',
      {
        'setup.cfg': '[metadata]\nname = demo\nversion = 1.2.0\n',
        'setup.py': 'import setuptools\nsetuptools.setup()\n',
      },
    ],
    [
      'where setup.cfg says attr:',
      'setuptools',
      'lib/demo/_meta.py',
      {
        'setup.cfg': '[metadata]\nname = demo\nversion = attr: lib.demo._meta.__version__\n',
        'lib/demo/_meta.py': CODE,
      },
    ],
    [
      'where setup.cfg says file:',
      'setuptools',
      'VERSION.txt',
      { 'setup.cfg': '[metadata]\nname = demo\nversion = file: VERSION.txt\n', 'VERSION.txt': '1.2.0\n' },
    ],
    [
      'where setuptools is told an attribute',
      'setuptools',
      'src/other/about.py',
      {
        'pyproject.toml': toml(
          'setuptools.build_meta',
          '[tool.setuptools.dynamic]\nversion = {attr = "other.about.VERSION"}\n',
        ),
        'src/other/about.py': 'VERSION = "1.2.0"\n',
      },
    ],
    [
      'where setuptools is told a file',
      'setuptools',
      'VERSION',
      {
        'pyproject.toml': toml(
          'setuptools.build_meta',
          '[tool.setuptools.dynamic]\nversion = {file = ["VERSION"]}\n',
        ),
        VERSION: '1.2.0\n',
      },
    ],
    [
      'where hatchling is told',
      'hatchling',
      'lib/demo/meta.py',
      {
        'pyproject.toml': toml('hatchling.build', '[tool.hatch.version]\npath = "lib/demo/meta.py"\n'),
        'lib/demo/meta.py': CODE,
      },
    ],
    [
      'in the module of flit',
      'flit-core',
      'demo.py',
      { 'pyproject.toml': toml('flit_core.buildapi'), 'demo.py': `"""Demo."""\n${CODE}` },
    ],
    [
      'in a module that flit is told',
      'flit-core',
      'other.py',
      {
        'pyproject.toml': toml('flit_core.buildapi', '[tool.flit.module]\nname = "other"\n'),
        'other.py': `"""Demo."""\n${CODE}`,
      },
    ],
    [
      'where pdm is told',
      'pdm-backend',
      'demo/meta.py',
      {
        'pyproject.toml': toml('pdm.backend', '[tool.pdm.version]\nsource = "file"\npath = "demo/meta.py"\n'),
        'demo/meta.py': CODE,
      },
    ],
    [
      'in [tool.poetry]',
      'poetry-core',
      'pyproject.toml',
      {
        'pyproject.toml':
          '[build-system]\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "demo"\nversion = "1.2.0"\n',
      },
    ],
    [
      'in [project] for uv',
      'uv-build',
      'pyproject.toml',
      {
        'pyproject.toml':
          '[build-system]\nbuild-backend = "uv_build"\n[project]\nname = "demo"\nversion = "1.2.0"\n',
      },
    ],
    [
      'in Cargo.toml',
      'maturin',
      'Cargo.toml',
      { 'pyproject.toml': toml('maturin'), 'Cargo.toml': '[package]\nname = "demo"\nversion = "1.2.0"\n' },
    ],
    [
      'in meson.build',
      'meson-python',
      'meson.build',
      {
        'pyproject.toml': toml('mesonpy'),
        'meson.build': "# version: '9'\nproject('demo', 'c',\n  version: '1.2.0',\n)\n",
      },
    ],
    [
      'where scikit-build-core is told',
      'scikit-build-core',
      'src/demo/meta.py',
      {
        'pyproject.toml': toml(
          'scikit_build_core.build',
          '[tool.scikit-build.metadata.version]\nprovider = "scikit_build_core.metadata.regex"\ninput = "src/demo/meta.py"\n',
        ),
        'src/demo/meta.py': CODE,
      },
    ],
  ])('%s', async (_what, backEnd, from, files) => {
    const { project, faults } = await read(files);
    expect(faults).toEqual([]);
    expect(project).toMatchObject({ name: 'demo', version: '1.2.0', backEnd, readFrom: { version: from } });
    expect(project?.versionPlaces[0]).toMatchObject({ file: from, version: '1.2.0' });
  });
});

describe('the back end is asked', () => {
  const backEnd = fakeBackEnd({ name: 'demo', version: '1.2.0' });

  it.each<readonly [what: string, files: Readonly<Record<string, string>>]>([
    ['where setup.py computes the version', { 'setup.py': 'setup(name="demo", version=read_version())\n' }],
    [
      'where meson.build computes it',
      { 'pyproject.toml': toml('mesonpy'), 'meson.build': "project('demo')\n" },
    ],
    ['where it lies in the tree', { 'pyproject.toml': `${toml('backend')}[build-system.x]\n` }],
    ['where flit’s module is elsewhere', { 'pyproject.toml': toml('flit_core.buildapi') }],
    [
      'where setuptools is told an attribute of another name',
      {
        'pyproject.toml': toml(
          'setuptools.build_meta',
          '[tool.setuptools.dynamic]\nversion = {attr = "demo.meta.NUMBER"}\n',
        ),
      },
    ],
  ])('%s', async (_what, files) => {
    const { project } = await read(files, {}, { backEnd });
    expect(project).toMatchObject({
      version: '1.2.0',
      sourceVersion: undefined,
      versionPlaces: [],
      readFrom: { version: 'the back end' },
    });
  });

  it('for the name, too', async () => {
    const { project } = await read({ 'setup.py': 'setup(**ARGUMENTS)\n' }, {}, { backEnd });
    expect(project).toMatchObject({ name: 'demo', readFrom: { name: 'the back end' } });
  });

  it('for nothing that stands in a file, nor on a tag push', async () => {
    const files = { 'setup.py': 'setup(name="demo", version=read_version())\n' };
    expect((await read(files, { version: { kind: 'tag', tag: '1.2.0' } })).faults).toEqual([]);
  });

  it('and what another project below says is none of it', async () => {
    const files = {
      'setup.py': 'setup(name="demo", version=read_version())\n',
      'libs/other/pyproject.toml': '[project]\nname = "other"\n',
      'libs/other/about.py': "__version__ = '1.2.0'\n",
      'libs/other/VERSION': '1.2.0\n',
      // A module of a package, which is no project for it.
      'slug/__init__.py': '',
      'slug/setup.py': '',
      'slug/about.py': "__version__ = '1.2.0'\n",
    };
    const { project } = await read(files, { version: MINOR }, { backEnd });
    expect(project?.versionPlaces.map(({ file }) => file)).toEqual(['slug/about.py']);
  });

  it('and what it computes from elsewhere cannot be raised', async () => {
    const files = { 'setup.py': 'setup(name="demo", version=read_version())\n' };
    expect((await read(files, { version: MINOR }, { backEnd })).faults).toEqual([
      'version-computed: The version would be 1.3.0, but the build back end of demo computes 1.2.0 from a place that this action does not know.',
    ]);
    const given: VersionPlan = { kind: 'given', version: '1.2' };
    expect((await read(files, { version: given }, { backEnd })).project?.version).toBe('1.2');
    const commands = { build: './build.sh' };
    expect((await read(files, { version: MINOR, commands }, { backEnd })).project?.version).toBe('1.3.0');
  });

  it.each<readonly [what: string, file: string, text: string]>([
    ['a module of another name than the project’s', 'slug/__version__.py', CODE],
    ['a module in a namespace', 'zoo/slug/version.py', "VERSION = '1.2.0'\n"],
    ['a file that setup.py reads', 'slug/VERSION', '1.2.0\n'],
    ['one that spells it in its own way', 'about.py', "__version__ = 'v1.2.0'\n"],
  ])('and what it computes from %s is written there', async (_what, file, text) => {
    const files = {
      'setup.py': 'setup(name="demo", version=read_version())\n',
      [file]: text,
      'other/__init__.py': '__version__ = "3.0"\n',
      'tests/__init__.py': CODE,
    };
    const { project } = await read(files, { version: MINOR }, { backEnd });
    expect(project).toMatchObject({
      version: '1.3.0',
      readFrom: { version: `${file}, raised by bump: minor` },
    });
    expect(project?.versionPlaces.map((place) => place.file)).toEqual([file]);
  });

  it('and where its answer names the commit, git’s tags say the version', async () => {
    const files = { 'setup.py': 'setup(name="demo", version=asked_of_git())\n' };
    const { commit } = aPlan({}).forge;
    const doors = {
      backEnd: fakeBackEnd({ name: 'demo', version: `1.2.1.dev2+g${commit.slice(0, 8)}.d20260101` }),
      tags: fakeTags({ all: ['1.2.0'], inHistory: ['1.2.0'] }),
    };
    const { project } = await read(files, { version: MINOR }, doors);
    expect(project).toMatchObject({ version: '1.3.0', versionFromTags: true, versionVariables: {} });
    expect((await read(files, {}, doors)).faults).toEqual([expect.stringMatching(/^version-untagged: /)]);
    const others = { ...doors, backEnd: fakeBackEnd({ name: 'demo', version: '1.2.1.dev2+g0123abc' }) };
    expect((await read(files, { version: MINOR }, others)).project).toBeUndefined();
  });

  it('and tells no version of another kind than PEP 440', async () => {
    const files = { 'setup.py': 'setup(name="demo", version=read_version())\n' };
    const doors = { backEnd: fakeBackEnd({ name: 'demo', version: 'unknown' }) };
    expect((await read(files, {}, doors)).faults).toEqual([
      'version-invalid: the back end is "unknown", which is not a PEP 440 version.',
    ]);
  });
});

describe('a back end in the tree', () => {
  it('is known by its module', async () => {
    const text =
      '[build-system]\nrequires = []\nbuild-backend = "local_backend"\nbackend-path = ["tools"]\n[project]\nname = "demo"\nversion = "1.2.0"\n';
    expect((await read({ 'pyproject.toml': text })).project?.backEnd).toBe('local_backend, in the tree');
  });
});

describe('a version that git’s tags say', () => {
  const files = {
    'pyproject.toml': toml('setuptools.build_meta', '', ['setuptools-scm>=8']),
    // What the tool wrote the last time.
    'src/demo/_version.py': '__version__ = "1.1.9.dev3"\n',
  };
  const history = fakeTags({ all: ['v1.2.0', 'v1.10.0', 'v2.0.0'], inHistory: ['v1.2.0', 'v1.10.0'] });

  it('is that of the pushed tag, and the tool is told it', async () => {
    const { project } = await read(files, { version: { kind: 'tag', tag: 'v1.3.0' } });
    expect(project).toMatchObject({
      version: '1.3.0',
      versionFromTags: true,
      versionPlaces: [],
      versionVariables: { SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO: '1.3.0' },
    });
  });

  it('is that of a tag on the commit', async () => {
    const tags = fakeTags({ onHead: ['v1.2.0rc1', 'v1.2.0', 'nightly'] });
    expect((await read(files, {}, { tags })).project).toMatchObject({
      version: '1.2.0',
      readFrom: { version: 'tag v1.2.0' },
    });
  });

  it('is none between two tags, whatever the tool would guess', async () => {
    expect((await read(files, {}, { tags: history })).faults).toEqual([
      'version-untagged: The version of demo is computed from git’s tags, and no tag on this commit names one.',
    ]);
  });

  it('is raised from the highest in the history of the commit', async () => {
    const { project } = await read(files, { version: MINOR }, { tags: history });
    expect(project).toMatchObject({ version: '1.11.0', tag: 'v1.11.0', previousTag: 'v1.10.0' });
  });

  it('that a run before this one has put on the commit is not raised again', async () => {
    const again = fakeTags({ onHead: ['v1.3.0'], inHistory: ['v1.3.0', 'v1.2.0'] });
    expect((await read(files, { version: MINOR }, { tags: again })).project?.version).toBe('1.3.0');
    const stable: VersionPlan = { kind: 'bump', bump: 'stable' };
    const candidate = fakeTags({ onHead: ['v1.3.0rc1'], inHistory: ['v1.3.0rc1', 'v1.2.0'] });
    expect((await read(files, { version: stable }, { tags: candidate })).project?.version).toBe('1.3.0');
    const promoted = fakeTags({ onHead: ['v1.3.0rc1', 'v1.3.0'], inHistory: ['v1.3.0', 'v1.3.0rc1'] });
    expect((await read(files, { version: stable }, { tags: promoted })).project?.version).toBe('1.3.0');
  });

  it('cannot be raised before there is a tag', async () => {
    expect((await read(files, { version: MINOR })).faults).toEqual([
      'version-missing: The version of demo is computed from git’s tags, and no tag in the history of this commit names one.',
    ]);
  });

  it.each<VersionPlan>([SOURCE, MINOR])('is not known in a shallow clone, for %j', async (version) => {
    const tags = fakeTags({ all: ['v1.2.0'], local: [], onHead: [], inHistory: [], shallow: true });
    expect((await read(files, { version }, { tags })).faults).toEqual([
      'clone-shallow: The version of demo is computed from git’s tags, and this shallow clone does not have them: the build would get another version.',
    ]);
  });

  it('may be given outright', async () => {
    const given: VersionPlan = { kind: 'given', version: '3.0.0' };
    expect((await read(files, { version: given }, { tags: history })).project?.version).toBe('3.0.0');
  });
});

describe('what another job has built', () => {
  const COMPUTED = { 'setup.py': 'setup(name="demo", version=read_version())\n' };
  const TAGGED = { 'pyproject.toml': toml('setuptools.build_meta', '', ['setuptools-scm>=8']) };
  const GIVEN: VersionPlan = { kind: 'given', version: '1.3' };
  const wheel = { 'dist/demo_tool-1.3.0-py3-none-any.whl': '', 'dist/demo-1.3.0-py3-none-any.whl': '' };
  const shallow = fakeTags({ all: ['v1.2.0'], local: [], onHead: [], inHistory: [], shallow: true });
  // The back end refuses to be asked.
  const published = (
    files: Readonly<Record<string, string | Uint8Array>>,
    plan: PlanChanges,
    doors?: Partial<Reading>,
  ) => read(files, { phases: ['pypi', 'post-publish'], ...plan }, doors);
  const recorded = (version: string, commit = aPlan().forge.commit) => ({
    'dist/release.json': JSON.stringify(recordOf(commit, aProject({ name: 'Demo', version }), aBuild())),
  });

  it.each([SOURCE, MINOR, GIVEN])('has the version already, for %j', async (version) => {
    for (const files of [COMPUTED, TAGGED]) {
      const { project, faults } = await published({ ...files, ...wheel }, { version }, { tags: shallow });
      expect(faults).toEqual([]);
      expect(project?.version).toBe(version === GIVEN ? '1.3' : '1.3.0');
    }
  });

  it('was raised by the user’s own build, and is not raised again', async () => {
    const commands = { build: './build.sh' };
    const { project } = await published({ ...COMPUTED, ...wheel }, { version: MINOR, commands });
    expect(project).toMatchObject({
      version: '1.3.0',
      readFrom: { version: 'the distributions that are handed over' },
    });
  });

  it('must be what is asked for', async () => {
    const version: VersionPlan = { kind: 'given', version: '1.4.0' };
    expect((await published({ ...COMPUTED, ...wheel }, { version })).faults).toEqual([
      'version-disagrees: the version input says 1.4.0; the distributions that are handed over says 1.3.0.',
    ]);
  });

  it('is what its record says, where that is of this commit', async () => {
    const files = { ...COMPUTED, ...wheel, 'dist/demo-1.2.0.tar.gz': '' };
    expect((await published({ ...files, ...recorded('1.3.0') }, {})).project?.version).toBe('1.3.0');
    const backEnd = fakeBackEnd({ name: 'demo', version: '9.0' });
    const other = await published({ ...files, ...recorded('1.3.0', 'beef') }, {}, { backEnd });
    expect(other.project?.version).toBe('9.0');
  });

  it('tells the name, too', async () => {
    const files = { 'setup.py': 'setup(name=NAME)\n', 'dist/demo-1.2.0-py3-none-any.whl': '' };
    expect((await published({ ...files, ...recorded('1.2.0') }, {})).project).toMatchObject({
      name: 'Demo',
      version: '1.2.0',
      readFrom: { name: 'the distributions that are handed over' },
    });
    expect((await published(files, {})).faults).toEqual([expect.stringContaining('distribution-unfit: ')]);
    const opened = Object.fromEntries(
      Object.entries(await packageFiles()).map(([name, bytes]) => [name.replace(`${DIRECTORY}/`, ''), bytes]),
    );
    expect((await published({ ...files, ...opened }, {})).project?.name).toBe('demo');
  });

  it('is not asked for the name where it is of several projects', async () => {
    const backEnd = fakeBackEnd({ name: 'Other', version: '1.3.0' });
    const { project } = await published({ 'setup.py': 'setup(name=NAME)\n', ...wheel }, {}, { backEnd });
    expect(project).toMatchObject({ name: 'Other', readFrom: { name: 'the back end' } });
  });

  it('does not count where this job builds', async () => {
    const backEnd = fakeBackEnd({ name: 'demo', version: '1.2.0' });
    const { project } = await read({ ...COMPUTED, ...wheel, ...recorded('1.3.0') }, {}, { backEnd });
    expect(project?.version).toBe('1.2.0');
    const unnamed = await read({ 'setup.py': 'setup(name=NAME)\n', ...wheel }, {}, { backEnd });
    expect(unnamed.project?.readFrom.name).toBe('the back end');
  });
});

describe('a version that nobody asked for', () => {
  const at = (version: string) => ({
    'pyproject.toml': `[project]\nname = "demo"\nversion = "${version}"\n`,
  });

  it.each([
    ['3.1.0.dev', 'development'],
    ['26.1.1dev', 'development'],
    ['1.0.post1', 'post'],
  ])('is not released: %s', async (version, kind) => {
    expect((await read(at(version))).faults).toEqual([
      `version-unfinished: pyproject.toml says ${version}, which is a ${kind} release.`,
    ]);
  });

  it('is when it is asked for', async () => {
    const dev: VersionPlan = { kind: 'given', version: '3.1.0.dev0' };
    expect((await read(at('3.1.0.dev'), { version: dev })).project?.version).toBe('3.1.0.dev0');
    const post: VersionPlan = { kind: 'tag', tag: 'v1.0.post1' };
    expect((await read(at('1.0.post1'), { version: post })).project?.version).toBe('1.0.post1');
  });

  it('leads to the release that it stands before', async () => {
    const stable: VersionPlan = { kind: 'bump', bump: 'stable' };
    const { project } = await read(at('3.1.0.dev'), { version: stable });
    expect(project).toMatchObject({ version: '3.1.0', versionPlaces: [{ version: '3.1.0.dev' }] });
  });

  it('is no pre-release', async () => {
    expect((await read(at('1.3.0-rc.1'))).project?.version).toBe('1.3.0rc1');
  });
});

describe('the tag', () => {
  const files = { 'pyproject.toml': '[project]\nname = "demo"\nversion = "1.2.0"\n' };

  it.each<readonly [readonly string[], string]>([
    [['1.1.0', '2.1.x'], '1.2.0'],
    [['v1.1.0', '0.9'], 'v1.2.0'],
    [[], 'v1.2.0'],
  ])('is made like the newest of %j', async (all, tag) => {
    expect((await read(files, {}, { tags: fakeTags({ all }) })).project?.tag).toBe(tag);
  });

  it('is made as tag-format says, whatever there is', async () => {
    const tags = fakeTags({ all: ['1.1.0'] });
    expect((await read(files, { tagFormat: 'r/{version}' }, { tags })).project?.tag).toBe('r/1.2.0');
  });

  it.each(['1.2.0', 'v1.2.0', 'demo-v1.2.0', 'demo==1.2'])('is the one that was pushed: %s', async (tag) => {
    expect((await read(files, { version: { kind: 'tag', tag } })).project?.tag).toBe(tag);
  });

  it('of another project is refused', async () => {
    const tags = fakeTags({ all: ['demo-v1.1.0', 'other-v1.1.0', 'other-v1.2.0'] });
    const { faults } = await read(files, { version: { kind: 'tag', tag: 'other-v1.2.0' } }, { tags });
    expect(faults).toEqual([
      'tag-unfit: The tag is "other-v1.2.0" and tag-format is "auto (such as v{version}, {version}, demo-v{version}, demo/v{version})".',
    ]);
  });

  it('of a project below the top is that of its own name', async () => {
    const directory = `${DIRECTORY}/packages/demo`;
    const tags = fakeTags({ all: ['v9.0', 'demo-v1.1.0'] });
    const { project } = await read(files, { directory }, { tags });
    expect(project).toMatchObject({ tag: 'demo-v1.2.0', previousTag: 'demo-v1.1.0' });
  });

  it('before it is the highest version below, not the newest commit', async () => {
    const tags = fakeTags({ all: ['v1.1.0', 'v1.10.0', 'v1.0.9'] });
    expect((await read(files, {}, { tags })).project?.previousTag).toBe('v1.1.0');
  });

  it('before a final release is a final one where there is any', async () => {
    const previous = async (all: readonly string[], version: string) => {
      const given = { version: { kind: 'given', version } } as const;
      return (await read(files, given, { tags: fakeTags({ all }) })).project?.previousTag;
    };
    expect(await previous(['v1.1.0', 'v1.2.0rc1'], '1.2.0')).toBe('v1.1.0');
    expect(await previous(['v1.1.0', 'v1.2.0rc1'], '1.2.0rc2')).toBe('v1.2.0rc1');
    expect(await previous(['v1.2.0rc1'], '1.2.0')).toBe('v1.2.0rc1');
  });
});
