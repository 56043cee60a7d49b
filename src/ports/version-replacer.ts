import type { CommandResult } from './toolchain.ts';

/** The project's own tool that writes a new version into the files it is configured for (bump-my-version). */
export interface VersionReplacer {
  /** Replaces the version in all files that a configuration names. Nothing is committed or tagged, and no hook is run. */
  replace(replacement: Replacement): Promise<CommandResult>;
}

export interface Replacement {
  /** The file of the configuration, below the working directory. What it names lies beside it or below. */
  readonly configuration: string;
  /** As it is spelled in the source. */
  readonly from: string;
  readonly to: string;
}
