/** Waits for Sigstore as long as the policy says: its outages last minutes, and a release that is under way is worth them. */

import type { Clock } from '../ports/clock.ts';
import { type Emit, noticed } from '../release/event.ts';
import { findingsOf, Stopped } from '../release/fault.ts';

export interface PatienceOptions {
  readonly clock: Clock;
  readonly emit: Emit;
  readonly policy: 'required' | 'best-effort';
}

/** Tries until it is done or patience is at an end. */
export type Patience = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Milliseconds that trouble may last, from the first one on. */
const LIMITS = { required: 600_000, 'best-effort': 60_000 } as const;
/** Milliseconds before each further try; the last one repeats. */
const PAUSES = [5_000, 10_000, 20_000, 40_000, 60_000, 90_000, 120_000];

/**
 * Patience with trouble that may pass: ten minutes (`required`) or one (`best-effort`), for all that is tried with it together. Each
 * wait is told.
 *
 * It throws what the last try threw; a fault of the user's is not tried again.
 */
export function createPatience({ clock, emit, policy }: PatienceOptions): Patience {
  let waits = 0;
  let deadline: number | undefined;
  return async (work) => {
    for (;;) {
      const stopped = await outcomeOf(work);
      if (!(stopped instanceof Stopped)) return stopped.result;
      const now = clock.now().getTime();
      const pause = PAUSES[Math.min(waits, PAUSES.length - 1)] ?? 0;
      deadline ??= now + LIMITS[policy];
      if (!isPassing(stopped) || now + pause > deadline) throw stopped;
      noticed(emit, 'notice', 'Waiting for Sigstore', told(stopped, pause));
      waits += 1;
      await clock.sleep(pause);
    }
  };
}

async function outcomeOf<Result>(
  work: () => Promise<Result>,
): Promise<Stopped | { readonly result: Result }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (error instanceof Stopped) return error;
    throw error;
  }
}

function isPassing({ faults }: Stopped): boolean {
  return faults.every(({ blame }) => blame === 'world');
}

function told(stopped: Stopped, pause: number): string {
  return `${findingsOf(stopped)} Trying again in ${pause / 1_000} s.`;
}
