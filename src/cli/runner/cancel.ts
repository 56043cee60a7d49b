import { killTree } from '../../adapters/actions/process-tree.ts';
import { settlesWithin } from './settles-within.ts';
import type { Patience, StepProcess } from './step-process.ts';

/**
 * Ends the process of a cancelled step: SIGINT, then SIGTERM, to it alone, each with its time; then it is killed with all that it
 * started (actions/runner, ProcessInvoker.CancelAndKillProcessTree; on Linux and macOS that kills the process itself, and the
 * runner's sweep at the end of the job the rest).
 */
export async function cancelProcess(step: StepProcess, patience: Patience): Promise<void> {
  for (const [name, wait] of [
    ['SIGINT', patience.interrupt],
    ['SIGTERM', patience.terminate],
  ] as const) {
    step.signal(name);
    if (await settlesWithin(wait, step.end)) return;
  }
  await killTree(step.pid);
}
