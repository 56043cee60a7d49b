import type { Completed } from '../../actions/process.ts';
import type { JunitReport } from '../junit.ts';

/** What a runner did. */
export interface Ran {
  /** The runner with its version and where it came from, for the evidence. */
  readonly tool: string;
  readonly completed: Completed;
  /** Undefined where the runner did not come to write one. */
  readonly report: JunitReport | undefined;
  /** What its exit code means. */
  readonly meaning: 'passed' | 'failed' | 'no tests' | `stopped: ${string}`;
}

/** How a runner is started: without a change of the environment but for what would be left in the checkout, since suites look at it. */
export interface RunnerRequest {
  readonly paths: readonly string[];
  /** A directory for this run's reports alone. */
  readonly reports: string;
  /** Milliseconds. */
  readonly limit: number;
}
