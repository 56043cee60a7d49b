import { WHOLE_FILE } from './back-end.ts';
import { valueAt } from './toml-value.ts';
import { sameVersion } from './version.ts';
import { cargoToml } from './version-places/cargo-toml.ts';
import { cargoSpelling } from './version-places/cargo-version.ts';
import { cfgReader } from './version-places/cfg.ts';
import { linesReader } from './version-places/lines.ts';
import { lockFile } from './version-places/lock-file.ts';
import { mesonBuild } from './version-places/meson-build.ts';
import type { PlaceReader } from './version-places/place-reader.ts';
import { pythonModule } from './version-places/python-module.ts';
import { requirementPins } from './version-places/requirement-pins.ts';
import { setupPy } from './version-places/setup-py.ts';
import { tomlReader } from './version-places/toml.ts';
import { wholeFile } from './version-places/whole-file.ts';

/** A file that may hold the version, and the part of it. */
export interface VersionFile {
  /** Its name; folders do not matter. */
  readonly file: string;
  /** The package of a lock file, as it is spelled there; the table of a Cargo.toml (`package`, `workspace.package`); {@link BUMPVERSION}; {@link COMMITIZEN}; {@link LINES} with a pattern; {@link pinsOf}; {@link lockedMember}; {@link WHOLE_FILE}. */
  readonly entry?: string;
}

/** Whether a place that says `version` is rewritten for `to`; Cargo's own spelling of the same version stays. */
export function isStale({ file, version }: VersionFile & { readonly version: string }, to: string): boolean {
  return /(?:^|[/\\])Cargo\.(?:toml|lock)$/.test(file) ? !sameVersion(version, to) : version !== to;
}

/** What reads and rewrites the version in such a file, or undefined when it is no place for a version. */
export function placeReader({ file, entry = '' }: VersionFile): PlaceReader | undefined {
  if (entry === WHOLE_FILE) return wholeFile;
  if (entry.startsWith(LINES)) return linesReader(entry.slice(LINES.length));
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return FORMATS.find(({ names }) => names.test(name))?.reader(entry);
}

/** The entry of a configuration file that holds the state of bumpversion: a stale one would stop the project's own tool. */
export const BUMPVERSION = 'bumpversion';

/** The entry of a pyproject.toml that holds its exact pins of another package, by that one's normalised name. */
export function pinsOf(name: string): string {
  return `${PINS}${name}`;
}

const PINS = 'pins of ';

/** The entry of a uv.lock, poetry.lock or pdm.lock that is a project in the tree, by the normalised name and the directory, relative to the lock file. */
export function lockedMember(name: string, directory: string): string {
  return directory === '.' ? name : `${name}${IN}${directory}`;
}

const IN = ' in ';

/** The entry of a configuration file that holds the state of commitizen. */
export const COMMITIZEN = 'commitizen';

/** What the entry of a file begins with of which certain lines count: the pattern of these follows. */
export const LINES = 'lines: ';

// A file on its way from Poetry to PEP 621 may hold both.
const pyproject = tomlReader(['project', 'version'], ['tool', 'poetry', 'version']);
const setupCfg = cfgReader('metadata', 'version');
const bumpversionToml = tomlReader(['tool', 'bumpversion', 'current_version']);
const commitizenToml = tomlReader(['tool', 'commitizen', 'version']);
const bumpversionCfg = cfgReader('bumpversion', 'current_version');

interface Format {
  readonly names: RegExp;
  readonly reader: (entry: string) => PlaceReader;
}

/** The first whose pattern fits the name of the file. */
const FORMATS: readonly Format[] = [
  { names: /^pyproject\.toml$/, reader: pyprojectReader },
  { names: /^\.?cz\.toml$/, reader: () => commitizenToml },
  { names: /^setup\.cfg$/, reader: (entry) => (entry === BUMPVERSION ? bumpversionCfg : setupCfg) },
  { names: /^setup\.py$/, reader: () => setupPy },
  { names: /\.py$/, reader: () => pythonModule },
  { names: /^meson\.build$/, reader: () => mesonBuild },
  { names: /^Cargo\.toml$/, reader: cargoToml },
  { names: /^Cargo\.lock$/, reader: (crate) => lockFile(crate, hasNoSource, cargoSpelling) },
  { names: /^uv\.lock$/, reader: (entry) => memberOfLock(entry, isHereForUv) },
  { names: /^poetry\.lock$/, reader: (entry) => memberOfLock(entry, isHereForPoetry) },
  { names: /^pdm\.lock$/, reader: (entry) => memberOfLock(entry, isHereForPdm) },
  { names: /^\.bumpversion\.toml$/, reader: () => bumpversionToml },
  { names: /^\.bumpversion\.cfg$/, reader: () => bumpversionCfg },
];

function pyprojectReader(entry: string): PlaceReader {
  if (entry.startsWith(PINS)) return requirementPins(entry.slice(PINS.length));
  return { [BUMPVERSION]: bumpversionToml, [COMMITIZEN]: commitizenToml }[entry] ?? pyproject;
}

/** Cargo gives a source to all but the crates of the workspace. */
function hasNoSource(entry: unknown): boolean {
  return valueAt(entry, ['source']) === undefined;
}

/** Whether an entry of a lock file is the project in this directory, relative to the lock file. */
type IsHere = (locked: unknown, directory: string) => boolean;

function memberOfLock(entry: string, isHere: IsHere): PlaceReader {
  const [project = '', directory = '.'] = entry.split(IN);
  return lockFile(project, (locked) => isHere(locked, directory));
}

/** uv tells by the source how it would install a project: in place, not at all, or from its directory. */
const isHereForUv: IsHere = (locked, directory) =>
  ['editable', 'virtual', 'directory'].some((kind) => valueAt(locked, ['source', kind]) === directory);

/** Poetry leaves the project itself out, unless something in the lock file depends on it by its path. */
const isHereForPoetry: IsHere = (locked, directory) =>
  valueAt(locked, ['source', 'type']) === 'directory' && valueAt(locked, ['source', 'url']) === directory;

/** PDM writes such a path with `./` before it; the project itself it leaves out likewise. */
const isHereForPdm: IsHere = (locked, directory) =>
  [directory, `./${directory}`].includes(String(valueAt(locked, ['path'])));
