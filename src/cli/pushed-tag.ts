/** The tag whose push starts a rehearsal of a tag push. */

import { tagFor, versionInTag } from '../packaging/tag-format.ts';
import { readTag, type TagOwner, tagStyle, versionTags } from '../packaging/tag-style.ts';
import { bumpedVersion, latestOf } from '../packaging/version.ts';

export interface TaggedTip {
  /** Tags that stand on the commit to be released. */
  readonly tags: readonly string[];
  /** All tags of the repository. */
  readonly all: readonly string[];
  /** The `tag-format` as given; `auto` where it is left out. */
  readonly format?: string | undefined;
  /** Whose tag it is to be, where that is known: with a tag of its own name, those of its neighbours are not meant. */
  readonly owner?: TagOwner | undefined;
  /** The version that stands in the source; a version that tags decide stands nowhere. */
  readonly version: string | undefined;
}

const DEFAULT_FORMAT = 'v{version}';

/**
 * The tag that the user has already put on the tip, in whatever style, as it would start a real run: the one of the highest version
 * (PEP 440), before all one that is the project's. Where none stands there, the tag of the source's version, in the form of the newest
 * version tag; of a version that tags decide, the next patch.
 */
export function pushedTag({ tags, all, owner, format: given = 'auto', version }: TaggedTip): string {
  const format = given.toLowerCase() === 'auto' ? undefined : given;
  const [own] = format === undefined && owner !== undefined ? versionTags(tags, owner) : [];
  if (own !== undefined) return own.tag;
  const named = tags.flatMap((tag) => {
    const found = format === undefined ? readTag(tag)?.version : versionInTag(tag, format);
    return found === undefined ? [] : [{ tag, version: found }];
  });
  const highest = latestOf(named.map((each) => each.version));
  const standing = named.find((each) => each.version === highest);
  if (standing !== undefined) return standing.tag;
  const [newest] = owner === undefined ? [] : versionTags(all, owner);
  const next = newest === undefined ? '0.0.0' : bumpedVersion(newest.version, 'patch');
  const style = owner === undefined ? undefined : tagStyle(all, owner)?.format;
  return tagFor(version ?? next, format ?? style ?? DEFAULT_FORMAT);
}
