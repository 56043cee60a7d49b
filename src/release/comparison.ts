import type { ReleaseDifference } from '../packaging/release-difference.ts';

/** What the release of a package changes for those who have the last one. */
export interface Comparison {
  /** The package, as it spells itself. */
  readonly project: string;
  /** Version of the last release. */
  readonly last: string;
  /** Systems and processors that only the last one had wheels for, such as `win_amd64`. */
  readonly lostMachines: readonly string[];
  /** What differs between two wheels of one kind; or a sentence on why that is not known. */
  readonly contents: ComparedContents | string;
}

export interface ComparedContents {
  /** Names of the two wheels. */
  readonly before: string;
  readonly now: string;
  readonly difference: ReleaseDifference;
}
