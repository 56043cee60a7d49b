import type { StoredMacaroon } from './macaroon.ts';
import type { Metadata } from './metadata-fields.ts';

/** An account. Uploads with its tokens need the verified address and the second factor. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly verifiedAddress: boolean;
  readonly twoFactor: boolean;
  readonly disabled: boolean;
}

/** A file that the index serves. Digests in hex. */
export interface StoredFile {
  readonly filename: string;
  readonly kind: 'sdist' | 'bdist_wheel';
  readonly pythonVersion: string;
  readonly comment: string | undefined;
  readonly bytes: Buffer;
  readonly digests: Digests;
  /** The METADATA file of a wheel, as it was inside it (PEP 658). */
  readonly metadata: Buffer | undefined;
  readonly uploaded: Date;
  /** The provenance object (PEP 740) of a file that came with attestations. */
  readonly provenance: unknown;
}

/** What Warehouse computes of every file, in hex. */
export interface Digests {
  readonly md5: string;
  readonly sha256: string;
  readonly blake2: string;
}

export interface Release {
  /** Normal form, as first uploaded. */
  readonly version: string;
  readonly canonical: string;
  readonly created: Date;
  /** The number of the upload that made it, see `IndexState.commits`. */
  readonly commit: number;
  /** Of its first file; later files do not change it. */
  readonly metadata: Metadata;
  /** False, true, or the reason. */
  readonly yanked: boolean | string;
  readonly files: readonly StoredFile[];
}

export interface Project {
  readonly id: string;
  /** The spelling of the latest upload. */
  readonly name: string;
  readonly normalName: string;
  readonly owner: User;
  readonly status: 'active' | 'archived' | 'quarantined';
  readonly organizationActive: boolean;
  readonly serial: number;
  readonly releases: readonly Release[];
}

/** A trusted publisher: a GitHub workflow that may upload to its projects. */
export interface Publisher {
  readonly id: string;
  readonly owner: string;
  readonly ownerId: string;
  readonly repository: string;
  readonly workflow: string;
  /** Lower case; empty accepts any. */
  readonly environment: string;
  /** Identifiers of projects. */
  readonly projects: readonly string[];
}

/** A publisher that makes its project when it first comes. */
export interface PendingPublisher extends Omit<Publisher, 'projects'> {
  readonly project: string;
  readonly addedBy: User;
}

/** Everything an index holds. Containers change, the values in them are replaced as wholes. */
export interface IndexState {
  /** Number of the last entry in the index's journal (`X-PyPI-Last-Serial`). */
  serial: number;
  /** How many uploads were stored. */
  commits: number;
  readonly flags: Set<string>;
  readonly users: Map<string, User>;
  /** By normalised name. */
  readonly projects: Map<string, Project>;
  /** Every filename ever stored, also of files deleted since. */
  readonly filenames: Set<string>;
  /** Normalised names that nobody may take. */
  readonly prohibited: Set<string>;
  readonly macaroons: Map<string, StoredMacaroon>;
  publishers: readonly Publisher[];
  pending: readonly PendingPublisher[];
  /** `jti` of each exchanged identity token → until when it is remembered, in seconds since 1970. */
  readonly exchanged: Map<string, number>;
  /** When projects were made by users, in milliseconds since 1970 (for the hourly limit). */
  creations: readonly { readonly at: number; readonly user: string }[];
  /** Bytes. */
  limits: { readonly file: number; readonly project: number };
}

const MEBIBYTE = 1024 * 1024;

/** An index without projects, publishers and accounts, with PyPI's default limits. */
export function emptyState(flags: readonly string[]): IndexState {
  return {
    serial: 0,
    commits: 0,
    flags: new Set(flags),
    users: new Map(),
    projects: new Map(),
    filenames: new Set(),
    prohibited: new Set(),
    macaroons: new Map(),
    publishers: [],
    pending: [],
    exchanged: new Map(),
    creations: [],
    limits: { file: 100 * MEBIBYTE, project: 10 * 1024 * MEBIBYTE },
  };
}

/** Every file that the index serves, with where it belongs. */
export function* storedFiles(
  state: IndexState,
): Generator<{ readonly project: Project; readonly release: Release; readonly file: StoredFile }> {
  for (const project of state.projects.values()) {
    for (const release of project.releases) {
      for (const file of release.files) yield { project, release, file };
    }
  }
}

/** Stores a project and counts the journal's entries for it. */
export function saveProject(state: IndexState, project: Project, entries: number): Project {
  state.serial += entries;
  const saved = { ...project, serial: state.serial };
  state.projects.set(project.normalName, saved);
  return saved;
}

/** name → version → filename → sha256 of what is served. */
export function worldOf(state: IndexState): Record<string, Record<string, Record<string, string>>> {
  const world: Record<string, Record<string, Record<string, string>>> = {};
  for (const { project, release, file } of storedFiles(state)) {
    const versions = world[project.normalName] ?? {};
    const files = versions[release.version] ?? {};
    world[project.normalName] = {
      ...versions,
      [release.version]: { ...files, [file.filename]: file.digests.sha256 },
    };
  }
  return world;
}
