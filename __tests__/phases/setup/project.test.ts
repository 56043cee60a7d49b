import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readProject, requireProject } from '../../../src/phases/setup/project.ts';
import type { Reading } from '../../../src/phases/setup/reading.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import { stop } from '../../../src/release/fault.ts';
import { recordOf } from '../../../src/release/record.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aPlan,
  aProject,
  aReading,
  codesOf,
  DIRECTORY,
  fakeBackEnd,
  fakeTags,
  type PlanChanges,
} from '../../support/world.ts';

const TOML = '[project]\nname = "Demo.Tool"\nversion = "1.2.0"\n';
const SOURCE: VersionPlan = { kind: 'source' };

function below(files: Readonly<Record<string, string>>) {
  return memoryFiles(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [path.posix.join(DIRECTORY, name), text])),
  );
}

const read = (
  files: Readonly<Record<string, string>>,
  changes: PlanChanges = {},
  doors: Partial<Reading> = {},
) => readProject(aPlan({ version: SOURCE, ...changes }), aReading(below(files), doors));

async function fault(files: Readonly<Record<string, string>>, changes: PlanChanges = {}) {
  const { project, faults } = await read(files, changes);
  expect(project).toBeUndefined();
  expect(faults).toHaveLength(1);
  return { code: faults[0]?.code, finding: faults[0]?.finding };
}

describe('readProject', () => {
  it('reads all there is to know', async () => {
    const tables =
      '[project.optional-dependencies]\nflask = []\nfastapi = []\n[dependency-groups]\ndev = []\n[tool.coverage.report]\nfail_under = 90\n';
    const { project, faults } = await read(
      { 'pyproject.toml': `${TOML}${tables}`, 'uv.lock': '', 'Changes.md': '# Changes\n' },
      {},
      { tags: fakeTags({ all: ['v1.1.0', 'v1.0.0', 'v2.0.0'] }) },
    );
    expect(faults).toEqual([]);
    expect(project).toEqual({
      packages: [
        {
          name: 'Demo.Tool',
          normalizedName: 'demo-tool',
          directory: '.',
          extras: ['flask', 'fastapi'],
        },
      ],
      name: 'Demo.Tool',
      normalizedName: 'demo-tool',
      version: '1.2.0',
      sourceVersion: '1.2.0',
      readFrom: { name: 'pyproject.toml', version: 'pyproject.toml', tagFormat: 'by tag-format' },
      backEnd: 'setuptools',
      versionFromTags: false,
      versionVariables: {},
      versionPlaces: [{ file: 'pyproject.toml', version: '1.2.0' }],
      tag: 'v1.2.0',
      tagFormat: 'v{version}',
      previousTag: 'v1.1.0',
      changelog: 'Changes.md',
      extras: ['flask', 'fastapi'],
      coverageFloor: 90,
    });
  });

  it('takes the extras that were asked for', async () => {
    const { project } = await read({ 'pyproject.toml': TOML }, { toolchain: { extras: ['flask'] } });
    expect(project?.extras).toEqual(['flask']);
  });

  it.each([
    ['a src layout', 'src/demo_tool/__init__.py'],
    ['a src layout under another name', 'src/other/__about__.py'],
    ['a flat layout', 'demo_tool/_version.py'],
    ['a single module', 'demo_tool.py'],
  ])('finds the version in %s', async (_layout, file) => {
    const { project } = await read({ 'pyproject.toml': TOML, [file]: '__version__ = "1.2.0"\n' });
    expect(project?.versionPlaces).toEqual([
      { file: 'pyproject.toml', version: '1.2.0' },
      { file, version: '1.2.0' },
    ]);
  });

  it('finds the version in setup.cfg', async () => {
    const { project } = await read({ 'pyproject.toml': TOML, 'setup.cfg': '[metadata]\nversion = 1.2.0\n' });
    expect(project?.versionPlaces).toContainEqual({ file: 'setup.cfg', version: '1.2.0' });
  });

  it.each(['tests/__init__.py', 'other/__init__.py', 'demo_tool/sub/__init__.py'])(
    'does not take the version in %s for the project’s',
    async (file) => {
      const { project } = await read({ 'pyproject.toml': TOML, [file]: '__version__ = "9.9"\n' });
      expect(project?.versionPlaces).toHaveLength(1);
    },
  );
});

