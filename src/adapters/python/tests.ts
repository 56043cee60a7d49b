import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CheckResult } from '../../ports/checks.ts';
import { pytestEvidence } from './pytest-evidence.ts';
import { absenceHints, failureHints } from './tests/hints.ts';
import { partialRun } from './tests/partial-run.ts';
import { runPytest } from './tests/pytest.ts';
import type { Ran } from './tests/ran.ts';
import { type Suite, suiteOf } from './tests/suite.ts';
import { runUnittest } from './tests/unittest.ts';
import { type Watched, watched } from './tests/watched.ts';
import { lastLines } from './tool-failure.ts';
import { commandInProject, type Workshop } from './toolchain.ts';

/**
 * Runs the project's tests with the runner that the project is made for, in the project's environment and directory. Raises
 * `tool-failed` where pytest is wanted and cannot be installed.
 */
export async function suiteResult(workshop: Workshop, minutes: number): Promise<CheckResult> {
  const { options, project } = workshop;
  await project.ensure();
  const suite = await suiteOf(workshop);
  if (suite.runner === undefined) return without(await absenceHints(workshop));
  const reports = path.join(options.scratch, `tests-${randomUUID()}`);
  const request = { paths: suite.paths, reports, limit: minutes * MINUTE };
  const run = async () => {
    const ran = suite.runner === 'unittest' ? await runUnittest(workshop, suite, request) : undefined;
    // What discovery does not find pytest may: it needs no packages.
    return ran === undefined || ran.meaning === 'no tests' ? runPytest(workshop, request) : ran;
  };
  const done = await watched(options, run);
  await options.files.remove(reports);
  return judged(workshop, suite, done, minutes);
}

const MINUTE = 60_000;

/** The tests by a command of the user's: its exit code decides, if it leaves the tracked files alone. */
export async function commandResult(workshop: Workshop, line: string, minutes: number): Promise<CheckResult> {
  const { value, changed } = await watched(
    workshop.options,
    () => commandInProject(workshop, line, minutes * MINUTE),
    'keep',
  );
  const { exitCode, output, overran } = value;
  const figures = /^.*\b\d+ (passed|failed|errors?|tests?)\b.*$/gm;
  const summary = [...output.matchAll(figures)].at(-1)?.[0].replace(/^[=\s]+|[=\s]+$/g, '');
  const ended = overran === true ? tooLong(minutes) : `ended with exit code ${exitCode}`;
  const evidence = [
    `\`${line}\` ${ended}${summary === undefined ? '' : `: ${summary}`}`,
    ...toldChanges(changed),
  ];
  const outcome = exitCode === 0 && overran !== true && changed.length === 0 ? 'passed' : 'failed';
  return { id: 'tests', outcome, evidence: evidence.join('; '), details: output, ...coverageIn(output) };
}

async function judged(
  workshop: Workshop,
  suite: Suite,
  { value: ran, left, changed }: Watched<Ran>,
  minutes: number,
): Promise<CheckResult> {
  const { output, overran } = ran.completed;
  const partial = partialRun(suite, ran);
  const outcome =
    overran === true || changed.length > 0 || partial !== undefined
      ? 'failed'
      : nothingTried(ran)
        ? 'not-applicable'
        : (OUTCOMES[ran.meaning] ?? 'failed');
  const sentence = overran === true ? `${ran.tool} ${tooLong(minutes)}` : figures(ran);
  const isAbsent = partial !== undefined || ran.meaning === 'no tests';
  const hints = isAbsent
    ? await absenceHints(workshop)
    : outcome !== 'failed'
      ? []
      : await failureHints(workshop, output);
  const evidence = [
    sentence,
    ...(partial === undefined ? [] : [partial]),
    ...(nothingTried(ran) ? ['every test was skipped, so that nothing was tested'] : []),
    ...toldChanges(changed),
    ...(left.length === 0 ? [] : [`removed what it left: ${some(left)}`]),
    ...hints,
  ];
  const details = outcome === 'passed' ? '' : output;
  return { id: 'tests', outcome, evidence: evidence.join('; '), details, ...coverageIn(output) };
}

function without(reasons: readonly string[]): CheckResult {
  const evidence = [
    'neither settings for pytest nor a file that is named like tests: no tests found',
    ...reasons,
  ];
  return { id: 'tests', outcome: 'not-applicable', evidence: evidence.join('; '), details: '' };
}

const OUTCOMES: Readonly<Partial<Record<Ran['meaning'], CheckResult['outcome']>>> = {
  passed: 'passed',
  'no tests': 'not-applicable',
};

/** A suite of which all was skipped, such as for want of a service, says nothing of the release. */
function nothingTried({ meaning, report }: Ran): boolean {
  return meaning === 'passed' && report !== undefined && report.passed === 0 && report.skipped > 0;
}

function figures({ tool, report, meaning, completed }: Ran): string {
  const counted = (report?.passed ?? 0) + (report?.skipped ?? 0) + (report?.troubles.length ?? 0);
  if (report !== undefined && meaning !== 'no tests' && counted > 0) return pytestEvidence(tool, report);
  if (meaning === 'no tests') return `${tool}: no tests found`;
  return `${tool}: ${meaning.replace(/^stopped: /, '')}${lastError(completed)}`;
}

function lastError({ exitCode, output }: Ran['completed']): string {
  if (exitCode === 0) return '';
  return `; ${output.split('\n').find((line) => /^(ERROR|ImportError|INTERNALERROR)/.test(line)) ?? lastLines(output)}`;
}

function tooLong(minutes: number): string {
  return `was stopped after ${minutes} minutes: raise test-timeout where the suite needs longer`;
}

function toldChanges(changed: readonly string[]): readonly string[] {
  return changed.length === 0 ? [] : [`the tests changed ${some(changed)}, which git tracks`];
}

/** The first of these names, and how many there are beyond. */
function some(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}

/** The total of coverage.py's report in a suite's output, in per cent. */
function coverageIn(output: string): { readonly coverage?: number } {
  const percent = [...output.matchAll(/^TOTAL\s.*?(\d+(?:\.\d+)?)%/gm)].at(-1)?.[1];
  return percent === undefined ? {} : { coverage: Number(percent) };
}
