import { describe, expect, it } from '@jest/globals';
import { build } from '../../../src/phases/build/build.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import type { Checkout } from '../../../src/ports/checkout.ts';
import type { CheckoutTags } from '../../../src/ports/tags.ts';
import { readRecord, recordOf, recordText, writeRecord } from '../../../src/release/record.ts';
import { zipOf } from '../../packaging/archives.ts';
import { faultOf } from '../../support/faults.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
import {
  aBuild,
  aChange,
  aPlan,
  aPool,
  aProject,
  aWorld,
  byArtifact,
  codesOf,
  DIRECTORY,
  DONE,
  type FakeHandover,
  failing,
  fakeBuilder,
  fakeCheckout,
  fakeHandover,
  fakeNewsFragments,
  fakeTags,
  faultsOf,
  PACKAGES,
  type PlanChanges,
  packageFiles,
  recorder,
  wheelMembers,
} from '../../support/world.ts';

const PYPROJECT = '[project]\nname = "demo"\nversion = "1.1.0"\n';
const SOURCE: VersionPlan = { kind: 'source' };
const GIVEN: VersionPlan = { kind: 'given', version: '1.2.0' };
const CHANGELOG = '# Changes\n\n## [Unreleased]\n\n- New\n';

/** Puts both distributions where a build would. */
async function deliver(files: MemoryFiles) {
  for (const [name, bytes] of Object.entries(await packageFiles())) files.entries.set(name, bytes);
  return { ...DONE, output: 'built' };
}

function building(
  changes: PlanChanges = {},
  initial: Readonly<Record<string, string>> = {},
  parts: {
    readonly builder?: ReturnType<typeof fakeBuilder>;
    readonly fixed?: readonly string[];
    readonly checkout?: Checkout;
    readonly handover?: FakeHandover;
  } = {},
) {
  const files = memoryFiles(
    Object.fromEntries(
      Object.entries({ 'pyproject.toml': PYPROJECT, ...initial }).map(([name, text]) => [
        `${DIRECTORY}/${name}`,
        text,
      ]),
    ),
  );
  const builder = parts.builder ?? fakeBuilder(() => deliver(files));
  const told = recorder();
  const handover = parts.handover ?? fakeHandover();
  const project = aProject({
    sourceVersion: '1.1.0',
    versionPlaces: [{ file: 'pyproject.toml', version: '1.1.0' }],
    changelog: 'CHANGELOG.md' in initial ? 'CHANGELOG.md' : undefined,
  });
  const checks = { results: [], fixed: parts.fixed ?? [] };
  const plan = aPlan(changes);
  const { checkout = fakeCheckout() } = parts;
  const work = () =>
    build.run({ project, checks }, plan, aWorld({ files, builder, checkout, handover }), told.emit);
  /** Names of what the build says it changed. */
  const changed = async () => (await work()).changed.map(({ file }) => file);
  return { files, builder, told, work, changed };
}

