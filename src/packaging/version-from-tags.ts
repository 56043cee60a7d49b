import { normalizedName } from './project-name.ts';
import { valueAt } from './toml-value.ts';

/** Build requirements that compute the version from git's tags, by their PEP 503 names. */
const TOOLS = [
  'setuptools-scm',
  'vcs-versioning',
  'hatch-vcs',
  'flit-scm',
  'versioneer',
  'versioningit',
  'setuptools-git-versioning',
  'poetry-dynamic-versioning',
  'uv-dynamic-versioning',
];

/** Whether the version is computed from git's tags, by a build requirement or by pdm. */
export function takesVersionFromTags(document: unknown): boolean {
  const requires = valueAt(document, ['build-system', 'requires']);
  const names = (Array.isArray(requires) ? requires : []).map((requirement) =>
    normalizedName(String(requirement).replace(/[^\w.-].*$/s, '')),
  );
  return (
    names.some((name) => TOOLS.includes(name)) ||
    valueAt(document, ['tool', 'pdm', 'version', 'source']) === 'scm'
  );
}
