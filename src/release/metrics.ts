/** A success metric of what was released. The metrics themselves are a table in `phases/monitor/metrics.ts`. */

export const METRIC_IDS = [
  'page',
  'install',
  'readme',
  'links',
  'downloads',
  'critical-issues',
  'stars',
  'forks',
  'reactions',
] as const;

export type MetricId = (typeof METRIC_IDS)[number];

export interface Metric {
  readonly id: MetricId;
  readonly title: string;
  /** Whether it is so, or how many; null where it is not to be had. */
  readonly value: boolean | number | null;
  /** `none`: a number that is neither good nor bad, or one that is not to be had. */
  readonly verdict: 'good' | 'bad' | 'none';
  /** One sentence: the evidence, or the reason why it is not to be had. */
  readonly says: string;
}
