/** What earlier builds left in the tree, and would go into this one. */

import path from 'node:path';
import { parsedFileName } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { World } from '../../ports/world.ts';
import type { Project } from '../../release/facts.ts';

/**
 * Removes it. What git tracks stays, since some projects keep sources in `build`; but for distributions, of which none may lie among those
 * of the release.
 *
 * @returns names below the working directory
 */
export async function removeLeftovers(
  project: Project,
  { packages, directory }: Plan,
  { files, checkout }: Pick<World, 'files' | 'checkout'>,
): Promise<readonly string[]> {
  const litter = project.packages.map((each) => litterIn(each.directory, directory, files));
  const made = path.relative(directory, packages);
  const products = (await files.list(packages)) ?? [];
  const isKept = (await checkout.tracked([made])).length > 0;
  const found = [
    ...(isKept ? products.map((name) => path.join(made, name)) : products.length > 0 ? [made] : []),
    ...(await Promise.all(litter)).flat(),
  ];
  const tracked = await checkout.tracked(found);
  const left = found.filter((each) => isDistribution(each) || !tracked.includes(each));
  await Promise.all(left.map((entry) => files.remove(path.join(directory, entry))));
  return left;
}

function isDistribution(entry: string): boolean {
  return parsedFileName(path.basename(entry)) !== undefined;
}

async function litterIn(below: string, directory: string, files: Files): Promise<readonly string[]> {
  const [top = [], src = []] = await Promise.all(
    ['.', 'src'].map((name) => files.list(path.join(directory, below, name))),
  );
  const isEggInfo = (entry: string): boolean => entry.endsWith('.egg-info');
  return [
    ...top.filter((entry) => entry === 'build' || isEggInfo(entry)),
    ...src.filter(isEggInfo).map((entry) => path.join('src', entry)),
  ].map((entry) => path.join(below, entry));
}
