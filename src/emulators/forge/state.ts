/** What the emulated forge holds besides git objects, and the value every handler is given. */
import type { Git } from './git.ts';

/** `starter`: an upload that began and whose bytes never landed; its name stays taken (facts: release assets). */
export type AssetState = 'uploaded' | 'starter';

export interface StoredAsset {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly state: AssetState;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface StoredRelease {
  readonly id: number;
  readonly tag: string;
  /** `target_commitish` as given: a branch name or a commit SHA. */
  readonly target: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly immutable: boolean;
  /** Date of the commit, not of the release: GitHub orders "latest" by it. */
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly updatedAt: Date;
  /** When the row was made, for the `list-lag` flag. */
  readonly madeAt: Date;
  /** A draft's page is `untagged-<hex>`. */
  readonly untagged: string;
  readonly assets: readonly StoredAsset[];
  /** Number of the discussion that was opened for it. */
  readonly discussion: number | undefined;
}

export interface StoredPull {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly head: string;
  readonly base: string;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  readonly createdAt: Date;
  readonly mergedAt: Date | null;
  /** Tip of its branch when it was merged; undefined where it was not. */
  readonly mergedHead: string | undefined;
}

/** Everything in memory. Rows are immutable and replaced; only the maps change. */
export interface ForgeState {
  readonly releases: Map<number, StoredRelease>;
  readonly pulls: Map<number, StoredPull>;
  /** Tag names that an immutable release has used: never again publishable. */
  readonly burntTags: Set<string>;
  /** The release marked "latest" by `make_latest`, if any. */
  latest: number | undefined;
  lastId: number;
  /** Of the current window of the rate limit. */
  requests: number;
  window: number;
  /** The `secondary-limit` flag refuses one change only. */
  hurried: boolean;
  /** The `starter-asset` flag breaks one upload only. */
  starterMade: boolean;
}

/** Oddities of a repository or of the service that a test may switch on. */
export const FORGE_FLAGS = [
  'immutable-releases',
  'tag-ruleset',
  'branch-ruleset',
  'ruleset-bypass',
  'rulesets-hidden',
  'rulesets-opaque',
  'workflow-guard',
  'list-lag',
  'starter-asset',
  'asset-redirect',
  'archived',
  'disabled',
  'renamed',
  'no-pulls-by-actions',
  'primary-limit',
  'secondary-limit',
  'enterprise-server',
] as const;
export type ForgeFlag = (typeof FORGE_FLAGS)[number];

/** A rule by its type, with the parameters that some types take. */
export interface Rule {
  readonly type: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A ruleset of the repository. */
export interface Ruleset {
  readonly id: number;
  readonly name: string;
  readonly target: 'branch' | 'tag';
  readonly enforcement: 'active' | 'evaluate' | 'disabled';
  /** fnmatch patterns of full reference names, `~ALL`, or `~DEFAULT_BRANCH`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly rules: readonly Rule[];
  /** What the job's token may do in spite of it. */
  readonly bypass: 'always' | 'pull_requests_only' | 'never' | 'exempt';
}

export interface IssueSeed {
  readonly title: string;
  readonly labels?: readonly string[];
  /** Open where absent. */
  readonly state?: 'open' | 'closed';
}

/** What people made of the repository before anybody asked. */
export interface CommunitySeed {
  readonly stars?: number;
  readonly forks?: number;
  readonly issues?: readonly IssueSeed[];
  /** Tag of a release → reactions to it, by their content. */
  readonly reactions?: Readonly<Record<string, Readonly<Partial<Record<Reaction, number>>>>>;
}

export type Reaction = '+1' | '-1' | 'laugh' | 'hooray' | 'confused' | 'heart' | 'rocket' | 'eyes';

/** The resolved options, git and the state: the one argument of every rule below. */
export interface Forge {
  readonly base: () => string;
  /** Path of the REST API, without a slash at its end. */
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  readonly defaultBranch: string;
  readonly token: string;
  /** A job's `permissions:` map; undefined grants everything. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>> | undefined;
  readonly flags: ReadonlySet<ForgeFlag>;
  readonly rulesets: readonly Ruleset[];
  readonly community: CommunitySeed;
  readonly now: () => Date;
  readonly git: Git;
  readonly state: ForgeState;
}

export function emptyState(): ForgeState {
  return {
    releases: new Map(),
    pulls: new Map(),
    burntTags: new Set(),
    latest: undefined,
    lastId: 1000,
    requests: 0,
    window: 0,
    hurried: false,
    starterMade: false,
  };
}

/** The next number for a release, asset or pull request. */
export function nextId(state: ForgeState): number {
  state.lastId += 1;
  return state.lastId;
}

/** Replaces a release by a changed copy and yields the copy. Assets that came meanwhile stay. */
export function amendRelease(
  forge: Forge,
  release: StoredRelease,
  change: Partial<StoredRelease>,
): StoredRelease {
  const assets = forge.state.releases.get(release.id)?.assets ?? release.assets;
  const amended = { ...release, assets, ...change, updatedAt: forge.now() };
  forge.state.releases.set(amended.id, amended);
  return amended;
}
