import type { StepContext } from './step-context.ts';

/** A command that the runner cannot process, in the runner's own words: it fails the step. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refusal';
  }
}

/**
 * Lets a command have its effect. Where it is refused the step has failed, with two error annotations: which command, and why.
 *
 * @param what `command '…'` or `file command '…'`
 */
export function attempt(what: string, { log, record }: StepContext, effect: () => void): void {
  try {
    effect();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.annotate({ level: 'error', message: `Unable to process ${what} successfully.` });
    log.annotate({ level: 'error', message: error.message });
    record.refusals.push(error.message);
  }
}
