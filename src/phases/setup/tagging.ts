/** The form of a project's tags: as asked for, as pushed, or copied from the tags that are there. */

import { tagFor, versionInTag } from '../../packaging/tag-format.ts';
import {
  pushedVersion,
  type TagOwner,
  tagStyle,
  type VersionTag,
  versionTags,
} from '../../packaging/tag-style.ts';
import { compareVersions } from '../../packaging/version.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';

export interface Tagging {
  readonly format: string;
  /** Why it is this one, as the end of a sentence. */
  readonly reason: string;
  /** What the pushed tag says; undefined where none was pushed. */
  readonly pushed: VersionTag | undefined;
}

/** Whose tags those of a project are: one below the top of the checkout is one of several. */
export function ownerOf(
  name: string,
  { directory, workspace }: Pick<Plan, 'directory' | 'workspace'>,
): TagOwner {
  return { name, isBelowTop: directory !== workspace };
}

const USUAL = 'v{version}';

/**
 * The form of the tags of a release.
 *
 * @param tags every tag that is known of the repository
 * @returns the fault `tag-unfit` where the pushed tag names no version of this project
 */
export function taggingOf(
  plan: Pick<Plan, 'version' | 'tagFormat'>,
  tags: readonly string[],
  owner: TagOwner,
): Tagging | Fault {
  const { version, tagFormat } = plan;
  if (version.kind !== 'tag') return { ...formFor(tagFormat, tags, owner), pushed: undefined };
  const pushed = ownTag(version.tag, plan, tags, owner);
  if (pushed !== undefined) return { format: `${pushed.prefix}{version}`, reason: 'as pushed', pushed };
  const allowed = [USUAL, '{version}', `${owner.name}-v{version}`, `${owner.name}/v{version}`];
  const format = tagFormat === 'auto' ? `auto (such as ${allowed.join(', ')})` : tagFormat;
  return fault('tag-unfit', { tag: version.tag, format });
}

type Tagged = Pick<Project, 'tag' | 'tagFormat' | 'version'>;

/** The form of the tags of a release that another of its packages stands for: whether the tag is fit was asked of that one. */
export function taggingAs(lead: Tagged, { version }: Pick<Plan, 'version'>): Tagging {
  const pushed = version.kind === 'tag' ? taggedAs(lead) : undefined;
  return { format: lead.tagFormat, reason: 'that of the whole release', pushed };
}

/** The tag that a package has or gets. */
export function taggedAs({ tag, tagFormat, version }: Tagged): VersionTag {
  return { tag, prefix: tagFormat.replace(/\{version\}.*$/, ''), version };
}

/** The form of the tags of a release that no tag started. */
export function formFor(format: string, tags: readonly string[], owner: TagOwner): Omit<Tagging, 'pushed'> {
  if (format !== 'auto') return { format, reason: 'by tag-format' };
  const style = tagStyle(tags, owner);
  if (style === undefined) return { format: USUAL, reason: 'the usual form, as there is none to copy' };
  return { format: style.format, reason: `in the form of ${style.like}` };
}

function ownTag(
  tag: string,
  { tagFormat }: Pick<Plan, 'tagFormat'>,
  tags: readonly string[],
  owner: TagOwner,
): VersionTag | undefined {
  return tagFormat === 'auto' ? pushedVersion(tag, tags, owner) : byFormat(tag, tagFormat);
}

function byFormat(tag: string, format: string): VersionTag | undefined {
  const version = versionInTag(tag, format);
  return version === undefined ? undefined : { tag, prefix: format.replace(/\{version\}.*$/, ''), version };
}

/** Those of the tags that name versions of this project, the newest version first. */
export function tagsOfProject(
  tags: readonly string[],
  { tagFormat }: Pick<Plan, 'tagFormat'>,
  owner: TagOwner,
): readonly VersionTag[] {
  if (tagFormat === 'auto') return versionTags(tags, owner);
  return tags
    .map((tag) => byFormat(tag, tagFormat))
    .filter((tag) => tag !== undefined)
    .toSorted((one, other) => compareVersions(other.version, one.version));
}

/** The tag of a version. */
export function tagOf(version: string, { pushed, format }: Tagging): string {
  return pushed?.tag ?? tagFor(version, format);
}