describe('build', () => {
  it('yields the distributions and writes the record beside them', async () => {
    const { files, builder, work } = building();
    const { distributions, changed } = await work();
    expect(distributions.map(({ kind }) => kind)).toEqual(['wheel', 'sdist']);
    expect(changed).toEqual([]);
    expect([...builder.calls].sort()).toEqual(['build 1700000000', 'check 2', 'prepare']);
    expect(await readRecord(files, PACKAGES)).toMatchObject({
      commit: aPlan().forge.commit,
      project: { name: 'demo', version: '1.2.0' },
      tag: 'v1.2.0',
      distributions,
    });
  });

  it('warns where hatchling’s settings name files that the distributions lack', async () => {
    const settings = '[tool.hatch.build]\nartifacts = ["*.mo", "src/demo/__init__.py"]\n';
    const { work, told } = building({}, { 'pyproject.toml': `${PYPROJECT}${settings}` });
    await work();
    expect(told.of('noticed').map(({ says }) => says)).toEqual([
      expect.stringContaining(
        'names *.mo, and no such file is in demo-1.2.0-py3-none-any.whl, demo-1.2.0.tar.gz.',
      ),
    ]);
  });

  it('builds nothing again in the next attempt of a job that has handed its distributions on', async () => {
    const attempt = (number: number): PlanChanges => ({
      phases: ['setup', 'build', 'testpypi', 'pypi'],
      handover: byArtifact({ attempt: number }),
    });
    const first = building(attempt(1));
    const { distributions } = await first.work();
    const left = [...first.files.entries].filter(([name]) => name.startsWith(`${PACKAGES}/`));
    const artifact = Object.fromEntries(
      left.map(([name, bytes]) => [name.slice(PACKAGES.length + 1), bytes]),
    );
    const handover = fakeHandover({ 'pypi-release': artifact });
    const { builder, work } = building(attempt(2), {}, { handover });
    expect((await work()).distributions).toEqual(distributions);
    expect(builder.calls.filter((call) => call.startsWith('build'))).toEqual([]);
    expect([handover.kept, handover.dropped]).toEqual([[], []]);
  });

  it('runs the user’s command in place of the built-in build', async () => {
    const { builder, work } = building({ commands: { build: './build.sh' } });
    await work();
    expect(builder.calls).toContain('command ./build.sh');
    expect(builder.calls).not.toContain('build 1700000000');
  });

  it('removes what earlier builds left, before it builds, and nothing else', async () => {
    const left = {
      ...{ 'dist/demo-1.1.0.tar.gz': 'old', 'build/lib/demo.py': '', 'demo.egg-info/PKG-INFO': '' },
      ...{ 'src/demo.egg-info/PKG-INFO': '', 'src/demo/build/x.py': '', 'build.py': '', 'README.md': '' },
    };
    const { files, work, told } = building({}, left);
    await work();
    const names = [...files.entries.keys()].map((name) => name.slice(DIRECTORY.length + 1)).sort();
    expect(names).toEqual([
      ...['README.md', 'build.py', 'dist/demo-1.2.0-py3-none-any.whl', 'dist/demo-1.2.0.tar.gz'],
      ...['dist/release.json', 'pyproject.toml', 'src/demo/build/x.py'],
    ]);
    const [cleaned] = told.of('step-ended').filter(({ step }) => step.startsWith('Remove'));
    expect(cleaned?.says.replaceAll('\\', '/')).toBe('dist, build, demo.egg-info, src/demo.egg-info');
  });

  it('removes nothing that git tracks but distributions', async () => {
    const left = {
      ...{ 'build/tools.py': '', 'demo.egg-info/PKG-INFO': '', 'src/demo.egg-info/PKG-INFO': '' },
      ...{ 'dist/notes.txt': '', 'dist/demo-1.1.0.tar.gz': 'old', 'dist/old.log': '' },
    };
    const known = ['build', 'demo.egg-info', 'dist', 'dist/notes.txt', 'dist/demo-1.1.0.tar.gz'];
    const tracked = async (files: readonly string[]) =>
      files.filter((file) => known.includes(file.replaceAll('\\', '/')));
    const { files, work, told } = building({}, left, { checkout: { ...fakeCheckout(), tracked } });
    await work();
    const [cleaned] = told.of('step-ended').filter(({ step }) => step.startsWith('Remove'));
    const says = 'dist/demo-1.1.0.tar.gz, dist/old.log, src/demo.egg-info';
    expect(cleaned?.says.replaceAll('\\', '/')).toBe(says);
    expect(await files.text(`${DIRECTORY}/build/tools.py`)).toBe('');
    expect(await files.text(`${DIRECTORY}/dist/notes.txt`)).toBe('');
  });

  it('builds several packages one after the other, and cleans each', async () => {
    const left = {
      'packages/core/build/x.py': '',
      'packages/demo/src/demo.egg-info/PKG-INFO': '',
      'build.py': '',
    };
    const files = memoryFiles(
      Object.fromEntries(Object.entries(left).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
    );
    const requests: (readonly unknown[])[] = [];
    const wheelOf = (name: string) =>
      zipOf({
        [`${name}/__init__.py`]: '',
        [`${name}-1.2.0.dist-info/METADATA`]: `Metadata-Version: 2.4\nName: ${name}\nVersion: 1.2.0\n\nWords.\n`,
      });
    const builder = fakeBuilder(({ directory = '', hasSiblings }) => {
      requests.push([directory, hasSiblings]);
      const name = directory.replace('packages/', '');
      files.entries.set(`${PACKAGES}/${name}-1.2.0-py3-none-any.whl`, wheelOf(name));
      return DONE;
    });
    const told = recorder();
    const project = { ...aPool('core', 'demo'), changelog: undefined };
    await build.run({ project }, aPlan(), aWorld({ files, builder }), told.emit);
    expect(requests).toEqual([
      ['packages/core', false],
      ['packages/demo', true],
    ]);
    const ended = told.of('step-ended').map(({ step, says }) => [step, says.replaceAll('\\', '/')]);
    expect(ended).toContainEqual(['Build demo: the sdist, then the wheel from it', '']);
    expect(ended).toContainEqual([
      'Remove what earlier builds left',
      'packages/core/build, packages/demo/src/demo.egg-info',
    ]);
  });

  it('writes the version that was asked for, and says what it changed', async () => {
    const initial = { 'CHANGELOG.md': CHANGELOG, 'a.py': 'fixed' };
    const { files, work } = building({ version: GIVEN }, initial, { fixed: ['a.py', 'gone.py'] });
    const { changed } = await work();
    const written = await files.text(`${DIRECTORY}/pyproject.toml`);
    expect(written).toContain('version = "1.2.0"');
    expect(changed.map(({ file }) => file)).toEqual(['a.py', 'gone.py', 'pyproject.toml', 'CHANGELOG.md']);
    expect(changed.slice(0, 3)).toEqual([
      aChange('a.py', 'fixed'),
      { file: 'gone.py', content: null },
      aChange('pyproject.toml', written),
    ]);
  });

  it('gives the commit its tag while a tool reads it, and tells the tool the version', async () => {
    const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: PYPROJECT });
    const tags = fakeTags();
    const seen: unknown[] = [];
    const builder = fakeBuilder(({ variables }) => {
      seen.push(variables, ...tags.calls);
      return deliver(files);
    });
    const versionVariables = { PDM_BUILD_SCM_VERSION: '1.2.0' };
    const project = aProject({ versionFromTags: true, versionVariables, versionPlaces: [] });
    await build.run(
      { project },
      aPlan({ version: GIVEN }),
      aWorld({ files, builder, tags }),
      recorder().emit,
    );
    expect(seen).toEqual([versionVariables, 'tag v1.2.0']);
    expect(tags.calls).toEqual(['tag v1.2.0', 'untag v1.2.0']);
  });

  it('makes the news fragments the changelog’s section, and dates that no second time', async () => {
    const fragment = `${DIRECTORY}/news/1.feature.md`;
    const files = memoryFiles({
      [`${DIRECTORY}/pyproject.toml`]: `${PYPROJECT}[tool.towncrier]\nfilename = "CHANGELOG.md"\n`,
      [`${DIRECTORY}/CHANGELOG.md`]: CHANGELOG,
      [fragment]: 'Neap.',
    });
    const newsFragments = fakeNewsFragments(async ({ version, date }) => {
      await files.remove(fragment);
      await files.write(`${DIRECTORY}/CHANGELOG.md`, `${CHANGELOG}\n## ${version} (${date})\n\n- Neap.\n`);
      return DONE;
    });
    const project = aProject({
      sourceVersion: '1.1.0',
      versionPlaces: [{ file: 'pyproject.toml', version: '1.1.0' }],
      changelog: 'CHANGELOG.md',
    });
    const checkout = fakeCheckout([], ['CHANGELOG.md', 'news/1.feature.md']);
    const doors = { files, newsFragments, checkout, builder: fakeBuilder(() => deliver(files)) };
    const work = build.run({ project }, aPlan({ version: GIVEN }), aWorld(doors), recorder().emit);
    const { changed } = await work;
    expect(changed.map(({ file, content }) => [file, content === null])).toEqual([
      ['CHANGELOG.md', false],
      ['news/1.feature.md', true],
      ['pyproject.toml', false],
    ]);
    expect(await files.text(`${DIRECTORY}/CHANGELOG.md`)).toContain('## [Unreleased]\n\n- New\n\n## 1.2.0 (');
  });

  it.each([{ kind: 'tag', tag: 'v1.2.0' }, { kind: 'source' }] as const)(
    'writes no version for %j',
    async (version) => {
      const { files, work, told } = building({ version }, { 'CHANGELOG.md': CHANGELOG });
      expect((await work()).changed).toEqual([]);
      expect(await files.text(`${DIRECTORY}/pyproject.toml`)).toBe(PYPROJECT);
      expect(await files.text(`${DIRECTORY}/CHANGELOG.md`)).toBe(CHANGELOG);
      expect(told.of('step-ended')).toContainEqual(
        expect.objectContaining({ step: 'Write version 1.2.0', outcome: 'skipped' }),
      );
    },
  );

  it('counts a file once that was fixed and versioned', async () => {
    const { changed } = building({ version: GIVEN }, {}, { fixed: ['pyproject.toml'] });
    expect(await changed()).toEqual(['pyproject.toml']);
  });

  it('stops where the build fails, with its last lines and all that it printed', async () => {
    const builder = fakeBuilder(() => failing('one\ntwo\nthree\nfour\nfive', 2));
    const { told, work } = building({}, {}, { builder });
    const fault = await faultOf(work());
    expect(fault.code).toBe('tool-failed');
    expect(fault.finding).toContain('ended with exit code 2. two | three | four | five');
    expect(told.of('output').map(({ text }) => text)).toEqual(['one\ntwo\nthree\nfour\nfive']);
    expect(builder.calls).not.toContain('check 2');
  });

  it('stops where the build left no distribution, and says what it left', async () => {
    const nothing = building({}, {}, { builder: fakeBuilder() });
    expect((await faultOf(nothing.work())).finding).toContain('holds nothing.');
    const files = memoryFiles({ [`${PACKAGES}/notes.txt`]: '' });
    const builder = fakeBuilder(async () => {
      files.entries.set(`${PACKAGES}/notes.txt`, new Uint8Array());
      return DONE;
    });
    const told = recorder();
    const work = build.run({ project: aProject() }, aPlan(), aWorld({ files, builder }), told.emit);
    const fault = await faultOf(work);
    expect([fault.code, fault.finding.includes('holds notes.txt.')]).toEqual(['build-empty', true]);
  });

  it('stops where twine refuses the metadata', async () => {
    const files = memoryFiles();
    const said = ['Checking a.whl: PASSED', 'Checking b.whl: FAILED', '`long_description` has syntax errors'];
    const builder = fakeBuilder(() => deliver(files), failing(said.join('\n')));
    const work = build.run({ project: aProject() }, aPlan(), aWorld({ files, builder }), recorder().emit);
    const fault = await faultOf(work);
    expect(fault).toMatchObject({ code: 'tool-failed', title: 'twine check failed' });
    expect(fault.finding).toContain('1. Checking b.whl: FAILED | `long_description` has syntax errors');
    expect(await readRecord(files, PACKAGES)).toBeUndefined();
  });

  it.each([
    ['no type of the README', '\nA demo.\n', /^Say what the README is written in/],
    ['no README', '', /^Give the project a README .*of which one line is enough/],
    [
      'neither lack',
      'Description-Content-Type: text/x-rst\n\nA *demo.\n',
      /^Mend the metadata or the README/,
    ],
  ])('says what to do where twine refuses metadata with %s', async (_what, rest, remedy) => {
    const metadata = `Metadata-Version: 2.4\nName: demo\nVersion: 1.2.0\n${rest}`;
    const wheel = zipOf(wheelMembers({ 'demo-1.2.0.dist-info/METADATA': metadata }));
    const files = memoryFiles();
    const builder = fakeBuilder(() => {
      files.entries.set(`${PACKAGES}/demo-1.2.0-py3-none-any.whl`, wheel);
      return DONE;
    }, failing('FAILED due to warnings'));
    const work = build.run({ project: aProject() }, aPlan(), aWorld({ files, builder }), recorder().emit);
    expect((await faultOf(work)).remedy).toMatch(remedy);
  });
});

