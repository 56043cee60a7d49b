/** Finds where the version of a project stands. */

import path from 'node:path';
import { fileNameStem, normalizedName } from '../../packaging/project-name.ts';
import type { Pyproject } from '../../packaging/pyproject.ts';
import { sameVersion } from '../../packaging/version.ts';
import { BUMPVERSION, placeReader, type VersionFile } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { cargoPlaces } from './cargo-places.ts';

type VersionPlace = Project['versionPlaces'][number];

export interface FoundPlaces {
  /** Every static place, the source of the version first: they must all say the same. */
  readonly places: readonly VersionPlace[];
  /** Places that say what the source says, and are written with it: a stale one is for its own tool to complain of. */
  readonly followers: readonly VersionPlace[];
}

/**
 * Where the version stands: pyproject.toml first, then Cargo.toml, then the modules of the project, setup.cfg and setup.py; behind
 * them lock files, and the state of bumpversion. Throws SyntaxError that begins with the name of a Cargo.toml that is no TOML.
 */
export async function findVersionPlaces(
  plan: Plan,
  files: Files,
  pyproject: Pyproject,
): Promise<FoundPlaces> {
  const cargo = await cargoPlaces(plan, files, pyproject);
  const { version } = pyproject;
  const declared = version === undefined ? [] : [{ file: 'pyproject.toml', version }];
  const rust = cargo === undefined ? [] : await read(cargo.manifest, plan, files);
  const places = [
    ...declared,
    ...rust.filter((place) => agrees(place, pyproject)),
    ...(await inPython(plan, files, pyproject)),
  ];
  const name = normalizedName(pyproject.name ?? '');
  const candidates: readonly VersionFile[] = [
    { file: 'uv.lock', entry: name },
    { file: 'poetry.lock', entry: name },
    ...(cargo?.locked ?? []),
    ...['pyproject.toml', 'setup.cfg', '.bumpversion.toml', '.bumpversion.cfg'].map((file) => ({
      file,
      entry: BUMPVERSION,
    })),
  ];
  const said = await Promise.all(candidates.map((candidate) => saidIn(candidate, plan, files)));
  const source = places[0]?.version;
  const followers = said.flat().filter(({ version }) => source !== undefined && sameVersion(version, source));
  return { places, followers };
}

/** Beside a static version no back end looks at that of Cargo, setup.cfg or setup.py, which may be a nominal or an old one. */
function agrees(place: VersionPlace, { version }: Pyproject): boolean {
  return version === undefined || sameVersion(place.version, version);
}

/** The place with what it says; none where it says nothing. */
async function read(place: VersionFile, { directory }: Plan, files: Files): Promise<readonly VersionPlace[]> {
  const text = await files.text(path.join(directory, place.file));
  const version = text === undefined ? undefined : placeReader(place)?.version(text);
  return version === undefined ? [] : [{ ...place, version }];
}

/** The place with what it says; none where it says nothing, or cannot be read. */
export async function saidIn(place: VersionFile, plan: Plan, files: Files): Promise<readonly VersionPlace[]> {
  try {
    return await read(place, plan, files);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/**
 * The modules of the project, setup.cfg and setup.py. Beside several packages in `src`, one of another name than the
 * project's (vendored, say) counts only where it says the same as pyproject.toml; so do setup.cfg and setup.py.
 */
async function inPython(plan: Plan, files: Files, pyproject: Pyproject): Promise<readonly VersionPlace[]> {
  const stem = fileNameStem(pyproject.name ?? '');
  const modules = ['__init__.py', '_version.py', '__version__.py', '__about__.py'];
  const patterns = [
    `src/*/{${modules}}`,
    `{${stem},${stem.toLowerCase()}}/{${modules}}`,
    `{${stem}.py,setup.cfg,setup.py}`,
  ];
  const found = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const candidates = [...new Set(found.flat())].map((file) => file.replaceAll('\\', '/'));
  const places = await Promise.all(candidates.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates.filter((file) => file.startsWith('src/')).map((file) => path.posix.dirname(file)),
  );
  const isOurs = (file: string): boolean =>
    file.startsWith('src/')
      ? packages.size === 1 ||
        normalizedName(file.split('/')[1] ?? '') === normalizedName(pyproject.name ?? '')
      : !/^setup\.(?:cfg|py)$/.test(file);
  return places
    .flat()
    .filter(({ version }) => version !== pyproject.placeholder)
    .filter((place) => isOurs(place.file) || agrees(place, pyproject));
}
