import type { CommandResult } from './toolchain.ts';

/** The changes of a release, each in a file of its own until the release. */
export interface NewsFragments {
  /** Makes them the changelog's section of this release and removes them, in the working directory (`towncrier build`). */
  collect(release: CollectedAs): Promise<CommandResult>;
}

export interface CollectedAs {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}
