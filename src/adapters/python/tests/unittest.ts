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
  const { reports, paths, limit } = request;
  await options.files.makeDirectory(reports);
  const file = path.join(reports, 'unittest.json');
  const args = ['-c', script, file, ...discovery(files, paths)];
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

/** Tests in a package are imported as its parts; a directory that is none is where imports begin. */
function discovery(files: readonly string[], [start = '.']: readonly string[]): readonly string[] {
  const suffixed = files.filter((file) => /_tests?\.py$/.test(file));
  const pattern = 2 * suffixed.length > files.length ? ['-p', '*_test*.py'] : [];
  return ['-s', start, ...pattern, ...(start === '.' ? [] : ['-t', '.'])];
}
