import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bundledAction } from '../support/bundled-action.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';
import { type Life, openLife } from './life.ts';
import type { Ended } from './process.ts';
import { FILES, madeProject, NAME, sleepy, VERSION } from './project.ts';

/** Seconds between the runner's SIGINT and its SIGTERM. */
const PATIENCE = 7.5;

// Windows has no process groups.
const claim = process.platform === 'win32' ? it.skip : it;

let scratch: Scratch;
let action: string;

beforeAll(async () => {
  scratch = makeScratch();
  action = await bundledAction(scratch.file('action'));
}, 60_000);

afterAll(() => scratch.remove());

interface Cancelled extends Ended {
  /** From the signal to the end. */
  readonly took: number;
  /** Processes of its group that were left. */
  readonly left: readonly string[];
}

/** Starts a run, waits until it has come so far, and cancels it as the runner does: a signal to the action alone. */
async function cancelled(life: Life, when: () => boolean): Promise<Cancelled> {
  const running = await life.begin();
  for (let waited = 0; !when() && !running.ended() && waited < 60_000; waited += 20) await delay(20);
  const since = Date.now();
  running.signal('SIGINT');
  const ended = await running.end;
  const took = (Date.now() - since) / 1_000;
  const left = running.members();
  running.kill();
  return { ...ended, took, left };
}

function expectCancelled({ exit, report, summary, took, left }: Cancelled, phase: string): void {
  expect([exit, report?.outcome, left]).toEqual([1, 'failed', []]);
  expect(report?.faults).toMatchObject([{ code: 'cancelled', phase }]);
  expect(summary).toContain('cancelled');
  expect(took).toBeLessThan(PATIENCE);
}

async function expectFinished(life: Life): Promise<void> {
  const { exit, report } = await life.run();
  expect([exit, report?.outcome, report?.faults]).toEqual([0, 'released', []]);
  const { pypi, testpypi, releases } = await life.services.world();
  expect(Object.keys(pypi[NAME]?.[VERSION] ?? {}).sort()).toEqual([...FILES].sort());
  expect(testpypi[NAME]?.[VERSION]).toEqual(pypi[NAME]?.[VERSION]);
  expect(releases.map(({ draft }) => draft)).toEqual([false]);
  expect([life.violations, life.announced()]).toEqual([[], 1]);
}

claim(
  'a run that is cancelled while tests run has ended in time, with all its children, and is finished by the next',
  async () => {
    const [asleep, awake] = [scratch.file('asleep'), scratch.file('awake')];
    const life = await openLife({ origin: madeProject(scratch, sleepy(asleep, awake)), action });
    try {
      expectCancelled(await cancelled(life, () => existsSync(asleep)), 'develop');
      writeFileSync(awake, '');
      await expectFinished(life);
    } finally {
      await life.close();
    }
  },
  120_000,
);

claim(
  'a run that is cancelled while an upload is slow has ended in time, with all its children, and is finished by the next',
  async () => {
    const second = makeScratch();
    const life = await openLife({
      origin: madeProject(second),
      action,
      mishaps: ['pypi:POST /legacy/:slow-20000:1'],
    });
    try {
      const isUploading = () =>
        life.services.requests.some(({ service, path }) => service === 'pypi' && path === '/legacy/');
      expectCancelled(await cancelled(life, isUploading), 'pypi');
      await expectFinished(life);
    } finally {
      await life.close();
      second.remove();
    }
  },
  120_000,
);
