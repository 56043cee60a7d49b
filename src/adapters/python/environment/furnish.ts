import { normalizedName } from '../../../packaging/project-name.ts';
import type { LeftOut, SyncReport } from '../../../ports/toolchain.ts';
import type { Completed } from '../../actions/process.ts';
import { succeeded } from '../tool-failure.ts';
import { type LocalProject, localProjects } from './local-projects.ts';
import {
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
  return { because: undefined, leftOut: [], parts: [...extras, ...form.groups] };
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
  return (await own(work)) === undefined ? 'uv sync ended well and installed no project' : undefined;
}

async function byPip(work: RoadWork, editable: boolean, because: string): Promise<Furnished> {
  const { options, uv, layout } = work;
  const venv = await uv.run(['venv', '--clear', ...pythonOption(work), layout.directory], {
    directory: options.directory,
  });
  succeeded(venv, 'uv venv', 'Ask for a python-version that the runner has, or can be had.');
  const road = pipRoad(work);
  const base = await editableOrNot(editable, (mode) => road([], mode));
  succeeded(base.completed, 'uv pip install .', REMEDY);
  const offered = (await own(work))?.extras ?? [];
  const parts = ordered(partsOf(work, offered));
  // Names of extras are compared like those of projects (PEP 685).
  const isKnown = ({ kind, name }: Part) =>
    kind === 'group' || offered.map(normalizedName).includes(normalizedName(name));
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
  if ((await own(work)) === undefined) await putProjectBack(work, editable);
}

/**
 * Installs the project itself over what the environment has of it, and none of its dependencies: a distribution that the tests need
 * may in its turn need this project, and have brought a copy from the index. Raises `tool-failed`.
 */
export async function putProjectBack(
  { options, uv, layout, form }: OwnWork,
  editable: boolean,
): Promise<void> {
  const project = editable ? ['--editable', '.'] : ['--refresh', '.'];
  const args = [
    'pip',
    'install',
    '--python',
    layout.python,
    '--no-deps',
    ...settingsOptions({ options, form }),
    ...project,
  ];
  succeeded(await uv.run(args, { directory: options.directory }), `uv ${args.join(' ')}`, REMEDY);
}

/** The project as the environment has it: one of its members where it is a workspace and nothing else. */
export async function own({ options, layout, form }: OwnWork): Promise<LocalProject | undefined> {
  const found = await localProjects(options, layout);
  return found.find(({ directory }) => directory === '.') ?? (form.isBareWorkspace ? found[0] : undefined);
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
