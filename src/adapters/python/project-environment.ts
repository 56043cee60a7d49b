import path from 'node:path';
import { normalizedName } from '../../packaging/project-name.ts';
import { parsedPyproject } from '../../packaging/pyproject.ts';
import { parsedMember } from '../../packaging/workspace-member.ts';
import type { SyncReport, SyncRequest, ToolVersion } from '../../ports/toolchain.ts';
import { stop } from '../../release/fault.ts';
import { eggInfo, leavingNo, leavingNoLock } from './clean-tree.ts';
import { installedIn } from './installed.ts';
import { environmentLayout, type Layout } from './layout.ts';
import type { PythonOptions } from './options.ts';
import { succeeded } from './tool-failure.ts';
import type { Uv } from './uv.ts';

/** The environment that holds the project, editable, and all it asks for; outside the checkout. */
export interface ProjectEnvironment {
  readonly layout: Layout;
  /** Installs the project. Raises `tool-failed`. */
  sync(request: SyncRequest): Promise<SyncReport>;
  /** Installs the project as the plan says, unless that was done in this run. */
  ensure(): Promise<void>;
  /** Whether there is such an environment yet. */
  exists(): Promise<boolean>;
  installed(): Promise<readonly ToolVersion[]>;
}

/** The project's environment of this run. */
export function createProjectEnvironment(options: PythonOptions, uv: Uv): ProjectEnvironment {
  const layout = environmentLayout(path.join(options.scratch, 'project-env'), options.platform);
  let synced: Promise<SyncReport> | undefined;
  const installed = async () => installedIn(uv, layout, options.scratch);
  const sync = (request: SyncRequest) => {
    synced = syncedProject(options, uv, layout, request);
    return synced;
  };
  return {
    layout,
    installed,
    sync,
    async ensure() {
      synced ??= hasLock(options).then((locked) => sync({ extras: options.extras, locked }));
      await synced;
    },
    exists: async () => (await options.files.list(layout.scripts)) !== undefined,
  };
}

async function hasLock({ files, directory }: PythonOptions): Promise<boolean> {
  return (await files.bytes(path.join(directory, 'uv.lock'))) !== undefined;
}

async function syncedProject(
  options: PythonOptions,
  uv: Uv,
  layout: Layout,
  request: SyncRequest,
): Promise<SyncReport> {
  const root = parsedMember((await options.files.text(path.join(options.directory, 'pyproject.toml'))) ?? '');
  const isBare = root.name === undefined && root.workspace !== undefined;
  const args = [
    ...syncArguments(request, options.python),
    ...(isBare || options.together ? ['--all-packages'] : []),
  ];
  const environment = { UV_PROJECT_ENVIRONMENT: layout.directory };
  const work = async () => uv.run(args, { directory: options.directory, environment });
  const tidily = () => leavingNo(eggInfo, options, work);
  const completed = await (request.locked ? tidily() : leavingNoLock(options, tidily));
  succeeded(completed, `uv ${args.join(' ')}`, request.locked ? LOCKED_REMEDY : REMEDY);
  const installed = await installedIn(uv, layout, options.scratch);
  if (!isBare) await demandProject(options, installed);
  return { installed: installed.length, locked: request.locked };
}

const REMEDY =
  'Run `uv sync --all-extras --all-groups` to see the same. Extras or groups that exclude one another are chosen by the extras input.';
const LOCKED_REMEDY = 'Run `uv lock` and commit uv.lock, or mend what it says.';

function syncArguments({ extras, locked }: SyncRequest, python: string | undefined): readonly string[] {
  return [
    'sync',
    ...(extras === 'all' ? ['--all-extras'] : extras.flatMap((extra) => ['--extra', extra])),
    '--all-groups',
    ...(locked ? ['--locked'] : []),
    ...(python === undefined ? [] : ['--python', python]),
  ];
}

/** uv ends well where there is nothing it would install: a pyproject.toml without [project], or without [build-system]. */
async function demandProject(options: PythonOptions, installed: readonly ToolVersion[]): Promise<void> {
  const text = (await options.files.text(path.join(options.directory, 'pyproject.toml'))) ?? '';
  const { name } = parsedPyproject(text);
  const wanted = name === undefined ? undefined : normalizedName(name);
  if (wanted !== undefined && installed.some((found) => normalizedName(found.name) === wanted)) return;
  stop('tool-failed', {
    tool: 'uv',
    what: 'uv sync',
    exitCode: 0,
    tail: `But of the ${installed.length} distributions it installed, ${name ?? 'the project'} is none.`,
    remedy:
      'Give pyproject.toml a [project] table with the name, and a [build-system] table: without them uv installs no project.',
  });
}
