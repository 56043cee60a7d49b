import type { Clock } from '../../ports/clock.ts';
import { TimeOver, within } from './time-limit.ts';

/** The machine's own clock. */
export function createClock(): Clock {
  return {
    now: () => new Date(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    async within(milliseconds, work) {
      try {
        return await within(milliseconds, work);
      } catch (error) {
        if (error instanceof TimeOver) return undefined;
        throw error;
      }
    },
  };
}
