import path from 'node:path';
import { activated } from '../child-environment.ts';
import { readJunit } from '../junit.ts';
import { succeeded } from '../tool-failure.ts';
import type { Workshop } from '../toolchain.ts';
import type { Ran, RunnerRequest } from './ran.ts';

/** The newest pytest that is put where a project brings none. */
const PYTEST = 'pytest<=9.2.0';

/** Runs pytest. Its own JUnit report has the figures. Raises `tool-failed` where pytest cannot be installed. */
export async function runPytest(workshop: Workshop, request: RunnerRequest): Promise<Ran> {
  const { options, project } = workshop;
  const tool = await provided(workshop);
  const { reports, paths, limit } = request;
  const file = path.join(reports, 'junit.xml');
  // xunit1 is the family that names the file of each test.
  const args = [
    ...['-m', 'pytest', '-o', `cache_dir=${path.join(reports, 'cache')}`, `--junitxml=${file}`],
    ...['-o', 'junit_family=xunit1', '-o', 'junit_logging=no', ...paths],
  ];
  const run = { directory: options.directory, environment: await suiteVariables(workshop, reports), limit };
  const completed = await options.processes.run(project.layout.python, args, run);
  const xml = await options.files.text(file);
  const report = xml === undefined ? undefined : readJunit(xml);
  return {
    tool,
    completed,
    report,
    meaning: MEANINGS[completed.exitCode] ?? `stopped: exit code ${completed.exitCode}`,
  };
}

// pytest's reference, "Exit codes".
const MEANINGS: Readonly<Record<number, Ran['meaning']>> = {
  0: 'passed',
  1: 'failed',
  2: 'stopped: interrupted',
  3: 'stopped: internal error',
  4: 'stopped: usage error',
  5: 'no tests',
};

/** pytest of the project's environment; put there where it is missing, since an overlay would test another copy. */
async function provided({ project }: Workshop): Promise<string> {
  const { testRequirements } = await project.ensure();
  const own = await versionIn(project);
  const origin = testRequirements === undefined ? '' : ` (${testRequirements})`;
  if (own !== undefined) return `pytest ${own}${origin}`;
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

/**
 * The environment is active, for suites call the project's own programs by name. What would be left in the checkout goes elsewhere.
 * Nothing else is touched: suites look at their variables.
 */
export async function suiteVariables(
  { options, uv, project }: Workshop,
  reports: string,
): Promise<Readonly<Record<string, string>>> {
  const active = await activated([project.layout], uv, options);
  return { ...active, PYTHONDONTWRITEBYTECODE: '1', COVERAGE_FILE: path.join(reports, 'coverage') };
}
