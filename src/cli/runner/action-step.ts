import path from 'node:path';
import type { Job } from '../job.ts';
import type { Definition } from './definition.ts';
import { inputVariables, unexpectedInputs } from './inputs.ts';
import type { Masker } from './masker.ts';
import { type RunningStep, startStep } from './step.ts';
import { createStepContext } from './step-context.ts';
import { type Inherited, stepEnvironment } from './step-environment.ts';
import type { StepLine } from './step-line.ts';
import type { Patience } from './step-process.ts';

/** A step of an action: its main, or its post. */
export interface ActionStep {
  readonly job: Job;
  readonly definition: Definition;
  /** Relative to the action's directory. */
  readonly script: string;
  readonly inherited: Inherited;
  /** The job's. */
  readonly masker: Masker;
}

/** How a step is watched. */
export interface Watching {
  /** Gets each line as the runner would show it, as it comes. */
  readonly show: (line: StepLine) => void;
  readonly patience: Patience;
}

/** Starts a step of an action on the job's Node, in its workspace. */
export function startActionStep(
  { job, definition, script, inherited, masker }: ActionStep,
  { show, patience }: Watching,
): RunningStep {
  const { workspace, temp, inputs } = job;
  const debug = job.environment.RUNNER_DEBUG === '1';
  const context = createStepContext({ masker, workspace, debug, show });
  const unexpected = unexpectedInputs(definition.inputs, inputs);
  if (unexpected !== undefined) context.log.annotate({ level: 'warning', message: unexpected });
  const program = {
    file: job.node,
    args: [path.join(job.action, script)],
    directory: workspace,
    environment: stepEnvironment(job.environment, inherited, inputVariables(definition.inputs, inputs)),
  };
  return startStep({ program, temp, patience }, context);
}