describe('a fault', () => {
  it('tells a directory that is not there', async () => {
    expect(await fault({})).toMatchObject({ code: 'directory-missing' });
  });

  it('tells a directory without pyproject.toml', async () => {
    expect(await fault({ 'README.md': '' })).toMatchObject({ code: 'pyproject-missing' });
  });

  it('tells a pyproject.toml that is no TOML, with the line', async () => {
    const { code, finding } = await fault({ 'pyproject.toml': 'a = 1\nb = ]\n' });
    expect([code, finding]).toEqual(['pyproject-invalid', expect.stringMatching(/^line 2, column \d+: /)]);
  });

  it.each(['', 'UNKNOWN'])('tells a project without a name, where the back end says "%s"', async (name) => {
    const { faults } = await read(
      { 'setup.py': 'from setuptools import setup\nsetup(version="1.0")\n' },
      {},
      { backEnd: fakeBackEnd({ name, version: '1.0' }) },
    );
    expect(faults.map(({ code }) => code)).toEqual(['project-name-missing']);
  });

  it.each([SOURCE, { kind: 'bump', bump: 'minor' } as const])(
    'tells a text that is no version for %j',
    async (version) => {
      const files = { 'pyproject.toml': '[project]\nname = "demo"\nversion = "one"\n' };
      const { code, finding } = await fault(files, { version });
      expect([code, finding]).toEqual([
        'version-invalid',
        'pyproject.toml is "one", which is not a PEP 440 version.',
      ]);
    },
  );

  it('tells a local version', async () => {
    const files = { 'pyproject.toml': '[project]\nname = "demo"\nversion = "1.0+abc"\n' };
    expect(await fault(files)).toMatchObject({ code: 'version-local' });
  });

  it('tells a tag that names no version', async () => {
    const { code, finding } = await fault(
      { 'pyproject.toml': TOML },
      { version: { kind: 'tag', tag: 'nightly' } },
    );
    expect([code, finding]).toEqual(['tag-unfit', 'The tag is "nightly" and tag-format is "v{version}".']);
  });

  it('names all places where one of them disagrees with the tag', async () => {
    const files = { 'pyproject.toml': TOML, 'src/demo/__init__.py': '__version__ = "1.3.0"\n' };
    const { code, finding } = await fault(files, { version: { kind: 'tag', tag: 'v1.3.0' } });
    expect([code, finding]).toEqual([
      'version-disagrees',
      'tag v1.3.0 says 1.3.0; pyproject.toml says 1.2.0; src/demo/__init__.py says 1.3.0.',
    ]);
  });

  it('names all places where they disagree with one another', async () => {
    const files = { 'pyproject.toml': TOML, 'src/demo/__init__.py': '__version__ = "1.3.0"\n' };
    for (const version of [SOURCE, { kind: 'given', version: '2.0' }] as const) {
      const { code, finding } = await fault(files, { version });
      expect([code, finding]).toEqual([
        'version-disagrees',
        'pyproject.toml says 1.2.0; src/demo/__init__.py says 1.3.0.',
      ]);
    }
  });

  it('tells a bump that would not go up', async () => {
    const { code, finding } = await fault(
      { 'pyproject.toml': TOML },
      { version: { kind: 'bump', bump: 'stable' } },
    );
    expect(code).toBe('bump-impossible');
    expect(finding).toContain('bump is "stable" and the version is 1.2.0');
  });

  it.each(['NOTES.md', 'docs/changes.md'])('tells that the changelog %s is not there', async (changelog) => {
    const { code, finding } = await fault({ 'pyproject.toml': TOML }, { changelog });
    expect([code, finding]).toEqual(['changelog-missing', expect.stringContaining(changelog)]);
  });

  it('tells version and changelog together', async () => {
    const { faults } = await read(
      { 'pyproject.toml': '[project]\nname = "demo"\n' },
      { changelog: 'NOTES.md' },
      { backEnd: { metadata: async () => stop('uv-unavailable', { range: '>=0.9', problem: 'HTTP 503' }) } },
    );
    expect(faults.map(({ code }) => code)).toEqual(['uv-unavailable', 'changelog-missing']);
  });

  it('is thrown where the project is required', async () => {
    expect(await codesOf(requireProject(aPlan(), aReading(below({}))))).toEqual(['directory-missing']);
  });
});

