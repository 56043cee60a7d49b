import type { Masker } from './masker.ts';
import type { StepLine } from './step-line.ts';
import { createStepLog, type StepLog } from './step-log.ts';

/** What a step has told the runner so far, by stdout commands and command files alike. */
export interface StepRecord {
  readonly outputs: Map<string, string>;
  /** For the same action's post step only. */
  readonly state: Map<string, string>;
  /** Variables for the steps after it. */
  readonly environment: Map<string, string>;
  /** Directories for the PATH of the steps after it, in the order in which they were named: the last goes first. */
  readonly searchPath: Set<string>;
  /** What is sent to the forge beside the log, by name: `step_summary`. */
  readonly uploads: Map<string, string>;
  /** Reasons of the commands that could not be processed: any fails the step, whatever its exit code. */
  readonly refusals: string[];
}

/** One step, as the runner's commands see it. */
export interface StepContext {
  readonly log: StepLog;
  readonly masker: Masker;
  readonly record: StepRecord;
  readonly workspace: string;
}

export interface StepContextOptions {
  /** The job's: what one step masks stays masked in the next. */
  readonly masker: Masker;
  readonly workspace: string;
  /** RUNNER_DEBUG is 1. */
  readonly debug: boolean;
  readonly show: (line: StepLine) => void;
}

/** The context of a step that has not begun. */
export function createStepContext({ masker, workspace, debug, show }: StepContextOptions): StepContext {
  return {
    log: createStepLog({ masker, debug, show }),
    masker,
    workspace,
    record: {
      outputs: new Map(),
      state: new Map(),
      environment: new Map(),
      searchPath: new Set(),
      uploads: new Map(),
      refusals: [],
    },
  };
}
