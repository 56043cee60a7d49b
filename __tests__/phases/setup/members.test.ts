import { describe, expect, it } from '@jest/globals';
import { packageDirectories } from '../../../src/phases/setup/members.ts';
import { readProject } from '../../../src/phases/setup/project.ts';
import type { Plan, VersionPlan } from '../../../src/plan/plan.ts';
import { recordOf } from '../../../src/release/record.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aPlan,
  aProject,
  aReading,
  codesOf,
  DIRECTORY,
  fakeTags,
  type PlanChanges,
} from '../../support/world.ts';

const WORKSPACE = '[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/old"]\n';

interface Package {
  readonly version?: string;
  readonly requires?: readonly string[];
  readonly more?: string;
}

/** The pyproject.toml of a package. */
function manifest(name: string, { version = '1.2.0', requires = [], more = '' }: Package = {}): string {
  return `[project]\nname = "${name}"\nversion = "${version}"\ndependencies = ${JSON.stringify(requires)}\n${more}\n[build-system]\nrequires = ["flit_core"]\n`;
}

/** A virtual workspace: core, plug on core, all on both; a guide that is for no index. */
function pool(changes: Readonly<Record<string, string | undefined>> = {}): Readonly<Record<string, string>> {
  const files: Readonly<Record<string, string | undefined>> = {
    'pyproject.toml': WORKSPACE,
    'packages/all/pyproject.toml': manifest('pool', { requires: ['Pool_Core==1.2.0', 'pool-plug==1.2.0'] }),
    'packages/core/pyproject.toml': manifest('pool-core'),
    'packages/plug/pyproject.toml': manifest('pool-plug', { requires: ['pool-core==1.2.0'] }),
    'packages/guide/pyproject.toml': manifest('pool-guide', {
      version: '0',
      requires: ['pool==1.2.0'],
      more: 'classifiers = ["Private :: Do Not Upload"]',
    }),
    'packages/old/pyproject.toml': manifest('pool-old', { version: '0.1' }),
    ...changes,
  };
  const there = Object.entries(files).flatMap(([file, text]) => (text === undefined ? [] : [[file, text]]));
  return Object.fromEntries(there);
}

const SOURCE: VersionPlan = { kind: 'source' };
const read = (
  files: Readonly<Record<string, string>>,
  changes: PlanChanges = {},
  tags: Parameters<typeof fakeTags>[0] = {},
) => readProject(aPlan({ version: SOURCE, ...changes }), aReading(filesOf(files), { tags: fakeTags(tags) }));

function filesOf(files: Readonly<Record<string, string>>): ReturnType<typeof memoryFiles> {
  const placed = Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text]);
  return memoryFiles(Object.fromEntries(placed));
}

async function names(files: Readonly<Record<string, string>>, members: Plan['members'] = 'auto') {
  const { project, faults } = await read(files, { members });
  expect(faults).toEqual([]);
  return project?.packages.map(({ name }) => name);
}

async function faultOf(files: Readonly<Record<string, string>>, changes: PlanChanges = {}) {
  const { project, faults } = await read(files, changes);
  expect([project, faults.length]).toEqual([undefined, 1]);
  return [faults[0]?.code, faults[0]?.finding];
}