describe('the version', () => {
  const version = async (plan: VersionPlan, toml = TOML) =>
    (await read({ 'pyproject.toml': toml }, { version: plan })).project;

  it('is the tag’s, in normal form, and the tag stays as it was pushed', async () => {
    const project = await version({ kind: 'tag', tag: 'v1.2.0.RC1' }, TOML.replace('1.2.0', '1.2.0rc1'));
    expect(project).toMatchObject({ version: '1.2.0rc1', tag: 'v1.2.0.RC1' });
  });

  it('of a tag may be all there is', async () => {
    const project = await version(
      { kind: 'tag', tag: 'v3.0' },
      '[project]\nname = "demo"\ndynamic = ["version"]\n',
    );
    expect(project).toMatchObject({ version: '3.0', sourceVersion: undefined, versionPlaces: [] });
  });

  it('agrees by PEP 440, not letter by letter', async () => {
    expect((await version({ kind: 'tag', tag: 'v1.2' }))?.version).toBe('1.2');
  });

  it('is the given one', async () => {
    expect(await version({ kind: 'given', version: 'v2.0.0-rc1' })).toMatchObject({
      version: '2.0.0rc1',
      sourceVersion: '1.2.0',
      tag: 'v2.0.0rc1',
    });
  });

  it('is bumped from the source', async () => {
    expect((await version({ kind: 'bump', bump: 'minor' }))?.version).toBe('1.3.0');
  });

  it('makes the tag by its format', async () => {
    const { project } = await read({ 'pyproject.toml': TOML }, { tagFormat: 'demo/{version}' });
    expect(project?.tag).toBe('demo/1.2.0');
  });
});

describe('a bump that was written already', () => {
  const bump: VersionPlan = { kind: 'bump', bump: 'minor' };
  const recorded = (changes: {
    readonly commit?: string;
    readonly name?: string;
    readonly version?: string;
  }) =>
    JSON.stringify(
      recordOf(
        changes.commit ?? aPlan().forge.commit,
        aProject({ name: changes.name ?? 'Demo.Tool', version: changes.version ?? '1.2.0' }),
        aBuild(),
      ),
    );
  const version = async (record: string) =>
    (await read({ 'pyproject.toml': TOML, 'dist/release.json': record }, { version: bump })).project?.version;

  it('is not made twice', async () => {
    expect(await version(recorded({}))).toBe('1.2.0');
  });

  it.each([
    ['another commit', { commit: 'beef' }],
    ['another project', { name: 'other' }],
    ['another version', { version: '1.1.0' }],
  ])('is not taken from a record of %s', async (_whose, changes) => {
    expect(await version(recorded(changes))).toBe('1.3.0');
  });
});

