import { constants } from 'node:os';
import { cancelProcess } from './cancel.ts';
import type { StepContext, StepRecord } from './step-context.ts';
import { createStepFiles, type StepFiles } from './step-files.ts';
import { type Patience, type Program, type StepProcess, startProcess } from './step-process.ts';
import { createStepReader } from './step-reader.ts';

/** What the runner takes a step, or a job, for. */
export type Conclusion = 'success' | 'failure' | 'cancelled';

/** A step that has ended. */
export interface StepResult {
  readonly conclusion: Conclusion;
  /** As a shell would say it: 128 and the signal's number where one ended the process. */
  readonly exitCode: number;
  /** What the forge shows, masked; empty where there is none, or one that is too long. */
  readonly summary: string;
  readonly record: StepRecord;
}

/** A step under way. */
export interface RunningStep {
  readonly process: StepProcess;
  readonly result: Promise<StepResult>;
  /** Cancels it as the runner does; comes when its process has ended or is killed. */
  cancel(): Promise<void>;
}

export interface StepOptions {
  readonly program: Program;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly patience: Patience;
}

/** Starts a step. Its process runs when this returns. */
export function startStep({ program, temp, patience }: StepOptions, context: StepContext): RunningStep {
  const files = createStepFiles(temp);
  const environment = { ...program.environment, ...files.variables };
  const started = startProcess({ ...program, environment }, createStepReader(context), patience);
  let cancelled = false;
  return {
    process: started,
    result: started.end.then((exit) => resultOf({ exit, files, cancelled }, context)),
    cancel() {
      cancelled = true;
      return cancelProcess(started, patience);
    },
  };
}

interface Ended {
  readonly exit: number | NodeJS.Signals;
  readonly files: StepFiles;
  readonly cancelled: boolean;
}

function resultOf({ exit, files, cancelled }: Ended, context: StepContext): StepResult {
  files.obey(context);
  if (cancelled) context.log.annotate({ level: 'error', message: 'The operation was canceled.' });
  const { record } = context;
  const exitCode = typeof exit === 'number' ? exit : 128 + constants.signals[exit];
  const succeeded = exitCode === 0 && record.refusals.length === 0;
  return {
    conclusion: cancelled ? 'cancelled' : succeeded ? 'success' : 'failure',
    exitCode,
    summary: record.uploads.get('step_summary') ?? '',
    record,
  };
}