describe('the badges of the README', () => {
  const README = '# Demo\n<!-- pypi-release:badges -->\nold\n<!-- /pypi-release:badges -->\n';

  it('are renewed before the build where that is asked for', async () => {
    const { files, changed } = building({ version: GIVEN, badges: 'update' }, { 'README.md': README });
    expect(await changed()).toEqual(['pyproject.toml', 'README.md']);
    expect(await files.text(`${DIRECTORY}/README.md`)).not.toContain('old');
  });

  it.each<readonly [string, PlanChanges, string]>([
    ['on a tag', { badges: 'update' }, README],
    ['where they are only checked', { version: GIVEN }, README],
    ['where there are no markers', { version: GIVEN, badges: 'update' }, '# Demo\n'],
  ])('stay as they are %s', async (_where, changes, readme) => {
    const { files, changed } = building(changes, { 'README.md': readme });
    expect(await changed()).not.toContain('README.md');
    expect(await files.text(`${DIRECTORY}/README.md`)).toBe(readme);
  });
});

describe('the preflight of build', () => {
  const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: PYPROJECT });
  const codes = async (plan: PlanChanges, doors: Parameters<typeof aWorld>[0]) =>
    (await build.preflight(aPlan(plan), aWorld(doors))).map(({ code }) => code);

  it('finds what is wrong with the project', async () => {
    expect(await codes({}, { files })).toEqual(['version-disagrees']);
  });

  it.each<readonly [string, PlanChanges['commands']]>([
    ['a variable that the build sees', { env: ['SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO'] }],
    ['a build of its own', { build: './build.sh' }],
  ])('lets a shallow clone be where %s may say the version', async (_what, commands) => {
    const text =
      '[build-system]\nrequires = ["setuptools-scm"]\n[project]\nname = "demo"\ndynamic = ["version"]\n';
    const head = async () => ({ commit: aPlan().forge.commit, time: 0, shallow: true });
    const doors = {
      files: memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: text }),
      checkout: { ...fakeCheckout(), head },
    };
    expect(await codes({ version: GIVEN, ...(commands && { commands }) }, doors)).toEqual([]);
    expect(await codes({ version: GIVEN }, doors)).toEqual(['clone-shallow']);
  });

  it.each([
    [['clone-shallow'], 'setuptools-scm', true, []],
    [[], 'setuptools-scm', false, []],
    [[], 'setuptools-scm', true, ['v1.2.0']],
    [[], 'setuptools', true, []],
  ] as const)('finds %j with %s, shallow %p, tags %j', async (found, tool, shallow, tags) => {
    const text = `[build-system]\nrequires = ["${tool}"]\n[project]\nname = "demo"\ndynamic = ["version"]\n`;
    const head = async () => ({ commit: aPlan().forge.commit, time: 0, shallow });
    const doors = {
      files: memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: text }),
      checkout: { ...fakeCheckout(), head },
      tags: fakeTags({ local: tags, shallow }),
    };
    expect(await codes({ version: { kind: 'tag', tag: 'v1.2.0' } }, doors)).toEqual(found);
  });

  it.each<readonly [what: string, found: readonly string[], plan: PlanChanges, tags: Partial<CheckoutTags>]>([
    ['says that an earlier commit was released so', ['version-released'], {}, { inHistory: ['1.1', 'v1.0'] }],
    ['takes a tag on the commit', [], {}, { onHead: ['v1.1.0'], inHistory: ['v1.1.0'] }],
    ['takes a tag on a release commit above', [], {}, { all: ['v1.1.0'], inHistory: [] }],
    ['takes a tag of another project', [], {}, { inHistory: ['other-1.1.0'] }],
    [
      'leaves it to the forge where this run tags',
      [],
      { phases: ['build', 'post-publish'] },
      { inHistory: ['v1.1'] },
    ],
    ['lets the version be asked for', [], { version: GIVEN }, { inHistory: ['v1.2.0'] }],
  ])('%s', async (_what, found, plan, tags) => {
    const asked = { version: SOURCE, phases: ['build'], tagFormat: 'auto', ...plan } as const;
    expect(await codes(asked, { files, tags: fakeTags(tags) })).toEqual(found);
  });

  it('wants a git checkout', async () => {
    const checkout = { ...fakeCheckout(), head: async () => undefined };
    expect(await codes({ version: GIVEN }, { files, checkout })).toEqual(['not-a-checkout']);
    expect(await codes({ version: GIVEN }, { files })).toEqual([]);
  });
});

