import type { Toolchain } from '../../ports/toolchain.ts';
import type { CheckTools } from './check-tools.ts';
import { activated, cleanVariables } from './child-environment.ts';
import { findPython } from './environment/python-at-hand.ts';
import type { PythonOptions } from './options.ts';
import type { ProjectEnvironment } from './project-environment.ts';
import { runLine } from './shell.ts';
import { succeeded } from './tool-failure.ts';
import type { Uv } from './uv.ts';

/** What the adapters of the toolchain share. */
export interface Workshop {
  readonly options: PythonOptions;
  readonly uv: Uv;
  readonly checkTools: CheckTools;
  readonly project: ProjectEnvironment;
}

/** The toolchain port over uv. Raises `uv-unavailable`, `download-altered`, `tool-failed`. */
export function createToolchain(workshop: Workshop): Toolchain {
  const { options, uv, checkTools, project } = workshop;
  return {
    async provide() {
      const { version, origin } = await uv.provide();
      return { uv: version, origin, python: await pythonVersion(options, uv) };
    },
    provideCheckTools: checkTools.provide,
    sync: project.sync,
    async command(line) {
      const { exitCode, output } = await commandInProject(workshop, line);
      return { exitCode, output };
    },
  };
}

/** Runs a command line of the user's in the project's environment, for so many milliseconds at most. */
export async function commandInProject(
  { options, uv, checkTools, project }: Workshop,
  line: string,
  limit?: number,
): ReturnType<typeof runLine> {
  await project.ensure();
  const environment = await activated([project.layout, checkTools.layout], uv, options);
  return runLine(line, options, {
    directory: options.directory,
    environment: { ...environment, ...cleanVariables(project.layout) },
    ...(limit === undefined ? {} : { limit }),
  });
}

const PYTHON_REMEDY =
  'Install that Python before this step (actions/setup-python), or ask for another python-version.';

/** The version of the Python that the project gets: the one asked for, else the one that project and machine settle on. */
async function pythonVersion(options: PythonOptions, uv: Uv): Promise<string> {
  const { directory, python } = options;
  const request = python === undefined ? [] : [python];
  const find = () => findPython(options, uv);
  let found = await find();
  if (found.exitCode !== 0) {
    const install = ['python', 'install', ...request];
    succeeded(await uv.run(install, { directory }), `uv ${install.join(' ')}`, PYTHON_REMEDY);
    found = await find();
  }
  const program = succeeded(found, 'uv python find', PYTHON_REMEDY).stdout.trim();
  const code = 'import platform; print(platform.python_version())';
  const told = await options.processes.run(program, ['-I', '-c', code], { directory });
  return succeeded(told, 'python', PYTHON_REMEDY).stdout.trim();
}
