import { type Processes, STREAM_LIMIT } from '../actions/process.ts';

type Git = Pick<Processes, 'run'>;

const SAFE = ['-c', 'safe.directory=*'];

/** Regular files below a directory that git tracks, relative to it: neither links nor submodules. Undefined outside a repository. */
export async function trackedFiles(
  processes: Git,
  directory: string,
): Promise<readonly string[] | undefined> {
  const entries = await listedFiles(processes, directory, ['--cached', '--stage']);
  // `100644 <object> <stage>\t<file>` (git-ls-files, "Output").
  return entries
    ?.filter((entry) => entry.startsWith('100'))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}

/** Files below a directory that git tracks or would track, relative to it. Undefined outside a repository. */
export async function sourceFiles(processes: Git, directory: string): Promise<readonly string[] | undefined> {
  return listedFiles(processes, directory, ['--cached', '--others', '--exclude-standard', '--deduplicate']);
}

/** Tracked files below a directory that are not as the index has them, relative to it; none outside a repository. */
export async function modifiedFiles(processes: Git, directory: string): Promise<readonly string[]> {
  return (await listedFiles(processes, directory, ['--modified', '--deduplicate'])) ?? [];
}

/** Makes tracked files what the index has. */
export async function restoreFiles(
  processes: Git,
  directory: string,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return;
  const args = [...SAFE, '--literal-pathspecs', 'checkout', '--quiet', '--', ...files];
  await processes.run('git', args, { directory });
}

/** Submodules below a directory that are not checked out, relative to it. */
export async function absentSubmodules(processes: Git, directory: string): Promise<readonly string[]> {
  const { exitCode, stdout } = await processes.run('git', [...SAFE, 'submodule', 'status', '--', '.'], {
    directory,
  });
  // `-` stands before one that is not initialised (git-submodule, "status").
  return exitCode === 0 ? [...stdout.matchAll(/^-\S+ (.+)$/gm)].map(([, file = '']) => file) : [];
}

/**
 * What `git ls-files` tells with these options, relative to the directory; undefined outside a repository, and where the list is too long
 * to be had whole: its first names would be missing.
 */
export async function listedFiles(
  processes: Git,
  directory: string,
  options: readonly string[],
): Promise<readonly string[] | undefined> {
  const args = [...SAFE, 'ls-files', '-z', ...options];
  const { exitCode, stdout } = await processes.run('git', args, { directory });
  const isWhole = exitCode === 0 && stdout.length < STREAM_LIMIT;
  return isWhole ? stdout.split('\0').filter((entry) => entry !== '') : undefined;
}
