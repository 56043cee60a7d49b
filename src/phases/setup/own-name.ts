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
 * @returns undefined where it lies outside the repository, or in git's own directory
 */
export async function ownName(file: string, plan: Place, files: Files): Promise<string | undefined> {
  const top = await repositoryTop(plan, files);
  const named = path.join(plan.directory, file);
  const real = await files.real(named);
  const [from, base, target] =
    real === undefined
      ? [plan.directory, top, named]
      : [await realOf(plan.directory, files), await realOf(top, files), real];
  const parts = path.relative(base, target).split(path.sep);
  const isOutside = path.isAbsolute(path.relative(base, target)) || ['..', '.git'].includes(parts[0] ?? '');
  return isOutside ? undefined : path.relative(from, target).replaceAll(path.sep, '/');
}

async function realOf(directory: string, files: Files): Promise<string> {
  return (await files.real(directory)) ?? directory;
}
