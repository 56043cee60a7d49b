/** A file that may hold the version, and the part of it. */
export interface VersionFile {
  /** Its name; folders do not matter. */
  readonly file: string;
  /** Absent where it is the version that a file of this name has of itself. */
  readonly part?: VersionPart;
}

/** A part of a file that holds a version; names of packages are normalised. */
export type VersionPart =
  /** The whole file, which holds the version and nothing else. */
  | { readonly kind: 'whole' }
  /** The lines that a pattern fits, a regular expression of Python. */
  | { readonly kind: 'lines'; readonly pattern: string }
  /** The state of a tool that raises versions: a stale one would stop the project's own tool. */
  | { readonly kind: 'bumpversion' | 'commitizen' }
  /** The exact pins of another package. */
  | { readonly kind: 'pins'; readonly name: string }
  /** A project in the tree as a lock file of Python has it; the directory is relative to the lock file. */
  | { readonly kind: 'member'; readonly name: string; readonly directory: string }
  /** The table of a Cargo.toml that has the version: the crate's own, or the one that crates inherit from. */
  | { readonly kind: 'table'; readonly table: 'package' | 'workspace.package' }
  /** A crate of the workspace as Cargo.lock has it, by its name there. */
  | { readonly kind: 'crate'; readonly name: string };
