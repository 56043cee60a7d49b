/** Other bytes under our file names: known before anything is signed, kept or sent. */

import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../ports/world.ts';
import type { Build, Project } from '../release/facts.ts';
import { type Fault, Stopped } from '../release/fault.ts';
import { held } from './held.ts';
import { uploadTarget } from './upload.ts';

export interface Candidate {
  readonly plan: Plan;
  readonly project: Project;
  readonly build: Build;
  readonly world: Pick<World, 'indexes'>;
}

/**
 * Looks at every index that this run will upload to, also at those whose turn comes later: a file that stands on PyPI with other bytes
 * must stop the run before TestPyPI gets anything.
 *
 * @throws Stopped upload-conflict for each such file, both digests named
 */
export async function refuseConflicts(candidate: Candidate): Promise<void> {
  const names = (['testpypi', 'pypi'] as const).filter(
    (name) => candidate.plan.phases.includes(name) && candidate.plan.indexes[name].required,
  );
  const faults = (await Promise.all(names.map((name) => conflictsOn(name, candidate)))).flat();
  if (faults.length > 0) throw new Stopped(faults);
}

async function conflictsOn(
  name: IndexName,
  { plan, project, build, world }: Candidate,
): Promise<readonly Fault[]> {
  const there = await held(world.indexes[name], project);
  return build.distributions.flatMap((distribution) => {
    const target = uploadTarget(name, world.indexes[name], { plan, project })(distribution);
    const theirs = there.find(({ filename }) => filename === distribution.filename)?.sha256;
    const decision = target.decide(distribution, theirs);
    return decision.kind === 'conflict' ? [decision.fault] : [];
  });
}
