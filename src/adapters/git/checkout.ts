import type { Checkout } from '../../ports/checkout.ts';
import { stop } from '../../release/fault.ts';
import type { Completed, Processes } from '../actions/process.ts';

/**
 * The git checkout around a directory, through `git`. Outside a repository (and in one without a commit) there is no
 * head, and nothing changed or tagged. Throws `tool-failed` where there is no git program.
 */
export function createCheckout(processes: Pick<Processes, 'run'>, directory: string): Checkout {
  const run = async (
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
    encoding: 'utf8' | 'latin1' = 'utf8',
  ): Promise<Completed> => {
    const options = { directory, environment: { ...QUIET, ...variables }, encoding };
    const completed = await processes.run('git', [...SETTINGS, ...args], options);
    if (completed.exitCode === 127) stop('tool-failed', withoutGit(args, completed));
    return completed;
  };
  const git = (...args: readonly string[]) => run(args);
  const change = async (
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const completed = await run(args, variables);
    if (completed.exitCode !== 0) stop('tool-failed', refusedByGit(args, completed));
  };
  const line = async (...args: readonly string[]) => lineOf(await git(...args));

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
      const status = await git(...STATUS);
      if (status.exitCode !== 0) return [];
      const top = await prefix();
      const entries = status.stdout.split('\0').filter((entry) => entry !== '');
      return entries.map((entry) => entry.slice('XY '.length + top.length));
    },
    async tracked(files) {
      // One by one, since git answers with names of its own spelling.
      const asked = await Promise.all(
        files.map((file) => git('--literal-pathspecs', 'ls-files', '--stage', '--', file)),
      );
      return files.filter((_, place) => TRACKED_FILE.test(asked[place]?.stdout ?? ''));
    },
    async committed(file) {
      const name = `HEAD:./${file}`;
      const [entry, size] = [await line('ls-tree', 'HEAD', `./${file}`), await line('cat-file', '-s', name)];
      if (entry === undefined || !TRACKED_PLAIN.test(entry)) return undefined;
      const shown = await run(['cat-file', 'blob', name], {}, 'latin1');
      // Of a large file only the end is kept.
      return shown.stdout.length === Number(size) ? Buffer.from(shown.stdout, 'latin1') : undefined;
    },
    async tags() {
      const { exitCode, stdout } = await git('tag', '--list');
      return exitCode === 0 ? stdout.split('\n').filter((tag) => tag !== '') : [];
    },
    prefix,
    async commit(files, message) {
      // The time of the commit below it: what is built of the same changes is the same, whenever it is built.
      const time = await line('log', '-1', '--format=%cI');
      const dates = { GIT_AUTHOR_DATE: time ?? '', GIT_COMMITTER_DATE: time ?? '' };
      // `git add` refuses a name that has gone from the index already, as `git rm` leaves it.
      const known = (await git('ls-files', '-z', '--cached', '--others', '--', ...files)).stdout;
      if (known !== '') await change(['add', '--all', '--', ...new Set(known.split('\0').filter(Boolean))]);
      const staged = (await git(...STAGED, '--', ...files)).stdout.split('\0').filter(Boolean);
      if (staged.length > 0) await change([...AS_US, ...COMMIT, message, '--', ...staged], dates);
      return staged;
    },
  };
}

// In a container the checkout belongs to another user, which git refuses unless told so; quoted names are for terminals.
const SETTINGS = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
// Nobody sees this commit: the release commit is made by the forge.
const AS_US = ['-c', 'user.name=pypi-release', '-c', 'user.email=pypi-release@localhost'];
// Paths below the working directory only, each file by itself, a rename as its two files (git-status, "Porcelain Format").
const STATUS = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
const COMMIT = ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message'];
const STAGED = ['diff', '--cached', '--name-only', '--relative', '--no-renames', '-z', 'HEAD'];
// Not 160000, which is the commit of a submodule.
const TRACKED_PLAIN = /^100\d{3} /;
const TRACKED_FILE = /^1[02]\d{4} /;
// Reading must neither refresh the index nor ask for a password.
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

function lineOf({ exitCode, stdout }: Completed): string | undefined {
  return exitCode === 0 ? stdout.trimEnd() : undefined;
}

function withoutGit(args: readonly string[], { exitCode, output }: Completed) {
  const remedy = 'Install git on the runner: the commit, its time and its changes are read through it.';
  return { tool: 'git', what: `git ${args.join(' ')}`, exitCode, tail: output, remedy };
}

function refusedByGit(args: readonly string[], { exitCode, output }: Completed) {
  const remedy = 'The log has what git says; the checkout must be one that can be written to.';
  return { tool: 'git', what: `git ${args.join(' ')}`, exitCode, tail: output.trim(), remedy };
}