describe('the packages of a release', () => {
  it('are in the order of what setup.cfg and setup.py require', async () => {
    const files = {
      'pyproject.toml': '',
      'a/setup.cfg': '[metadata]\nname = a\nversion = 1.2.0\n[options]\ninstall_requires =\n    c\n',
      'b/setup.py': 'setup(name="b", version="1.2.0")\n',
      'c/setup.py': 'NEEDED = ["b>=1"]\nsetup(name="c", version="1.2.0", install_requires=NEEDED)\n',
    };
    expect(await names(files, ['a/', 'b/', 'c/'])).toEqual(['b', 'c', 'a']);
    // With a [project] table that says all, setuptools asks no other file.
    const said = { ...files, 'a/pyproject.toml': '[project]\nname = "a"\nversion = "1.2.0"\n' };
    expect(await names(said, ['a/', 'b/', 'c/'])).toEqual(['a', 'b', 'c']);
  });

  it('are the project of the working directory, though it is the root of a workspace', async () => {
    expect(await names(pool({ 'pyproject.toml': manifest('root', { more: '' }) + WORKSPACE }))).toEqual([
      'root',
    ]);
  });

  it('are all members that are for an index where the root is no project, what is required first', async () => {
    expect(await names(pool())).toEqual(['pool-core', 'pool-plug', 'pool']);
  });

  it.each([
    ['has no [build-system]', '[project]\nname = "root"\nversion = "1.2.0"\n'],
    ['is no package to uv', `${manifest('root')}[tool.uv]\npackage = false\n`],
    ['is private', manifest('root', { more: 'classifiers = ["Private :: Do Not Upload"]' })],
  ])('are the members, too, where the root %s', async (_what, root) => {
    expect(await names(pool({ 'pyproject.toml': root + WORKSPACE }))).toEqual([
      'pool-core',
      'pool-plug',
      'pool',
    ]);
  });

  it('are the root and the members where all are asked for', async () => {
    const root = manifest('root', { requires: ['pool'] }) + WORKSPACE;
    expect(await names(pool({ 'pyproject.toml': root }), 'all')).toEqual([
      'pool-core',
      'pool-plug',
      'pool',
      'root',
    ]);
  });

  it.each([
    [
      ['pool-plug', 'Pool.Core'],
      ['pool-core', 'pool-plug'],
    ],
    [['pool-p*'], ['pool-plug']],
    [['pool-guide'], ['pool-guide']],
    [
      ['packages/c*', './packages/plug'],
      ['pool-core', 'pool-plug'],
    ],
    [['packages/core', 'pool-core', '*core'], ['pool-core']],
  ])('are those that %j names', async (members, found) => {
    expect(await names(pool(), members)).toEqual(found);
  });

  it('are by directory in a repository without a workspace', async () => {
    const { 'pyproject.toml': _root, ...files } = pool();
    expect(await names(files, ['packages/core', 'packages/plug'])).toEqual(['pool-core', 'pool-plug']);
  });

  it('may have their names in setup.cfg or setup.py', async () => {
    const files = {
      'packages/core/setup.py': 'from setuptools import setup\nsetup(name="pool-core", version="1.2.0")\n',
      'packages/plug/setup.cfg': '[metadata]\nname = pool-plug\nversion = 1.2.0\n',
      'packages/plug/pyproject.toml': '[tool.ruff]\n',
      'packages/notes/pyproject.toml': '[tool.ruff]\n',
    };
    expect(await names(files, ['packages/*'])).toEqual(['pool-core', 'pool-plug']);
  });

  it('are refused where one has no name that can be read', async () => {
    const files = { 'packages/core/setup.py': 'from setuptools import setup\nsetup(name=NAME)\n' };
    expect(await faultOf(files, { members: ['packages/*'] })).toEqual([
      'member-invalid',
      'packages/core, its name is in no file that can be read.',
    ]);
  });

  it('leave out by a glob what is for no index', async () => {
    expect(await names(pool(), ['pool-*'])).toEqual(['pool-core', 'pool-plug']);
    expect(await names(pool(), ['packages/{core,guide}'])).toEqual(['pool-core']);
    expect(await names(pool(), ['packages/guide'])).toEqual(['pool-guide']);
  });

  it('may have extras that lead in a circle', async () => {
    const core = manifest('pool-core', { more: '[project.optional-dependencies]\nfull = ["pool"]' });
    expect(await names(pool({ 'packages/core/pyproject.toml': core }))).toEqual([
      'pool-core',
      'pool-plug',
      'pool',
    ]);
  });

  it.each([
    [
      'a name that is nobody’s',
      ['pool-cor'],
      'member-unknown',
      /"pool-cor", which fits none of: pool, pool-core/,
    ],
    ['a directory without a package', ['packages/none'], 'member-unknown', /"packages\/none"/],
  ])('are refused where members has %s', async (_what, members, code, finding) => {
    expect(await faultOf(pool(), { members })).toEqual([code, expect.stringMatching(finding)]);
  });

  it('are refused where they require one another in a circle', async () => {
    const core = manifest('pool-core', { requires: ['pool'] });
    expect(await faultOf(pool({ 'packages/core/pyproject.toml': core }))).toEqual([
      'members-circular',
      'pool requires pool-core, which requires pool.',
    ]);
  });

  it('are refused where none is for an index', async () => {
    const files = { 'pyproject.toml': WORKSPACE, 'packages/a/pyproject.toml': '[project]\nname = "a"\n' };
    expect(await faultOf(files)).toEqual(['members-private', expect.stringContaining('there are a: each')]);
    expect(await faultOf({ 'pyproject.toml': WORKSPACE })).toEqual([
      'members-private',
      'There is no package below the working directory (.).',
    ]);
  });

  it('are refused where a member’s pyproject.toml is no TOML', async () => {
    expect(await faultOf(pool({ 'packages/core/pyproject.toml': '[project' }))).toEqual([
      'member-invalid',
      expect.stringMatching(/^packages\/core\/pyproject.toml, line 1/),
    ]);
  });
});

