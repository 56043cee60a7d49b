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

/**
 * The same for an installation, which may build requirements from source, too: a variable without the project's name would give them this
 * version. There the tag alone tells it.
 */
export async function installedAsTagged<Value>(
  project: Project,
  world: { readonly tags: Tags },
  work: (variables: Readonly<Record<string, string>>) => Promise<Value>,
): Promise<Value> {
  const named = Object.entries(project.versionVariables).filter(([variable]) => NAMED.test(variable));
  return asTagged({ ...project, versionVariables: Object.fromEntries(named) }, world, work);
}

/** `SETUPTOOLS_SCM_PRETEND_VERSION_FOR_DEMO`. */
const NAMED = /_FOR_\w+$/;
