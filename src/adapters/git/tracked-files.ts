import type { Processes } from '../actions/process.ts';

type Git = Pick<Processes, 'run'>;

const SAFE = ['-c', 'safe.directory=*'];

/** Regular files below a directory that git tracks, relative to it: neither links nor submodules. Undefined outside a repository. */
export async function trackedFiles(
  processes: Git,
  directory: string,
): Promise<readonly string[] | undefined> {
  const entries = await listed(processes, directory, ['--cached', '--stage']);
  // `100644 <object> <stage>\t<file>` (git-ls-files, "Output").
  return entries
    ?.filter((entry) => entry.startsWith('100'))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}

/** Files below a directory that git tracks or would track, relative to it. Undefined outside a repository. */
export async function sourceFiles(processes: Git, directory: string): Promise<readonly string[] | undefined> {
  return listed(processes, directory, ['--cached', '--others', '--exclude-standard', '--deduplicate']);
}

/** Tracked files below a directory that are not as the index has them, relative to it; none outside a repository. */
export async function modifiedFiles(processes: Git, directory: string): Promise<readonly string[]> {
  return (await listed(processes, directory, ['--modified', '--deduplicate'])) ?? [];
}

/** Submodules below a directory that are not checked out, relative to it. */
export async function absentSubmodules(processes: Git, directory: string): Promise<readonly string[]> {
  const { exitCode, stdout } = await processes.run('git', [...SAFE, 'submodule', 'status', '--', '.'], {
    directory,
  });
  // `-` stands before one that is not initialised (git-submodule, "status").
  return exitCode === 0 ? [...stdout.matchAll(/^-\S+ (.+)$/gm)].map(([, file = '']) => file) : [];
}

async function listed(processes: Git, directory: string, options: readonly string[]) {
  const args = [...SAFE, 'ls-files', '-z', ...options];
  const { exitCode, stdout } = await processes.run('git', args, { directory });
  return exitCode === 0 ? stdout.split('\0').filter((entry) => entry !== '') : undefined;
}
