/** The tag whose push starts a rehearsal of a tag push. */

import { tagFor, versionInTag } from '../packaging/tag-format.ts';
import { readTag, type TagOwner, tagStyle, versionTags } from '../packaging/tag-style.ts';
import { bumpedVersion, latestOf } from '../packaging/version.ts';

export interface TaggedTip {
  /** Tags that stand on the commit to be released. */
  readonly tags: readonly string[];
  /** All tags of the repository. */
  readonly all: readonly string[];
  readonly owner: TagOwner;
  /** The `tag-format` as given; `auto` where it is left out. */
  readonly format?: string | undefined;
  /** The version that stands in the source; a version that tags decide stands nowhere. */
  readonly version: string | undefined;
}

const DEFAULT_FORMAT = 'v{version}';

/**
 * The tag that the user has already put on the tip, in whatever style, as it would start a real run: the one of the highest version
 * (PEP 440). Where none stands there, the tag of the source's version, in the form of the newest version tag; of a version that tags
 * decide, the next patch.
 */
export function pushedTag({ tags, all, owner, format: given = 'auto', version }: TaggedTip): string {
  const format = given.toLowerCase() === 'auto' ? undefined : given;
  const named = tags.flatMap((tag) => {
    const found = format === undefined ? readTag(tag)?.version : versionInTag(tag, format);
    return found === undefined ? [] : [{ tag, version: found }];
  });
  const highest = latestOf(named.map((each) => each.version));
  const standing = named.find((each) => each.version === highest);
  if (standing !== undefined) return standing.tag;
  const [newest] = versionTags(all, owner);
  const next = newest === undefined ? '0.0.0' : bumpedVersion(newest.version, 'patch');
  return tagFor(version ?? next, format ?? tagStyle(all, owner)?.format ?? DEFAULT_FORMAT);
}
