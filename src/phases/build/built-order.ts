/** The order of the packages of a release, by what was built: what a back end computes stands in the metadata alone. */

import type { Distribution } from '../../packaging/distribution.ts';
import { requirementOrder } from '../../packaging/requirement-order.ts';
import { requiredNames } from '../../packaging/workspace-member.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { type Emit, noticed } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { hasSeveral } from '../../release/packages.ts';
import { builtMetadata } from '../opened-distribution.ts';

/**
 * The project with its packages in the order of their uploads: each behind those that the metadata of its distributions requires. What
 * stands in the sources settled an order before anything was built; it stays wherever the metadata does not speak against it, and where
 * only extras lead in a circle, these do not count.
 *
 * @throws Stopped `distribution-unfit` where a distribution cannot be opened
 */
export async function inBuiltOrder(
  project: Project,
  distributions: readonly Distribution[],
  plan: Plan,
  files: Files,
  emit: Emit,
): Promise<Project> {
  if (!hasSeveral(project)) return project;
  const read = await builtMetadata(project, distributions, plan, files);
  const packages = orderedBy(
    project.packages,
    read.map((metadata) => metadata?.requiresDist ?? []),
  );
  const isSame = packages.every((each, at) => each === project.packages[at]);
  if (isSame) return project;
  const names = packages.map(({ name }) => name).join(', ');
  const says = `The metadata of what was built requires this order: ${names}.`;
  noticed(emit, 'notice', 'The packages are uploaded in another order', says);
  return { ...project, packages };
}

type Packages = Project['packages'];

function orderedBy(packages: Packages, requirements: readonly (readonly string[])[]): Packages {
  const all = (): boolean => true;
  const unconditional = (requirement: string): boolean => !/;.*\bextra\s*==/s.test(requirement);
  for (const counts of [all, unconditional]) {
    const found = requirementOrder(
      packages.map((each, at) => ({
        each,
        name: each.normalizedName,
        requires: requiredNames((requirements[at] ?? []).filter(counts)),
      })),
    );
    if ('order' in found) return found.order.map(({ each }) => each);
  }
  return packages;
}
