/** A version that an earlier commit was released as: nothing is left to release, and the job need not build. */

import { sameVersion } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { CheckoutTags } from '../../ports/tags.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { ownerOf, tagsOfProject } from '../setup/tagging.ts';

/**
 * The fault `version-released` where the source still has the version of a tag in the history of the commit. A tag on the commit itself, or
 * on a release commit above it, may be of this very release. A run that also tags asks the forge, which has every tag.
 */
export function releasedFaults(
  { name, version }: Project,
  plan: Plan,
  { inHistory, onHead }: CheckoutTags,
): readonly Fault[] {
  if (plan.version.kind !== 'source' || plan.phases.includes('post-publish')) return [];
  const owner = ownerOf(name, plan);
  const standing = tagsOfProject(inHistory, plan, owner).filter((each) => sameVersion(each.version, version));
  const [released] = standing;
  if (released === undefined || standing.some(({ tag }) => onHead.includes(tag))) return [];
  return [fault('version-released', { project: name, version, tag: released.tag })];
}
