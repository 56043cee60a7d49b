import { describe, expect, it } from '@jest/globals';
import { PHASE_TABLE } from '../../src/phases/table.ts';
import type { PhaseName } from '../../src/plan/paths.ts';
import type { Event } from '../../src/release/event.ts';
import type { Facts } from '../../src/release/facts.ts';
import { type Fault, fault, Stopped } from '../../src/release/fault.ts';
import { type Performance, type Performed, type PhaseTable, perform } from '../../src/release/perform.ts';
import type { AnyPhase } from '../../src/release/phase.ts';
import { allFacts } from '../support/events.ts';
import { aPlan, aWorld, fakeEnvironments } from '../support/world.ts';

const MISSING = fault('pyproject-missing', { directory: '/project' });
const NO_TOKEN = fault('forge-token-missing', {});
const EMPTY = fault('token-empty', { input: 'pypi-token' });

/** The real table's needs and yields, with phases that only note what they were asked. */
function aTable(
  log: string[],
  changes: Partial<Record<PhaseName, Partial<AnyPhase>>> = {},
  facts: Partial<Facts> = allFacts(),
) {
  const entries = Object.entries(PHASE_TABLE).map(([name, { needs, wants, uses, yields, title }]) => {
    const phase: AnyPhase = {
      ...{ name: name as PhaseName, title, needs, wants, uses, yields },
      preflight: async () => [],
      recall: async () => undefined,
      async run() {
        log.push(`run ${name}`);
        return (facts as Facts)[yields];
      },
      ...changes[name as PhaseName],
    };
    return [name, phase] as const;
  });
  return Object.fromEntries(entries) as PhaseTable;
}

async function performed(
  table: PhaseTable,
  changes: Partial<Performance> = {},
): Promise<{
  readonly result: Performed;
  readonly events: readonly Event[];
  readonly environments: readonly string[];
}> {
  const events: Event[] = [];
  const environments = fakeEnvironments();
  const result = await perform({
    plan: aPlan({ path: 'C' }),
    world: aWorld({ environments }),
    table,
    subscribers: [(event) => void events.push(event)],
    faults: [],
    ...changes,
  });
  return { result, events, environments: environments.calls };
}

/** The project and the build come from elsewhere, as in a second job. */
const recalled: Partial<Record<PhaseName, Partial<AnyPhase>>> = {
  setup: { recall: async () => allFacts().project },
  build: { recall: async () => allFacts().build },
};

describe('the preflight', () => {
  it('shows the faults of all phases and those given together, and nothing runs', async () => {
    const log: string[] = [];
    const table = aTable(log, {
      build: { preflight: async () => [MISSING] },
      'post-publish': { preflight: () => Promise.reject(new Stopped([NO_TOKEN])) },
    });
    const { result, events } = await performed(table, { faults: [EMPTY] });
    expect(result.faults.map(({ code }) => code)).toEqual([
      'token-empty',
      'pyproject-missing',
      'forge-token-missing',
    ]);
    expect(result).toMatchObject({ outcome: 'failed', failedPhase: undefined, bug: undefined });
    expect(log).toEqual([]);
    expect(events.map(({ kind }) => kind)).toEqual([
      'release-started',
      'faulted',
      'faulted',
      'faulted',
      'release-ended',
    ]);
  });

  it('is not begun where the run may not be: nothing is taken over, and nothing of the project is looked at', async () => {
    const log: string[] = [];
    const noted = (what: string) => async (): Promise<never[]> => {
      log.push(what);
      return [];
    };
    const table = aTable(log, {
      ...recalled,
      build: { ...recalled.build, receive: async () => void log.push('receive') },
      pypi: { preflight: noted('preflight') },
    });
    const refusals = [
      fault('event-untrusted', { event: 'pull_request_target', reason: 'no', remedy: 'elsewhere' }),
    ];
    const { result } = await performed(table, {
      plan: aPlan({ phases: ['pypi', 'post-publish'] }),
      faults: [EMPTY],
      refusals,
    });
    expect(result.faults.map(({ code }) => code)).toEqual(['event-untrusted', 'token-empty']);
    expect([log, result.outcome, result.failedPhase]).toEqual([[], 'failed', undefined]);
  });

  it('names the phase that found a fault', async () => {
    const { result } = await performed(aTable([], { build: { preflight: async () => [MISSING] } }), {
      faults: [EMPTY],
    });
    expect(result.faults.map(({ phase }) => phase)).toEqual([undefined, 'build']);
  });

  it('counts a fault that two phases found as one, and as the first one’s', async () => {
    const found = { preflight: async () => [MISSING] };
    const { result } = await performed(aTable([], { build: found, pypi: found, 'post-publish': found }));
    expect(result.faults).toEqual([{ ...MISSING, phase: 'build' }]);
  });

  it('keeps faults of one code apart where they say different things', async () => {
    const other = fault('token-empty', { input: 'testpypi-token' });
    const { result } = await performed(aTable([]), { faults: [EMPTY, other, EMPTY] });
    expect(result.faults.map(({ finding }) => finding)).toEqual([EMPTY.finding, other.finding]);
  });

  it('asks the planned phases only', async () => {
    const log: string[] = [];
    const table = aTable(log, { setup: { ...recalled.setup, preflight: async () => [MISSING] } });
    const { result } = await performed(table);
    expect(result.outcome).toBe('released');
  });
});

