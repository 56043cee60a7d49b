/** Places of the version that a release cannot write: told before anything runs. */

import path from 'node:path';
import { sameVersion } from '../../packaging/version.ts';
import { cargoVersion } from '../../packaging/version-places/cargo-version.ts';
import { type Plan, writesVersion } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { commitizenPlaces } from './commitizen-places.ts';
import { ownName } from './own-name.ts';

export interface Writing {
  /** The version to be released, valid. */
  readonly version: string;
  /** Every place that is written, the source of the version first. */
  readonly places: Project['versionPlaces'];
}

/**
 * The faults of writing a version that is not yet in the source: a place outside the repository, a version that Cargo
 * cannot spell, and files that the project's own commitizen would write and this action cannot. None on a tag push, nor
 * where the source is released as it is.
 */
export async function unwrittenPlaces(writing: Writing, plan: Plan, files: Files): Promise<readonly Fault[]> {
  const { version, places } = writing;
  const source = places[0]?.version;
  if (!writesVersion(plan) || (source !== undefined && sameVersion(source, version))) return [];
  return [
    ...(await outside(writing, plan, files)),
    ...unspellable(writing),
    ...(await ofCommitizen(writing, plan, files)),
  ];
}

async function outside({ places, version }: Writing, plan: Plan, files: Files): Promise<readonly Fault[]> {
  const names = [...new Set(places.map(({ file }) => file))];
  const own = await Promise.all(names.map((name) => ownName(name, plan, files)));
  const lost = names.filter((_, place) => own[place] === undefined);
  if (lost.length === 0) return [];
  const why = 'outside the repository, so that no commit holds it';
  return [fault('version-unwritten', { version, files: lost, why })];
}

function unspellable({ places, version }: Writing): readonly Fault[] {
  const manifest = places.find(({ file }) => path.posix.basename(file) === 'Cargo.toml');
  return manifest === undefined || cargoVersion(version) !== undefined
    ? []
    : [fault('version-unspellable', { version, file: manifest.file })];
}

async function ofCommitizen(
  { places: [source], version }: Writing,
  plan: Plan,
  files: Files,
): Promise<readonly Fault[]> {
  if (source === undefined) return [];
  const { unreadable } = await commitizenPlaces(source.version, plan, files);
  const why = 'commitizen writes there, by a pattern that this action cannot read';
  return unreadable.length === 0 ? [] : [fault('version-unwritten', { version, files: unreadable, why })];
}
