/**
 * A dry run works on a copy of the checkout. Tools leave things where they work (build metadata, version modules, caches), some of
 * which the next step of the same run needs; so nothing is tidied away afterwards: the caller's files are never worked on.
 */

import path from 'node:path';
import { copyDirectory } from '../adapters/node/copy-directory.ts';
import { PATHS, type PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files } from '../ports/files.ts';
import type { Environment } from './environment.ts';

/** The environment of a dry run: the same, but that the checkout is a fresh copy of it. */
export async function onCopy(environment: Environment, files: Files): Promise<Environment> {
  const { workspace, temp } = environment;
  if ((await files.list(workspace)) === undefined) return environment;
  const copy = path.join(temp, 'pypi-release', 'dry-run', path.basename(workspace));
  await files.remove(copy);
  await copyDirectory(workspace, copy);
  return { ...environment, workspace: copy };
}

/**
 * Brings to the caller what a later dry run of the remaining phases takes up: the distributions, and only where phases remain.
 *
 * @param environment the caller's own
 * @param plan that of the copy
 */
export async function bringBack(environment: Environment, plan: Plan, files: Files): Promise<void> {
  const all: readonly PhaseName[] = PATHS[plan.path];
  const later = all.slice(all.indexOf('build') + 1);
  const remain = plan.phases.includes('build') && !later.every((phase) => plan.phases.includes(phase));
  const built = (await files.list(plan.packages)) !== undefined;
  if (!remain || !built || plan.workspace === environment.workspace) return;
  const packages = path.join(environment.workspace, path.relative(plan.workspace, plan.packages));
  await files.remove(packages);
  await copyDirectory(plan.packages, packages);
}
