import path from 'node:path';
import { type Pyproject, parsedPyproject, parsedToml } from '../../../packaging/pyproject.ts';
import { list, valueAt } from '../../../packaging/toml-value.ts';
import { stop } from '../../../release/fault.ts';
import { levelsAbove } from '../../git/levels.ts';
import type { PythonOptions } from '../options.ts';

type FormOptions = Pick<PythonOptions, 'directory' | 'files' | 'processes' | 'packages'>;

/** What decides how a project can be installed. */
export interface ProjectForm {
  /** What is installed by name, as each pyproject.toml has it; undefined where the back end alone knows one of them. */
  readonly names: readonly string[] | undefined;
  /** Why `uv sync` would install nothing, or cannot be run; undefined where it is worth trying. */
  readonly unfitForSync: string | undefined;
  /** Whether a uv.lock, here or at the top of the workspace, is this project's. */
  readonly hasLock: boolean;
  /** Directories of what is installed, relative to the project's; `.` where it is the project alone. */
  readonly packages: readonly string[];
  /** Names of the extras, as far as pyproject.toml tells them: a back end may have others. */
  readonly extras: readonly string[];
  /** Names of the dependency groups (PEP 735). */
  readonly groups: readonly string[];
  /** The dependency groups of packages in directories of their own. */
  readonly packageGroups: readonly PackageGroup[];
  /** Whether the back end's editable installs live without its build environment. */
  readonly canBeEditable: boolean;
}

export interface PackageGroup {
  /** Relative to the project's. */
  readonly directory: string;
  readonly name: string;
}

/** The tables of pyproject.toml; none where there is no such file. Raises `pyproject-invalid`. */
export async function pyprojectOf({ files, directory }: Pick<FormOptions, 'files' | 'directory'>) {
  const text = await files.text(path.join(directory, 'pyproject.toml'));
  try {
    return { text, document: parsedToml(text ?? '') };
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    return stop('pyproject-invalid', { problem }, { cause });
  }
}

/**
 * Reads the form of the project in this directory. Raises `pyproject-invalid`.
 *
 * @param heldTo a lock file of another tool: `uv sync` cannot be held to it
 */
export async function projectForm(options: FormOptions, heldTo?: string): Promise<ProjectForm> {
  const { text, document } = await pyprojectOf(options);
  const root = parsedPyproject(text ?? '');
  const packages = await options.packages();
  const below = await Promise.all(
    packages.filter((each) => each !== '.').map((directory) => packageIn(directory, options)),
  );
  const names = [...(packages.includes('.') ? [root] : []), ...below].map(({ name }) => name);
  const unfit = below.length > 0 ? unfitForSyncOfAll(document) : unfitForSync(text, document);
  return {
    names: names.includes(undefined) ? undefined : names.filter((name) => name !== undefined),
    unfitForSync: unfit ?? (heldTo === undefined ? undefined : `there is no uv.lock beside ${heldTo}`),
    hasLock: await hasLock(options),
    packages,
    extras: root.extras,
    groups: root.groups,
    packageGroups: below.flatMap(({ directory, groups }) => groups.map((name) => ({ directory, name }))),
    canBeEditable: ![root, ...below].some(rebuildsOnImport),
  };
}

async function packageIn(directory: string, { files, directory: top }: FormOptions) {
  const { text } = await pyprojectOf({ files, directory: path.join(top, directory) });
  return { directory, ...parsedPyproject(text ?? '') };
}

function rebuildsOnImport({ buildBackend }: Pyproject): boolean {
  return buildBackend !== undefined && REBUILDS_ON_IMPORT.includes(buildBackend);
}

// Its editable install calls meson and ninja at every import, which a build in isolation has taken away again (meson-python's
// documentation, "Editable installs").
const REBUILDS_ON_IMPORT = ['mesonpy'];

/** `uv sync` knows the packages of a workspace, and no others. */
function unfitForSyncOfAll(document: unknown): string | undefined {
  const isWorkspace = valueAt(document, ['tool', 'uv', 'workspace']) !== undefined;
  return isWorkspace ? undefined : 'the packages are of no uv workspace';
}

function unfitForSync(text: string | undefined, document: unknown): string | undefined {
  if (text === undefined) return 'there is no pyproject.toml';
  if (valueAt(document, ['project']) === undefined) return 'pyproject.toml has no [project] table';
  // uv's documentation, "Build systems": without one, and unless told so, it installs the dependencies but not the project.
  const isPackage =
    valueAt(document, ['build-system']) !== undefined ||
    valueAt(document, ['tool', 'uv', 'package']) === true;
  return isPackage ? undefined : 'pyproject.toml has no [build-system] table';
}

/** A lock file of one's own, or one of the workspace above that has an entry for this directory, or should have: then it is stale. */
async function hasLock({ files, processes, directory }: FormOptions): Promise<boolean> {
  const [own = directory, ...above] = await levelsAbove(processes, directory);
  if ((await files.bytes(path.join(own, 'uv.lock'))) !== undefined) return true;
  for (const level of above) {
    const text = await files.text(path.join(level, 'uv.lock'));
    const member = path.relative(level, directory).replaceAll(path.sep, '/');
    if (text?.includes(`{ editable = "${member}" }`) || text?.includes(`{ virtual = "${member}" }`))
      return true;
    if (text !== undefined && (await isMember({ files, directory: level }, member))) return true;
  }
  return false;
}

/** Whether the workspace at the top of this directory takes one below it (uv's documentation, "Workspaces"). Raises `pyproject-invalid`. */
async function isMember(top: Pick<FormOptions, 'files' | 'directory'>, member: string): Promise<boolean> {
  const { document } = await pyprojectOf(top);
  const taken = async (key: 'members' | 'exclude') => {
    const patterns = list(valueAt(document, ['tool', 'uv', 'workspace', key])).map(String);
    const found = await Promise.all(
      patterns.map((pattern) => top.files.glob(top.directory, `${pattern}/pyproject.toml`)),
    );
    return found.flat().includes(`${member}/pyproject.toml`);
  };
  return (await taken('members')) && !(await taken('exclude'));
}
