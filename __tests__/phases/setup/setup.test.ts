import { describe, expect, it } from '@jest/globals';
import { setup } from '../../../src/phases/setup/setup.ts';
import type { Toolchain } from '../../../src/ports/toolchain.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { faultOf } from '../../support/faults.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import {
  aPlan,
  aSync,
  aWorld,
  codesOf,
  DIRECTORY,
  DONE,
  failing,
  fakeTags,
  fakeToolchain,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const PYPROJECT = { [`${DIRECTORY}/pyproject.toml`]: '[project]\nname = "demo"\nversion = "1.2.0"\n' };
const VERIFY = `${DIRECTORY}/verify.sh`;

function setUp({
  toolchain = {},
  files = memoryFiles(PYPROJECT),
  tags = fakeTags(),
  plan = {},
}: {
  readonly toolchain?: Partial<Toolchain>;
  readonly files?: ReturnType<typeof memoryFiles>;
  readonly tags?: ReturnType<typeof fakeTags>;
  readonly plan?: PlanChanges;
} = {}) {
  const told = recorder();
  const world = aWorld({ toolchain: fakeToolchain(toolchain), files, tags });
  return { told, work: setup.run({}, aPlan({ version: { kind: 'source' }, ...plan }), world, told.emit) };
}

describe('setup', () => {
  it('provides the tools, installs the project and yields it', async () => {
    const { told, work } = setUp();
    expect(await work).toMatchObject({ name: 'demo', version: '1.2.0' });
    expect(told.of('step-ended').map(({ outcome, says }) => [outcome, says])).toEqual([
      [
        'passed',
        'demo 1.2.0 (name from pyproject.toml, version from pyproject.toml), built by setuptools, no changelog, tag v1.2.0 (by tag-format)',
      ],
      ['passed', 'uv 0.9.1 (from PATH), Python 3.12.1'],
      ['passed', 'twine 6.0'],
      ['passed', '12 distributions, resolved now (no lock file)'],
      ['skipped', 'there is no verify.sh, and no verify-command is given'],
    ]);
  });

  it('installs the project with the extras asked for', async () => {
    const asked: unknown[] = [];
    const sync: Toolchain['sync'] = async (request) => {
      asked.push(request);
      return aSync();
    };
    await setUp({ toolchain: { sync }, plan: { toolchain: { extras: ['flask'] } } }).work;
    expect(asked).toEqual([{ extras: ['flask'], variables: {} }]);
  });

  it.each([
    ['setuptools-scm', { SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO: '1.3.0' }],
    // Its variable has no project's name: what the project requires might be built by the same tool.
    ['hatch-vcs', {}],
  ])(
    'gives %s, which computes the version from tags, the tag meanwhile, and the variables %j',
    async (tool, told) => {
      const text = `[build-system]\nrequires = ["${tool}"]\n[project]\nname = "demo"\ndynamic = ["version"]\n`;
      const tags = fakeTags();
      const asked: unknown[] = [];
      const sync: Toolchain['sync'] = async ({ variables }) => {
        asked.push(variables, ...tags.calls);
        return aSync();
      };
      const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: text });
      await setUp({
        toolchain: { sync },
        files,
        tags,
        plan: { version: { kind: 'given', version: '1.3.0' } },
      }).work;
      expect(asked).toEqual([told, 'tag v1.3.0']);
      expect(tags.calls).toEqual(['tag v1.3.0', 'untag v1.3.0']);
    },
  );

  it('stops before any tool where the project cannot be read', async () => {
    const provide = () => Promise.reject(new Error('must not be asked'));
    const { work } = setUp({ toolchain: { provide }, files: memoryFiles() });
    expect(await codesOf(work)).toEqual(['directory-missing']);
  });

  it('leaves nothing running behind a failure', async () => {
    let ended = false;
    const work = setUp({
      toolchain: {
        provideCheckTools: () =>
          Promise.reject(new Stopped([fault('uv-unavailable', { range: '>=0.9', problem: 'HTTP 503' })])),
        async sync() {
          await new Promise((resolve) => setImmediate(resolve));
          ended = true;
          return aSync();
        },
      },
    }).work;
    expect(await codesOf(work)).toEqual(['uv-unavailable']);
    expect(ended).toBe(true);
  });

  it('finds in its preflight what is wrong with the project, and recalls it', async () => {
    const world = aWorld({ files: memoryFiles(PYPROJECT) });
    const plan = aPlan({ version: { kind: 'tag', tag: 'v2.0' } });
    expect((await setup.preflight(plan, world)).map(({ code }) => code)).toEqual(['version-disagrees']);
    expect(await setup.recall(aPlan({ version: { kind: 'source' } }), world)).toMatchObject({ name: 'demo' });
    expect(await codesOf(setup.recall(plan, world))).toEqual(['version-disagrees']);
  });
});

describe('the verify command', () => {
  const commanded = async (files: ReturnType<typeof memoryFiles>, verify = 'auto') => {
    const run: string[] = [];
    const command: Toolchain['command'] = async (line) => {
      run.push(line);
      return DONE;
    };
    await setUp({ toolchain: { command }, files, plan: { commands: { verify } } }).work;
    return run;
  };

  it('is the project’s verify.sh where that may be executed', async () => {
    expect(await commanded(memoryFiles({ ...PYPROJECT, [VERIFY]: '' }, [VERIFY]))).toEqual(['./verify.sh']);
    expect(await commanded(memoryFiles({ ...PYPROJECT, [VERIFY]: '' }))).toEqual([]);
  });

  it('is the given one rather than verify.sh', async () => {
    const files = memoryFiles({ ...PYPROJECT, [VERIFY]: '' }, [VERIFY]);
    expect(await commanded(files, 'make verify')).toEqual(['make verify']);
  });

  it('stops the release where it fails, with its last lines and all that it printed', async () => {
    const output = 'one\ntwo\nthree\nfour\n';
    const { told, work } = setUp({
      toolchain: { command: async () => failing(output, 3) },
      plan: { commands: { verify: 'make verify' } },
    });
    const { code, finding } = await faultOf(work);
    expect([code, finding]).toEqual([
      'tool-failed',
      'make verify ended with exit code 3. two | three | four',
    ]);
    expect(told.of('output')).toEqual([{ kind: 'output', title: 'make verify', text: output }]);
  });
});
