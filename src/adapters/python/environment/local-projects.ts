import type { Layout } from '../layout.ts';
import type { PythonOptions } from '../options.ts';
import { succeeded } from '../tool-failure.ts';
import script from './local_projects.py';

/** A distribution that was installed from a directory of the checkout. */
export interface LocalProject {
  readonly name: string;
  /** Relative to the project's directory, with `/`; `.` is the project itself. */
  readonly directory: string;
  readonly extras: readonly string[];
}

/**
 * What the environment holds that came from the project's directory or one below it, by what the installer wrote down (PEP 610). The
 * name alone would not tell the project from another copy of it, which a dependency brought. Raises `tool-failed`.
 */
export async function localProjects(
  { processes, directory, scratch }: PythonOptions,
  { python }: Layout,
): Promise<readonly LocalProject[]> {
  const listed = await processes.run(python, ['-I', '-c', script, directory], { directory: scratch });
  const { stdout } = succeeded(listed, 'python', 'Run again; the environment cannot be read.');
  return JSON.parse(stdout) as readonly LocalProject[];
}
