import type { Attestation } from '../packaging/attestation.ts';

/** A package index, as a publishing client sees it. Every answer is asked for past the caches. */
export interface PackageIndex extends ReleasePages {
  /** Everything the simple API lists of a project; undefined where the index does not know it. */
  project(name: string): Promise<IndexProject | undefined>;
  /** The files of one release as the index's database has them: the JSON API where there is one, else the simple API. */
  release(name: string, version: string): Promise<readonly IndexFile[]>;
  /** sha256 of the file that is served at this address. */
  digest(url: string): Promise<string>;
  /** The file that is served at this address, whole. Throws `Stopped`. */
  download(url: string): Promise<Uint8Array>;
  /** The attestations that the index gives out for a file (integrity API); undefined where it has none. */
  provenance(name: string, version: string, filename: string): Promise<Provenance | undefined>;
  /** Sends one distribution. Throws `Stopped` with the refusal as a fault. */
  upload(request: UploadRequest): Promise<void>;
  /** Whether the index was seen to let nobody read without a credential. */
  isClosed(): boolean;
  /** What it was seen not to have of all that PyPI has, up to now. */
  limits(): readonly IndexLimit[];
  /** Comes by the credential now, so that a refusal is known before anything is changed. Throws `Stopped`. */
  authorise(): Promise<void>;
}

/** How an index shows a release to people. */
export interface ReleasePages {
  /** The page of a version, or of the project's files where the index has none; whatever the answer is. */
  page(name: string, version: string): Promise<WebPage>;
  /** What the index tells of a version beside its files; undefined where it tells no such thing. */
  described(name: string, version: string): Promise<Described | undefined>;
}

export interface WebPage {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

export interface Described {
  /** Raw; empty where there is none. */
  readonly description: string;
  readonly contentType: string | undefined;
  /** Addresses by their labels. */
  readonly urls: readonly (readonly [label: string, url: string])[];
}

/** Something that an index lacks. */
export interface IndexLimit {
  /** A thing, as the rest of "It has no …". */
  readonly lacks: string;
  /** What is done in its stead. */
  readonly instead: string;
}

export interface IndexProject {
  readonly name: string;
  /** Versions that have files. */
  readonly versions: readonly string[];
  readonly files: readonly IndexFile[];
  /** Whether the index numbers its changes, as PyPI's own server and no other does. */
  readonly hasJournal?: boolean;
}

export interface IndexFile {
  readonly filename: string;
  readonly url: string;
  /** Empty where a project's page tells none. */
  readonly sha256: string;
  /** ISO 8601; absent where the index does not tell. */
  readonly uploaded?: string;
  /** In bytes; absent where the index does not tell. */
  readonly size?: number;
  /** Withdrawn by its maintainers (PEP 592); absent where it is not, or the index does not tell. */
  readonly yanked?: true;
}

/** Attestations with whom the index took them from: one bundle a publisher (PEP 740, "Provenance objects"). */
export type Provenance = readonly AttestationBundle[];

export interface AttestationBundle {
  readonly publisher: {
    /** `GitHub`, `GitLab`, ... */
    readonly kind: string;
    /** `owner/name`; undefined for a kind of publisher that has none. */
    readonly repository: string | undefined;
    /** File name of the workflow. */
    readonly workflow: string | undefined;
  };
  readonly attestations: readonly Attestation[];
}

export interface UploadRequest {
  /** Absolute. */
  readonly file: string;
  readonly filename: string;
  readonly sha256: string;
  /** From 1, where absent too: how often the file was sent with this time. */
  readonly attempt?: number;
  /** Files of its attestations, absolute, named as upload tools look for them; none where absent. */
  readonly attestations?: readonly string[];
}
