import type { Archive } from './archive.ts';
import { parsedCoreMetadata } from './core-metadata.ts';
import type { DistributionKind } from './distribution.ts';

/** A folder of an archive: modules by the name they are imported by, and folders. */
interface Folder {
  readonly modules: Set<string>;
  readonly folders: Map<string, Folder>;
}

// Python reference, "Identifiers and keywords"; `foo-stubs` and `bin-1.0` are folders that no import can name.
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u;

// `name.py`, `name.so`, `name.pyd`, `name.cpython-312-x86_64-linux-gnu.so`, `name.abi3.so` (importlib.machinery.all_suffixes).
const MODULE_FILE = /^([^.]+)(?:\.py|(?:\.[\w-]+)?\.(?:so|pyd))$/;

// What lies beside the packages of a source tree without being meant for import: setuptools user guide,
// "Package Discovery", reserved names of the flat layout.
const NOT_PACKAGES = new Set([
  ...[
    'benchmark',
    'benchmarks',
    'bin',
    'build',
    'changelog',
    'ci',
    'debian',
    'dist',
    'doc',
    'docs',
    'documentation',
  ],
  ...[
    'example',
    'examples',
    'exercise',
    'exercises',
    'htmlcov',
    'manpages',
    'news',
    'newsfragments',
    'python',
  ],
  ...['requirements', 'script', 'scripts', 'src', 'tasks', 'test', 'testing', 'tests', 'tool', 'tools'],
  ...['unit_test', 'unit_tests', 'util', 'utils', 'venv'],
]);
const NOT_MODULES = new Set([
  ...['build', 'conf', 'conftest', 'dodo', 'example', 'examples', 'ez_setup', 'fabfile', 'manage', 'noxfile'],
  ...['pavement', 'setup', 'tasks', 'test', 'tests', 'toxfile', 'versioneer'],
]);

/**
 * The modules that installing a distribution makes importable, sorted: the topmost packages and modules, dotted where they
 * lie in a namespace (`jaraco.functools`). The metadata's `Import-Name` decides if there (PEP 794); else the files do:
 * in a wheel all that get installed; in an sdist `src`, or else the packages and modules at the top without tests,
 * documentation, examples and build scripts. Empty when there is nothing to import.
 */
export function importNames(archive: Archive, kind: DistributionKind): readonly string[] {
  const stated = statedNames(archive, kind);
  const names = stated ?? (kind === 'wheel' ? wheelNames(archive.members) : sdistNames(archive.members));
  return [...new Set(names)].toSorted();
}

/**
 * The modules that installing this sdist makes importable, where the wheel that was built from it is at hand. A single file beside the
 * project's own may be a helper of its tests, which only the wheel tells; a package that the wheel lacks is missed all the same.
 */
export function importNamesBeside(sdist: Archive, wheel: Archive): readonly string[] {
  const installed = importNames(wheel, 'wheel');
  const files = new Set(sdist.members.map((member) => member.replace(/^[^/]+\/(?:src\/)?/, '')));
  return importNames(sdist, 'sdist').filter((name) => installed.includes(name) || !files.has(`${name}.py`));
}

function statedNames(archive: Archive, kind: DistributionKind): readonly string[] | undefined {
  const file = kind === 'wheel' ? /^[^/]+\.dist-info\/METADATA$/ : /^[^/]+\/PKG-INFO$/;
  const text = archive.text(archive.members.find((member) => file.test(member)) ?? '');
  const stated = parsedCoreMetadata(text ?? '').importNames;
  if (stated.length === 0) return undefined;
  return stated.map((entry) => entry.replace(/;.*/, '').trim()).filter((name) => name !== '');
}

/** Wheel layout: PEP 427, "The .dist-info directory" and "The .data directory". */
function wheelNames(members: readonly string[]): readonly string[] {
  const installed = members
    .map((member) => member.replace(/^[^/]+\.data\/(?:purelib|platlib)\//, ''))
    .filter((member) => !/^[^/]+\.(?:dist-info|data|egg-info)\//.test(member));
  return namesIn(folderOf(installed), { looseModules: true });
}

function sdistNames(members: readonly string[]): readonly string[] {
  const files = members.map((member) => member.replace(/^[^/]+\//, ''));
  const inSource = files.filter((file) => file.startsWith('src/')).map((file) => file.slice('src/'.length));
  const names = namesIn(folderOf(inSource), { looseModules: true });
  if (names.length > 0) return names;
  const { modules, folders } = folderOf(files);
  const flat = {
    modules: new Set([...modules].filter((name) => !NOT_MODULES.has(name) && !name.startsWith('test_'))),
    folders: new Map([...folders].filter(([name]) => !NOT_PACKAGES.has(name))),
  };
  return namesIn(flat, { looseModules: false });
}

function folderOf(files: readonly string[]): Folder {
  const root: Folder = { modules: new Set(), folders: new Map() };
  for (const file of files) {
    const parts = file.split('/');
    const module = MODULE_FILE.exec(parts.pop() ?? '')?.[1];
    if (module === undefined) continue;
    parts.reduce(subfolder, root).modules.add(module);
  }
  return root;
}

function subfolder(folder: Folder, name: string): Folder {
  const found = folder.folders.get(name) ?? { modules: new Set(), folders: new Map() };
  folder.folders.set(name, found);
  return found;
}

interface Search {
  /** Whether a module in a folder without `__init__` counts: in a source tree it is more likely a script. */
  readonly looseModules: boolean;
}

function namesIn(folder: Folder, search: Search): readonly string[] {
  const modules = [...folder.modules].filter((name) => !name.startsWith('__') && IDENTIFIER.test(name));
  const packages = [...folder.folders]
    .filter(([name]) => IDENTIFIER.test(name))
    .flatMap(([name, inner]) => packageNames(name, inner, search));
  return [...modules, ...packages];
}

function packageNames(name: string, folder: Folder, search: Search): readonly string[] {
  if (folder.modules.has('__init__')) return [name];
  const inner = search.looseModules ? folder : { ...folder, modules: new Set<string>() };
  return namesIn(inner, search).map((below) => `${name}.${below}`);
}
