import path from 'node:path';
import type { JunitReport } from '../junit.ts';
import type { Workshop } from '../toolchain.ts';
import { suiteVariables } from './pytest.ts';
import type { Ran, RunnerRequest } from './ran.ts';
import script from './run_unittest.py';
import type { Suite } from './suite.ts';

/** Runs the suite of a project that knows nothing of pytest, as `python -m unittest discover` does. */
export async function runUnittest(
  workshop: Workshop,
  { files }: Suite,
  request: RunnerRequest,
): Promise<Ran> {
  const { options, project } = workshop;
  const { processes, directory } = options;
  const { reports, limit } = request;
  await options.files.makeDirectory(reports);
  const file = path.join(reports, 'unittest.json');
  const args = ['-c', script, file, ...(await discovery(options, files))];
  const completed = await processes.run(project.layout.python, args, {
    directory,
    environment: await suiteVariables(workshop, reports),
    limit,
  });
  const text = await options.files.text(file);
  if (text === undefined)
    return {
      tool: 'unittest',
      completed,
      report: undefined,
      meaning: `stopped: exit code ${completed.exitCode}`,
    };
  const report = JSON.parse(text) as JunitReport;
  const ran = report.passed + report.failed + report.errors + report.skipped;
  return {
    tool: 'unittest',
    completed,
    report,
    meaning: ran === 0 ? 'no tests' : completed.exitCode === 0 ? 'passed' : 'failed',
  };
}

/** Discovery begins where the tests lie; imports begin above the packages that they lie in (Python's documentation, "Test Discovery"). */
async function discovery(
  { files, directory }: WithFiles,
  tests: readonly string[],
): Promise<readonly string[]> {
  const start = commonDirectory(tests);
  const isPackage = async (place: string) =>
    (await files.bytes(path.join(directory, place, '__init__.py'))) !== undefined;
  let top = start;
  while (top !== '.' && (await isPackage(top))) top = path.posix.dirname(top);
  const suffixed = tests.filter((file) => /_tests?\.py$/.test(file));
  const pattern = 2 * suffixed.length > tests.length ? ['-p', '*_test*.py'] : [];
  return ['-s', start, '-t', top, ...pattern];
}

type WithFiles = Pick<Workshop['options'], 'files' | 'directory'>;

function commonDirectory(files: readonly string[]): string {
  const [first = [], ...others] = files.map((file) => file.split('/').slice(0, -1));
  const differs = (name: string, place: number) => others.some((parts) => parts[place] !== name);
  const end = first.findIndex(differs);
  return (end === -1 ? first : first.slice(0, end)).join('/') || '.';
}
