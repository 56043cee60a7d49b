/** The project's own checks. Each tells passed, failed and not applicable apart, with evidence. */
export interface Checks {
  /** Installs the project with variables for its build back end, unless this run has installed it. Raises `tool-failed`. */
  install(variables: Readonly<Record<string, string>>): Promise<void>;
  /** Formatting (`ruff format`): checked, or rewritten where `fix` is asked. */
  format(fix: boolean): Promise<CheckResult>;
  /** Lint (`ruff check`): checked without ever editing a file, or mended where `fix` is asked. */
  lint(fix: boolean): Promise<CheckResult>;
  /** The test suite, by the user's command or the project's own runner, stopped after so many minutes. */
  tests(command: string | 'auto', minutes: number): Promise<CheckResult>;
}

export interface CheckResult {
  readonly id: 'format' | 'lint' | 'tests' | 'import' | 'smoke' | 'framework';
  readonly outcome: 'passed' | 'failed' | 'not-applicable';
  /** One sentence with the tool, its version and its figures. */
  readonly evidence: string;
  /** What the tool printed of its findings; untrusted text. */
  readonly details: string;
  /** What a reader should know although it stops nothing. Untrusted text. */
  readonly warning?: string;
  /** Test coverage in percent, where the suite measured it. */
  readonly coverage?: number;
}
