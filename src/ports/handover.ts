/** Where the jobs of one workflow run leave files for one another, by name. Nothing of another run is ever seen. */
export interface Handover {
  /** Leaves files of one directory under a name, in place of what was left there before. Throws `Stopped`. */
  keep(parcel: Parcel): Promise<void>;
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
