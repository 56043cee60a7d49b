import type { Checkout } from '../../ports/checkout.ts';
import { stop } from '../../release/fault.ts';
import type { Completed, Processes } from '../actions/process.ts';

/**
 * The git checkout around a directory, read through `git`. Outside a repository (and in one without a commit) there is no
 * head, and nothing changed or tagged. Throws `tool-failed` where there is no git program.
 */
export function createCheckout(processes: Pick<Processes, 'run'>, directory: string): Checkout {
  const git = async (...args: readonly string[]): Promise<Completed> => {
    const completed = await processes.run('git', [...SETTINGS, ...args], { directory, environment: QUIET });
    if (completed.exitCode === 127) stop('tool-failed', withoutGit(args, completed));
    return completed;
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
    async tags() {
      const { exitCode, stdout } = await git('tag', '--list');
      return exitCode === 0 ? stdout.split('\n').filter((tag) => tag !== '') : [];
    },
    prefix,
  };
}

// In a container the checkout belongs to another user, which git refuses unless told so; quoted names are for terminals.
const SETTINGS = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
// Paths below the working directory only, each file by itself, a rename as its two files (git-status, "Porcelain Format").
const STATUS = ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames', '--', '.'];
// Reading must neither refresh the index nor ask for a password.
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

function lineOf({ exitCode, stdout }: Completed): string | undefined {
  return exitCode === 0 ? stdout.trimEnd() : undefined;
}

function withoutGit(args: readonly string[], { exitCode, output }: Completed) {
  const remedy = 'Install git on the runner: the commit, its time and its changes are read through it.';
  return { tool: 'git', what: `git ${args.join(' ')}`, exitCode, tail: output, remedy };
}
