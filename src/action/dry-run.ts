/**
 * A dry run works on a copy of the checkout. Tools leave things where they work (build metadata, version modules, caches), some of
 * which the next step of the same run needs; so nothing is tidied away afterwards: the caller's files are never worked on.
 */

import path from 'node:path';
import { copyDirectory, isPlainDirectory, replaceDirectory } from '../adapters/node/copy-directory.ts';
import { PATHS, type PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files } from '../ports/files.ts';
import { type Fault, fault } from '../release/fault.ts';
import type { Environment } from './environment.ts';

export interface Place {
  /** The same environment, but that the checkout is a fresh copy of it; the caller's own where there is none to copy, or that failed. */
  readonly place: Environment;
  /** Why nothing may be worked on there. */
  readonly refusals: readonly Fault[];
}

/** Where a dry run works. */
export async function onCopy(environment: Environment, files: Files): Promise<Place> {
  const { workspace, temp } = environment;
  if ((await files.list(workspace)) === undefined) return { place: environment, refusals: [] };
  if (await isLinked(workspace))
    return { place: environment, refusals: [fault('dry-run-linked', { directory: workspace })] };
  const copy = path.join(temp, 'pypi-release', 'dry-run', path.basename(workspace));
  try {
    await files.remove(copy);
    await copyDirectory(workspace, copy);
  } catch (error) {
    return { place: environment, refusals: [copyFault(workspace, error)] };
  }
  return { place: { ...environment, workspace: copy }, refusals: [] };
}

/** Whether git works elsewhere (`gitdir: /there`, of linked worktrees and submodules): in a copy it would still write to the caller's repository. */
async function isLinked(workspace: string): Promise<boolean> {
  return (await isPlainDirectory(path.join(workspace, '.git'))) === false;
}

function copyFault(directory: string, error: unknown): Fault {
  const problem = error instanceof Error ? error.message : String(error);
  return fault('dry-run-copy', { directory, problem: problem.split('\n', 1)[0] ?? '' });
}

/**
 * Brings to the caller what a later dry run of the remaining phases takes up: the distributions, and only where phases remain.
 *
 * @param environment the caller's own
 * @param plan that of the copy
 * @returns why it could not
 */
export async function bringBack(
  environment: Environment,
  plan: Plan,
  files: Files,
): Promise<readonly Fault[]> {
  const all: readonly PhaseName[] = PATHS[plan.path];
  const later = all.slice(all.indexOf('build') + 1);
  const remain = plan.phases.includes('build') && !later.every((phase) => plan.phases.includes(phase));
  const built = (await files.list(plan.packages)) !== undefined;
  if (!remain || !built || plan.workspace === environment.workspace) return [];
  const packages = path.join(environment.workspace, path.relative(plan.workspace, plan.packages));
  try {
    await replaceDirectory(plan.packages, packages);
    return [];
  } catch (error) {
    return [copyFault(plan.packages, error)];
  }
}
