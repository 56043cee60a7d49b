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
  /** The package to build, below the working directory; that itself where absent. `command` builds all there are. */
  readonly directory?: string;
  /** Whether earlier packages of the same release lie in `packages`, where the build finds what it requires of them. */
  readonly hasSiblings?: boolean;
  /** Directory that the distributions go to, absolute. */
  readonly packages: string;
  /** `SOURCE_DATE_EPOCH`: seconds since the epoch of the commit; undefined outside a git repository. */
  readonly epoch: number | undefined;
  /** Variables for the build back end, such as the one that tells the version. */
  readonly variables?: Readonly<Record<string, string>> | undefined;
  /** Config settings for the back end, each `key=value`; a user's command takes none. */
  readonly configSettings?: readonly string[] | undefined;
}