describe('the changelog', () => {
  it.each([
    [['NEWS.md', 'changelog.MD'], 'changelog.MD'],
    [['docs/changelog.md'], 'docs/changelog.md'],
    [['docs/history.rst', 'NEWS', 'changes.rst'], 'changes.rst'],
    [['docs/versionhistory.rst', 'CHANGES'], 'CHANGES'],
    [['docs/versionhistory.rst'], 'docs/versionhistory.rst'],
    [['docs/versions.rst'], 'docs/versions.rst'],
    [['docs/release-notes.md'], 'docs/release-notes.md'],
    [['docs/history.rst'], 'docs/history.rst'],
    [['doc/history.rst'], 'doc/history.rst'],
    [['docs/history/other.md', 'docs/history/demo-tool.md'], 'docs/history/demo-tool.md'],
    [['CHANGES.txt'], 'CHANGES.txt'],
    [['changelog/12.bugfix.rst', 'changes/old.md', 'docs/news.rst'], 'docs/news.rst'],
    [['changelog/12.bugfix.rst', 'CHANGELOG'], 'CHANGELOG'],
    [['README.md', 'RELEASE.rst', 'RELEASING.md', 'news/12.rst'], undefined],
  ])('of %j is %s', async (names, changelog) => {
    const files = Object.fromEntries(names.map((name) => [name, '']));
    const { project } = await read({ 'pyproject.toml': TOML, ...files });
    expect(project?.changelog).toBe(changelog);
  });

  it.each<[VersionPlan, readonly string[], string | undefined]>([
    [{ kind: 'given', version: '1.3.0' }, ['CHANGELOG.md'], 'docs/1.3.0.rst'],
    [{ kind: 'bump', bump: 'minor' }, [], 'docs/1.3.0.rst'],
    [{ kind: 'source' }, ['CHANGELOG.md', 'docs/1.2.0.rst'], 'docs/1.2.0.rst'],
    [{ kind: 'source' }, ['CHANGELOG.md'], 'CHANGELOG.md'],
    [{ kind: 'source' }, [], undefined],
  ])('of a project with towncrier, for %j beside %j, is %s', async (version, names, changelog) => {
    const files = Object.fromEntries(names.map((name) => [name, '']));
    const toml = `${TOML}\n[tool.towncrier]\nfilename = "docs/{version}.rst"\n`;
    const { project } = await read({ 'pyproject.toml': toml, ...files }, { version });
    expect(project?.changelog).toBe(changelog);
  });

  it('that is asked for goes before the one of towncrier', async () => {
    const files = { 'pyproject.toml': TOML, 'towncrier.toml': '', 'NEWS.rst': '', 'docs/log.md': '' };
    expect((await read(files, { changelog: 'docs/log.md' })).project?.changelog).toBe('docs/log.md');
    expect((await read(files)).project?.changelog).toBe('NEWS.rst');
  });

  it('is not known where towncrier.toml cannot be read', async () => {
    const { code } = await fault({ 'pyproject.toml': TOML, 'towncrier.toml': 'a = ]' });
    expect(code).toBe('towncrier-invalid');
  });

  describe('of a project in a folder of a repository', () => {
    const folder = (
      files: Readonly<Record<string, string>>,
      changelog = 'auto',
      own: Readonly<Record<string, string>> = {},
    ) =>
      read(
        { '.git/HEAD': '', 'backend/pyproject.toml': TOML, ...files, ...own },
        { directory: `${DIRECTORY}/backend`, changelog },
      );

    it.each([
      ['../docs/log.md', '../docs/log.md'],
      ['docs/log.md', '../docs/log.md'],
      ['notes.md', 'notes.md'],
    ])('may be named from the folder, else from the top: %s', async (given, changelog) => {
      const files = { 'docs/log.md': '', 'notes.md': '', 'backend/notes.md': '' };
      expect((await folder(files, given)).project?.changelog).toBe(changelog);
    });

    it.each([
      ['../../NEWS.md', 'file-outside'],
      ['../.git/HEAD', 'file-outside'],
      ['../gone.md', 'changelog-missing'],
    ])('is a fault for %s: %s', async (given, code) => {
      const { faults } = await folder({ '../NEWS.md': '' }, given);
      expect(faults.map((each) => each.code)).toEqual([code]);
    });

    it.each<readonly [string, Readonly<Record<string, string>>, string | undefined]>([
      ['beside the project first', { 'backend/NEWS.md': '', 'CHANGELOG.md': '' }, 'NEWS.md'],
      ['of the whole repository', { 'Changes.rst': '', 'pyproject.toml': '[tool.ruff]\n' }, '../Changes.rst'],
      [
        'of its own name',
        { 'docs/history/demo-tool.md': '', 'cli/setup.py': '' },
        '../docs/history/demo-tool.md',
      ],
      ['not beside another package', { 'CHANGELOG.md': '', 'cli/setup.py': '' }, undefined],
      ['not of a package at the top', { 'CHANGELOG.md': '', 'pyproject.toml': TOML }, undefined],
      ['not of another language', { 'CHANGELOG.md': '', 'Cargo.toml': '' }, undefined],
      ['not above the repository', { '../CHANGELOG.md': '' }, undefined],
    ])('is that %s', async (_which, files, changelog) => {
      const { project } = await folder(files);
      expect([project?.name, project?.changelog]).toEqual(['Demo.Tool', changelog]);
    });
  });

  it.each(['NOTES.md', 'docs/notes.md'])('may be named: %s', async (changelog) => {
    const { project } = await read({ 'pyproject.toml': TOML, [changelog]: '' }, { changelog });
    expect(project?.changelog).toBe(changelog);
  });
});

describe('the version of a back end that computes it', () => {
  const DYNAMIC = { 'pyproject.toml': '[project]\nname = "Demo.Tool"\ndynamic = ["version"]\n' };
  const BUILT = { 'dist/demo_tool-1.4.0-py3-none-any.whl': '', 'dist/demo_tool-1.4.0.tar.gz': '' };
  const PUBLISH = { phases: ['pypi', 'post-publish'] } as const;

  it('is that of the distributions, where an earlier job built them', async () => {
    const { project } = await read({ ...DYNAMIC, ...BUILT, 'dist/other-9.0.tar.gz': '' }, PUBLISH);
    expect([project?.version, project?.tag]).toEqual(['1.4.0', 'v1.4.0']);
  });

  it.each([
    ['this job builds', BUILT, {}],
    ['two versions lie there', { ...BUILT, 'dist/demo_tool-1.5.0.tar.gz': '' }, PUBLISH],
    ['nothing lies there', {}, PUBLISH],
  ])('is asked of it where %s', async (_what, files, plan) => {
    const backEnd = fakeBackEnd({ name: 'Demo.Tool', version: '2.0' });
    const { project } = await read({ ...DYNAMIC, ...files }, plan, { backEnd });
    expect([project?.version, project?.readFrom.version]).toEqual(['2.0', 'the back end']);
  });
});
