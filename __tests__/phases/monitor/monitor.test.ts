import { describe, expect, it } from '@jest/globals';
import { parsedCoreMetadata } from '../../../src/packaging/core-metadata.ts';
import { monitor } from '../../../src/phases/monitor/monitor.ts';
import type { World } from '../../../src/ports/world.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryForge } from '../../support/memory-forge.ts';
import { type MemoryIndexOptions, memoryIndex } from '../../support/memory-index.ts';
import {
  aDistribution,
  aPlan,
  aWorld,
  codesOf,
  DIRECTORY,
  DONE,
  failing,
  fakeEnvironments,
  faultsOf,
  recorder,
} from '../../support/world.ts';

const PYPROJECT = '[project]\nname = "Demo"\nversion = "9.9"\n';
const RECORD = { exitCode: 0, output: '{"files": ["demo/__init__.py"], "metadata": "Name: Demo\\n"}\n' };

interface Parts {
  readonly pypi?: MemoryIndexOptions;
  readonly doors?: Partial<World>;
  readonly pyproject?: string;
}

function monitoring({ pypi = {}, doors = {}, pyproject = PYPROJECT }: Parts = {}) {
  const told = recorder();
  const index = memoryIndex({ files: [aDistribution()], versions: ['1.2.0'], ...pypi });
  const environments = fakeEnvironments({
    python: async (_code, args) => (args.includes('Demo') ? RECORD : DONE),
  });
  const forge = memoryForge();
  const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: pyproject });
  const world = aWorld({
    ...{ environments, forge, files },
    indexes: { testpypi: memoryIndex(), pypi: index },
    ...doors,
  });
  const plan = aPlan({ phases: ['monitor'] });
  const run = () => monitor.run({}, plan, world, told.emit);
  return { run, told, environments, forge, files, index, preflight: () => monitor.preflight(plan, world) };
}

