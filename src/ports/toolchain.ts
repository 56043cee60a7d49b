/** The Python toolchain: what setup provides. */
export interface Toolchain {
  /** Provides uv (on PATH and in range, else the pinned wheel from the package index) and says what there is. */
  provide(): Promise<ProvidedToolchain>;
  /** Provides the pinned check tools (twine, ruff, build) in an environment of their own. Done once, whoever asks. */
  provideCheckTools(): Promise<readonly ToolVersion[]>;
  /** Installs the project with its extras and dependency groups into its own environment. */
  sync(request: SyncRequest): Promise<SyncReport>;
  /** Runs a command line of the user's in the project's environment. */
  command(line: string): Promise<CommandResult>;
}

export interface ProvidedToolchain {
  readonly uv: string;
  /** Where uv came from. */
  readonly origin: 'PATH' | 'index';
  readonly python: string;
}

export interface ToolVersion {
  readonly name: string;
  readonly version: string;
}

export interface SyncRequest {
  readonly extras: readonly string[] | 'all';
  /** Variables for the project's build back end, such as the one that tells its version. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** How the project came into its environment. */
export interface SyncReport {
  /** How many distributions the environment holds. */
  readonly installed: number;
  /**
   * What settled the versions: the lock file; all that the project asks for resolved together, for every Python that it allows; or
   * resolved for the Python at hand alone.
   */
  readonly resolution: 'lock' | 'universal' | 'this-python';
  /** Why it was not settled in a better way; undefined where it was as good as it can be. Untrusted text. */
  readonly because: string | undefined;
  /** Another tool's lock file that the versions were held to. */
  readonly heldTo?: string | undefined;
  /** Whether the project's code is used where it lies; else the environment has a copy. */
  readonly editable: boolean;
  /** Extras, groups and requirements that could not be had. */
  readonly leftOut: readonly LeftOut[];
  /** Where the tests' requirements come from, if not from an extra or a dependency group. */
  readonly testRequirements: string | undefined;
}

/** Something that a project asks for and that could not be had. */
export interface LeftOut {
  /** Such as `group docs`. */
  readonly what: string;
  /** Untrusted text. */
  readonly why: string;
}

/** What a child process came to. */
export interface CommandResult {
  readonly exitCode: number;
  /** What it printed on both streams, in order; at most the last 64 KiB. Untrusted text. */
  readonly output: string;
}
