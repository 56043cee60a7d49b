import type { Metric } from '../../release/metrics.ts';

/** What a metric's question comes to. */
export type Answer = Pick<Metric, 'value' | 'verdict' | 'says'>;

/** It is so, with the evidence. */
export const yes = (says: string): Answer => ({ value: true, verdict: 'good', says });
/** It is not so, and should be, with what was found. */
export const no = (says: string): Answer => ({ value: false, verdict: 'bad', says });
/** Not to be had, for a reason. */
export const none = (says: string): Answer => ({ value: null, verdict: 'none', says });
/** A number that nobody has to judge. */
export const count = (value: number, says = ''): Answer => ({ value, verdict: 'none', says });
/** A number of things that there should be none of. */
export const countOfBad = (value: number, says = ''): Answer => ({
  value,
  verdict: value === 0 ? 'good' : 'bad',
  says,
});
