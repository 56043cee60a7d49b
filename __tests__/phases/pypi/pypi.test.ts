import { describe, expect, it } from '@jest/globals';
import { pypi } from '../../../src/phases/pypi/pypi.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { RECORD_NAME, recordOf, recordText } from '../../../src/release/record.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { anAsset, aRelease, memoryForge } from '../../support/memory-forge.ts';
import { type MemoryIndexOptions, memoryIndex } from '../../support/memory-index.ts';
import {
  aBuild,
  aCheck,
  aDistribution,
  aPlan,
  aProject,
  aWorld,
  codesOf,
  DIRECTORY,
  fakeCheckout,
  fakeEnvironments,
  faultsOf,
  type PlanChanges,
  packageFiles,
  recorder,
} from '../../support/world.ts';

const COMMIT = aPlan().forge.commit;
const ON_FORGE = { commits: [{ sha: COMMIT, tree: '', parents: [], message: '' }] };

interface Parts {
  readonly plan?: PlanChanges;
  readonly dirty?: readonly string[];
  readonly forge?: Parameters<typeof memoryForge>[0];
  readonly checks?: readonly ReturnType<typeof aCheck>[];
}

async function publishing({ plan = {}, dirty = [], forge = ON_FORGE, checks }: Parts = {}) {
  const packages = await packageFiles();
  const index = memoryIndex();
  const environments = fakeEnvironments();
  const told = recorder();
  const build = aBuild(
    ...Object.entries(packages).map(([name, bytes]) => aDistribution(name.split('/').at(-1), bytes)),
  );
  const work = pypi.run(
    {
      project: aProject({ changelog: undefined }),
      build,
      ...(checks && { checks: { results: checks, fixed: [] } }),
    },
    aPlan(plan),
    aWorld({
      environments,
      files: memoryFiles(packages),
      indexes: { testpypi: memoryIndex(), pypi: index },
      checkout: fakeCheckout(dirty),
      forge: memoryForge(forge),
    }),
    told.emit,
  );
  return { work, index, environments, told };
}

describe('pypi', () => {
  it('goes through the checklist, uploads, and installs back', async () => {
    const { work, index, environments, told } = await publishing();
    const receipt = await work;
    expect(receipt.files.map(({ decision }) => decision)).toEqual(['act', 'act']);
    expect(index.held.size).toBe(2);
    expect(environments.calls[0]).toBe('create pypi-install-back');
    expect(told.of('checked')[0]?.rows).toHaveLength(14);
    expect(told.of('step-ended')[0]?.says).toMatch(/^\d+ passed, 0 failed, \d+ advisory, \d+ not checked$/);
  });

  it('uploads nothing where a row fails, and shows every row that fails', async () => {
    const failed = aCheck('lint', { outcome: 'failed', evidence: '2 findings' });
    const { work, index, told } = await publishing({ dirty: ['a.py'], checks: [failed] });
    const faults = await faultsOf(work);
    expect(faults.map(({ code, title }) => [code, title.split(' ').at(-1)])).toEqual([
      ['checklist-failed', 'lint'],
      ['checklist-failed', 'committed'],
    ]);
    expect(faults[0]?.remedy).toContain('allow: lint');
    expect(index.held.size).toBe(0);
    expect(told.of('checked')).toHaveLength(1);
  });

  it('goes on where the rows that fail are allowed', async () => {
    const { work, index } = await publishing({ dirty: ['a.py'], plan: { allow: ['committed'] } });
    await work;
    expect(index.held.size).toBe(2);
  });

  it('does not count what the release itself puts into the tree as uncommitted', async () => {
    const own = [
      'dist/demo-1.2.0.tar.gz',
      'build/lib/demo.py',
      'src/demo.egg-info/PKG-INFO',
      'demo.egg-info/x',
    ];
    await (await publishing({ dirty: own })).work;
    const mine = ['distance.py', 'builder/x.py', 'my.egg-info.py'];
    const [found] = await faultsOf((await publishing({ dirty: mine })).work);
    expect(found?.finding).toBe(`not committed: ${mine.join(', ')}.`);
  });

  it('asks the forge for the commit and the tag where a tag is planned', async () => {
    const { work } = await publishing({ plan: { forge: { commit: 'c0de' } } });
    expect((await faultsOf(work))[0]?.finding).toContain('does not have commit');
    const moved = await publishing({ forge: { ...ON_FORGE, tags: { 'v1.2.0': 'beef' } } });
    expect((await faultsOf(moved.work))[0]?.finding).toBe('tag v1.2.0 is on beef.');
    await (await publishing({ forge: {}, plan: { phases: ['pypi'] } })).work;
  });

  it('uploads nothing in a dry run, and installs nothing back', async () => {
    const { work, index, environments } = await publishing({ plan: { mode: 'dry-run' } });
    await work;
    expect(index.held.size).toBe(0);
    expect(environments.calls).toEqual([]);
  });
});

