/**
 * A job on a runner, as far as a JavaScript action can tell: its environment, its command files, its main and post steps. As
 * strict as actions/runner 2.336.0: what passes here passes there. Each rule of the runner has its file below runner/.
 */

import { startActionStep } from './runner/action-step.ts';
import { definitionOf } from './runner/definition.ts';
import { jobOutputs } from './runner/job-outputs.ts';
import { createMasker } from './runner/masker.ts';
import type { Conclusion, RunningStep, StepResult } from './runner/step.ts';
import { NOTHING } from './runner/step-environment.ts';
import type { StepLine } from './runner/step-line.ts';
import { createStepLog } from './runner/step-log.ts';
import { PATIENCE, type Patience } from './runner/step-process.ts';

export interface Job {
  /** Directory of the action: `action.yml` and `dist/`. */
  readonly action: string;
  /** What the workflow gives under `with:`; the job's token among it, since no expression is evaluated here. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables of the job: GITHUB_*, RUNNER_*, ACTIONS_*, and what the machine itself has. */
  readonly environment: Readonly<Record<string, string>>;
  /** What is masked from the start: the tokens that the forge gives the job. */
  readonly secrets: readonly string[];
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Node that the action runs on. */
  readonly node: string;
}

/** A job that has ended. */
export interface JobResult {
  /** Of main and post together. */
  readonly conclusion: Conclusion;
  /** Main's. */
  readonly exitCode: number;
  /** Main's, as the jobs after this one would get them. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Main's, as the forge shows it. */
  readonly summary: string;
}

export interface Running {
  /** Cancels main, once; post runs all the same. */
  readonly cancel?: AbortSignal;
  /** The runner's own where absent. */
  readonly patience?: Patience;
}

/**
 * Runs the action's main and post steps as a runner does.
 *
 * @param show gets each line as the runner would show it, as it comes
 */
export async function runJob(
  job: Job,
  show: (line: StepLine) => void,
  { cancel, patience = PATIENCE }: Running = {},
): Promise<JobResult> {
  const definition = await definitionOf(job.action);
  const { main, post } = definition.runs;
  const masker = createMasker(job.secrets);
  const start = (script: string, inherited = NOTHING): RunningStep =>
    startActionStep({ job, definition, script, inherited, masker }, { show, patience });
  const { record, ...ended } = await endOf(start(main), cancel);
  const after = post === undefined ? [] : [await start(post, record).result];
  const log = createStepLog({ masker, debug: job.environment.RUNNER_DEBUG === '1', show });
  const conclusion = worst([ended, ...after].map((step) => step.conclusion));
  return { ...ended, conclusion, outputs: jobOutputs(record.outputs, { masker, log }) };
}

async function endOf(running: RunningStep, cancel: AbortSignal | undefined): Promise<StepResult> {
  const onCancel = (): void => void running.cancel();
  if (cancel?.aborted) onCancel();
  cancel?.addEventListener('abort', onCancel, { once: true });
  try {
    return await running.result;
  } finally {
    cancel?.removeEventListener('abort', onCancel);
  }
}

const FROM_WORST: readonly Conclusion[] = ['cancelled', 'failure', 'success'];

function worst(conclusions: readonly Conclusion[]): Conclusion {
  return FROM_WORST.find((each) => conclusions.includes(each)) ?? 'success';
}
