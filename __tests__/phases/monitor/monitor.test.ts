import { describe, expect, it } from '@jest/globals';
import { monitor } from '../../../src/phases/monitor/monitor.ts';
import type { World } from '../../../src/ports/world.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
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
      'uv could reach nothing',
      { doors: { environments: fakeEnvironments({ install: async () => failing('net', 2) }) } },
    ],
    ['the index is in trouble', { pypi: { page: { status: 503 } } }],
  ])('does not fail where %s', async (_what, parts) => {
    expect((await monitoring(parts).run()).version).toBe('1.2.0');
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

  it('has faults of its preflight where the project cannot be read', async () => {
    const codes = async (pyproject: string) =>
      (await monitoring({ pyproject }).preflight()).map(({ code }) => code);
    expect([await codes(PYPROJECT), await codes('x = ]')]).toEqual([[], ['pyproject-invalid']]);
  });
});