describe('the directories of the packages', () => {
  const directories = (files: Readonly<Record<string, string>>, members: Plan['members'] = 'auto') =>
    packageDirectories(aPlan({ members }), filesOf(files));

  it('are those of the members, in the order of the release, or the working directory', async () => {
    expect(await directories(pool())).toEqual(['packages/core', 'packages/plug', 'packages/all']);
    expect(await directories({ 'pyproject.toml': manifest('root') })).toEqual(['.']);
    expect(await directories({})).toEqual(['.']);
  });

  it('are refused as the packages are', async () => {
    expect(await codesOf(directories(pool(), ['none']))).toEqual(['member-unknown']);
  });
});

describe('several packages as one project', () => {
  it('have the name of the one that is called as the repository', async () => {
    const forge = { repository: 'org/Pool-Plug' };
    expect((await read(pool(), { forge })).project?.name).toBe('pool-plug');
    expect((await read(pool(), { forge: { repository: 'org/pool_plug' } })).project?.name).toBe('pool-plug');
    expect((await read(pool(), { forge: { repository: 'org/sea' } })).project?.name).toBe('pool-core');
  });

  it('have the name of the root where that is one of them', async () => {
    const files = pool({ 'pyproject.toml': manifest('root') + WORKSPACE });
    expect((await read(files, { members: 'all', forge: { repository: 'org/pool' } })).project?.name).toBe(
      'root',
    );
  });

  it('have every place of the version: their own, the lock’s, and the pins of all members', async () => {
    const lock = ['core', 'plug'].map(
      (name) =>
        `[[package]]\nname = "pool-${name}"\nversion = "1.2.0"\nsource = { editable = "packages/${name}" }\n`,
    );
    const { project } = await read(
      pool({
        'uv.lock': lock.join('\n'),
        'packages/core/src/pool_core/__init__.py': '__version__ = "1.2.0"\n',
      }),
      { version: { kind: 'bump', bump: 'minor' }, forge: { repository: 'org/pool' } },
    );
    expect(project?.version).toBe('1.3.0');
    expect(
      project?.versionPlaces.map(({ file, part }) => [file, ...Object.values(part ?? {})].join(' ')),
    ).toEqual([
      'packages/all/pyproject.toml',
      'packages/core/pyproject.toml',
      'packages/core/src/pool_core/__init__.py',
      'uv.lock member pool-core packages/core',
      'packages/plug/pyproject.toml',
      'uv.lock member pool-plug packages/plug',
      'packages/all/pyproject.toml pins pool-core',
      'packages/plug/pyproject.toml pins pool-core',
      'packages/all/pyproject.toml pins pool-plug',
      'packages/guide/pyproject.toml pins pool',
    ]);
  });

  it('are not bumped again by a later phase of the job that bumped them', async () => {
    const project = aProject({ name: 'pool-core', version: '1.2.0' });
    const files = pool({
      'dist/release.json': JSON.stringify(recordOf(aPlan().forge.commit, project, aBuild())),
    });
    const { project: found } = await read(files, { version: { kind: 'bump', bump: 'minor' } });
    expect(found?.version).toBe('1.2.0');
  });

  const odd = pool({ 'packages/plug/pyproject.toml': manifest('pool-plug', { version: '1.1.0' }) });

  it.each<[string, VersionPlan]>([
    ['the source is released', SOURCE],
    ['they are bumped', { kind: 'bump', bump: 'minor' }],
  ])('must be of one version where %s', async (_when, version) => {
    expect(await faultOf(odd, { version })).toEqual([
      'members-disagree',
      'pool-core is 1.2.0; pool-plug is 1.1.0; pool is 1.2.0. One tag stands for all of them.',
    ]);
  });

  it('get one version where it is given', async () => {
    const { project } = await read(odd, { version: { kind: 'given', version: '2.0' } });
    expect(project?.versionPlaces).toContainEqual({ file: 'packages/plug/pyproject.toml', version: '1.1.0' });
    expect([project?.version, project?.tag]).toEqual(['2.0', 'v2.0']);
  });

  it('may have the changelog that is asked for', async () => {
    const news = await read(pool({ 'NEWS.md': '# News\n' }), { changelog: 'NEWS.md' });
    expect(news.project?.changelog).toBe('NEWS.md');
  });

  it('get the version of a bump where a back end computes theirs', async () => {
    const plug =
      '[project]\nname = "pool-plug"\ndynamic = ["version"]\n[build-system]\nrequires = ["hatch-vcs"]\n';
    const files = pool({ 'packages/plug/pyproject.toml': plug });
    const { project, faults } = await read(files, { version: { kind: 'bump', bump: 'minor' } });
    expect([faults, project?.version, project?.versionFromTags]).toEqual([[], '1.3.0', true]);
  });

  const tagged = { tagFormat: 'auto', forge: { repository: 'org/pool' } } as const;

  it('have the tag of the one that stands for all, which need not be in the name of the others', async () => {
    const pushed = { ...tagged, version: { kind: 'tag', tag: 'pool-v1.2.0' } } as const;
    const { project, faults } = await read(pool(), pushed, { all: ['pool-core-v1.1.0', 'pool-v1.2.0'] });
    expect([faults, project?.version, project?.tag]).toEqual([[], '1.2.0', 'pool-v1.2.0']);
    const stale = await read(odd, pushed, { all: ['pool-v1.2.0'] });
    expect(stale.faults.map(({ code, finding }) => [code, finding])).toEqual([
      ['version-disagrees', 'tag pool-v1.2.0 says 1.2.0; pyproject.toml says 1.1.0.'],
    ]);
  });

  const computed = (name: string) =>
    `[project]\nname = "${name}"\ndynamic = ["version"]\n[build-system]\nrequires = ["hatch-vcs"]\n`;
  const fromTags = pool({
    'packages/all/pyproject.toml': computed('pool'),
    'packages/core/pyproject.toml': computed('pool-core'),
    'packages/plug/pyproject.toml': computed('pool-plug'),
  });

  it('whose versions tags say have that of the one that stands for all', async () => {
    const { project, faults } = await read(fromTags, tagged, {
      all: ['pool-core-v0.1.0', 'pool-v1.2.0'],
      onHead: ['pool-v1.2.0'],
    });
    expect([faults, project?.version, project?.tag]).toEqual([[], '1.2.0', 'pool-v1.2.0']);
    expect(project?.versionVariables).toEqual({ SETUPTOOLS_SCM_PRETEND_VERSION: '1.2.0' });
    const untagged = await read(fromTags, tagged, {
      all: ['pool-core-v1.2.0'],
      onHead: ['pool-core-v1.2.0'],
    });
    expect(untagged.faults.map(({ code }) => code)).toEqual(['version-untagged']);
  });

  it('may say it in part, and have it in part by tags', async () => {
    const mixed = pool({ 'packages/plug/pyproject.toml': computed('pool-plug') });
    const told = await read(mixed, tagged, { all: ['v1.1.0'] });
    expect([told.faults, told.project?.version]).toEqual([[], '1.2.0']);
    const bumped = await read(
      mixed,
      { ...tagged, version: { kind: 'bump', bump: 'minor' } },
      { all: ['v1.1.0'] },
    );
    expect([bumped.faults, bumped.project?.version]).toEqual([[], '1.3.0']);
  });

  it('must each be of the version of the tag', async () => {
    const { faults } = await read(odd, { version: { kind: 'tag', tag: 'v1.2.0' } });
    expect(faults.map(({ code }) => code)).toEqual(['version-disagrees']);
  });

  it('have the changelog of the working directory, else that beside the one that stands for all', async () => {
    const beside = { 'packages/core/CHANGES.md': '# Changes\n' };
    expect((await read(pool(beside))).project?.changelog).toBe('packages/core/CHANGES.md');
    const both = pool({ ...beside, 'CHANGELOG.md': '# Changes\n' });
    expect((await read(both)).project?.changelog).toBe('CHANGELOG.md');
    expect(await faultOf(pool(), { changelog: 'NEWS.md' })).toEqual([
      'changelog-missing',
      expect.any(String),
    ]);
  });

  it('have each its own extras, of those that are asked for', async () => {
    const plug = manifest('pool-plug', { more: '[project.optional-dependencies]\nfast = []\nslow = []' });
    const files = pool({ 'packages/plug/pyproject.toml': plug });
    const extras = async (wanted: readonly string[] | 'all') =>
      (await read(files, { toolchain: { extras: wanted } })).project?.packages.map((each) => each.extras);
    expect(await extras('all')).toEqual([[], ['fast', 'slow'], []]);
    expect(await extras(['fast'])).toEqual([[], ['fast'], []]);
  });
});
