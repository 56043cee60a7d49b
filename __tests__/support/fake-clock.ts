import type { Clock } from '../../src/ports/clock.ts';

/** A clock that waits in no time, and tells how long it was asked to. */
export interface FakeClock extends Clock {
  /** Milliseconds of every sleep, in order. */
  readonly slept: readonly number[];
  /** Lets time go by. */
  pass(milliseconds: number): void;
}

/** A clock that stands at this time until somebody sleeps. */
export function fakeClock(start = '2026-09-01T12:00:00Z'): FakeClock {
  let now = Date.parse(start);
  const slept: number[] = [];
  return {
    slept,
    now: () => new Date(now),
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
    within: (_milliseconds, work) => work,
    pass(milliseconds) {
      now += milliseconds;
    },
  } satisfies FakeClock;
}