describe('what another job made', () => {
  const PUBLISH = { plan: aPlan({ phases: ['pypi', 'post-publish'] }) };

  it('is taken over before anything is looked at, and told', async () => {
    const log: string[] = [];
    const table = aTable(log, {
      ...recalled,
      build: {
        ...recalled.build,
        async receive(_plan, _world, emit) {
          log.push('receive build');
          emit({ kind: 'noticed', level: 'notice', title: 'Taken', says: 'two files' });
        },
      },
      pypi: {
        async preflight() {
          log.push('preflight pypi');
          return [];
        },
      },
    });
    const { events } = await performed(table, PUBLISH);
    expect(log).toEqual(['receive build', 'preflight pypi', 'run pypi', 'run post-publish']);
    expect(events.find(({ kind }) => kind === 'noticed')).toMatchObject({
      phase: 'build',
      says: 'two files',
    });
  });

  it('stops the release where it cannot be taken over, and nothing is looked for that may have come with it', async () => {
    const receive = (): Promise<never> => Promise.reject(new Stopped([NO_TOKEN]));
    const table = aTable([], { build: { receive }, pypi: { preflight: async () => [MISSING] } });
    const { result } = await performed(table, { ...PUBLISH, faults: [EMPTY] });
    expect(result.faults.map(({ code }) => code)).toEqual(['token-empty', 'forge-token-missing']);
  });

  it('is not asked for where this job makes it, or nothing needs it', async () => {
    const receive = (): Promise<never> => Promise.reject(new Error('nobody asked'));
    const table = aTable([], { ...recalled, build: { ...recalled.build, receive } });
    const whole = await performed(table);
    const checked = await performed(table, { plan: aPlan({ phases: ['setup', 'develop'] }) });
    expect([whole.result.bug, checked.result.bug]).toEqual([undefined, undefined]);
  });
});

