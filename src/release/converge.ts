/** Every lasting change is observed, decided, then made: running it twice makes it once. */

import type { Clock } from '../ports/clock.ts';
import type { Emit } from './event.ts';
import { type Fault, type FaultCode, Stopped } from './fault.ts';

/** What to do about one lasting change, and the evidence for it. */
export type Decision<Change> =
  | { readonly kind: 'satisfied'; readonly evidence: string }
  | { readonly kind: 'act'; readonly change: Change; readonly evidence: string }
  | { readonly kind: 'conflict'; readonly fault: Fault; readonly evidence: string };

/** One lasting change. `decide` is pure: that is where the tests live. */
export interface Target<Wanted, Seen, Change> {
  /** What the change is about, e.g. `pypi demo-1.0.tar.gz`. */
  readonly name: string;
  /** Looks at the world, past every cache. */
  observe(wanted: Wanted): Promise<Seen>;
  decide(wanted: Wanted, seen: Seen): Decision<Change>;
  /** @param attempt how often the change was tried with this; 1 where absent */
  act(change: Change, attempt?: number): Promise<void>;
}

export interface Convergence {
  readonly mode: 'release' | 'dry-run';
  readonly clock: Clock;
  readonly emit: Emit;
  /** Milliseconds to wait at the most before each further try after an act that failed by the world's fault; at the least half of it. */
  readonly pauses?: readonly number[];
}

/** How the change came to stand. */
export type Converged = 'satisfied' | 'act' | 'would-act';

/** The world's faults that no wait of seconds mends: they were waited for already, or last until somebody ends them. */
const LASTING: readonly FaultCode[] = [
  'index-maintenance',
  'registration-closed',
  'trusted-publishing-disabled',
  'identity-refused',
  'cancelled',
  'bug',
];

/**
 * Brings one lasting change about. After an act that failed the world is looked at again before anything is tried again, or given up:
 * the act may have happened although its answer was lost. Only what may pass by itself is tried again.
 *
 * @throws Stopped with the conflict's fault, or with the act's own fault when all tries failed
 */
export async function converge<Wanted, Seen, Change>(
  target: Target<Wanted, Seen, Change>,
  wanted: Wanted,
  { mode, clock, emit, pauses = [1_000, 4_000, 10_000] }: Convergence,
): Promise<Converged> {
  for (let tries = 0; ; tries += 1) {
    const decision = target.decide(wanted, await target.observe(wanted));
    const { evidence } = decision;
    if (decision.kind === 'conflict') {
      emit({ kind: 'decided', target: target.name, decision: 'conflict', evidence });
      throw new Stopped([decision.fault]);
    }
    if (decision.kind === 'satisfied') {
      if (tries === 0) emit({ kind: 'decided', target: target.name, decision: 'satisfied', evidence });
      return tries === 0 ? 'satisfied' : 'act';
    }
    if (mode === 'dry-run') {
      emit({ kind: 'decided', target: target.name, decision: 'would-act', evidence });
      return 'would-act';
    }
    if (tries === 0) emit({ kind: 'decided', target: target.name, decision: 'act', evidence });
    const failure = await outcomeOf(target.act(decision.change, tries + 1));
    if (failure === undefined) return 'act';
    if (!(failure instanceof Stopped)) throw failure;
    const pause = pauses[tries];
    if (pause === undefined || !mayPass(failure)) return settled(target, wanted, failure);
    await clock.sleep(Math.max(failure.patience, jittered(pause)));
  }
}

/** The last look after the last try: what was asked for may stand although every answer was lost. */
async function settled<Wanted, Seen, Change>(
  target: Target<Wanted, Seen, Change>,
  wanted: Wanted,
  failure: Stopped,
): Promise<Converged> {
  const seen = await lookedAt(target, wanted);
  if (seen !== undefined && target.decide(wanted, seen.value).kind === 'satisfied') return 'act';
  throw failure;
}

/** Undefined where the world cannot be looked at: the act's own failure then says more than that of the look. */
async function lookedAt<Wanted, Seen, Change>(
  target: Target<Wanted, Seen, Change>,
  wanted: Wanted,
): Promise<{ readonly value: Seen } | undefined> {
  try {
    return { value: await target.observe(wanted) };
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

async function outcomeOf(work: Promise<void>): Promise<unknown> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return error;
  }
}

function mayPass({ faults }: Stopped): boolean {
  return faults.every(({ blame, code }) => blame === 'world' && !LASTING.includes(code));
}

/** Half to all of a time, so that several acts that failed together are not tried again together. */
function jittered(pause: number): number {
  return Math.round(pause * (0.5 + Math.random() / 2));
}
