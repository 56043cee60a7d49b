import path from 'node:path';
import { sourceFiles } from '../../git/tracked-files.ts';
import type { Workshop } from '../toolchain.ts';
import { pytestSettings } from './pytest-settings.ts';

/** The project's test suite, as its tree and its settings tell it. */
export interface Suite {
  /** Undefined where there is no sign of tests at all. */
  readonly runner: 'pytest' | 'unittest' | undefined;
  /** What is given to the runner; none where it finds its tests by its own settings. */
  readonly paths: readonly string[];
  /** Files that are named like tests, below the project's directory, among those that the runner is to look at. */
  readonly files: readonly string[];
}

// The names that pytest and unittest look for, and Django's.
const TEST_FILE = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/;
const DIRECTORIES = ['tests', 'test'] as const;

/** Looks at the suite. Raises `pyproject-invalid`, `tool-failed`. */
export async function suiteOf(workshop: Workshop): Promise<Suite> {
  const { options, project } = workshop;
  const all =
    (await sourceFiles(options.processes, options.directory)) ??
    (await options.files.glob(options.directory, '**/*.py'));
  const files = all.filter((file) => TEST_FILE.test(file));
  const settings = await pytestSettings(workshop);
  const paths = settings?.paths ?? [];
  if (paths.length > 0)
    return { runner: 'pytest', paths: [], files: files.filter((file) => liesIn(file, paths)) };
  const hasPytest = (await project.installed()).some(({ name }) => name === 'pytest');
  const signs =
    settings !== undefined || hasPytest || all.some((file) => path.posix.basename(file) === 'conftest.py');
  const runner = signs ? 'pytest' : files.length === 0 ? undefined : await runnerByImports(workshop, files);
  return { runner, paths: usualDirectory(files), files };
}

function liesIn(file: string, paths: readonly string[]): boolean {
  const plain = paths.map((one) => path.posix.normalize(one).replace(/\/$/, ''));
  return plain.some((one) => one === '.' || file === one || file.startsWith(`${one}/`));
}

/** The directory with the tests, where most of them lie in one: elsewhere a runner may meet examples and benchmarks. */
function usualDirectory(files: readonly string[]): readonly string[] {
  const within = (directory: string) => files.filter((file) => file.startsWith(`${directory}/`)).length;
  return DIRECTORIES.filter((directory) => 2 * within(directory) > files.length);
}

async function runnerByImports({ options }: Workshop, files: readonly string[]) {
  const texts = await Promise.all(
    files.map((file) => options.files.text(path.join(options.directory, file))),
  );
  const imports = (module: string) =>
    texts.some((text) => new RegExp(`^\\s*(import|from)\\s+${module}\\b`, 'm').test(text ?? ''));
  return imports('unittest') && !imports('pytest') ? 'unittest' : 'pytest';
}
