import type { Tags } from '../../ports/tags.ts';
import type { Project } from '../../release/facts.ts';

/**
 * Does some work that makes the back end say the version. Where a tool computes it from git's tags, the commit has the release's tag
 * meanwhile, in this checkout alone, and the tool's own variable says the version: the tag serves tools that have no variable, the
 * variable those that would choose another tag of the commit, or find it changed.
 */
export async function asTagged<Value>(
  { versionFromTags, versionVariables, tag }: Project,
  { tags }: { readonly tags: Tags },
  work: (variables: Readonly<Record<string, string>>) => Promise<Value>,
): Promise<Value> {
  return versionFromTags ? tags.during(tag, () => work(versionVariables)) : work({});
}
