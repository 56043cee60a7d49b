/** Where the jobs of one workflow run leave files for one another, by name. Nothing of another run is ever seen. */
export interface Handover {
  /** Leaves files of one directory under a name that is free. Throws `Stopped`: artifact-taken where it is not, or what the service's trouble is. */
  keep(parcel: Parcel): Promise<void>;
  /** Takes back what was left under a name; nothing where that is nothing. Throws `Stopped`. */
  drop(name: string): Promise<void>;
  /** What the jobs of this run have left, the latest of each name. Throws `Stopped`. */
  left(): Promise<readonly LeftParcel[]>;
  /** The files of a parcel, compared with its digest. Throws `Stopped`. */
  take(parcel: LeftParcel): Promise<readonly HandedFile[]>;
}

export interface Parcel {
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  /** Names of files in the directory. */
  readonly files: readonly string[];
}

export interface LeftParcel {
  readonly id: number;
  readonly name: string;
  /** sha256 of the parcel as it is kept; undefined where the keeper does not tell. */
  readonly sha256: string | undefined;
}

/** A file as it came. Its name is the last part of what the other job said: it leads nowhere. */
export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
