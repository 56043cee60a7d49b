/** The version in the manifests and the lock file of Rust, for projects that maturin builds. */

import path from 'node:path';
import { type CargoCrate, type CargoManifest, parsedCargoManifest } from '../../packaging/cargo-manifest.ts';
import type { Pyproject } from '../../packaging/pyproject.ts';
import type { VersionFile } from '../../packaging/version-file.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { directoriesAbove } from './directories-above.ts';

export interface CargoPlaces {
  /** The Cargo.toml that has the version: the crate's own, or the workspace's. */
  readonly manifest: VersionFile;
  /** Entries of a Cargo.lock that may have that version, one for each crate that shares it. */
  readonly locked: readonly VersionFile[];
}

/**
 * Where Cargo has the version, by names relative to the working directory; undefined where another back end than maturin builds,
 * or there is no crate. The crate is the one that maturin takes: `manifest-path`, else Cargo.toml, else rust/Cargo.toml. The
 * manifest of a workspace may lie above the working directory, up to the top of the checkout; such a name begins with `..`.
 * Throws SyntaxError that begins with the name of a Cargo.toml that is no TOML.
 */
export async function cargoPlaces(
  plan: Plan,
  files: Files,
  { buildBackend, maturinManifest }: Pyproject,
): Promise<CargoPlaces | undefined> {
  if (buildBackend !== 'maturin') return undefined;
  const read = manifestReader(plan, files);
  const names = maturinManifest === undefined ? ['Cargo.toml', 'rust/Cargo.toml'] : [maturinManifest];
  for (const name of names.map((each) => path.posix.normalize(each))) {
    const manifest = await read(name);
    const crate = manifest?.crate;
    if (manifest !== undefined && crate !== undefined)
      return placesOf({ name, manifest, crate }, plan, { files, read });
  }
  return undefined;
}

interface CrateAt extends Named {
  readonly crate: CargoCrate;
}

async function placesOf(
  { name, manifest, crate }: CrateAt,
  plan: Plan,
  world: Reading,
): Promise<CargoPlaces> {
  const root = manifest.workspace === undefined ? await rootOf(name, crate, plan, world) : { name, manifest };
  const inherited = crate.inheritsVersion ? root : undefined;
  const others = inherited === undefined ? [] : await inheriting(inherited, plan, world);
  const crates = [...new Set([crate.name, ...others])];
  // Cargo writes the lock file beside the root; a crate that the workspace excludes has its own.
  const directories = [...new Set([name, root?.name ?? name].map(path.posix.dirname))];
  return {
    manifest:
      inherited === undefined
        ? { file: name, part: { kind: 'table', table: 'package' } }
        : { file: inherited.name, part: { kind: 'table', table: 'workspace.package' } },
    locked: directories.flatMap((directory) =>
      crates.map((crate) => ({
        file: path.posix.join(directory, 'Cargo.lock'),
        part: { kind: 'crate', name: crate },
      })),
    ),
  };
}

interface Named {
  /** Relative to the working directory. */
  readonly name: string;
  readonly manifest: CargoManifest;
}

type Read = (name: string) => Promise<CargoManifest | undefined>;

interface Reading {
  readonly files: Files;
  readonly read: Read;
}

function manifestReader({ directory }: Plan, files: Files): Read {
  return async (name) => {
    const text = await files.text(path.join(directory, name));
    if (text === undefined) return undefined;
    try {
      return parsedCargoManifest(text);
    } catch (error) {
      if (error instanceof SyntaxError) throw new SyntaxError(`${name}, ${error.message}`, { cause: error });
      throw error;
    }
  };
}

/** Cargo takes the root that the crate names, else the nearest above it. */
async function rootOf(
  name: string,
  { root }: CargoCrate,
  plan: Plan,
  { read }: Reading,
): Promise<Named | undefined> {
  const own = path.posix.dirname(name);
  const above = root === undefined ? directoriesAbove(own, plan) : [path.posix.join(own, root)];
  for (const directory of above) {
    const file = path.posix.join(directory, 'Cargo.toml');
    const manifest = await read(file);
    if (manifest?.workspace !== undefined) return { name: file, manifest };
  }
  return undefined;
}

/** Names of the crates that have the version of their workspace. */
async function inheriting(
  { name, manifest }: Named,
  { directory }: Plan,
  { files, read }: Reading,
): Promise<readonly string[]> {
  const top = path.posix.dirname(name);
  const patterns = (manifest.workspace?.members ?? []).map((member) =>
    path.posix.join(top, member, 'Cargo.toml'),
  );
  const found = await Promise.all(patterns.map((pattern) => files.glob(directory, pattern)));
  const members = await Promise.all([name, ...found.flat()].map(read));
  return members.flatMap((member) => (member?.crate?.inheritsVersion === true ? [member.crate.name] : []));
}