describe('the preflight of pypi', () => {
  const PYPROJECT = { [`${DIRECTORY}/pyproject.toml`]: '[project]\nname = "demo"\nversion = "1.2.0"\n' };
  const preflight = (
    index: MemoryIndexOptions,
    plan: PlanChanges = {},
    files: Readonly<Record<string, string>> = PYPROJECT,
    { dirty = [], forge = ON_FORGE }: Pick<Parts, 'dirty' | 'forge'> = {},
  ) =>
    pypi.preflight(
      aPlan(plan),
      aWorld({
        files: memoryFiles(files),
        indexes: { testpypi: memoryIndex(), pypi: memoryIndex(index) },
        checkout: fakeCheckout(dirty),
        forge: memoryForge(forge),
      }),
    );
  const codes = async (...given: Parameters<typeof preflight>) =>
    (await preflight(...given)).map(({ code }) => code);

  it.each([
    [[], []],
    [['1.1.9', '1.2.0rc1'], []],
    [['1.2.1'], ['version-behind']],
    [['1.2.0', '1.2.1'], []],
    [['1.2', '1.2.1'], []],
    [['1.3.0', '2.0'], []],
    [['1!1.2.1'], []],
    [['rubbish'], []],
  ])('with %j on the index finds %j', async (versions, found) => {
    expect(await codes({ versions })).toEqual(found);
  });

  it('names the highest version of the line', async () => {
    const [found] = await preflight({ versions: ['1.2.1', '1.2.10', '1.2.9', '1.4'] });
    expect(found?.finding).toContain('already has 1.2.10 of that line');
  });

  it('passes over what the build of each of several packages leaves', async () => {
    const member = '[project]\nname = "demo"\nversion = "1.2.0"\n[build-system]\nrequires = []\n';
    const files = {
      [`${DIRECTORY}/pyproject.toml`]: '[tool.uv.workspace]\nmembers = ["*"]\n',
      [`${DIRECTORY}/a/pyproject.toml`]: member,
    };
    const dirty = ['a/build/lib/demo.py', 'dist/demo-1.2.0.tar.gz'];
    expect(await codes({}, {}, files, { dirty })).toEqual([]);
    expect(await codes({}, {}, files, { dirty: ['b/build/lib/demo.py'] })).toEqual(['checklist-failed']);
  });

  it('names the package of several whose line has a higher version', async () => {
    const member = (name: string, requires = '') =>
      `[project]\nname = "${name}"\nversion = "1.2.0"\ndependencies = [${requires}]\n[build-system]\nrequires = []\n`;
    const pool = {
      [`${DIRECTORY}/pyproject.toml`]: '[tool.uv.workspace]\nmembers = ["*"]\n',
      [`${DIRECTORY}/a/pyproject.toml`]: member('demo', '"demo-core==1.2.0"'),
      [`${DIRECTORY}/b/pyproject.toml`]: member('demo-core'),
    };
    const faults = await preflight({ versions: ['1.2.1'] }, {}, pool);
    expect(faults.map(({ finding }) => finding.split(',')[0])).toEqual([
      'The version of demo-core is 1.2.0',
      'The version of demo is 1.2.0',
    ]);
  });

  it('finds a missing credential beside the project’s faults, and asks no index', async () => {
    const none = { pypi: { credential: { kind: 'none', reason: 'no identity' } } } as const;
    expect(await codes({ versions: ['1.2.1'] }, none, {})).toEqual([
      'directory-missing',
      'credential-missing',
    ]);
    expect(await codes({ versions: ['1.2.1'] }, none)).toEqual(['credential-missing']);
  });

  it('finds what is not committed, beside all else, before anything is built', async () => {
    const dirty = ['a.py', 'dist/demo-1.2.0.tar.gz'];
    const faults = await preflight({ versions: ['1.2.1'] }, {}, PYPROJECT, { dirty });
    expect(faults.map(({ code, finding }) => [code, finding])).toEqual([
      ['checklist-failed', 'not committed: a.py.'],
      ['version-behind', expect.any(String)],
    ]);
    expect(await codes({}, { allow: ['committed'] }, PYPROJECT, { dirty })).toEqual([]);
  });

  const taken = { files: [aDistribution('demo-1.2.0.tar.gz')], versions: ['1.2.0'] };
  const source = { version: { kind: 'source' } } as const;

  it('finds that the version in the source was published by somebody else', async () => {
    const [found, ...others] = await preflight(taken, source);
    expect([found?.code, others]).toEqual(['version-taken', []]);
    expect(found?.finding).toContain('no release v1.2.0 of org/demo holds these files');
  });

  it.each<readonly [string, PlanChanges]>([
    ['the tag insists on it', { version: { kind: 'tag', tag: 'v1.2.0' } }],
    ['its files lie ready', { ...source, phases: ['pypi', 'post-publish'] }],
    ['no journal is kept', { ...source, forge: { release: 'none' } }],
  ])('leaves it to the digests where %s', async (_where, plan) => {
    expect(await codes(taken, plan)).toEqual([]);
  });

  it('may be on the index without a file', async () => {
    expect(await codes({ versions: ['1.2.0'] }, source)).toEqual([]);
  });

  it('takes it for its own where the journal holds it', async () => {
    const record = recordOf(COMMIT, aProject(), aBuild());
    const content = new TextEncoder().encode(recordText(record));
    const kept = aRelease({ draft: false, assets: [anAsset(RECORD_NAME, content)] });
    const forge = { ...ON_FORGE, releases: [kept], contents: new Map([[100, content]]) };
    expect(await codes(taken, source, PYPROJECT, { forge })).toEqual([]);
  });

  it('leaves the tag to the phase that makes it', async () => {
    const forge = { ...ON_FORGE, tags: { 'v1.2.0': 'beef' } };
    expect(await codes({}, {}, PYPROJECT, { forge })).toEqual([]);
  });

  it('tells a forge that does not answer', async () => {
    const trouble = fault('forge-trouble', { operation: 'Reading', attempts: 3, last: '503' });
    const forge = memoryForge();
    const releases = { ...forge.releases, find: () => Promise.reject(new Stopped([trouble])) };
    const indexes = { testpypi: memoryIndex(), pypi: memoryIndex(taken) };
    const world = aWorld({ files: memoryFiles(PYPROJECT), indexes, forge: { ...forge, releases } });
    expect(await pypi.preflight(aPlan(source), world)).toEqual([trouble]);
  });

  it('tells an index that does not answer', async () => {
    const trouble = fault('index-trouble', { index: 'pypi', operation: 'read', attempts: 3, last: '503' });
    const index = { ...memoryIndex(), project: () => Promise.reject(new Stopped([trouble])) };
    const world = aWorld({
      files: memoryFiles(PYPROJECT),
      indexes: { testpypi: memoryIndex(), pypi: index },
      forge: memoryForge(ON_FORGE),
    });
    expect(await pypi.preflight(aPlan(), world)).toEqual([trouble]);
    const broken = { ...index, project: () => Promise.reject(new TypeError('ours')) };
    const bug = pypi.preflight(aPlan(), { ...world, indexes: { ...world.indexes, pypi: broken } });
    await expect(bug).rejects.toThrow(TypeError);
  });

  it('is stopped where the credential is tried and refused', async () => {
    const refusal = new Stopped([fault('token-empty', { input: 'pypi-token' })]);
    expect(await codesOf(preflight({ refusal }, { preflight: 'mint' }))).toEqual(['token-empty']);
  });
});
