import { list, valueAt } from './toml-value.ts';
import type { VersionFile } from './version-file.ts';

/** What builds a project. */
export interface BackEnd {
  /** Its name on the index, or what `build-backend` says where it is none of the known ones. */
  readonly name: string;
  /** Whether it lies in the project itself (`backend-path`, PEP 517). */
  readonly isInTree: boolean;
  /** Files that its settings name as the source of the version; the first that has one counts. */
  readonly versionFiles: readonly VersionFile[];
}

interface Row {
  readonly name: string;
  /** Fits `build-backend`. */
  readonly module: RegExp;
  /** Where its settings put the version. */
  readonly versionFiles?: (document: unknown) => readonly VersionFile[];
}

const BACK_ENDS: readonly Row[] = [
  { name: 'setuptools', module: /^setuptools\b/, versionFiles: ofSetuptools },
  {
    name: 'hatchling',
    module: /^hatchling\b/,
    versionFiles: (document) => fileAt(document, ['tool', 'hatch', 'version', 'path']),
  },
  { name: 'flit-core', module: /^flit_core\b/, versionFiles: ofFlit },
  { name: 'flit-scm', module: /^flit_scm\b/ },
  { name: 'poetry-core', module: /^poetry\.(?:core\.)?masonry\b/ },
  { name: 'poetry-dynamic-versioning', module: /^poetry_dynamic_versioning\b/ },
  {
    name: 'pdm-backend',
    module: /^pdm\.(?:backend|pep517)\b/,
    versionFiles: (document) => fileAt(document, ['tool', 'pdm', 'version', 'path']),
  },
  { name: 'uv-build', module: /^uv_build\b/ },
  { name: 'maturin', module: /^maturin\b/ },
  {
    name: 'scikit-build-core',
    module: /^scikit_build_core\b/,
    versionFiles: (document) => fileAt(document, ['tool', 'scikit-build', 'metadata', 'version', 'input']),
  },
  { name: 'meson-python', module: /^mesonpy\b/, versionFiles: () => [{ file: 'meson.build' }] },
];

/** The back end of a project, by its pyproject.toml; without one, and without `[build-system]`, it is setuptools (PEP 517, PEP 518). */
export function backEndOf(document: unknown): BackEnd {
  const module = valueAt(document, ['build-system', 'build-backend']);
  const isInTree = list(valueAt(document, ['build-system', 'backend-path'])).length > 0;
  const asked = typeof module === 'string' ? module : 'setuptools.build_meta:__legacy__';
  const row = BACK_ENDS.find((each) => each.module.test(asked));
  // A back end that builds itself reads its own settings; what else lies in the tree only has the name of one.
  return {
    name: row?.name ?? asked,
    isInTree,
    versionFiles: row?.versionFiles?.(document) ?? [],
  };
}

function fileAt(document: unknown, keys: readonly string[]): readonly VersionFile[] {
  const file = valueAt(document, keys);
  return typeof file === 'string' ? [{ file }] : [];
}

/** `version = {attr = "demo.about.__version__"}` or `{file = "VERSION"}` (setuptools, "Dynamic Metadata"). */
function ofSetuptools(document: unknown): readonly VersionFile[] {
  const version = valueAt(document, ['tool', 'setuptools', 'dynamic', 'version']);
  const [attribute, file] = [valueAt(version, ['attr']), valueAt(version, ['file'])];
  if (typeof attribute === 'string') return attributeFiles(attribute);
  const files = Array.isArray(file) ? file : [file];
  return files.flatMap((each) => (typeof each === 'string' ? [{ file: each, part: WHOLE }] : []));
}

/** `attr:` and `file:` of setup.cfg (setuptools, "Specifying values"). */
export function versionFilesInCfg(value: string): readonly VersionFile[] {
  const { kind, told = '' } = /^(?<kind>attr|file):\s*(?<told>\S+)$/.exec(value)?.groups ?? {};
  if (kind === 'attr') return attributeFiles(told);
  return kind === 'file' ? [{ file: told, part: WHOLE }] : [];
}

const WHOLE = { kind: 'whole' } as const;

/** The module of `demo.about.__version__`, in the two layouts; of another name in it than the usual ones nothing is known. */
function attributeFiles(attribute: string): readonly VersionFile[] {
  const parts = attribute.split('.');
  if (!['__version__', 'version', 'VERSION'].includes(parts.at(-1) ?? '')) return [];
  return moduleFiles(parts.slice(0, -1).join('/'));
}

function ofFlit(document: unknown): readonly VersionFile[] {
  const module = valueAt(document, ['tool', 'flit', 'module', 'name']);
  return typeof module === 'string' ? moduleFiles(module.replaceAll('.', '/')) : [];
}

function moduleFiles(module: string): readonly VersionFile[] {
  return ['', 'src/'].flatMap((folder) =>
    [`${folder}${module}/__init__.py`, `${folder}${module}.py`].map((file) => ({ file })),
  );
}
