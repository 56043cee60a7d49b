import { valueAt } from './toml-value.ts';
import { sameVersion } from './version.ts';
import type { VersionFile, VersionPart } from './version-file.ts';
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

/** Whether a place that says `version` is rewritten for `to`; Cargo's own spelling of the same version stays. */
export function isStale({ file, version }: VersionFile & { readonly version: string }, to: string): boolean {
  return /(?:^|[/\\])Cargo\.(?:toml|lock)$/.test(file) ? !sameVersion(version, to) : version !== to;
}

/** What reads and rewrites the version in such a file, or undefined when it is no place for a version. */
export function placeReader({ file, ...told }: VersionFile): PlaceReader | undefined {
  const part: Part = told.part ?? OWN;
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return FORMATS.find((format) => format.names.test(name) && format.kind === part.kind)?.reader(part);
}

// A file on its way from Poetry to PEP 621 may hold both.
const pyproject = tomlReader(['project', 'version'], ['tool', 'poetry', 'version']);
const setupCfg = cfgReader('metadata', 'version');
const bumpversionToml = tomlReader(['tool', 'bumpversion', 'current_version']);
const commitizenToml = tomlReader(['tool', 'commitizen', 'version']);
const bumpversionCfg = cfgReader('bumpversion', 'current_version');

/** The part of a file that names none. */
const OWN = { kind: 'own' } as const;

type Part = VersionPart | typeof OWN;

interface Format {
  readonly names: RegExp;
  readonly kind: Part['kind'];
  readonly reader: (part: Part) => PlaceReader | undefined;
}

/** By name of the file and kind of the part; the first that fits counts. */
const FORMATS: readonly Format[] = [
  format(/^/, 'whole', () => wholeFile),
  format(/^/, 'lines', ({ pattern }) => linesReader(pattern)),
  format(/^pyproject\.toml$/, 'own', () => pyproject),
  format(/^pyproject\.toml$/, 'pins', ({ name }) => requirementPins(name)),
  format(/^(?:pyproject|\.bumpversion)\.toml$/, 'bumpversion', () => bumpversionToml),
  format(/^(?:setup|\.bumpversion)\.cfg$/, 'bumpversion', () => bumpversionCfg),
  format(/^(?:pyproject|\.?cz)\.toml$/, 'commitizen', () => commitizenToml),
  format(/^setup\.cfg$/, 'own', () => setupCfg),
  format(/^setup\.py$/, 'own', () => setupPy),
  format(/\.py$/, 'own', () => pythonModule),
  format(/^meson\.build$/, 'own', () => mesonBuild),
  format(/^Cargo\.toml$/, 'table', ({ table }) => cargoToml(table)),
  format(/^Cargo\.lock$/, 'crate', ({ name }) => lockFile(name, hasNoSource, cargoSpelling)),
  format(/^uv\.lock$/, 'member', (member) => memberOfLock(member, isHereForUv)),
  format(/^poetry\.lock$/, 'member', (member) => memberOfLock(member, isHereForPoetry)),
  format(/^pdm\.lock$/, 'member', (member) => memberOfLock(member, isHereForPdm)),
];

type PartOf<Kind> = Extract<Part, { readonly kind: Kind }>;

/** A row whose reader is given parts of its kind alone. */
function format<Kind extends Part['kind']>(
  names: RegExp,
  kind: Kind,
  reader: (part: PartOf<Kind>) => PlaceReader | undefined,
): Format {
  const isOfKind = (part: Part): part is PartOf<Kind> => part.kind === kind;
  return { names, kind, reader: (part) => (isOfKind(part) ? reader(part) : undefined) };
}

/** Cargo gives a source to all but the crates of the workspace. */
function hasNoSource(entry: unknown): boolean {
  return valueAt(entry, ['source']) === undefined;
}

/** Whether an entry of a lock file is the project in this directory, relative to the lock file. */
type IsHere = (locked: unknown, directory: string) => boolean;

function memberOfLock({ name, directory }: PartOf<'member'>, isHere: IsHere): PlaceReader {
  return lockFile(name, (locked) => isHere(locked, directory));
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
