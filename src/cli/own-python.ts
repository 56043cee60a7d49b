/** The toolchain of the command line itself, for what only a project's back end can tell. */

import { environmentOf } from '../action/environment.ts';
import { parsedInputs } from '../action/inputs.ts';
import { planFrom } from '../action/plan-from.ts';
import { createProcesses } from '../adapters/actions/process.ts';
import { createClock } from '../adapters/node/clock.ts';
import { createFiles } from '../adapters/node/files.ts';
import { createHttp } from '../adapters/node/http.ts';
import type { PythonOptions } from '../adapters/python/options.ts';
import { createPython, type Python } from '../adapters/python/python.ts';
import type { CoreMetadata } from '../packaging/core-metadata.ts';
import { packageDirectories } from '../phases/setup/members.ts';
import { TOOL_INDEX } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import { Stopped } from '../release/fault.ts';
import { toolsDirectory } from './places.ts';
import { hostEnvironment } from './runner-environment.ts';

/** The toolchain of a plan, with the variables of this machine. */
export function pythonOf(
  plan: Plan,
  shared: Pick<PythonOptions, 'processes' | 'files' | 'toolCache'>,
): Python {
  const { directory, scratch, toolchain, commands } = plan;
  const { PATH = '' } = hostEnvironment(process.env);
  return createPython({
    ...shared,
    directory,
    scratch,
    toolIndex: TOOL_INDEX,
    uvRange: toolchain.uv,
    python: toolchain.python,
    extras: toolchain.extras,
    packages: () => packageDirectories(plan, shared.files),
    configSettings: commands.configSettings,
    http: createHttp({ clock: createClock(), userAgent: 'pypi-release' }),
    searchPath: PATH,
    platform: { os: process.platform, arch: process.arch },
  });
}

/**
 * Name and version by the project's back end, which works on a copy; undefined where it tells none.
 *
 * @param top of the git repository
 * @param prefix the project relative to it
 * @param scratch a directory that may be filled
 */
export async function toldByBackEnd(
  { top, prefix }: { readonly top: string; readonly prefix: string },
  scratch: string,
): Promise<Pick<CoreMetadata, 'name' | 'version'> | undefined> {
  const variables = hostEnvironment(process.env);
  const runner = { GITHUB_WORKSPACE: top, RUNNER_TEMP: scratch, RUNNER_TOOL_CACHE: toolsDirectory() };
  const environment = environmentOf({ ...variables, ...runner }, top);
  const inputs = parsedInputs({ 'working-directory': prefix || '.' }, {});
  const { plan } = planFrom(inputs.inputs, environment);
  const processes = createProcesses({ environment: variables });
  const { backEnd } = pythonOf(plan, {
    processes,
    files: createFiles(),
    toolCache: environment.toolCache,
  });
  try {
    return await backEnd.metadata(plan.directory);
  } catch (error) {
    // What is wrong with it the action itself will say.
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