describe('the run', () => {
  it('runs the phases in their order, each told from start to end', async () => {
    const log: string[] = [];
    const { result, events } = await performed(aTable(log), { plan: aPlan() });
    expect(log).toEqual(aPlan().phases.map((name) => `run ${name}`));
    expect(result.faults).toEqual([]);
    expect(result.release.facts).toEqual(allFacts());
    expect(events.flatMap((event) => (event.kind === 'phase-ended' ? [event.outcome] : []))).toEqual(
      aPlan().phases.map(() => 'passed'),
    );
    expect(events.map(({ at }) => at)).toEqual(events.map(() => Date.parse('2026-09-01T12:00:00Z')));
  });

  it('adds the phase to what a phase tells', async () => {
    const build: Partial<AnyPhase> = {
      async run(_given, _plan, _world, emit) {
        emit({ kind: 'step-started', step: 'Build' });
        return allFacts().build;
      },
    };
    const { events } = await performed(aTable([], { ...recalled, build }));
    expect(events).toContainEqual(expect.objectContaining({ kind: 'step-started', phase: 'build' }));
  });

  it('recalls a need by its own phase where that did not run, and only then', async () => {
    const asked: string[] = [];
    const given: unknown[] = [];
    const note = (name: 'setup' | 'build', fact: Facts['project'] | Facts['build']): Partial<AnyPhase> => ({
      async recall() {
        asked.push(name);
        return fact;
      },
    });
    const table = aTable([], {
      setup: note('setup', allFacts().project),
      build: note('build', allFacts().build),
      pypi: {
        async run(got) {
          given.push(got);
          return allFacts().upload;
        },
      },
    });
    const { result } = await performed(table, { plan: aPlan({ phases: ['pypi', 'post-publish'] }) });
    expect(asked).toEqual(['setup', 'build']);
    expect(given).toEqual([{ project: allFacts().project, build: allFacts().build, checks: undefined }]);
    expect(Object.keys(result.release.facts).sort()).toEqual(['build', 'project', 'released', 'upload']);
  });

  it('gives a wanted fact where it is known, and never recalls it', async () => {
    const given: Partial<Facts>[] = [];
    const build: Partial<AnyPhase> = {
      async run(got) {
        given.push(got);
        return allFacts().build;
      },
    };
    const develop: Partial<AnyPhase> = { recall: () => Promise.reject(new Error('must not be recalled')) };
    const table = aTable([], { ...recalled, build });
    await performed(table, { plan: aPlan({ path: 'B' }) });
    await performed(aTable([], { setup: recalled.setup ?? {}, develop, build }), {
      plan: aPlan({ phases: ['build'] }),
    });
    expect(given.map(({ checks }) => checks)).toEqual([allFacts().checks, undefined]);
  });

  it('names the phase to run first where a need is nowhere', async () => {
    const log: string[] = [];
    const { result } = await performed(aTable(log, { setup: recalled.setup ?? {} }), {
      plan: aPlan({ phases: ['pypi'] }),
    });
    expect(result.faults).toEqual([
      {
        ...fault('phase-missing', {
          phase: 'pypi',
          fact: 'build',
          first: 'build',
          searched: `${aPlan().packages} holds no distribution, and artifacts were not looked at (handover: files)`,
        }),
        phase: 'pypi',
      },
    ]);
    expect(result.failedPhase).toBe('pypi');
    expect(log).toEqual([]);
  });

  it('stops at the phase that fails, with what is known so far', async () => {
    const log: string[] = [];
    const failing: Partial<AnyPhase> = { run: () => Promise.reject(new Stopped([NO_TOKEN])) };
    const { result, events } = await performed(aTable(log, { ...recalled, pypi: failing }));
    expect(log).toEqual(['run build']);
    expect(result).toMatchObject({ outcome: 'failed', failedPhase: 'pypi', bug: undefined });
    expect(result.faults).toEqual([{ ...NO_TOKEN, phase: 'pypi' }]);
    const { project, build } = allFacts();
    expect(events.slice(-3)).toEqual([
      expect.objectContaining({
        kind: 'phase-ended',
        phase: 'pypi',
        outcome: 'failed',
        facts: { project, build },
      }),
      expect.objectContaining({ kind: 'faulted' }),
      expect.objectContaining({ kind: 'release-ended', outcome: 'failed', facts: { project, build } }),
    ]);
  });

  it('reports an unknown error as a bug, and does not throw it', async () => {
    const broken = new TypeError('x is not a function');
    const { result } = await performed(
      aTable([], { ...recalled, build: { ...recalled.build, run: () => Promise.reject(broken) } }),
    );
    expect(result.bug).toBe(broken);
    expect(result.faults).toEqual([
      { ...fault('bug', { message: 'x is not a function', phase: 'build' }), phase: 'build' },
    ]);
  });

  it('reports a bug of a preflight', async () => {
    const { result } = await performed(
      aTable([], { build: { preflight: () => Promise.reject('a mere text') } }),
    );
    expect(result.faults).toEqual([fault('bug', { message: 'a mere text', phase: 'preflight' })]);
    expect(result.bug).toBe('a mere text');
  });

  it.each<readonly [string, Partial<Record<PhaseName, Partial<AnyPhase>>>]>([
    ['all went well', recalled],
    [
      'a preflight found a fault',
      { ...recalled, build: { preflight: async (): Promise<Fault[]> => [MISSING] } },
    ],
    ['a phase stopped', { ...recalled, build: { run: () => Promise.reject(new Stopped([MISSING])) } }],
    ['there was a bug', { ...recalled, build: { run: () => Promise.reject(new Error('bug')) } }],
  ])('removes the environments at the end where %s', async (_how, changes) => {
    const { environments } = await performed(aTable([], changes));
    expect(environments).toEqual(['removeAll']);
  });

  it('never throws, even where they cannot be removed', async () => {
    const removeAll = () => Promise.reject(new Error('ENOTEMPTY'));
    const world = aWorld({ environments: { ...fakeEnvironments(), removeAll } });
    const { result } = await performed(aTable([], recalled), { world });
    expect(result).toMatchObject({ outcome: 'released', bug: undefined });
  });

  it('tells what a phase that stopped has found out all the same', async () => {
    const { monitored } = { monitored: { name: 'demo', version: '1.2.0', url: undefined } };
    const stops = () => Promise.reject(new Stopped([MISSING], { found: { monitored } }));
    const { result, events } = await performed(aTable([], { monitor: { run: stops } }), {
      plan: aPlan({ phases: ['monitor'] }),
    });
    expect(result).toMatchObject({
      outcome: 'failed',
      failedPhase: 'monitor',
      release: { facts: { monitored } },
    });
    expect(events.at(-1)).toMatchObject({ kind: 'release-ended', facts: { monitored } });
  });
});

