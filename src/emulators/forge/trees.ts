/** Trees: reading one, and making one from a base tree and changed paths (`git ls-tree`, `git mktree`). */
import { unprocessable } from './errors.ts';
import { type Git, inspect, writeObject } from './git.ts';

export interface TreeEntry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  /** Relative to the tree that was listed. */
  readonly path: string;
  /** Bytes, of blobs only. */
  readonly size?: number;
}

/** A wanted change: `sha: null` takes the path away. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string | null;
}

/** The entries of a tree, or of the tree and all below it. */
export async function listTree(git: Git, sha: string, recursive = false): Promise<readonly TreeEntry[]> {
  const out = await git(['ls-tree', '-z', '--long', ...(recursive ? ['-r', '-t'] : []), sha]);
  return out
    .toString()
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const [meta = '', path = ''] = line.split(/\t(.*)/s);
      const [mode = '', type = '', entry = '', size = '-'] = meta.split(/ +/);
      return { mode, type, sha: entry, path, ...(size === '-' ? {} : { size: Number(size) }) };
    });
}

/** Writes the tree that `base` (undefined: nothing) becomes by the changes; undefined when nothing is left. */
export async function changedTree(
  git: Git,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string | undefined> {
  const entries = new Map(
    (base === undefined ? [] : await listTree(git, base)).map((entry) => [entry.path, entry]),
  );
  for (const [name, below] of grouped(changes)) {
    const entry = await changedEntry(git, name, entries.get(name), below);
    if (entry === undefined) entries.delete(name);
    else entries.set(name, entry);
  }
  if (entries.size === 0) return undefined;
  const lines = [...entries.values()].map(({ mode, type, sha, path }) => `${mode} ${type} ${sha}\t${path}\0`);
  return (await git(['mktree', '-z'], lines.join(''))).toString().trim();
}

/** The tree of no files. */
export function emptyTree(git: Git): Promise<string> {
  return writeObject(git, 'tree', '');
}

/** Refuses changes that GitHub refuses: no such object, wrong mode, paths that leave the tree. */
export async function checkChanges(git: Git, changes: readonly TreeChange[]): Promise<void> {
  for (const change of changes) {
    const parts = change.path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..' || part === '.git')) {
      throw unprocessable('tree.path contains a malformed path component');
    }
    if (TYPE_OF_MODE[change.mode] !== change.type) {
      throw unprocessable(
        'Must supply either tree.sha or tree.content, with a valid tree.mode and tree.type',
      );
    }
    if (change.sha === null || change.type === 'commit') continue;
    if ((await inspect(git, change.sha))?.type !== change.type) {
      throw unprocessable(`tree.sha ${change.sha} is not a valid ${change.type}`);
    }
  }
}

const TYPE_OF_MODE: Readonly<Record<string, string>> = {
  '100644': 'blob',
  '100755': 'blob',
  '120000': 'blob',
  '040000': 'tree',
  '160000': 'commit',
};

type Below = readonly TreeChange[];

function grouped(changes: readonly TreeChange[]): ReadonlyMap<string, Below> {
  const groups = new Map<string, TreeChange[]>();
  for (const change of changes) {
    const [name = '', ...rest] = change.path.split('/');
    const group = groups.get(name) ?? [];
    groups.set(name, [...group, { ...change, path: rest.join('/') }]);
  }
  return groups;
}

async function changedEntry(
  git: Git,
  name: string,
  old: TreeEntry | undefined,
  below: Below,
): Promise<TreeEntry | undefined> {
  const own = below.findLast((change) => change.path === '');
  const inner = below.filter((change) => change.path !== '');
  if (inner.length === 0) {
    if (own === undefined || own.sha === null) return undefined;
    return { mode: own.mode, type: own.type, sha: own.sha, path: name };
  }
  const base = own?.type === 'tree' ? (own.sha ?? undefined) : old?.type === 'tree' ? old.sha : undefined;
  const sha = await changedTree(git, base, inner);
  return sha === undefined ? undefined : { mode: '040000', type: 'tree', sha, path: name };
}
