import type { Checks } from '../../ports/checks.ts';
import type { RuffCheck } from './ruff/check.ts';
import { ruffResult } from './ruff.ts';
import { commandResult, suiteResult } from './tests.ts';
import type { Workshop } from './toolchain.ts';

/**
 * The checks port over ruff, pytest or unittest, and the user's own command. Checks share nothing and may run side by side; two that mend go
 * one after the other, for both write the same files.
 */
export function createChecks(workshop: Workshop): Checks {
  const inTurn = queue();
  const ruff = (id: RuffCheck, fix: boolean) => {
    const run = () => ruffResult(id, fix, workshop);
    return fix ? inTurn(run) : run();
  };
  return {
    async install(variables) {
      await workshop.project.ensure(variables);
    },
    format: (fix) => ruff('format', fix),
    lint: (fix) => ruff('lint', fix),
    tests: (line, minutes) =>
      line === 'auto' ? suiteResult(workshop, minutes) : commandResult(workshop, line, minutes),
  };
}

/** Runs what it is given one at a time, each after the one before has ended, well or not. */
function queue(): <Value>(run: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const next = last.then(run, run);
    last = next;
    return next;
  };
}