describe('the outcome', () => {
  const outcome = async (facts: Partial<Facts>, plan = aPlan()): Promise<string> =>
    (await performed(aTable([], {}, facts), { plan })).result.outcome;
  const stood = allFacts('satisfied');

  it('is released where a lasting change was made', async () => {
    expect(await outcome(allFacts('act'))).toBe('released');
  });

  it('is satisfied where all of it stood', async () => {
    expect(await outcome(stood)).toBe('satisfied');
  });

  it.each<readonly [string, Partial<Facts>]>([
    ['a file on TestPyPI', { testUpload: allFacts('act').testUpload }],
    ['a file on PyPI', { upload: allFacts('act').upload }],
    ['the tag', { released: { ...stood.released, tag: { ...stood.released.tag, decision: 'act' } } }],
    ['the release', { released: { ...stood.released, release: allFacts('act').released.release } }],
  ])('is released where only %s was made', async (_what, facts) => {
    expect(await outcome({ ...stood, ...facts })).toBe('released');
  });

  it('is dry-run in a dry run', async () => {
    expect(await outcome(allFacts('would-act'), aPlan({ mode: 'dry-run' }))).toBe('dry-run');
  });

  it('is satisfied where nothing lasting was asked for', async () => {
    const { result } = await performed(aTable([]), { plan: aPlan({ phases: ['setup', 'build'] }) });
    expect(result.outcome).toBe('satisfied');
  });
});

describe('a cancel', () => {
  it('stops the phase that is under way, without waiting for it', async () => {
    const cancel = new AbortController();
    const log: string[] = [];
    const endless: Partial<AnyPhase> = {
      run: () => {
        setImmediate(() => cancel.abort('SIGINT'));
        return new Promise(() => {});
      },
    };
    const { result, environments } = await performed(aTable(log, { ...recalled, pypi: endless }), {
      cancel: cancel.signal,
    });
    expect(result.faults).toEqual([
      { ...fault('cancelled', { signal: 'SIGINT', phase: 'pypi' }), phase: 'pypi' },
    ]);
    expect(result).toMatchObject({ outcome: 'failed', failedPhase: 'pypi' });
    expect(log).toEqual(['run build']);
    expect(environments).toEqual(['removeAll']);
  });

  it('lets nothing begin after it', async () => {
    const cancel = new AbortController();
    const log: string[] = [];
    const table = aTable(log, {
      ...recalled,
      build: {
        async run() {
          log.push('run build');
          cancel.abort('SIGTERM');
          return allFacts().build;
        },
      },
    });
    const { result } = await performed(table, { cancel: cancel.signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(log).toEqual(['run build']);
    expect(result.faults.map(({ code }) => code)).toEqual(['cancelled']);
  });

  it('lets nothing begin where it came first', async () => {
    const log: string[] = [];
    const build: Partial<AnyPhase> = {
      async preflight() {
        log.push('preflight');
        return [];
      },
    };
    const { result } = await performed(aTable(log, { ...recalled, build }), {
      cancel: AbortSignal.abort('SIGTERM'),
    });
    expect(log).toEqual([]);
    expect(result.faults.map(({ code }) => code)).toEqual(['cancelled']);
  });

  it('ends a preflight that is under way', async () => {
    const cancel = new AbortController();
    const log: string[] = [];
    const waiting = {
      preflight: () => {
        setImmediate(() => cancel.abort('SIGINT'));
        return new Promise<never>(() => {});
      },
    };
    const { result } = await performed(aTable(log, { ...recalled, build: waiting }), {
      cancel: cancel.signal,
    });
    expect(result.faults.map(({ code, finding }) => [code, finding])).toEqual([
      ['cancelled', 'SIGINT came during the preflight.'],
    ]);
    expect(log).toEqual([]);
  });

  it('changes nothing where it never comes', async () => {
    const { result } = await performed(aTable([], recalled), { cancel: new AbortController().signal });
    expect(result.outcome).toBe('released');
  });
});
