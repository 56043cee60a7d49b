import { normalizedName } from './project-name.ts';
import { list, valueAt } from './toml-value.ts';

/** A tool that computes the version from git's tags. */
interface TagTool {
  /** Its PEP 503 name. */
  readonly name: string;
  /** The variable that tells it the version outright, for a project of this name; absent where it has none. */
  readonly variable?: (project: string) => string;
}

// setuptools-scm, "Overrides": the name in upper case, runs of `-_.` as one `_`.
const pretended = (project: string): string =>
  `${PRETENDED}_FOR_${normalizedName(project).replaceAll('-', '_').toUpperCase()}`;
const PRETENDED = 'SETUPTOOLS_SCM_PRETEND_VERSION';

/** Every such tool that is known. All of them also take an exact tag on a clean commit. */
const TOOLS: readonly TagTool[] = [
  { name: 'setuptools-scm', variable: pretended },
  { name: 'vcs-versioning', variable: pretended },
  // Both ask setuptools-scm without a name (`get_version()`), and then it reads the variable of no name alone.
  { name: 'hatch-vcs', variable: () => PRETENDED },
  { name: 'flit-scm', variable: () => PRETENDED },
  // pdm-backend, "Dynamic versioning", "Get version from SCM".
  { name: 'pdm-backend', variable: () => 'PDM_BUILD_SCM_VERSION' },
  { name: 'poetry-dynamic-versioning', variable: () => 'POETRY_DYNAMIC_VERSIONING_BYPASS' },
  { name: 'uv-dynamic-versioning', variable: () => 'UV_DYNAMIC_VERSIONING_BYPASS' },
  { name: 'pbr', variable: () => 'PBR_VERSION' },
  { name: 'versioneer' },
  { name: 'versioningit' },
  { name: 'setuptools-git-versioning' },
  { name: 'dunamai' },
];

/** The files that may bring such a tool in, as texts but the first. */
export interface TagToolSources {
  /** pyproject.toml, parsed. */
  readonly document: unknown;
  readonly setupCfg?: string | undefined;
  /** The code of setup.py, with neither comments nor the contents of strings. */
  readonly setupPy?: string | undefined;
}

/** The name of the tool that computes the version from git's tags; undefined where none does. */
export function tagTool(sources: TagToolSources): string | undefined {
  if (isToldElsewhere(sources)) return undefined;
  return ACTIVE.find(({ isActive }) => isActive(sources))?.name ?? requiredTool(sources);
}

/** The variables that tell the tool of that name the version of a project, so that the state of the clone does not count. */
export function versionVariables(
  tool: string | undefined,
  { name, version }: { readonly name: string; readonly version: string },
): Readonly<Record<string, string>> {
  const variable = TOOLS.find((each) => each.name === tool)?.variable?.(name);
  return variable === undefined ? {} : { [variable]: version };
}

/** setuptools-scm may be there for the list of files alone: the version then stands, or is said to stand, somewhere else. */
function isToldElsewhere({ document, setupCfg = '' }: TagToolSources): boolean {
  const hatch = valueAt(document, ['tool', 'hatch', 'version']);
  const hatchSource = valueAt(hatch, ['source']);
  return (
    valueAt(document, ['tool', 'setuptools', 'dynamic', 'version']) !== undefined ||
    valueAt(hatch, ['path']) !== undefined ||
    (typeof hatchSource === 'string' &&
      !['vcs', 'uv-dynamic-versioning', 'versioningit'].includes(hatchSource)) ||
    /^version[ \t]*[=:][ \t]*(?:attr|file):/m.test(setupCfg)
  );
}

interface Activity {
  readonly name: string;
  readonly isActive: (sources: TagToolSources) => boolean;
}

/** Signs beside a build requirement. */
const ACTIVE: readonly Activity[] = [
  {
    name: 'pdm-backend',
    isActive: ({ document }) => valueAt(document, ['tool', 'pdm', 'version', 'source']) === 'scm',
  },
  { name: 'setuptools-scm', isActive: ({ setupPy = '' }) => /\buse_scm_version\s*=/.test(setupPy) },
  {
    name: 'versioneer',
    isActive: ({ setupPy = '' }) => /\bversioneer\s*\.\s*get_version\s*\(/.test(setupPy),
  },
  { name: 'pbr', isActive: ({ setupPy = '' }) => /\bpbr\s*=\s*True\b/.test(setupPy) },
  {
    name: 'setuptools-git-versioning',
    isActive: ({ setupPy = '' }) => /\b(?:setuptools_git_versioning|version_config)\s*=/.test(setupPy),
  },
];

function requiredTool({ document }: TagToolSources): string | undefined {
  const requires = list(valueAt(document, ['build-system', 'requires'])).map((requirement) =>
    normalizedName(String(requirement).replace(/[^\w.-].*$/s, '')),
  );
  // pdm-backend is a whole back end: only its own setting makes it ask the tags.
  return TOOLS.find(({ name }) => name !== 'pdm-backend' && requires.includes(name))?.name;
}
