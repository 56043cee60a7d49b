import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { converge, type Decision, type Target } from '../../src/release/converge.ts';
import { fault, Stopped } from '../../src/release/fault.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { codesOf, recorder } from '../support/world.ts';

const TROUBLE = new Stopped([
  fault('index-trouble', { index: 'pypi', operation: 'upload', attempts: 3, last: 'HTTP 503' }),
]);
const REFUSAL = new Stopped([
  fault('upload-refused', { index: 'pypi', filename: 'f', status: 400, reason: 'no' }),
]);
const MAINTENANCE = fault('index-maintenance', {
  index: 'pypi',
  filename: 'f',
  status: 403,
  reason: 'Read-only mode',
});
const CONFLICT = fault('upload-conflict', { index: 'pypi', filename: 'f', ours: 'ours', theirs: 'other' });

/** What becomes of one act: done; failed before it happened; or done with its answer lost. */
type Answer = 'done' | 'trouble' | 'lost' | 'refused' | 'refused-after';

/** A world of one value. */
function aWorldOf(start: string | undefined, answers: readonly Answer[] = []) {
  const log: string[] = [];
  const script = [...answers];
  let held = start;
  const target: Target<string, string | undefined, string> = {
    name: 'the value',
    async observe() {
      log.push('look');
      return held;
    },
    decide(wanted, seen): Decision<string> {
      if (seen === undefined) return { kind: 'act', change: wanted, evidence: 'absent' };
      if (seen === wanted) return { kind: 'satisfied', evidence: 'same' };
      return { kind: 'conflict', fault: CONFLICT, evidence: 'other' };
    },
    async act(change) {
      log.push('act');
      const answer = script.shift() ?? 'done';
      if (answer === 'trouble') throw TROUBLE;
      if (answer === 'refused') throw REFUSAL;
      held = change;
      if (answer === 'lost') throw TROUBLE;
      if (answer === 'refused-after') throw REFUSAL;
    },
  };
  return { target, log, held: () => held };
}

const release = () => ({ mode: 'release' as const, clock: fakeClock(), emit: recorder().emit });
const troubles = fc.array(fc.constantFrom<Answer>('trouble', 'lost'), { maxLength: 6 });

