import path from 'node:path';
import type { SyncReport, SyncRequest, ToolVersion } from '../../ports/toolchain.ts';
import { Stopped } from '../../release/fault.ts';
import { anything, buildLeftovers, leavingNo, leavingNoLock, restoring, tidied } from './clean-tree.ts';
import { type ForeignLock, foreignLock } from './environment/foreign-lock.ts';
import { furnish, missing, putBack } from './environment/furnish.ts';
import { projectForm } from './environment/project-form.ts';
import { pythonAtHand } from './environment/python-at-hand.ts';
import type { OwnWork, RoadWork } from './environment/roads.ts';
import { addTestRequirements } from './environment/test-requirements.ts';
import { installedIn } from './installed.ts';
import { environmentLayout, type Layout } from './layout.ts';
import type { PythonOptions } from './options.ts';
import type { Uv } from './uv.ts';

/** The environment that holds the project and all it asks for; outside the checkout. */
export interface ProjectEnvironment {
  readonly layout: Layout;
  /** Installs the project. Raises `tool-failed`. */
  sync(request: SyncRequest): Promise<SyncReport>;
  /** What came of the installation as the plan asks for it, which is done, with these variables, unless it was in this run. */
  ensure(variables?: SyncRequest['variables']): Promise<SyncReport>;
  /** Adds a requirement, beside the project as it stands in the tree. Raises `tool-failed`. */
  add(requirement: string): ReturnType<Uv['run']>;
  /** Whether there is such an environment yet. */
  exists(): Promise<boolean>;
  installed(): Promise<readonly ToolVersion[]>;
}

/** The project's environment of this run. */
export function createProjectEnvironment(options: PythonOptions, uv: Uv): ProjectEnvironment {
  const layout = environmentLayout(path.join(options.scratch, 'project-env'), options.platform);
  let synced: Promise<SyncReport> | undefined;
  let asked: SyncRequest = { extras: options.extras };
  const sync = (request: SyncRequest) => {
    asked = request;
    synced = syncedProject(options, uv, layout, request);
    return synced;
  };
  const ensure: ProjectEnvironment['ensure'] = (variables) =>
    synced ?? sync(variables === undefined ? asked : { ...asked, variables });
  return {
    layout,
    sync,
    ensure,
    async add(requirement) {
      const { editable } = await ensure();
      const args = ['pip', 'install', '--python', layout.python, requirement];
      const completed = await uv.run(args, { directory: options.scratch });
      await keepOwn(await workOf(options, uv, layout, asked), editable);
      return completed;
    },
    exists: async () => (await options.files.list(layout.scripts)) !== undefined,
    installed: async () => installedIn(uv, layout, options.scratch),
  };
}

async function syncedProject(
  options: PythonOptions,
  uv: Uv,
  layout: Layout,
  request: SyncRequest,
): Promise<SyncReport> {
  const { hasLock } = await projectForm(options);
  const lock = hasLock ? undefined : await foreignLock(options);
  const synced = (held: ForeignLock | undefined) =>
    syncedWithin(options, held === undefined ? uv : heldTo(uv, held), layout, request, held);
  if (lock === undefined) return synced(undefined);
  // A lock file that nobody has renewed for years may hold the project to what this Python cannot have, or an extra to what it cannot do with.
  const held = await unlessStopped(synced(lock));
  if (held?.leftOut.length === 0) return held;
  if (held === undefined) return synced(undefined);
  const free = await unlessStopped(synced(undefined));
  if (free !== undefined && free.leftOut.length < held.leftOut.length) return free;
  return (await unlessStopped(synced(lock))) ?? synced(undefined);
}

async function unlessStopped<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch((error) => {
    if (error instanceof Stopped) return undefined;
    throw error;
  });
}

/** A uv that installs what a lock file has, in the versions that it has. */
function heldTo(uv: Uv, { constraints }: ForeignLock): Uv {
  const run: Uv['run'] = (args, given) =>
    uv.run(args[0] === 'pip' && args[1] === 'install' ? [...args, '--constraint', constraints] : args, given);
  return { ...uv, run };
}

async function syncedWithin(
  options: PythonOptions,
  uv: Uv,
  layout: Layout,
  request: SyncRequest,
  held: ForeignLock | undefined,
): Promise<SyncReport> {
  const work = await workOf(options, uv, layout, request, held?.name);
  const furnished = await cleanlyFurnished(work);
  const requirements = await leavingNo(buildLeftovers, options, () => addTestRequirements(work, furnished));
  if (requirements !== undefined) await keepOwn(work, furnished.editable);
  const { resolution, because, editable, leftOut } = furnished;
  return {
    installed: (await installedIn(uv, layout, options.scratch)).length,
    resolution,
    because,
    heldTo: held?.name,
    editable,
    leftOut: [...leftOut, ...(requirements?.leftOut ?? [])],
    testRequirements: requirements?.origin,
  };
}

/** Whatever uv builds on the way, the back end has the variables of the request. */
async function workOf(
  options: PythonOptions,
  uv: Uv,
  layout: Layout,
  request: SyncRequest,
  heldTo?: string,
): Promise<RoadWork> {
  const run: Uv['run'] = (args, given) =>
    uv.run(args, { ...given, environment: { ...request.variables, ...given.environment } });
  return {
    options,
    uv: { ...uv, run },
    layout,
    form: await projectForm(options, heldTo),
    request,
    python: await pythonAtHand(options, uv),
  };
}

/**
 * Where an editable install builds into the checkout what the project cannot do without (extension modules, files with the version),
 * the checkout must not keep it: then the environment has a copy.
 */
async function cleanlyFurnished(work: RoadWork) {
  const { options, form } = work;
  const attempt = (editable: boolean) =>
    tidied(anything, options, () => {
      const install = () => restoring(buildLeftovers, options, () => furnish(work, editable));
      return form.hasLock ? install() : leavingNoLock(options, install);
    });
  const { value, left } = await attempt(form.canBeEditable);
  return value.editable && !left.every(buildLeftovers) ? (await attempt(false)).value : value;
}

async function keepOwn(work: OwnWork, editable: boolean): Promise<void> {
  if ((await missing(work)).length === 0) return;
  await leavingNo(buildLeftovers, work.options, () =>
    restoring(buildLeftovers, work.options, () => putBack(work, editable)),
  );
}
