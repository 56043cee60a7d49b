import { normalizedName } from './project-name.ts';
import { parsedToml } from './pyproject.ts';
import { list, valueAt } from './toml-value.ts';

/** What a pyproject.toml says of its place among the packages of one repository. */
export interface WorkspaceMember {
  /** As spelled there; absent where there is neither `[project]` nor `[tool.poetry]`. */
  readonly name?: string;
  /** What it cannot be built or installed without, by normalised name. */
  readonly requires: readonly string[];
  /** What its extras require, by normalised name. */
  readonly mayRequire: readonly string[];
  /** Whether it says that it is for no index: the classifier `Private ::`, or no package to uv. */
  readonly isPrivate: boolean;
  /** `[tool.uv.workspace]`, where it is the root of one. */
  readonly workspace: Workspace | undefined;
  /** Whether the back end may have requirements from elsewhere: `dynamic` says so, or there is no `[project]` (PEP 621, "dynamic"). */
  readonly isOpen: boolean;
}

/** Globs of directories, relative to the root (uv, "Workspaces"). */
export interface Workspace {
  readonly members: readonly string[];
  readonly exclude: readonly string[];
}

/** What `text`, the content of a pyproject.toml, says. Throws SyntaxError that names line and column when it is no TOML. */
export function parsedMember(text: string): WorkspaceMember {
  const document = parsedToml(text);
  const at = (...keys: readonly string[]): unknown => valueAt(document, keys);
  const name = at('project', 'name') ?? at('tool', 'poetry', 'name');
  const extras = Object.values(at('project', 'optional-dependencies') ?? {}).flatMap(list);
  return {
    ...(typeof name === 'string' ? { name } : {}),
    requires: [
      ...requiredNames(list(at('project', 'dependencies'))),
      ...requiredNames(list(at('build-system', 'requires'))),
      ...Object.keys(at('tool', 'poetry', 'dependencies') ?? {}).map(normalizedName),
      ...(list(at('project', 'dynamic')).includes('dependencies')
        ? siblings(at('tool', 'uv', 'sources'))
        : []),
    ],
    mayRequire: requiredNames(extras),
    isPrivate: isPrivate(at),
    workspace: workspaceIn(at('tool', 'uv', 'workspace')),
    isOpen:
      at('project') === undefined ||
      list(at('project', 'dynamic')).some((each) => /^(?:optional-)?dependencies$/.test(String(each))),
  };
}

/** The name that a requirement begins with (PEP 508), normalised; undefined where it begins with none. */
export function requiredName(requirement: string): string | undefined {
  const name = /^\s*(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)/.exec(requirement)?.groups?.name;
  return name === undefined ? undefined : normalizedName(name);
}

/** Of several, those that begin with a name. */
export function requiredNames(requirements: readonly unknown[]): readonly string[] {
  return requirements.flatMap((each) => (typeof each === 'string' ? (requiredName(each) ?? []) : []));
}

/** Dependencies that only a build tells of: those that come from the workspace are told here. */
function siblings(sources: unknown): readonly string[] {
  return Object.entries(sources ?? {})
    .filter(([, source]) => valueAt(source, ['workspace']) === true)
    .map(([name]) => normalizedName(name));
}

/** uv takes a project without a build back end for no package, unless it is told otherwise (uv, "Build systems"). */
function isPrivate(at: (...keys: readonly string[]) => unknown): boolean {
  const classifiers = [...list(at('project', 'classifiers')), ...list(at('tool', 'poetry', 'classifiers'))];
  const isPackage = at('tool', 'uv', 'package') ?? at('build-system') !== undefined;
  return isPackage !== true || classifiers.some((each) => String(each).startsWith('Private ::'));
}

function workspaceIn(table: unknown): Workspace | undefined {
  if (table === undefined) return undefined;
  const texts = (key: string) =>
    list(valueAt(table, [key])).filter((each): each is string => typeof each === 'string');
  return { members: texts('members'), exclude: texts('exclude') };
}
