import { sha256Hex } from '../../src/packaging/digest.ts';
import type {
  Commit,
  Community,
  Forge,
  ForgeAsset,
  ForgeRelease,
  NewCommit,
  Proposal,
  ReleaseFields,
  Repository,
} from '../../src/ports/forge.ts';
import { COMMIT } from './events.ts';

/** A forge that is nowhere but in this object. */
export interface MemoryForge extends Forge {
  readonly tags: Map<string, string>;
  readonly branches: Map<string, string>;
  readonly history: Map<string, Commit>;
  readonly made: NewCommit[];
  readonly proposals: Proposal[];
  readonly shelf: ForgeRelease[];
  readonly saved: ReleaseFields[];
  /** Every change in its order, such as `tag v1.0`, `draft`, `attach SHA256SUMS`, `publish`. */
  readonly changes: readonly string[];
}

export interface MemoryForgeOptions {
  readonly tags?: Readonly<Record<string, string>>;
  readonly branches?: Readonly<Record<string, string>>;
  /** Beside the run's own. */
  readonly commits?: readonly Commit[];
  readonly releases?: readonly ForgeRelease[];
  /** Bytes of the releases' files, by the asset's id. */
  readonly contents?: ReadonlyMap<number, Uint8Array>;
  readonly repository?: Partial<Repository>;
  readonly community?: Partial<Community>;
  /** What forbids a tag or a branch, by its full name (`refs/tags/v1.0`). */
  readonly rules?: Readonly<Record<string, readonly string[]>>;
  /** What seeing the repository throws. */
  readonly refusal?: Error;
  /** What drawing up notes throws. */
  readonly withoutNotes?: Error;
  /** What the forge says of a file's digest once it holds it; absent, the truth. */
  readonly digest?: string | undefined;
  /** Called before each change with its name; what it throws is the forge's answer. */
  readonly before?: (change: string) => void;
}

/** SHA of the n-th commit that this forge makes. */
export function madeCommit(n = 1): string {
  return `c0ffee${String(n).padStart(34, '0')}`;
}

export function memoryForge(options: MemoryForgeOptions = {}): MemoryForge {
  const tags = new Map(Object.entries(options.tags ?? {}));
  const branches = new Map(Object.entries(options.branches ?? {}));
  const own = { sha: COMMIT, tree: 'own tree', parents: [], message: 'Work' };
  const history = new Map([own, ...(options.commits ?? [])].map((commit) => [commit.sha, commit] as const));
  const [made, proposals, shelf, saved] = [
    [] as NewCommit[],
    [] as Proposal[],
    [...(options.releases ?? [])],
    [] as ReleaseFields[],
  ];
  const changes: string[] = [];
  const contents = new Map<number, Uint8Array>(options.contents);
  const change = (name: string): void => {
    options.before?.(name);
    changes.push(name);
  };
  const shelve = (release: ForgeRelease): ForgeRelease => {
    const at = shelf.findIndex(({ id }) => id === release.id);
    shelf.splice(at < 0 ? shelf.length : at, 1, release);
    return release;
  };
  const current = (id: number): ForgeRelease => {
    const release = shelf.find((each) => each.id === id);
    if (release === undefined) throw new Error(`there is no release ${id}`);
    return release;
  };
  return {
    ...{ tags, branches, history, made, proposals, shelf, saved, changes },
    repository: {
      async read() {
        if (options.refusal !== undefined) throw options.refusal;
        return {
          ...{
            fullName: 'org/demo',
            defaultBranch: 'main',
            description: '',
            archived: false,
            disabled: false,
            stars: 0,
            forks: 0,
          },
          ...options.repository,
        };
      },
    },
    rules: {
      tag: async (name) => options.rules?.[`refs/tags/${name}`] ?? [],
      branch: async (name) => options.rules?.[`refs/heads/${name}`] ?? [],
    },
    refs: {
      tag: async (name) => tags.get(name),
      async createTag({ name, commit }) {
        change(`tag ${name}`);
        tags.set(name, commit);
      },
      branch: async (name) => branches.get(name),
      async advanceBranch(name, commit) {
        change(`advance ${name}`);
        branches.set(name, commit);
      },
    },
    commits: {
      read: async (sha) => history.get(sha),
      async create(commit) {
        change('commit');
        made.push(commit);
        const sha = madeCommit(made.length);
        history.set(sha, { sha, tree: 'tree', parents: [commit.parent], message: commit.message });
        return sha;
      },
      async isAncestor(commit, of) {
        for (let at: string | undefined = of; at !== undefined; at = history.get(at)?.parents[0])
          if (at === commit) return true;
        return false;
      },
      async propose(proposal) {
        change(`propose ${proposal.branch}`);
        proposals.push(proposal);
        return 'https://forge.example/org/demo/pull/1';
      },
    },
    releases: {
      find: async (tag) => shelf.filter((release) => release.tag === tag),
      async save(fields, id) {
        change(fields.draft ? 'draft' : 'publish');
        saved.push(fields);
        const base = id === undefined ? aRelease({ id: shelf.length + 1, assets: [] }) : current(id);
        const { tag, draft, prerelease, name, notes } = fields;
        return shelve({ ...base, tag, draft, prerelease, name, notes });
      },
      async annotate({ id }, notes) {
        change('annotate');
        shelve({ ...current(id), notes });
      },
      async discard({ id }) {
        change(`discard ${id}`);
        shelf.splice(
          shelf.findIndex((release) => release.id === id),
          1,
        );
      },
      async generatedNotes(tag, _commit, previous) {
        if (options.withoutNotes !== undefined) throw options.withoutNotes;
        return `Generated for ${tag}${previous === undefined ? '' : ` since ${previous}`}`;
      },
    },
    community: { issues: async () => 0, reactions: async () => [], ...options.community },
    assets: {
      async attach({ id }, { name, content }) {
        change(`attach ${name}`);
        const asset = {
          id: changes.length,
          name,
          complete: true,
          sha256: 'digest' in options ? options.digest : sha256Hex(content),
        };
        contents.set(asset.id, content);
        const release = current(id);
        shelve({ ...release, assets: [...release.assets, asset] });
        return asset;
      },
      async detach(asset) {
        change(`detach ${asset.name}`);
        for (const release of [...shelf])
          shelve({ ...release, assets: release.assets.filter(({ id }) => id !== asset.id) });
      },
      async download({ id, name }) {
        return contents.get(id) ?? notFound(name);
      },
    },
  } satisfies MemoryForge;
}

/** A draft of demo 1.2.0 without files, with what the test wants different. */
export function aRelease(changes: Partial<ForgeRelease> = {}): ForgeRelease {
  return {
    id: 1,
    tag: 'v1.2.0',
    draft: true,
    prerelease: false,
    immutable: false,
    name: 'demo 1.2.0',
    notes: '',
    url: 'https://forge.example/org/demo/releases/tag/v1.2.0',
    uploadUrl: 'https://uploads.forge.example/1',
    assets: [],
    ...changes,
  };
}

/** A whole file on a release. */
export function anAsset(name: string, content: Uint8Array, changes: Partial<ForgeAsset> = {}): ForgeAsset {
  return { id: 100, name, complete: true, sha256: sha256Hex(content), ...changes };
}

function notFound(name: string): never {
  throw new Error(`this forge was given no bytes of ${name}`);
}
