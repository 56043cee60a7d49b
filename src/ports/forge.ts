/** The forge (GitHub): refs, commits and releases of one repository. */
export interface Forge {
  readonly repository: RepositoryReader;
  readonly refs: Refs;
  readonly commits: Commits;
  readonly releases: Releases;
  readonly assets: ReleaseAssets;
  readonly rules: Rules;
  readonly community: Community;
}

export interface RepositoryReader {
  /** Throws `Stopped` where the token may not see the repository. */
  read(): Promise<Repository>;
}

export interface Repository {
  readonly fullName: string;
  readonly defaultBranch: string;
  readonly archived: boolean;
  /** Shut by the forge itself. */
  readonly disabled: boolean;
  readonly description: string;
  readonly stars: number;
  readonly forks: number;
}

export interface Refs {
  /** The commit that a tag points at, annotated or not; undefined where there is none. */
  tag(name: string): Promise<string | undefined>;
  /** Makes an annotated tag. */
  createTag(tag: { readonly name: string; readonly commit: string; readonly message: string }): Promise<void>;
  /** The commit at the tip of a branch; undefined where there is none. */
  branch(name: string): Promise<string | undefined>;
  /** Moves a branch forward, never by force. */
  advanceBranch(name: string, commit: string): Promise<void>;
}

/** Rules of the repository that bind this token, as sentences; empty where nothing is known to stand in the way. */
export interface Rules {
  /** What forbids it to make this tag. */
  tag(name: string): Promise<readonly string[]>;
  /** What forbids it to push a commit that was just made to this branch. */
  branch(name: string): Promise<readonly string[]>;
}

/** What people make of the repository and of its releases. */
export interface Community {
  /** How many open issues have this label; pull requests are none. */
  issues(label: string): Promise<number>;
  /** Tags of the releases that are public, the newest at most, with the reactions to each. */
  reactions(): Promise<readonly { readonly tag: string; readonly count: number }[]>;
}

export interface Commits {
  read(commit: string): Promise<Commit | undefined>;
  /** Makes a commit without custom author or committer, so that the forge signs it. Gives its SHA. */
  create(commit: NewCommit): Promise<string>;
  /** Whether a commit is another one, or in its history. */
  isAncestor(commit: string, of: string): Promise<boolean>;
  /** Opens a pull request for a commit on a branch of its own; gives its web address. */
  propose(proposal: Proposal): Promise<string>;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
}

export interface NewCommit {
  readonly parent: string;
  readonly message: string;
  /** Content by file name relative to the top of the repository; null takes the file away. */
  readonly files: Readonly<Record<string, Uint8Array | null>>;
}

export interface Proposal {
  readonly branch: string;
  readonly base: string;
  readonly commit: string;
  readonly title: string;
  readonly body: string;
}

export interface Releases {
  /** All releases of a tag, drafts too. */
  find(tag: string): Promise<readonly ForgeRelease[]>;
  /** Makes a draft, or changes a release by its id. */
  save(release: ReleaseFields, id?: number): Promise<ForgeRelease>;
  /** Changes the notes of a release, and nothing else. */
  annotate(release: ForgeRelease, notes: string): Promise<void>;
  /** Deletes a draft with all its files. */
  discard(draft: ForgeRelease): Promise<void>;
  /**
   * Notes that the forge writes from the commits since the previous tag.
   *
   * @param previous that tag, which the forge must have; the one that it finds itself where absent
   */
  generatedNotes(tag: string, commit: string, previous?: string): Promise<string>;
}

/** The files on releases. */
export interface ReleaseAssets {
  /** Puts a file on a release. */
  attach(
    release: ForgeRelease,
    asset: { readonly name: string; readonly content: Uint8Array },
  ): Promise<ForgeAsset>;
  /** The bytes of a file on a release. */
  download(asset: ForgeAsset): Promise<Uint8Array>;
  /** Takes a broken file off a release. */
  detach(asset: ForgeAsset): Promise<void>;
}

export interface ReleaseFields {
  readonly tag: string;
  readonly commit: string;
  readonly name: string;
  readonly notes: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly latest: boolean | undefined;
  readonly discussionCategory: string | undefined;
}

export interface ForgeRelease {
  readonly id: number;
  readonly tag: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** True where it was published so that no file can be put on it any more. */
  readonly immutable: boolean;
  readonly name: string;
  readonly notes: string;
  readonly url: string;
  /** Where files for it are sent. */
  readonly uploadUrl: string;
  readonly assets: readonly ForgeAsset[];
}

export interface ForgeAsset {
  readonly id: number;
  readonly name: string;
  /** False where an upload began and its bytes never landed. */
  readonly complete: boolean;
  /** Undefined on files older than digests. */
  readonly sha256: string | undefined;
}
