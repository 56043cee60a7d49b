import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CheckResult } from '../../ports/checks.ts';
import type { CommandResult } from '../../ports/toolchain.ts';
import { anything, leavingNo } from './clean-tree.ts';
import { readJunit } from './junit.ts';
import { pytestEvidence } from './pytest-evidence.ts';
import { lastLines, succeeded } from './tool-failure.ts';
import type { Workshop } from './toolchain.ts';

/** The newest pytest that is put where a project brings none. */
const PYTEST = 'pytest<=9.2.0';

/**
 * Runs the project's tests with pytest, in the project's environment and directory. Figures and reasons come from pytest's own
 * JUnit report, the outcome from its exit code. Raises `tool-failed` where pytest cannot be installed.
 */
export async function pytestResult(workshop: Workshop): Promise<CheckResult> {
  const { options, project } = workshop;
  await project.ensure();
  const tool = await provided(workshop);
  const report = path.join(options.scratch, `pytest-${randomUUID()}`);
  const run = { directory: options.directory, environment: aside(report) };
  const args = ['-m', 'pytest', '-o', `cache_dir=${path.join(report, 'cache')}`];
  const junit = [
    `--junitxml=${path.join(report, 'junit.xml')}`,
    '-o',
    'junit_family=xunit2',
    '-o',
    'junit_logging=no',
  ];
  const completed = await leavingNo(anything, options, () =>
    options.processes.run(project.layout.python, [...args, ...junit], run),
  );
  const xml = await options.files.text(path.join(report, 'junit.xml'));
  await options.files.remove(report);
  return judged(tool, completed, xml);
}

/** The tests by a command of the user's: its exit code decides. */
export function commandResult(line: string, { exitCode, output }: CommandResult): CheckResult {
  const figures = /^.*\b\d+ (passed|failed|errors?|tests?)\b.*$/gm;
  const summary = [...output.matchAll(figures)].at(-1)?.[0].replace(/^[=\s]+|[=\s]+$/g, '');
  const evidence = [
    `\`${line}\` ended with exit code ${exitCode}`,
    ...(summary === undefined ? [] : [summary]),
  ];
  const outcome = exitCode === 0 ? 'passed' : 'failed';
  return { id: 'tests', outcome, evidence: evidence.join(': '), details: output, ...coverageIn(output) };
}

/** pytest of the project's environment; put there where it is missing, since an overlay would test another copy. */
async function provided({ project }: Workshop): Promise<string> {
  const { testRequirements } = await project.ensure();
  const own = await versionIn(project);
  if (own !== undefined)
    return `pytest ${own}${testRequirements === undefined ? '' : ` (${testRequirements})`}`;
  succeeded(
    await project.add(PYTEST),
    `uv pip install "${PYTEST}"`,
    'Add pytest to the project’s test dependencies, or give test-command.',
  );
  return `pytest ${await versionIn(project)} (added, for the project asks for none)`;
}

async function versionIn(project: Workshop['project']): Promise<string | undefined> {
  return (await project.installed()).find(({ name }) => name === 'pytest')?.version;
}

/** What would be left in the checkout goes elsewhere. Nothing else of the environment is touched: suites look at it. */
function aside(directory: string): Readonly<Record<string, string>> {
  return { PYTHONDONTWRITEBYTECODE: '1', COVERAGE_FILE: path.join(directory, 'coverage') };
}

// pytest's reference, "Exit codes".
const NO_TESTS = 5;
const OUTCOMES: Readonly<Record<number, CheckResult['outcome']>> = {
  0: 'passed',
  [NO_TESTS]: 'not-applicable',
};
const MEANINGS: Readonly<Record<number, string>> = {
  2: 'interrupted',
  3: 'internal error',
  4: 'usage error',
  [NO_TESTS]: 'no tests found',
};

function judged(tool: string, { exitCode, output }: CommandResult, xml: string | undefined): CheckResult {
  const report = xml === undefined ? undefined : readJunit(xml);
  const outcome = OUTCOMES[exitCode] ?? 'failed';
  const meaning = MEANINGS[exitCode] ?? `exit code ${exitCode}`;
  const told = report !== undefined && exitCode !== NO_TESTS && report.passed + report.troubles.length > 0;
  const evidence = told ? pytestEvidence(tool, report) : `${tool}: ${meaning}${lastError(exitCode, output)}`;
  return {
    id: 'tests',
    outcome,
    evidence,
    details: outcome === 'passed' ? '' : output,
    ...coverageIn(output),
  };
}

function lastError(exitCode: number, output: string): string {
  if (exitCode === 0 || exitCode === NO_TESTS) return '';
  return `; ${output.split('\n').find((line) => /^(ERROR|ImportError|INTERNALERROR)/.test(line)) ?? lastLines(output)}`;
}

/** The total of coverage.py's report in a suite's output, in per cent. */
function coverageIn(output: string): { readonly coverage?: number } {
  const percent = [...output.matchAll(/^TOTAL\s.*?(\d+(?:\.\d+)?)%/gm)].at(-1)?.[1];
  return percent === undefined ? {} : { coverage: Number(percent) };
}
