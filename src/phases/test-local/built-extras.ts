import type { Distribution } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { builtMetadata } from '../opened-distribution.ts';

/**
 * The project with the extras that its distributions offer, where all are asked for: what setup.py or a back end computes stands in their
 * metadata alone.
 *
 * @throws Stopped `distribution-unfit` where a distribution cannot be opened
 */
export async function withBuiltExtras(
  project: Project,
  distributions: readonly Distribution[],
  plan: Plan,
  files: Files,
): Promise<Project> {
  if (plan.toolchain.extras !== 'all') return project;
  const built = await builtMetadata(project, distributions, plan, files);
  const packages = project.packages.map((each, at) => ({
    ...each,
    extras: built[at]?.providesExtra ?? each.extras,
  }));
  return { ...project, packages };
}
