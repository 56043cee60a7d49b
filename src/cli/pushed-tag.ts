/** The tag whose push starts a rehearsal of a tag push, as the release itself would read it. */

import { tagFor } from '../packaging/tag-format.ts';
import type { TagOwner } from '../packaging/tag-style.ts';
import { bumpedVersion, compareVersions } from '../packaging/version.ts';
import { formFor, taggingOf, tagsOfProject } from '../phases/setup/tagging.ts';
import type { Plan } from '../plan/plan.ts';

/** The tags of a repository, and how a project reads them. */
export interface RepositoryTags {
  /** Those that stand on the commit to be released. */
  readonly onTip: readonly string[];
  readonly all: readonly string[];
  readonly owner: TagOwner;
  readonly tagFormat: Plan['tagFormat'];
}

/**
 * The tag that the user has already put on the tip: the one of the highest version (PEP 440), before all one that is the project's.
 *
 * @returns undefined where none stands there that would start a release of this project
 */
export function standingTag({ onTip, all, owner, tagFormat }: RepositoryTags): string | undefined {
  const pushed = onTip.flatMap((tag) => {
    const tagging = taggingOf({ tagFormat, version: { kind: 'tag', tag } }, all, owner);
    return 'code' in tagging ? [] : (tagging.pushed ?? []);
  });
  const highest = pushed.toSorted((one, other) => compareVersions(other.version, one.version));
  return [...tagsOfProject(onTip, { tagFormat }, owner), ...highest][0]?.tag;
}

/**
 * The tag that the user would put there.
 *
 * @param version the one that stands in the source; where tags decide it, it stands nowhere, and the next patch is taken
 */
export function tagToPush({ all, owner, tagFormat }: RepositoryTags, version: string | undefined): string {
  const [newest] = tagsOfProject(all, { tagFormat }, owner);
  const next = newest === undefined ? '0.0.0' : bumpedVersion(newest.version, 'patch');
  return tagFor(version ?? next, formFor(tagFormat, all, owner).format);
}
