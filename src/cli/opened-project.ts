/** A project as it lies on this machine, with the doors that reading it takes: for commands that run no release. */

import path from 'node:path';
import { type Environment, environmentOf } from '../action/environment.ts';
import { type Inputs, type ParsedInputs, parsedInputs } from '../action/inputs.ts';
import { planFrom } from '../action/plan-from.ts';
import { createProcesses } from '../adapters/actions/process.ts';
import { createCheckout } from '../adapters/git/checkout.ts';
import { createTags } from '../adapters/git/tags.ts';
import { createClock } from '../adapters/node/clock.ts';
import { createFiles } from '../adapters/node/files.ts';
import { createHttp } from '../adapters/node/http.ts';
import type { PythonOptions } from '../adapters/python/options.ts';
import { createPython, type Python } from '../adapters/python/python.ts';
import { packageDirectories } from '../phases/setup/members.ts';
import type { Reading } from '../phases/setup/reading.ts';
import { readSource } from '../phases/setup/source.ts';
import { TOOL_INDEX } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { Checkout } from '../ports/checkout.ts';
import { Stopped } from '../release/fault.ts';
import { toolsDirectory } from './places.ts';
import { hostEnvironment } from './runner-environment.ts';

export interface OpenedProject {
  readonly plan: Plan;
  /** What the settings ask for, with a default for the rest. */
  readonly inputs: Inputs;
  /** What is wrong with the settings. */
  readonly faults: ParsedInputs['faults'];
  readonly checkout: Checkout;
  readonly world: Reading;
}

export interface ProjectPlace {
  /** Top of the checkout, absolute. */
  readonly workspace: string;
  /** The project, absolute: the top, or below it. */
  readonly directory: string;
  /** An empty directory for what is needed meanwhile. */
  readonly scratch: string;
  /** The table `[tool.pypi-release]`, where it counts. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Opens the project that lies there. */
export async function openedProject(place: ProjectPlace): Promise<OpenedProject> {
  const { workspace, directory, scratch, settings = {} } = place;
  const files = createFiles();
  const variables = hostEnvironment(process.env);
  const runner = { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: scratch, RUNNER_TOOL_CACHE: toolsDirectory() };
  const environment: Environment = environmentOf({ ...variables, ...runner }, workspace);
  const processes = createProcesses({ environment: variables });
  const checkout = createCheckout(processes, directory);
  const head = await checkout.head();
  const below = path.relative(workspace, directory).split(path.sep).join('/');
  const { inputs, faults } = parsedInputs({ 'working-directory': below }, settings);
  const { plan } = planFrom(inputs, { ...environment, commit: head?.commit ?? '' });
  const { backEnd } = pythonOf(plan, { processes, files, toolCache: environment.toolCache });
  const tags = createTags(processes, directory);
  return { plan, inputs, faults, checkout, world: { files, tags, backEnd } };
}

/** Opens it as its own settings say. Throws what keeps them from being read, and what is wrong with them. */
export async function openedWithSettings(place: Omit<ProjectPlace, 'settings'>): Promise<OpenedProject> {
  const { plan, world } = await openedProject(place);
  const { settings } = await readSource(plan, world.files);
  const opened = await openedProject({ ...place, settings });
  if (opened.faults.length > 0) throw new Stopped(opened.faults);
  return opened;
}

/** The toolchain, for a project that only its back end can name. */
function pythonOf(plan: Plan, shared: Pick<PythonOptions, 'processes' | 'files' | 'toolCache'>): Python {
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
