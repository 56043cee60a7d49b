import type { CommandResult } from './toolchain.ts';

/** Makes distributions. The tools see an allow-listed environment, never a credential. */
export interface Builder {
  /** Provides what `check` needs; begun while the build runs, it costs no time of its own. */
  prepare(): Promise<void>;
  /** Builds the sdist, then the wheel from that sdist. */
  build(request: BuildRequest): Promise<CommandResult>;
  /** Runs the user's own build command in the working directory. */
  command(line: string, request: BuildRequest): Promise<CommandResult>;
  /** `twine check --strict` over the files. */
  check(files: readonly string[]): Promise<CommandResult>;
}

export interface BuildRequest {
  /** Directory that the distributions go to, absolute. */
  readonly packages: string;
  /** `SOURCE_DATE_EPOCH`: seconds since the epoch of the commit; undefined outside a git repository. */
  readonly epoch: number | undefined;
  /** Config settings for the back end, each `key=value`; a user's command takes none. */
  readonly configSettings?: readonly string[];
}