describe('converge', () => {
  it('is satisfied the second time, whatever the first time met', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, async (answers) => {
        const { target, log } = aWorldOf(undefined, answers);
        const first = await converge(target, 'ours', release()).catch((error: unknown) => error);
        const again = await converge(target, 'ours', release()).catch((error: unknown) => error);
        if (first === 'act') expect(again).toBe('satisfied');
        const acts = log.filter((entry) => entry === 'act').length;
        const third = await converge(target, 'ours', release()).catch((error: unknown) => error);
        if (again === 'satisfied' || again === 'act') {
          expect(third).toBe('satisfied');
          expect(log.filter((entry) => entry === 'act').length).toBe(acts);
        }
      }),
    );
  });

  it('looks before every act, and after every act that failed by the world’s fault', async () => {
    await fc.assert(
      fc.asyncProperty(troubles, async (answers) => {
        const { target, log } = aWorldOf(undefined, answers);
        await converge(target, 'ours', release()).catch(() => undefined);
        expect(log.join(' ')).toMatch(/^look( act look)*( act)?$/);
        if (answers.length > 0) expect(log.join(' ')).toMatch(/^look act look/);
      }),
    );
  });

  it('never acts where the world holds something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.constantFrom('release', 'dry-run' as const), async (held, mode) => {
        fc.pre(held !== 'ours');
        const { target, log } = aWorldOf(held);
        const told = recorder();
        const codes = await codesOf(
          converge(target, 'ours', { mode: mode as 'release', clock: fakeClock(), emit: told.emit }),
        );
        expect(codes).toEqual(['upload-conflict']);
        expect(log).toEqual(['look']);
        expect(told.events).toEqual([
          { kind: 'decided', target: 'the value', decision: 'conflict', evidence: 'other' },
        ]);
      }),
    );
  });

  it('never acts in a dry run, and says what it would do', async () => {
    const { target, log } = aWorldOf(undefined);
    const told = recorder();
    const made = await converge(target, 'ours', { mode: 'dry-run', clock: fakeClock(), emit: told.emit });
    expect(made).toBe('would-act');
    expect(log).toEqual(['look']);
    expect(told.of('decided')).toEqual([
      { kind: 'decided', target: 'the value', decision: 'would-act', evidence: 'absent' },
    ]);
  });

  it('is satisfied in a dry run where all stands', async () => {
    const { target } = aWorldOf('ours');
    const made = await converge(target, 'ours', { ...release(), mode: 'dry-run' });
    expect(made).toBe('satisfied');
  });

  it('counts an act whose answer was lost as made, without making it again', async () => {
    const { target, log } = aWorldOf(undefined, ['lost']);
    const told = recorder();
    const made = await converge(target, 'ours', { mode: 'release', clock: fakeClock(), emit: told.emit });
    expect(made).toBe('act');
    expect(log).toEqual(['look', 'act', 'look']);
    expect(told.of('decided').map(({ decision }) => decision)).toEqual(['act']);
  });

  it('says once what it decided, however many tries it takes', async () => {
    const { target, log } = aWorldOf(undefined, ['trouble', 'trouble']);
    const told = recorder();
    const made = await converge(target, 'ours', { mode: 'release', clock: fakeClock(), emit: told.emit });
    expect(made).toBe('act');
    expect(log).toEqual(['look', 'act', 'look', 'act', 'look', 'act']);
    expect(told.of('decided').map(({ decision }) => decision)).toEqual(['act']);
  });

  it('does not try again what the user must mend, but looks whether it stands', async () => {
    const { target, log } = aWorldOf(undefined, ['refused']);
    const clock = fakeClock();
    expect(await codesOf(converge(target, 'ours', { ...release(), clock }))).toEqual(['upload-refused']);
    expect(log).toEqual(['look', 'act', 'look']);
    expect(clock.slept).toEqual([]);
    const stood = aWorldOf(undefined, ['refused-after']);
    expect(await converge(stood.target, 'ours', release())).toBe('act');
  });

  it('leaves the world alone for as long as it asked', async () => {
    const { target } = aWorldOf(undefined);
    const busy = new Stopped(TROUBLE.faults, { patience: 60_000 });
    let tries = 0;
    const act = (change: string) => (tries++ === 0 ? Promise.reject(busy) : target.act(change));
    const clock = fakeClock();
    await converge({ ...target, act }, 'ours', { ...release(), clock });
    expect(clock.slept).toEqual([60_000]);
  });

  it('does not try again what no wait of seconds mends', async () => {
    const { target, log } = aWorldOf(undefined);
    const closed = new Stopped([MAINTENANCE]);
    const clock = fakeClock();
    const work = converge({ ...target, act: () => Promise.reject(closed) }, 'ours', { ...release(), clock });
    expect(await codesOf(work)).toEqual(['index-maintenance']);
    expect([log, clock.slept]).toEqual([['look', 'look'], []]);
  });

  it('tells the act’s own failure where the world cannot be looked at after it', async () => {
    const { target } = aWorldOf(undefined, ['refused']);
    let looks = 0;
    const observe = () => (looks++ === 0 ? target.observe('ours') : Promise.reject(TROUBLE));
    expect(await codesOf(converge({ ...target, observe }, 'ours', release()))).toEqual(['upload-refused']);
  });

  it('does not try again after an error that is no fault', async () => {
    const { target, log } = aWorldOf(undefined);
    const broken = { ...target, act: () => Promise.reject(new TypeError('ours')) };
    await expect(converge(broken, 'ours', release())).rejects.toThrow(TypeError);
    expect(log).toEqual(['look']);
  });

  it('gives up after its pauses with the world’s own fault', async () => {
    const { target, log } = aWorldOf(undefined, ['trouble', 'trouble', 'trouble', 'trouble', 'trouble']);
    const clock = fakeClock();
    const codes = await codesOf(converge(target, 'ours', { ...release(), clock }));
    expect(codes).toEqual(['index-trouble']);
    expect(clock.slept).toHaveLength(3);
    for (const [at, pause] of [1_000, 4_000, 10_000].entries()) {
      expect(clock.slept[at]).toBeGreaterThanOrEqual(pause / 2);
      expect(clock.slept[at]).toBeLessThanOrEqual(pause);
    }
    expect(log.filter((entry) => entry === 'act').length).toBe(4);
    expect(log.at(-1)).toBe('look');
  });

  it('takes the last look for an answer', async () => {
    const { target } = aWorldOf(undefined, ['trouble', 'lost']);
    const made = await converge(target, 'ours', { ...release(), pauses: [5] });
    expect(made).toBe('act');
  });

  it('finds a conflict that came about between two tries', async () => {
    const { target, log } = aWorldOf(undefined, ['trouble']);
    let looks = 0;
    const rival = { ...target, observe: async () => (looks++ === 0 ? undefined : 'theirs') };
    expect(await codesOf(converge(rival, 'ours', release()))).toEqual(['upload-conflict']);
    expect(log).toEqual(['act']);
  });
});
