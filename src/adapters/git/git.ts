import { stop } from '../../release/fault.ts';
import type { Completed, Processes } from '../actions/process.ts';

/** `git` in one directory, told to trust the checkout and to ask nothing. Throws `tool-failed` where there is no git program. */
export interface Git {
  /** Runs it, whatever it comes to. */
  run(args: readonly string[], options?: GitOptions): Promise<Completed>;
  /** What it prints, without the ending; undefined where it fails. */
  line(...args: readonly string[]): Promise<string | undefined>;
  /** What it prints, line by line; none where it fails. */
  lines(...args: readonly string[]): Promise<readonly string[]>;
  /** Changes the repository. Throws `tool-failed` where git refuses. */
  change(args: readonly string[], options?: GitOptions): Promise<void>;
}

export interface GitOptions {
  readonly variables?: Readonly<Record<string, string>>;
  readonly encoding?: 'utf8' | 'latin1';
}

// In a container the checkout belongs to another user, which git refuses unless told so; quoted names are for terminals.
const SETTINGS = ['-c', 'safe.directory=*', '-c', 'core.quotePath=false'];
// Reading must neither refresh the index nor ask for a password.
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

/** What git is told of its author where it makes something that stays in this checkout: nobody else sees it. */
export const AS_US = ['-c', 'user.name=pypi-release', '-c', 'user.email=pypi-release@localhost'];

export function createGit(processes: Pick<Processes, 'run'>, directory: string): Git {
  const run: Git['run'] = async (args, { variables = {}, encoding = 'utf8' } = {}) => {
    const options = { directory, environment: { ...QUIET, ...variables }, encoding };
    const completed = await processes.run('git', [...SETTINGS, ...args], options);
    if (completed.exitCode === 127) stop('tool-failed', withoutGit(args, completed));
    return completed;
  };
  const line: Git['line'] = async (...args) => {
    const { exitCode, stdout } = await run(args);
    return exitCode === 0 ? stdout.trimEnd() : undefined;
  };
  return {
    run,
    line,
    lines: async (...args) => ((await line(...args)) ?? '').split('\n').filter((each) => each !== ''),
    async change(args, options) {
      const completed = await run(args, options);
      if (completed.exitCode !== 0) stop('tool-failed', refusedByGit(args, completed));
    },
  };
}

function withoutGit(args: readonly string[], { exitCode, output }: Completed) {
  const remedy = 'Install git on the runner: the commit, its time and its changes are read through it.';
  return { tool: 'git', what: `git ${args.join(' ')}`, exitCode, tail: output, remedy };
}

function refusedByGit(args: readonly string[], { exitCode, output }: Completed) {
  const remedy = 'The log has what git says; the checkout must be one that can be written to.';
  return { tool: 'git', what: `git ${args.join(' ')}`, exitCode, tail: output.trim(), remedy };
}
