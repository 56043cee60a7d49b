import type { Clock } from '../../ports/clock.ts';

/** The machine's own clock. */
export function createClock(): Clock {
  return {
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
