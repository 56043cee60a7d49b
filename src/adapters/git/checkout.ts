import path from 'node:path';
import type { Checkout } from '../../ports/checkout.ts';
import type { Processes } from '../actions/process.ts';
import { AS_US, createGit } from './git.ts';

/**
 * The git checkout around a directory, through `git`. Outside a repository (and in one without a commit) there is no
 * head, and nothing changed. Throws `tool-failed` where there is no git program.
 */
export function createCheckout(processes: Pick<Processes, 'run'>, directory: string): Checkout {
  const { run, line, change } = createGit(processes, directory);
  const prefix = async () => (await line('rev-parse', '--show-prefix')) ?? '';
  return {
    async head() {
      const commit = await line('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
      if (commit === undefined) return undefined;
      const time = await line('log', '-1', '--format=%ct', commit);
      const shallow = await line('rev-parse', '--is-shallow-repository');
      return { commit, time: Number(time), shallow: shallow === 'true' };
    },
    async changes() {
      const status = await run(STATUS);
      if (status.exitCode !== 0) return [];
      const top = await prefix();
      const entries = status.stdout.split('\0').filter((entry) => entry !== '');
      return entries.map((entry) => entry.slice('XY '.length + top.length));
    },
    async tracked(files) {
      // One by one, since git answers with names of its own spelling.
      const asked = await Promise.all(
        files.map((file) => run(['--literal-pathspecs', 'ls-files', '--stage', '--', file])),
      );
      return files.filter((_, place) => TRACKED_FILE.test(asked[place]?.stdout ?? ''));
    },
    async committed(file, tag) {
      const tree = tag === undefined ? 'HEAD' : `refs/tags/${tag}`;
      const name = `${tree}:./${file}`;
      const [entry, size] = [await line('ls-tree', tree, `./${file}`), await line('cat-file', '-s', name)];
      if (entry === undefined || !TRACKED_PLAIN.test(entry)) return undefined;
      const shown = await run(['cat-file', 'blob', name], { encoding: 'latin1' });
      // Of a large file only the end is kept.
      return shown.stdout.length === Number(size) ? Buffer.from(shown.stdout, 'latin1') : undefined;
    },
    prefix,
    async commit(files, message) {
      // The time of the commit below it: what is built of the same changes is the same, whenever it is built.
      const time = await line('log', '-1', '--format=%cI');
      const dates = { GIT_AUTHOR_DATE: time ?? '', GIT_COMMITTER_DATE: time ?? '' };
      // `git add` refuses a name that has gone from the index already, as `git rm` leaves it.
      const known = (await run(['ls-files', '-z', '--cached', '--others', '--', ...files])).stdout;
      if (known !== '') await change(['add', '--all', '--', ...new Set(known.split('\0').filter(Boolean))]);
      const named = (await run([...STAGED, '--', ...files])).stdout.split('\0').filter(Boolean);
      // Told from the top of the checkout: `--relative` leaves out what lies above the working directory.
      const below = await prefix();
      const staged = named.map((file) => path.posix.relative(below, file));
      if (staged.length > 0)
        await change([...AS_US, ...COMMIT, message, '--', ...staged], { variables: dates });
      return staged;
    },
  };
}

// Paths below the working directory only, each file by itself, a rename as its two files (git-status, "Porcelain Format").
const STATUS = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
const COMMIT = ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message'];
const STAGED = ['diff', '--cached', '--name-only', '--no-relative', '--no-renames', '-z', 'HEAD'];
// Not 160000, which is the commit of a submodule.
const TRACKED_PLAIN = /^100\d{3} /;
const TRACKED_FILE = /^1[02]\d{4} /m;
