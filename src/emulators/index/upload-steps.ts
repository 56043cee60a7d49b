import type { TrustedRoot } from '../sigstore/trusted-root.ts';
import type { Form, FormFile } from './form.ts';
import type { Identity } from './macaroon.ts';
import type { Metadata } from './metadata-fields.ts';
import type { Digests, IndexState, Project, Release } from './state.ts';
import type { Tarball } from './tarball.ts';
import type { ZipArchive } from './zip-directory.ts';

/** What the handlers know of the index they serve. */
export interface Index {
  readonly state: IndexState;
  /** `pypi` or `testpypi`: the audience of identity tokens. */
  readonly name: string;
  /** Root address, without a slash at the end. */
  readonly base: () => string;
  readonly now: () => Date;
  readonly renders: (description: string, contentType: string | undefined) => Promise<boolean>;
  /** What attestations are verified by; absent, none can be. */
  readonly trustedRoot: (() => Promise<TrustedRoot>) | undefined;
  /** What passes between looking up a release that is not there and storing it. */
  readonly pause: () => Promise<void>;
}

/** An upload whose form was read. */
export interface Received {
  readonly index: Index;
  readonly form: Form;
  readonly authorization: string | undefined;
  /** How many uploads the index had stored when this one began. */
  readonly arrival: number;
}

/** An upload from somebody, with metadata that passed, and a file. */
export interface Described extends Received {
  readonly identity: Identity;
  readonly metadata: Metadata;
  readonly kind: 'sdist' | 'bdist_wheel';
  readonly file: FormFile;
}

/** An upload whose project is known; a project that is made by it is not stored yet. */
export interface Addressed extends Described {
  readonly project: Project;
  readonly isNewProject: boolean;
  readonly release: Release | undefined;
}

/** An upload whose file was hashed. */
export interface Hashed extends Addressed {
  readonly digests: Digests;
}

/** An upload of a source distribution that could be opened. */
export interface OpenedSdist extends Hashed {
  readonly tarball: Tarball | undefined;
}

/** An upload of a wheel that could be opened. `infoFolder` is its `.dist-info` folder, spelt as in the filename. */
export interface OpenedWheel extends Hashed {
  readonly archive: ZipArchive;
  readonly infoFolder: string;
}
