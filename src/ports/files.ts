/** The file system, by absolute names. */
export interface Files {
  /** UTF-8 text of a file, or undefined where there is none. */
  text(file: string): Promise<string | undefined>;
  /** Bytes of a file, or undefined where there is none. */
  bytes(file: string): Promise<Uint8Array | undefined>;
  /** Names of the entries of a directory, sorted; undefined where there is no such directory. */
  list(directory: string): Promise<readonly string[] | undefined>;
  /** The absolute name of what is there in truth, behind every link on the way; undefined where there is nothing. */
  real(entry: string): Promise<string | undefined>;
  /** Whether this is a file that its owner may execute. */
  executable(file: string): Promise<boolean>;
  /** Files below a directory that fit a glob, relative to it, with `/` on every system, sorted. */
  glob(directory: string, pattern: string): Promise<readonly string[]>;
  /** Writes a file whole or not at all, with the directories it needs. */
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Removes a file or a directory with all in it; nothing where there is none. */
  remove(entry: string): Promise<void>;
}
