import type { Plan } from '../../plan/plan.ts';
import type { Checkout } from '../../ports/checkout.ts';
import type { CheckResult } from '../../ports/checks.ts';
import { type Emit, noticed, skipped } from '../../release/event.ts';
import { type Fault, Stopped } from '../../release/fault.ts';
import { definePhase } from '../../release/phase.ts';
import { installedAsTagged } from '../setup/as-tagged.ts';
import { CHECKS, type Check } from './checks.ts';

/** Format, lint and tests, side by side; with `fix`, first what can be mended is mended. */
export const develop = definePhase({
  name: 'develop',
  title: 'Check format, lint and tests',
  needs: ['project'],
  wants: [],
  uses: ['checks', 'checkout', 'tags'],
  yields: 'checks',

  async preflight() {
    return [];
  },

  async recall() {
    return undefined;
  },

  async run({ project }, plan, { checks, checkout, tags }, emit) {
    const before = await checkout.changes();
    // A job that begins here installs what setup would have told the version.
    if (project.versionFromTags)
      await installedAsTagged(project, { tags }, (variables) => checks.install(variables));
    const rewrite = plan.commands.fix && plan.version.kind !== 'tag';
    const planned = CHECKS.filter((check) => check.enabled(plan));
    for (const { title } of CHECKS.filter((check) => !check.enabled(plan)))
      skipped(emit, title, 'test-command: false');
    const run = (check: Check): Promise<CheckResult> =>
      perform(check, () => check.run(checks, plan, rewrite), emit);
    // Fixers write the files that the tests read: then the tests wait for them.
    const results = rewrite
      ? [
          ...(await sequentially(
            planned.filter(({ edits }) => edits),
            run,
          )),
          ...(await sideBySide(
            planned.filter(({ edits }) => !edits),
            run,
          )),
        ]
      : await sideBySide(planned, run);
    judge(results, plan, emit);
    return { results, fixed: rewrite ? await gained(checkout, before) : [] };
  },
});

async function perform(check: Check, run: () => Promise<CheckResult>, emit: Emit): Promise<CheckResult> {
  emit({ kind: 'step-started', step: check.title });
  const result = await run();
  const outcome = ({ passed: 'passed', failed: 'failed', 'not-applicable': 'skipped' } as const)[
    result.outcome
  ];
  emit({ kind: 'step-ended', step: check.title, outcome, says: result.evidence });
  if (result.warning !== undefined) noticed(emit, 'warning', check.title, result.warning);
  if (result.outcome === 'failed') emit({ kind: 'output', title: check.title, text: result.details });
  return result;
}

async function sideBySide(
  checks: readonly Check[],
  run: (check: Check) => Promise<CheckResult>,
): Promise<readonly CheckResult[]> {
  return Promise.all(checks.map(run));
}

async function sequentially(
  checks: readonly Check[],
  run: (check: Check) => Promise<CheckResult>,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) results.push(await run(check));
  return results;
}

/** All failed checks stop the release together. On a tag push, where nothing can be rewritten, `fix` makes what it would mend a warning. */
function judge(results: readonly CheckResult[], plan: Plan, emit: Emit): void {
  const failed = CHECKS.flatMap((check): readonly (Check & { readonly found: Fault })[] => {
    const result = results.find(({ id, outcome }) => id === check.id && outcome === 'failed');
    return result === undefined ? [] : [{ ...check, found: check.fault(result) }];
  });
  const unfixable = plan.commands.fix && plan.version.kind === 'tag';
  const tolerated = failed.filter(({ edits, id }) => (edits && unfixable) || plan.allow.includes(id));
  for (const { found } of tolerated) {
    noticed(emit, 'warning', found.title, found.finding);
  }
  const faults = failed.filter((each) => !tolerated.includes(each)).map(({ found }) => found);
  if (faults.length > 0) throw new Stopped(faults);
}

/** Fixers make no files: what else came, such as a report of coverage or the inside of a submodule, is no fix. */
async function gained(checkout: Checkout, before: readonly string[]): Promise<readonly string[]> {
  return checkout.tracked((await checkout.changes()).filter((file) => !before.includes(file)));
}
