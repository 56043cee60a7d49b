import { randomUUID } from 'node:crypto';
import { infoFolder, sdistName, wheelName } from './filename.ts';
import { normalName } from './names.ts';
import { emptyProject } from './projects.ts';
import {
  type IndexState,
  type Project,
  type Release,
  type StoredFile,
  saveProject,
  type User,
} from './state.ts';
import { digestsOf } from './upload-file-rules.ts';
import { versionFrom } from './versions.ts';
import { looksLikeZip, zipArchive, zipFile } from './zip-directory.ts';

/** A trusted publisher that is registered from the start. An empty environment accepts any. */
export interface PublisherSeed {
  readonly owner: string;
  readonly owner_id: string;
  readonly repository: string;
  readonly workflow: string;
  readonly environment: string;
  /** Names; those that are not there are made, without releases. */
  readonly projects: readonly string[];
}

/** A publisher that is pending from the start: the project is made when it first comes. */
export interface PendingSeed extends Omit<PublisherSeed, 'projects'> {
  readonly project: string;
}

/** A file that is there from the start. Without content (base64), its own name is its content. */
export interface SeedFile {
  readonly filename: string;
  readonly content?: string;
}

/** name → version → files; a text stands for a file of that name. */
export type ProjectSeeds = Readonly<Record<string, Readonly<Record<string, readonly (SeedFile | string)[]>>>>;

/** Puts projects, publishers and pending publishers into a state; all belong to `owner`. */
export function plantSeeds(
  state: IndexState,
  owner: User,
  now: Date,
  seeds: {
    readonly projects?: ProjectSeeds | undefined;
    readonly publishers?: readonly PublisherSeed[] | undefined;
    readonly pending?: readonly PendingSeed[] | undefined;
  },
): void {
  for (const [name, versions] of Object.entries(seeds.projects ?? {})) {
    const releases = Object.entries(versions).map(([version, files]) =>
      seedRelease(name, version, files, now),
    );
    for (const { files } of releases) for (const { filename } of files) state.filenames.add(filename);
    saveProject(state, { ...projectNamed(state, name, owner), releases }, 1 + releases.length);
  }
  for (const seed of seeds.publishers ?? []) {
    const projects = seed.projects.map((name) => saveProject(state, projectNamed(state, name, owner), 1).id);
    state.publishers = [...state.publishers, { ...registered(seed), projects }];
  }
  for (const seed of seeds.pending ?? []) {
    state.pending = [...state.pending, { ...registered(seed), project: seed.project, addedBy: owner }];
  }
}

function projectNamed(state: IndexState, name: string, owner: User): Project {
  return state.projects.get(normalName(name)) ?? emptyProject(name, owner);
}

function registered(seed: Omit<PublisherSeed, 'projects'>) {
  const { owner, owner_id: ownerId, repository, workflow, environment } = seed;
  return { id: randomUUID(), owner, ownerId, repository, workflow, environment: environment.toLowerCase() };
}

function seedRelease(name: string, text: string, files: readonly (SeedFile | string)[], now: Date): Release {
  const version = versionFrom(text);
  if (version === undefined) throw new Error(`seed of ${name}: ${text} is no version (PEP 440)`);
  const texts = new Map([
    ['metadata_version', '2.4'],
    ['name', name],
    ['version', version.text],
  ]);
  return {
    version: version.text,
    canonical: version.canonical,
    created: now,
    commit: 0,
    metadata: { name, version, texts, lists: new Map(), urls: [] },
    yanked: false,
    files: files.map((file) => seedFile(typeof file === 'string' ? { filename: file } : file, now)),
  };
}

function seedFile({ filename, content }: SeedFile, now: Date): StoredFile {
  const bytes = content === undefined ? Buffer.from(filename) : Buffer.from(content, 'base64');
  const wheel = filename.endsWith('.whl');
  const known = wheel ? typeof wheelName(filename) !== 'string' : sdistName(filename) !== undefined;
  if (!known) throw new Error(`seed: ${filename} is no distribution's filename`);
  const metadata =
    wheel && looksLikeZip(bytes) ? zipFile(zipArchive(bytes), `${infoFolder(filename)}/METADATA`) : undefined;
  const pythonVersion = wheel ? (filename.split('-').at(-3) ?? '') : 'source';
  const kind = wheel ? 'bdist_wheel' : 'sdist';
  return {
    filename,
    kind,
    pythonVersion,
    comment: undefined,
    bytes,
    digests: digestsOf(bytes),
    metadata,
    uploaded: now,
    provenance: undefined,
  };
}
