/** Where the jobs of one workflow run leave files for one another, by name. Nothing of another run is ever seen. */
export interface Handover {
  /**
   * Leaves files of one directory under a name.
   *
   * @returns false where the name is not free: something stands under it, or somebody began to leave something there, and may never end
   * @throws Stopped what the service's trouble is
   */
  keep(artifact: Artifact): Promise<boolean>;
  /** Takes back what was left under a name; nothing where that is nothing. Throws `Stopped`. */
  drop(name: string): Promise<void>;
  /** What the jobs of this run have left, the latest of each name. Throws `Stopped`. */
  left(): Promise<readonly KeptArtifact[]>;
  /** The files of an artifact, compared with its digest. Throws `Stopped`. */
  take(artifact: KeptArtifact): Promise<readonly HandedFile[]>;
}

export interface Artifact {
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  /** Names of files in the directory. */
  readonly files: readonly string[];
}

export interface KeptArtifact {
  /** The later one of two has the higher. */
  readonly id: number;
  readonly name: string;
  /** In bytes, as it is kept. */
  readonly size: number;
  /** sha256 of the artifact as it is kept; undefined where the keeper does not tell. */
  readonly sha256: string | undefined;
}

/** A file as it came. Its name is the last part of what the other job said: it leads nowhere. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