describe('monitor', () => {
  it('looks at the newest release, whatever the source says, and changes nothing', async () => {
    const { run, told, environments, forge, files, index } = monitoring();
    expect(await run()).toEqual({
      ...{ name: 'Demo', version: '1.2.0' },
      url: 'https://pypi.index.example/project/demo/1.2.0/',
    });
    expect(environments.calls).toEqual([
      'create monitor-demo',
      'monitor-demo install demo==1.2.0 from https://pypi.index.example/simple/',
      'monitor-demo python Demo',
      'monitor-demo python demo',
      'remove monitor-demo',
    ]);
    expect([...forge.changes, ...files.changes]).toEqual([]);
    expect(index.calls.filter((call) => call.startsWith('upload'))).toEqual([]);
    const [measured] = told.of('measured');
    expect(measured?.metrics.find(({ id }) => id === 'install')).toMatchObject({
      value: true,
      says: 'import demo',
    });
  });

  it.each<readonly [string, Parts]>([
    ['page', { pypi: { page: { status: 404 } } }],
    [
      'install',
      { doors: { environments: fakeEnvironments({ install: async () => failing('No solution found') }) } },
    ],
    [
      'install',
      {
        doors: {
          environments: fakeEnvironments({
            python: async (_, [name]) => (name === 'Demo' ? RECORD : failing('ImportError')),
          }),
        },
      },
    ],
    ['readme', { pypi: { described: { description: 'x', contentType: 'text/odd', urls: [] } } }],
  ])('fails where %s is bad, when all else is told', async (id, parts) => {
    const { run, told } = monitoring(parts);
    const [found, ...others] = await faultsOf(run());
    expect([found?.code, others]).toEqual(['metric-bad', []]);
    const [measured] = told.of('measured');
    expect(measured?.metrics.filter(({ verdict }) => verdict === 'bad').map((each) => each.id)).toEqual([id]);
    expect(measured?.metrics).toHaveLength(9);
  });

  it.each<readonly [string, Parts]>([
    ['critical issues are open', { doors: { forge: memoryForge({ community: { issues: async () => 3 } }) } }],
    ['the forge refuses', { doors: { forge: memoryForge({ refusal: new Error('403') }) } }],
    [
      'uv reaches half of it, with the exit code of what cannot be had',
      {
        doors: {
          environments: fakeEnvironments({
            install: async () =>
              failing('× Failed to download `demo==1.2.0`\n├─▶ Failed to fetch: `https://i.dev/x`'),
          }),
        },
      },
    ],
    [
      'no file of it is for this machine',
      {
        pypi: { files: [aDistribution('demo-1.2.0-cp312-cp312-win32.whl')], served: () => new Uint8Array() },
        doors: {
          environments: fakeEnvironments({
            install: async () => failing('No solution'),
            fits: async () => false,
          }),
        },
      },
    ],
    [
      'uv could reach nothing',
      { doors: { environments: fakeEnvironments({ install: async () => failing('net', 2) }) } },
    ],
    ['the index is in trouble', { pypi: { page: { status: 503 } } }],
  ])('does not fail where %s', async (_what, parts) => {
    expect((await monitoring(parts).run()).version).toBe('1.2.0');
  });

  it('tries an installation once more that failed', async () => {
    let tries = 0;
    const install = async () => {
      tries += 1;
      return tries === 1 ? failing('Failed to read from zip file') : DONE;
    };
    const python = async (_code: string, args: readonly string[]) => (args.includes('Demo') ? RECORD : DONE);
    const { run, told } = monitoring({ doors: { environments: fakeEnvironments({ install, python }) } });
    await run();
    expect(told.of('measured')[0]?.metrics.find(({ id }) => id === 'install')).toMatchObject({ value: true });
    expect(tries).toBe(2);
  });

  it.each([
    [
      'a file that is gone from the index',
      'Failed to fetch: `x`\nHTTP status client error (404 Not Found) for url',
      'demo-1.2.0-cp312-cp312-win32.whl',
      true,
    ],
    ['what cannot be built here', 'No solution', 'demo-1.2.0.tar.gz', false],
  ])('fails for %s', async (_what, output, filename, fits) => {
    const environments = fakeEnvironments({ install: async () => failing(output), fits: async () => fits });
    const pypi = { files: [aDistribution(filename)], served: () => new Uint8Array() };
    expect(await codesOf(monitoring({ pypi, doors: { environments } }).run())).toEqual(['metric-bad']);
  });

  it('gives an installation a limit, and calls none bad that was ended by it', async () => {
    const clock = fakeClock();
    const limits: (number | undefined)[] = [];
    const plain = fakeEnvironments({
      install: async () => {
        await clock.sleep(600_000);
        return failing('killed');
      },
    });
    const create: World['environments']['create'] = (name, limit) => {
      limits.push(limit);
      return plain.create(name);
    };
    const { run, told } = monitoring({ doors: { clock, environments: { ...plain, create } } });
    await run();
    expect(limits).toEqual([600_000]);
    expect(told.of('measured')[0]?.metrics.find(({ id }) => id === 'install')).toMatchObject({
      ...{ value: null, verdict: 'none' },
      says: 'demo==1.2.0 was not installed and imported within 600 s',
    });
  });

  it('tells of a release that does badly what it is of', async () => {
    const { run } = monitoring({ pypi: { page: { status: 404 } } });
    const error: unknown = await run().catch((thrown: unknown) => thrown);
    const url = 'https://pypi.index.example/project/demo/1.2.0/';
    expect(error).toMatchObject({ found: { monitored: { name: 'Demo', version: '1.2.0', url } } });
  });

  it('does not fail where the index cannot be asked at all, and says so', async () => {
    const trouble = fault('index-trouble', { index: 'pypi', operation: 'Reading', attempts: 5, last: '503' });
    const index = {
      ...memoryIndex(),
      project: async (): Promise<never> => {
        throw new Stopped([trouble]);
      },
    };
    const { run, told } = monitoring({ doors: { indexes: { testpypi: index, pypi: index } } });
    expect(await run()).toEqual({ name: 'Demo', version: undefined, url: undefined });
    expect(told.of('noticed')).toMatchObject([{ level: 'warning', says: trouble.finding }]);
    expect(told.of('measured')[0]?.metrics).toHaveLength(9);
  });

  it('stops where the index offers no release', async () => {
    const { run } = monitoring({ pypi: { files: [], versions: [] } });
    expect(await codesOf(run())).toEqual(['nothing-released']);
  });

  it('asks nothing of an index that no child may read', async () => {
    const closed = { ...memoryIndex({ files: [aDistribution()] }), isClosed: () => true };
    const { run, environments } = monitoring({ doors: { indexes: { testpypi: closed, pypi: closed } } });
    await run();
    expect(environments.calls).toEqual([]);
  });

  it('tells which newer release was withdrawn', async () => {
    const filename = 'demo-1.3.0-py3-none-any.whl';
    const withdrawn = {
      filename,
      url: `https://index.example/${filename}`,
      sha256: '',
      yanked: true,
    } as const;
    const { run, told } = monitoring({ pypi: { listed: (files) => [...files, withdrawn] } });
    expect((await run()).version).toBe('1.2.0');
    expect(told.of('noticed')).toMatchObject([{ level: 'notice', title: 'Demo 1.3.0 was withdrawn' }]);
  });

  describe('of several packages', () => {
    const several = (name: string) => ({
      ...{ name, hasJournal: false, versions: ['1.2.0'] },
      files: [
        { filename: `${name.replace('-', '_')}-1.2.0-py3-none-any.whl`, url: 'https://i.dev/x', sha256: '' },
      ],
    });
    const pool = (known: readonly string[]) => {
      const index = {
        ...memoryIndex(),
        project: async (name: string) => (known.includes(name) ? several(name) : undefined),
      };
      const member = (name: string) =>
        `[project]\nname = "${name}"\nversion = "9.9"\n[build-system]\nrequires = ["hatchling"]\n`;
      const files = memoryFiles({
        [`${DIRECTORY}/pyproject.toml`]: '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
        [`${DIRECTORY}/packages/a/pyproject.toml`]: member('pool-a'),
        [`${DIRECTORY}/packages/b/pyproject.toml`]: member('pool-b'),
      });
      return monitoring({ doors: { files, indexes: { testpypi: index, pypi: index } } });
    };

    it('leaves out one that was never released, and says so', async () => {
      const { run, told } = pool(['pool-b']);
      expect(await run()).toMatchObject({ name: 'pool-b', version: '1.2.0' });
      expect(told.of('noticed')).toMatchObject([{ level: 'notice', title: 'pool-a was never released' }]);
    });

    it('stops where none was ever released', async () => {
      expect(await codesOf(pool([]).run())).toEqual(['nothing-released', 'nothing-released']);
    });
  });

  describe('where only the back end knows the name', () => {
    const trouble = (tail: string) =>
      new Stopped([fault('tool-failed', { tool: 'build', what: 'build', exitCode: 1, tail, remedy: '' })]);
    const asked = (...answers: readonly (Error | string)[]) => {
      let at = 0;
      const backEnd: World['backEnd'] = {
        async metadata() {
          const answer = answers[at] ?? 'Demo';
          at += 1;
          if (answer instanceof Error) throw answer;
          return parsedCoreMetadata(`Name: ${answer}\nVersion: 9.9\n`);
        },
      };
      return monitoring({ pyproject: '[build-system]\nrequires = ["odd"]\n', doors: { backEnd } });
    };
    const network = trouble('error: Failed to fetch: `https://i.dev/simple/odd/`');

    it('looks once more where the network failed', async () => {
      const { preflight, run } = asked(network);
      expect(await preflight()).toEqual([]);
      expect(await run()).toMatchObject({ version: '1.2.0' });
    });

    it('warns where it fails again', async () => {
      const { preflight, run, told } = asked(network, network);
      expect(await preflight()).toEqual([]);
      expect(await run()).toMatchObject({ version: undefined });
      expect(told.of('noticed')).toMatchObject([{ level: 'warning', says: network.faults[0]?.finding }]);
    });

    it('has a fault where the back end itself fails', async () => {
      const { preflight } = asked(trouble('AttributeError'));
      expect((await preflight()).map(({ code }) => code)).toEqual(['tool-failed']);
    });
  });

  it('has faults of its preflight where the project cannot be read', async () => {
    const codes = async (pyproject: string) =>
      (await monitoring({ pyproject }).preflight()).map(({ code }) => code);
    expect([await codes(PYPROJECT), await codes('x = ]')]).toEqual([[], ['pyproject-invalid']]);
  });
});
