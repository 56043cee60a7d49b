import type { Processes } from '../actions/process.ts';

/**
 * Files below a directory that git neither tracks nor ignores, relative to the directory; undefined outside a repository.
 */
export async function untrackedFiles(
  processes: Pick<Processes, 'run'>,
  directory: string,
): Promise<readonly string[] | undefined> {
  const args = ['-c', 'safe.directory=*', 'ls-files', '--others', '--exclude-standard', '-z'];
  const { exitCode, stdout } = await processes.run('git', args, { directory });
  return exitCode === 0 ? stdout.split('\0').filter((file) => file !== '') : undefined;
}
