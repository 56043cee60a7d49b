import type { LeftOut, SyncReport } from '../../../ports/toolchain.ts';
import type { Completed } from '../../actions/process.ts';
import { succeeded } from '../tool-failure.ts';
import { type LocalProject, localProjects } from './local-projects.ts';
import {
  hasExtra,
  inPlace,
  isAlone,
  type OwnWork,
  type Part,
  part,
  pipRoad,
  pythonOption,
  type RoadWork,
  settingsOptions,
  syncRoad,
} from './roads.ts';
import { isForTests } from './test-names.ts';
import { uvReason } from './uv-reason.ts';
import { widest } from './widest.ts';

/** How the project came into its environment, and what did not come with it. */
export interface Furnished extends Pick<SyncReport, 'resolution' | 'because' | 'leftOut' | 'editable'> {
  /** Extras and groups that are there, by name. */
  readonly parts: readonly string[];
}

/**
 * Puts the project with its extras and dependency groups into the environment: by the lock file; else all resolved together; else
 * for the Python at hand, with what of them can be had. Raises `tool-failed` where the lock file is stale, or no road leads there.
 */
export async function furnish(work: RoadWork, editable: boolean): Promise<Furnished> {
  if (work.form.hasLock) return byLock(work, editable);
  const because = work.form.unfitForSync ?? (await refusalOfSync(work, editable));
  if (because === undefined) return { ...everything(work), resolution: 'universal', editable };
  return byPip(work, editable, because);
}

/** All that was asked for is there. */
function everything({ form, request }: RoadWork) {
  const extras = request.extras === 'all' ? form.extras : request.extras;
  const groups = [...form.groups, ...form.packageGroups.map(({ name }) => name)];
  return { because: undefined, leftOut: [], parts: [...extras, ...groups] };
}

async function byLock(work: RoadWork, editable: boolean): Promise<Furnished> {
  const road = syncRoad(work, true);
  const all = await road({ parts: 'all', editable });
  if (all.exitCode === 0) {
    await addProject(work, editable);
    return { ...everything(work), resolution: 'lock', editable };
  }
  const check = ['lock', '--check', ...pythonOption(work)];
  succeeded(await work.uv.run(check, { directory: work.options.directory }), 'uv lock --check', STALE);
  const base = await editableOrNot(editable, (mode) => road({ parts: [], editable: mode }));
  succeeded(base.completed, 'uv sync --locked', REMEDY);
  const parts = ordered(partsOf(work, work.form.extras));
  const { kept, leftOut } = await widest(parts, (some) => road({ parts: some, editable: base.editable }));
  await addProject(work, base.editable);
  return {
    ...told(kept, leftOut),
    resolution: 'lock',
    because: uvReason(all.output),
    editable: base.editable,
  };
}

const STALE = 'Run `uv lock` and commit uv.lock, or mend what it says.';
const REMEDY =
  'Run `uv pip install -e .` to see the same, and mend what uv says. What the build needs of the system, such as a compiler, must be on the runner before this step.';

/** Why `uv sync` does not do; undefined where it did. It ends well also where there is nothing that it would install. */
async function refusalOfSync(work: RoadWork, editable: boolean): Promise<string | undefined> {
  const { exitCode, output } = await syncRoad(work, false)({ parts: 'all', editable });
  if (exitCode !== 0) return `uv sync: ${uvReason(output)}`;
  const lacking = await missing(work);
  if (lacking.length === 0) return undefined;
  return isAlone(work.form)
    ? 'uv sync ended well and installed no project'
    : `uv sync ended well and did not install ${lacking.join(', ')}`;
}

async function byPip(work: RoadWork, editable: boolean, because: string): Promise<Furnished> {
  const { options, uv, layout } = work;
  const venv = await uv.run(['venv', '--clear', ...pythonOption(work), layout.directory], {
    directory: options.directory,
  });
  succeeded(venv, 'uv venv', 'Ask for a python-version that the runner has, or can be had.');
  const { packages, packageGroups } = work.form;
  const bare = pipRoad(
    work,
    packages.map((directory) => ({ directory, extras: [] })),
  );
  const base = await editableOrNot(editable, (mode) => bare([], mode));
  succeeded(base.completed, `uv pip install ${packages.join(' ')}`, REMEDY);
  const projects = await own(work);
  const offered = [...new Set(projects.flatMap(({ extras }) => extras))];
  const groups = packageGroups.map(({ name, directory }) => part('group', name, directory));
  const parts = ordered([...partsOf(work, offered), ...groups]);
  const isKnown = ({ kind, name }: Part) => kind === 'group' || hasExtra(offered, name);
  const road = pipRoad(work, projects);
  const { kept, leftOut } = await widest(parts.filter(isKnown), (some) => road(some, base.editable));
  const unknown = parts
    .filter((one) => !isKnown(one))
    .map(({ what }) => ({ what, why: 'the project has no such extra' }));
  return {
    ...told(kept, [...unknown, ...leftOut]),
    resolution: 'this-python',
    because,
    editable: base.editable,
  };
}

interface Based {
  readonly completed: Completed;
  readonly editable: boolean;
}

/** A back end that cannot install editable may still build a wheel. */
async function editableOrNot(
  editable: boolean,
  install: (editable: boolean) => Promise<Completed>,
): Promise<Based> {
  const completed = await install(editable);
  if (completed.exitCode === 0 || !editable) return { completed, editable };
  return { completed: await install(false), editable: false };
}

/** uv leaves out a project that has no [build-system]; what the lock file says of the rest holds all the same. */
async function addProject(work: RoadWork, editable: boolean): Promise<void> {
  await putBack(work, editable);
}

/**
 * Installs from the tree what the environment does not have from there: a distribution that the tests need may in its turn need this
 * project, and have brought a copy from the index. Raises `tool-failed`.
 */
export async function putBack(work: OwnWork, editable: boolean): Promise<void> {
  const { options, uv, layout, form } = work;
  const lacking = await missing(work);
  if (lacking.length === 0) return;
  const args = [
    ...['pip', 'install', '--python', layout.python],
    ...settingsOptions({ options, form }),
    // What one of several packages depends on need not be in the lock file of the others.
    ...(isAlone(form) ? ['--no-deps'] : []),
    ...(editable ? [] : ['--refresh']),
    ...lacking.flatMap((directory) => inPlace(directory, editable)),
  ];
  succeeded(await uv.run(args, { directory: options.directory }), `uv ${args.join(' ')}`, REMEDY);
}

/** Directories of packages that the environment does not have from the tree. */
export async function missing(work: OwnWork): Promise<readonly string[]> {
  const there = (await own(work)).map(({ directory }) => directory);
  return work.form.packages.filter((each) => !there.includes(each));
}

/** The packages as the environment has them, from the tree. */
async function own({ options, layout, form }: OwnWork): Promise<readonly LocalProject[]> {
  const found = await localProjects(options, layout);
  return found.filter(({ directory }) => form.packages.includes(directory));
}

function partsOf({ form, request }: RoadWork, offered: readonly string[]): readonly Part[] {
  const extras = request.extras === 'all' ? offered : request.extras;
  return [...extras.map((name) => part('extra', name)), ...form.groups.map((name) => part('group', name))];
}

/** What the tests need comes first: where parts exclude one another, the others give way. */
function ordered(parts: readonly Part[]): readonly Part[] {
  return [...parts.filter(({ name }) => isForTests(name)), ...parts.filter(({ name }) => !isForTests(name))];
}

function told(kept: readonly Part[], leftOut: readonly LeftOut[]) {
  return { parts: kept.map(({ name }) => name), leftOut };
}
