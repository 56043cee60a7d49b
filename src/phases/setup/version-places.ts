/** Finds where the version of a project stands. */

import path from 'node:path';
import { COMMITIZEN_FILES } from '../../packaging/commitizen.ts';
import { fileNameStem, normalizedName } from '../../packaging/project-name.ts';
import type { ProjectSource } from '../../packaging/project-source.ts';
import { sameVersion } from '../../packaging/version.ts';
import type { VersionFile } from '../../packaging/version-file.ts';
import { placeReader } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { cargoPlaces } from './cargo-places.ts';
import { commitizenPlaces } from './commitizen-places.ts';
import { directoriesAbove } from './directories-above.ts';
import { outsideOtherProjects } from './other-projects.ts';
import { repositoryTop } from './own-name.ts';

type VersionPlace = Project['versionPlaces'][number];

export interface FoundPlaces {
  /** Every static place, the source of the version first: they must all say the same. */
  readonly places: readonly VersionPlace[];
  /** Places that say what the source says, and are written with it: a stale one is for its own tool to complain of. */
  readonly followers: readonly VersionPlace[];
}

/**
 * Where the version stands: pyproject.toml first, then the file that the back end's settings name, Cargo.toml, the modules of the
 * project, setup.cfg and setup.py; behind them lock files, the state of
 * bumpversion and commitizen, and the files of the latter. Throws SyntaxError that begins with the
 * name of a Cargo.toml that is no TOML.
 */
export async function findVersionPlaces(
  plan: Plan,
  files: Files,
  source: ProjectSource,
): Promise<FoundPlaces> {
  const cargo = await cargoPlaces(plan, files, source);
  const { version } = source;
  const declared =
    version === undefined ? await named(plan, files, source) : [{ file: 'pyproject.toml', version }];
  const told = declared[0]?.version;
  const rust = cargo === undefined ? [] : await read(cargo.manifest, plan, files);
  const guessed = (await inPython(plan, files, { source, told })).filter(
    ({ file }) => !declared.some((place) => place.file === file),
  );
  const places = [...declared, ...rust.filter((place) => agrees(place, told)), ...guessed];
  const followers = await followersOf(places[0]?.version, plan, files, {
    name: normalizedName(source.name ?? ''),
    locked: cargo?.locked ?? [],
  });
  return { places, followers };
}

/** The file that the settings of the back end name, where a version can be read in it. */
async function named(
  plan: Plan,
  files: Files,
  { backEnd, tagTool }: ProjectSource,
): Promise<readonly VersionPlace[]> {
  // Where a tool asks git's tags, a file that is named is one that it writes.
  if (tagTool !== undefined) return [];
  const found = await Promise.all(backEnd.versionFiles.map((file) => saidIn(file, plan, files)));
  return found.flat().slice(0, 1);
}

async function followersOf(
  source: string | undefined,
  plan: Plan,
  files: Files,
  { name, locked }: { readonly name: string; readonly locked: readonly VersionFile[] },
): Promise<readonly VersionPlace[]> {
  if (source === undefined) return [];
  const candidates: readonly VersionFile[] = [
    ...(await lockFiles(name, plan, files)),
    ...locked,
    ...['pyproject.toml', 'setup.cfg', '.bumpversion.toml', '.bumpversion.cfg'].map((file) => ({
      file,
      part: { kind: 'bumpversion' } as const,
    })),
    ...COMMITIZEN_FILES.map((file) => ({ file, part: { kind: 'commitizen' } as const })),
  ];
  const said = await Promise.all(candidates.map((candidate) => saidIn(candidate, plan, files)));
  const followers = said.flat().filter(({ version }) => sameVersion(version, source));
  return [...followers, ...(await commitizenPlaces(source, plan, files)).places];
}

/** Beside the project and above it, where a workspace, or a project that depends on this one by its path, has its lock file. */
async function lockFiles(name: string, plan: Plan, files: Files): Promise<readonly VersionFile[]> {
  const { directory } = plan;
  const workspace = await repositoryTop(plan, files);
  return ['.', ...directoriesAbove('.', { workspace, directory })].flatMap((above) => {
    const own = path.relative(path.join(directory, above), directory).replaceAll(path.sep, '/') || '.';
    const part = { kind: 'member', name, directory: own } as const;
    return LOCK_FILES.map((file) => ({ file: path.posix.join(above, file), part }));
  });
}

const LOCK_FILES = ['uv.lock', 'poetry.lock', 'pdm.lock'] as const;

/** Beside a version that is told no back end looks at that of Cargo, setup.cfg or setup.py, which may be a nominal or an old one. */
function agrees(place: VersionPlace, told: string | undefined): boolean {
  return told === undefined || sameVersion(place.version, told);
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

/** Where modules are looked through, and what was told of the version otherwise. */
interface Guessing {
  readonly source: ProjectSource;
  readonly told: string | undefined;
}

/**
 * The modules of the project, setup.cfg and setup.py. Beside several packages in `src`, one of another name than the
 * project's (vendored, say) counts only where it says the same as what is told; so do setup.cfg and setup.py, and a package at the top
 * of another name, which is often what the project installs. Where a tool asks git's tags, a module is what it wrote the last time.
 */
async function inPython(
  plan: Plan,
  files: Files,
  { source, told }: Guessing,
): Promise<readonly VersionPlace[]> {
  const stem = fileNameStem(source.name ?? '');
  const modules = ['__init__.py', '_version.py', '__version__.py', '__about__.py'];
  const patterns = [
    `src/*/{${modules}}`,
    `{${stem},${stem.toLowerCase()}}/{${modules}}`,
    `{${stem}.py,setup.cfg,setup.py}`,
  ];
  const named = await Promise.all(patterns.map((pattern) => files.glob(plan.directory, pattern)));
  const others = told === undefined ? [] : await files.glob(plan.directory, `*/{${modules}}`);
  const found = [...named.flat(), ...(await outsideOtherProjects(others, plan.directory, files))];
  const isNamedSo = (file: string): boolean =>
    [stem, stem.toLowerCase(), `${stem}.py`].includes(file.split('/')[0] ?? '');
  const candidates = [...new Set(found)].filter((file) => isNamedSo(file) || !OTHERWISE_VERSIONED.test(file));
  const places = await Promise.all(candidates.map((file) => read({ file }, plan, files)));
  const packages = new Set(
    candidates.filter((file) => file.startsWith('src/')).map((file) => path.posix.dirname(file)),
  );
  const isOurs = (file: string): boolean =>
    file.startsWith('src/')
      ? packages.size === 1 || normalizedName(file.split('/')[1] ?? '') === normalizedName(source.name ?? '')
      : isNamedSo(file);
  return places
    .flat()
    .filter(({ version }) => version !== source.placeholder)
    .filter(({ file }) => source.tagTool === undefined || SETUP.test(file))
    .filter((place) => isOurs(place.file) || agrees(place, told));
}

/** What lies there has versions of its own. */
export const OTHERWISE_VERSIONED = /^(?:tests?|docs?|examples?|build|dist)\//;

const SETUP = /^setup\.(?:cfg|py)$/;