describe('the recall of build', () => {
  it('hashes the files anew', async () => {
    const files = memoryFiles(await packageFiles());
    const recalled = await build.recall(aPlan(), aWorld({ files }));
    expect(recalled?.distributions.map(({ kind }) => kind)).toEqual(['wheel', 'sdist']);
    expect(await build.recall(aPlan(), aWorld())).toBeUndefined();
    await files.write(
      `${PACKAGES}/release.json`,
      recordText(recordOf(aPlan().forge.commit, aProject(), aBuild())),
    );
    expect(await codesOf(build.recall(aPlan(), aWorld({ files })))).toEqual(['distribution-altered']);
  });

  describe('of distributions that were made elsewhere', () => {
    const PYPROJECT_FILE = { [`${DIRECTORY}/pyproject.toml`]: PYPROJECT };
    const PUBLISH = { phases: ['pypi', 'post-publish'] } as const;

    it('holds them against every rule, and asks twine where no record of ours is with them', async () => {
      const files = memoryFiles({ ...PYPROJECT_FILE, ...(await packageFiles()) });
      const builder = fakeBuilder();
      const plan = aPlan({ ...PUBLISH, version: GIVEN });
      const recalled = await build.recall(plan, aWorld({ files, builder }));
      expect(recalled?.distributions).toHaveLength(2);
      expect(builder.calls).toEqual(['check 2']);
      await writeRecord(files, PACKAGES, recordOf(plan.forge.commit, aProject(), recalled ?? aBuild()));
      await build.recall(plan, aWorld({ files, builder }));
      expect(builder.calls).toEqual(['check 2']);
    });

    it('refuses those of another version and those that the index takes on no platform', async () => {
      const [wheel] = Object.values(await packageFiles());
      const files = memoryFiles({
        ...PYPROJECT_FILE,
        [`${PACKAGES}/demo-1.2.0-cp312-cp312-linux_x86_64.whl`]: wheel ?? '',
        [`${PACKAGES}/demo-1.2.0-cp312-cp312-musllinux_1_2_x86_64.whl`]: wheel ?? '',
        [`${PACKAGES}/demo-1.2.0-cp310-abi3-win_amd64.whl`]: wheel ?? '',
      });
      const other = build.recall(aPlan({ ...PUBLISH, version: { kind: 'source' } }), aWorld({ files }));
      expect(await codesOf(other)).toEqual(Array(4).fill('distribution-unfit'));
      const [refused, ...more] = await faultsOf(
        build.recall(aPlan({ ...PUBLISH, version: GIVEN }), aWorld({ files })),
      );
      expect(more).toEqual([]);
      expect(refused?.finding).toContain('linux_x86_64 is refused by the index');
      expect(refused?.remedy).toContain('cibuildwheel');
    });
  });
});
