import type { CommandResult } from './toolchain.ts';

/** Fresh, empty Python environments outside the checkout. */
export interface Environments {
  /**
   * Makes an environment that no other has touched.
   *
   * @param limit milliseconds from now after which all that is installed or runs in it is ended, with all that it started; none where absent
   */
  create(name: string, limit?: number): Promise<Environment>;
  /** Removes every environment that was made. */
  removeAll(): Promise<void>;
}

export interface Environment {
  /** Installs requirements (PEP 508, URLs with hashes, or files) from the index of the runner. */
  install(requirements: readonly string[], options?: InstallOptions): Promise<CommandResult>;
  /** Whether this wheel may be installed here: its tags, and the Pythons that it is for. */
  fits(wheel: string): Promise<boolean>;
  /** Runs Python code, isolated (`-I`) and away from the checkout, with these arguments. */
  python(code: string, args: readonly string[]): Promise<CommandResult>;
  /** Runs a command line of the user's with the environment's scripts first on PATH. */
  command(line: string): Promise<CommandResult>;
  /** What is installed, as `name==version` lines. */
  packages(): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export interface InstallOptions {
  /** Simple API to look at before the runner's own index. */
  readonly index?: string;
  /** Where packages come from (`name @ address`) if something requires them: other packages of the same release. */
  readonly constraints?: readonly string[];
  /** Config settings for the back end of these projects, where their sdists are installed; each `key=value`. */
  readonly configSettings?: { readonly projects: readonly string[]; readonly settings: readonly string[] };
}
