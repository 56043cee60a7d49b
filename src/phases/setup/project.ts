/** Reads the project and settles its version: what can be known before anything runs. */

import path from 'node:path';
import { normalizedName } from '../../packaging/project-name.ts';
import { type Pyproject, parsedPyproject } from '../../packaging/pyproject.ts';
import { tagFor, versionInTag } from '../../packaging/tag-format.ts';
import {
  bumpedVersion,
  hasLocal,
  isVersion,
  normalizedVersion,
  sameVersion,
} from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault, Stopped } from '../../release/fault.ts';
import { readRecord } from '../../release/record.ts';
import { handedVersion } from '../build/handed-version.ts';
import { changelogFile } from './changelog-file.ts';
import { unwrittenPlaces } from './unwritten-places.ts';
import { type FoundPlaces, findVersionPlaces } from './version-places.ts';

type VersionPlace = Project['versionPlaces'][number];

export type ProjectReading =
  | { readonly project: Project; readonly faults: readonly [] }
  | { readonly project: undefined; readonly faults: readonly Fault[] };

/** Reads the project; every fault found comes back, none is thrown. */
export async function readProject(plan: Plan, files: Files): Promise<ProjectReading> {
  const source = await readPyproject(plan, files);
  if (source.faults.length > 0 || source.pyproject === undefined)
    return { project: undefined, faults: source.faults };
  const { pyproject, entries } = source;
  const { name } = pyproject;
  if (name === undefined) return refused(fault('project-name-missing', { directory: told(plan) }));
  const found = await foundPlaces(plan, files, pyproject);
  if ('code' in found) return refused(found);
  const { places, followers } = found;
  const versionPlaces = [...places, ...followers];
  const settled = await settledVersion(plan, files, { name, places });
  const changelog = await changelogFile(plan, files, {
    name,
    version: typeof settled === 'string' ? settled : undefined,
    entries,
  });
  const faults = [
    ...(typeof settled === 'string' ? [] : settled),
    ...(typeof changelog === 'object' ? [changelog] : []),
  ];
  if (typeof settled !== 'string' || typeof changelog === 'object') return { project: undefined, faults };
  const unwritten = await unwrittenPlaces(
    { version: settled, places: versionPlaces, changelog },
    plan,
    files,
  );
  if (unwritten.length > 0) return { project: undefined, faults: unwritten };
  const project: Project = {
    name,
    normalizedName: normalizedName(name),
    version: settled,
    sourceVersion: places[0]?.version,
    versionFromTags: pyproject.versionFromTags,
    versionPlaces,
    tag: plan.version.kind === 'tag' ? plan.version.tag : tagFor(settled, plan.tagFormat),
    changelog,
    extras: plan.toolchain.extras === 'all' ? pyproject.extras : plan.toolchain.extras,
    hasLock: entries.includes('uv.lock'),
    coverageFloor: pyproject.coverageFloor,
  };
  return { project, faults: [] };
}

/** The project, or its faults thrown. */
export async function requireProject(plan: Plan, files: Files): Promise<Project> {
  const { project, faults } = await readProject(plan, files);
  if (project === undefined) throw new Stopped(faults);
  return project;
}

interface Source {
  readonly pyproject: Pyproject | undefined;
  readonly entries: readonly string[];
  readonly faults: readonly Fault[];
}

async function readPyproject(plan: Plan, files: Files): Promise<Source> {
  const { directory } = plan;
  const entries = await files.list(directory);
  const failed = (found: Fault): Source => ({
    pyproject: undefined,
    entries: entries ?? [],
    faults: [found],
  });
  if (entries === undefined) return failed(fault('directory-missing', { directory: told(plan) }));
  const text = await files.text(path.join(directory, 'pyproject.toml'));
  if (text === undefined) return failed(fault('pyproject-missing', { directory: told(plan) }));
  try {
    return { pyproject: parsedPyproject(text), entries, faults: [] };
  } catch (error) {
    if (error instanceof SyntaxError) return failed(fault('pyproject-invalid', { problem: error.message }));
    throw error;
  }
}

