import type { CommandResult } from './toolchain.ts';

/** The changes of a release, each in a file of its own until the release. */
export interface NewsFragments {
  /** Makes them the changelog's section of this release and removes them, in the working directory (`towncrier build`). */
  collect(release: CollectedAs): Promise<CommandResult>;
}

export interface CollectedAs {
  /** As it is to stand in the title. */
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Where the fragments lie in `newsfragments` at the top although no setting says so. */
  readonly atTop?: {
    /** The file of the settings. */
    readonly settings: string;
    /** The project's name, for the title. */
    readonly name: string;
  };
}
