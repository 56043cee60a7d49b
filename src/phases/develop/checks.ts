/** The checks of the develop phase, as rows. */

import type { Plan } from '../../plan/plan.ts';
import type { CheckResult, Checks } from '../../ports/checks.ts';
import { type Fault, fault } from '../../release/fault.ts';

export interface Check {
  readonly id: 'format' | 'lint' | 'tests';
  readonly title: string;
  /** Whether `fix: true` lets it edit files. */
  readonly edits: boolean;
  enabled(plan: Plan): boolean;
  run(checks: Checks, plan: Plan, fix: boolean): Promise<CheckResult>;
  fault(result: CheckResult): Fault;
}

/** Rows that edit stand in the order in which they must: what lint mends, format then lays out. */
export const CHECKS: readonly Check[] = [
  {
    id: 'lint',
    title: 'Lint',
    edits: true,
    enabled: () => true,
    run: (checks, _plan, fix) => checks.lint(fix),
    fault: ({ evidence }) => fault('lint-failed', { evidence }),
  },
  {
    id: 'format',
    title: 'Format',
    edits: true,
    enabled: () => true,
    run: (checks, _plan, fix) => checks.format(fix),
    fault: ({ evidence }) => fault('format-failed', { evidence }),
  },
  {
    id: 'tests',
    title: 'Tests',
    edits: false,
    enabled: ({ commands }) => commands.test !== false,
    run: (checks, { commands }) =>
      checks.tests(commands.test === false ? 'auto' : commands.test, commands.testMinutes),
    fault: ({ evidence }) => fault('tests-failed', { evidence }),
  },
];