/** The working directory as the user gave it. */
function told({ workspace, directory }: Plan): string {
  return path.relative(workspace, directory) || '.';
}

async function foundPlaces(plan: Plan, files: Files, pyproject: Pyproject): Promise<FoundPlaces | Fault> {
  try {
    return await findVersionPlaces(plan, files, pyproject);
  } catch (error) {
    if (error instanceof SyntaxError) return fault('cargo-invalid', { problem: error.message });
    throw error;
  }
}

interface Sources {
  readonly name: string;
  readonly places: readonly VersionPlace[];
}

async function settledVersion(
  plan: Plan,
  files: Files,
  sources: Sources,
): Promise<string | readonly Fault[]> {
  const isUnwritten = plan.version.kind === 'source' && sources.places.length === 0;
  const handed = isUnwritten ? await handedVersion(plan, files, sources.name) : undefined;
  const wanted = handed ?? wantedVersion(plan, sources, await recordedVersion(plan, files, sources));
  if (typeof wanted !== 'string') return [wanted];
  const local = hasLocal(wanted) ? [fault('version-local', { version: wanted })] : [];
  const faults = [...local, ...disagreements(plan, sources, wanted)];
  return faults.length > 0 ? faults : normalizedVersion(wanted);
}

/** A bump that an earlier phase has written is not made twice: the record of the same commit says so. */
async function recordedVersion(
  plan: Plan,
  files: Files,
  { name, places }: Sources,
): Promise<string | undefined> {
  const record = await readRecord(files, plan.packages);
  if (record === undefined || record.commit !== plan.forge.commit || record.project.name !== name)
    return undefined;
  return places[0] !== undefined && sameVersion(places[0].version, record.project.version)
    ? record.project.version
    : undefined;
}

function wantedVersion(
  { version, tagFormat }: Plan,
  { name, places }: Sources,
  recorded: string | undefined,
): string | Fault {
  const source = places[0];
  switch (version.kind) {
    case 'tag':
      return (
        versionInTag(version.tag, tagFormat) ?? fault('tag-unfit', { tag: version.tag, format: tagFormat })
      );
    case 'given':
      return version.version;
    case 'bump':
      if (recorded !== undefined) return recorded;
      return source === undefined
        ? fault('version-missing', { project: name })
        : bumped(source, version.bump);
    case 'source':
      return sourceVersion(name, source);
  }
}

function sourceVersion(name: string, source: VersionPlace | undefined): string | Fault {
  if (source === undefined) return fault('version-missing', { project: name });
  return isVersion(source.version)
    ? source.version
    : fault('version-invalid', { where: source.file, value: source.version });
}

function bumped({ file, version }: VersionPlace, bump: Parameters<typeof bumpedVersion>[1]): string | Fault {
  if (!isVersion(version)) return fault('version-invalid', { where: file, value: version });
  try {
    return bumpedVersion(version, bump);
  } catch (error) {
    if (error instanceof RangeError)
      return fault('bump-impossible', { bump, version, problem: error.message });
    throw error;
  }
}

/** All places must say the same; and on a tag push, what the tag says. */
function disagreements({ version }: Plan, { places }: Sources, wanted: string): readonly Fault[] {
  const told = places.map(({ file, version: said }) => ({ where: file, version: said }));
  const expected = version.kind === 'tag' ? wanted : places[0]?.version;
  if (expected === undefined || told.every((place) => sameVersion(place.version, expected))) return [];
  const tag = version.kind === 'tag' ? [{ where: `tag ${version.tag}`, version: wanted }] : [];
  return [fault('version-disagrees', { places: [...tag, ...told] })];
}

function refused(found: Fault): ProjectReading {
  return { project: undefined, faults: [found] };
}
