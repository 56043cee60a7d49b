/** The git checkout that the project lies in. */
export interface Checkout {
  /** The commit that is checked out; undefined outside a git repository. */
  head(): Promise<Head | undefined>;
  /** Files that differ from the commit, tracked or not ignored, relative to the working directory. */
  changes(): Promise<readonly string[]>;
  /**
   * Those of these files, named relative to the working directory, that git knows: neither new nor ignored; of directories, those with
   * such a file in them.
   */
  tracked(files: readonly string[]): Promise<readonly string[]>;
  /**
   * Bytes of a file, named likewise, as the head has them, or the commit of a tag of this checkout, without the line endings of this system; undefined
   * where it has none, or none of a few MiB.
   */
  committed(file: string, tag?: string): Promise<Uint8Array | undefined>;
  /** The working directory relative to the top of the checkout, with `/`; empty at the top. */
  prefix(): Promise<string>;
  /**
   * Commits files as they are, on top of the head, in this checkout alone; those that are not there are removed.
   *
   * @param files names relative to the working directory; they may lie above it
   * @returns those in which git saw a change; where there are none, nothing is committed
   */
  commit(files: readonly string[], message: string): Promise<readonly string[]>;
}

export interface Head {
  readonly commit: string;
  /** Seconds since the epoch: `SOURCE_DATE_EPOCH` of what is built. */
  readonly time: number;
  readonly shallow: boolean;
}
