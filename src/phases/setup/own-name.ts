/** The names by which git has the files of a project, wherever links lead and however far above the project they lie. */

import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';

type Place = Pick<Plan, 'workspace' | 'directory'>;

/**
 * The top of the repository that the working directory lies in, as git finds it: the nearest directory with an entry `.git`, which in
 * worktrees and submodules is a file. Outside a repository the top of the checkout.
 */
export async function repositoryTop({ workspace, directory }: Place, files: Files): Promise<string> {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    if ((await files.list(at))?.includes('.git')) return at;
    if (at === path.dirname(at)) return workspace;
  }
}

/**
 * The name, relative to the working directory with `/`, of what is written when this file is written: of the file itself, where a link
 * leads to it. One that is not there yet keeps its name.
 *
 * @param file relative to the working directory
 * @returns undefined where it lies outside the repository, or in git's own directory; also where it lies above a working directory that
 *   is itself a link: what `..` means there depends on who reads it
 */
export async function ownName(file: string, plan: Place, files: Files): Promise<string | undefined> {
  const top = await repositoryTop(plan, files);
  const [base, from] = [await realOf(top, files), await realOf(plan.directory, files)];
  const target = (await files.real(path.join(plan.directory, file))) ?? path.join(from, file);
  const parts = path.relative(base, target).split(path.sep);
  const isOutside = path.isAbsolute(path.relative(base, target)) || ['..', '.git'].includes(parts[0] ?? '');
  const name = path.relative(from, target).replaceAll(path.sep, '/');
  const isLinked = path.relative(base, from) !== path.relative(top, path.resolve(plan.directory));
  return isOutside || (isLinked && name.startsWith('../')) ? undefined : name;
}

async function realOf(directory: string, files: Files): Promise<string> {
  return (await files.real(directory)) ?? directory;
}
