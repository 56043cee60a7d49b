/** The files that differ between two commits, as the API shows them. */
import type { Git } from './git.ts';
import { apiOf, pageOf } from './route.ts';
import type { Forge } from './state.ts';

/** From one commit (undefined: its parent, or nothing) to another. */
export async function changedFiles(
  forge: Forge,
  from: string | undefined,
  to: string,
): Promise<readonly object[]> {
  const commits = from === undefined ? ['--root', '--no-commit-id', to] : [from, to];
  const counts = await lineCounts(forge.git, commits);
  const out = (await forge.git(['diff-tree', '-r', '-z', '--raw', '--abbrev=40', ...commits])).toString();
  const words = out.split('\0');
  return Array.from({ length: Math.floor(words.length / 2) }, (_, index) => {
    const [, , old = '', now = '', letter = ''] = (words[index * 2] ?? '').split(' ');
    const filename = words[index * 2 + 1] ?? '';
    const { additions, deletions } = counts.get(filename) ?? { additions: 0, deletions: 0 };
    const at = encodeURI(filename);
    return {
      sha: letter === 'D' ? old : now,
      filename,
      status: STATUS[letter] ?? 'changed',
      additions,
      deletions,
      changes: additions + deletions,
      blob_url: `${pageOf(forge)}/blob/${to}/${at}`,
      raw_url: `${pageOf(forge)}/raw/${to}/${at}`,
      contents_url: `${apiOf(forge)}/contents/${at}?ref=${to}`,
    };
  });
}

const STATUS: Readonly<Record<string, string>> = { A: 'added', D: 'removed', M: 'modified' };

interface Lines {
  readonly additions: number;
  readonly deletions: number;
}

/** By file name; a binary file has no lines. */
async function lineCounts(git: Git, commits: readonly string[]): Promise<ReadonlyMap<string, Lines>> {
  const out = (await git(['diff-tree', '-r', '-z', '--numstat', ...commits])).toString();
  const rows = out.split('\0').filter((row) => row !== '');
  return new Map(
    rows.map((row) => {
      const [added = '', deleted = '', name = ''] = row.split('\t');
      return [name, { additions: Number(added) || 0, deletions: Number(deleted) || 0 }];
    }),
  );
}
