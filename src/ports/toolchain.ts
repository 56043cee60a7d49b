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
  /** Install exactly what the lock file says. */
  readonly locked: boolean;
  /** Variables for the project's build back end, such as the one that tells its version. */
  readonly variables?: Readonly<Record<string, string>>;
}

export interface SyncReport {
  /** How many distributions the environment holds. */
  readonly installed: number;
  readonly locked: boolean;
}

/** What a child process came to. */
export interface CommandResult {
  readonly exitCode: number;
  /** What it printed on both streams, in order; at most the last 64 KiB. Untrusted text. */
  readonly output: string;
}
