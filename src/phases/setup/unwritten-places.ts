/** Places of the version that a release cannot write: told before anything runs. */

import path from 'node:path';
import { bumpedFiles } from '../../packaging/bumpversion.ts';
import { sameVersion } from '../../packaging/version.ts';
import { cargoVersion } from '../../packaging/version-places/cargo-version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';

export interface Writing {
  /** The version to be released, valid. */
  readonly version: string;
  /** Every place that is written, the source of the version first. */
  readonly places: Project['versionPlaces'];
  /** The changelog, where there is one: it is written too. */
  readonly changelog: string | undefined;
}

/**
 * The faults of writing a version that is not yet in the source: a place above the working directory, a version that Cargo
 * cannot spell, and files that the project's own bumpversion would write and this action would not. None on a tag push, nor
 * where the source is released as it is.
 */
export async function unwrittenPlaces(writing: Writing, plan: Plan, files: Files): Promise<readonly Fault[]> {
  const { version, places } = writing;
  const isWritten = plan.version.kind === 'given' || plan.version.kind === 'bump';
  const source = places[0]?.version;
  if (!isWritten || (source !== undefined && sameVersion(source, version))) return [];
  return [...above(writing), ...unspellable(writing), ...(await configured(writing, plan, files))];
}

function above({ places, version }: Writing): readonly Fault[] {
  const outside = places.map(({ file }) => file).filter((file) => file.startsWith('../'));
  if (outside.length === 0) return [];
  const why = 'above the working directory';
  return [fault('version-unwritten', { version, files: outside, why })];
}

function unspellable({ places, version }: Writing): readonly Fault[] {
  const manifest = places.find(({ file }) => path.posix.basename(file) === 'Cargo.toml');
  return manifest === undefined || cargoVersion(version) !== undefined
    ? []
    : [fault('version-unspellable', { version, file: manifest.file })];
}

// Where bump-my-version and bump2version look for their configuration.
const CONFIGURATIONS = ['pyproject.toml', '.bumpversion.toml', '.bumpversion.cfg', 'setup.cfg'] as const;

async function configured(
  { places, changelog, version }: Writing,
  plan: Plan,
  files: Files,
): Promise<readonly Fault[]> {
  const written = new Set([...places.map(({ file }) => file), changelog]);
  const faults = CONFIGURATIONS.map(async (configuration) => {
    const all = await filesOf(configuration, plan, files);
    const unwritten = [...new Set(all)].filter((file) => !written.has(file));
    const why = `bumpversion writes there, by ${configuration}`;
    return unwritten.length === 0 ? [] : [fault('version-unwritten', { version, files: unwritten, why })];
  });
  return (await Promise.all(faults)).flat();
}

/** The files that are there of those that a configuration of bumpversion names. */
async function filesOf(configuration: string, { directory }: Plan, files: Files): Promise<readonly string[]> {
  const text = await files.text(path.join(directory, configuration));
  if (text === undefined) return [];
  const found = soundly(() => bumpedFiles(configuration, text)).map(async ({ kind, name, exclude }) => {
    if (kind === 'glob') {
      const [all = [], ...excluded] = await Promise.all(
        [name, ...exclude].map((glob) => files.glob(directory, glob)),
      );
      return all.filter((file) => !excluded.flat().includes(file));
    }
    const file = path.posix.normalize(name);
    return (await files.bytes(path.join(directory, file))) === undefined ? [] : [file];
  });
  return (await Promise.all(found)).flat();
}

/** A configuration that its own tool could not read names nothing. */
function soundly<Value>(read: () => readonly Value[]): readonly Value[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
