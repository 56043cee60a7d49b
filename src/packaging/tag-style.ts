import { normalizedName } from './project-name.ts';
import { isTagFormat, isTagName } from './tag-format.ts';
import { compareVersions, isVersion } from './version.ts';

/** A tag that names a version. */
export interface VersionTag {
  readonly tag: string;
  /** What stands before the version. */
  readonly prefix: string;
  /** As spelled in the tag. */
  readonly version: string;
}

/** Whose tags are looked at. */
export interface TagOwner {
  /** The project's name, in any spelling. */
  readonly name: string;
  /** Whether it is one of several in a repository: its directory is not the top. */
  readonly isBelowTop: boolean;
}

// A word and what divides it from the version, or nothing, and then a `v` or nothing: `demo-v`, `demo/`, `demo@`, `demo==`, `v`. A
// single `v` before what divides is no word: `v-1.0`.
// `v.5.2.0` and `py3.12` are none, and what follows must be a version: `2.1.x` is none either.
const TAG = /^(?<prefix>(?:(?:[vV]|(?<word>[A-Za-z][\w.-]*?))(?:[-_/@]|==?))?[vV]?)(?<version>[0-9].*)$/;

/** Words before a version that name no project. */
const COMMON_WORDS = ['release', 'releases', 'rel', 'version', 'ver', 'stable'];

interface Read extends VersionTag {
  /** The name before the version, of whatever it is. */
  readonly word: string | undefined;
}

/** What a tag says by itself, of whatever project; undefined where it names no version. */
function readTag(tag: string): Read | undefined {
  const { prefix = '', word, version = '' } = TAG.exec(tag)?.groups ?? {};
  return isVersion(version) && isTagName(tag) ? { tag, prefix, word, version } : undefined;
}

/** Whether the word is of this project, of every project, or of another one. */
function whose(word: string | undefined, { name }: TagOwner): 'own' | 'common' | 'foreign' {
  if (word !== undefined && normalizedName(word) === normalizedName(name)) return 'own';
  return word === undefined || COMMON_WORDS.includes(word.toLowerCase()) ? 'common' : 'foreign';
}

/**
 * The tags that name versions of a project, the newest version first (PEP 440, never the order of the commits): those with its
 * own name before the version, and those with none. A project below the top of a repository that has tags of its own name has no
 * others: the plain ones are of its neighbour.
 */
export function versionTags(tags: readonly string[], owner: TagOwner): readonly VersionTag[] {
  const all = tags.map(readTag).filter((each) => each !== undefined);
  const own = all.filter(({ word }) => whose(word, owner) === 'own');
  const common = all.filter(({ word }) => whose(word, owner) === 'common');
  const ours = owner.isBelowTop && own.length > 0 ? own : [...own, ...common];
  return ours
    .toSorted((one, other) => compareVersions(other.version, one.version))
    .map(({ tag, prefix, version }) => ({ tag, prefix, version }));
}

/** The form of a project's tags, and the tag that it is copied from. */
export interface TagStyle {
  readonly format: string;
  readonly like: string;
}

/**
 * The form of the newest version tag, to be copied. Where all tags are of neighbours, their form with this project's name; undefined
 * where there is no tag to copy.
 */
export function tagStyle(tags: readonly string[], owner: TagOwner): TagStyle | undefined {
  const [newest] = versionTags(tags, owner);
  if (newest !== undefined) return { format: `${newest.prefix}{version}`, like: newest.tag };
  const [neighbour] = tags
    .map(readTag)
    .filter((each) => each !== undefined)
    .toSorted((one, other) => compareVersions(other.version, one.version));
  if (neighbour?.word === undefined) return undefined;
  const format = `${owner.name}${neighbour.prefix.slice(neighbour.word.length)}{version}`;
  return isTagFormat(format) ? { format, like: neighbour.tag } : undefined;
}

/**
 * What a pushed tag says of a project: its version, by a prefix that is the project's own name, or no name, or one that other tags
 * of the repository have too while none has the project's. Undefined where the tag says nothing of it.
 *
 * @param others tags of the repository
 */
export function pushedVersion(
  tag: string,
  others: readonly string[],
  owner: TagOwner,
): VersionTag | undefined {
  const found = readTag(tag);
  if (found === undefined) return undefined;
  const { prefix, word, version } = found;
  if (whose(word, owner) !== 'foreign') return { tag, prefix, version };
  const known = others.filter((other) => other !== tag).map(readTag);
  const isShared = known.some((each) => each?.prefix === prefix);
  const isAnothers = known.some((each) => each !== undefined && whose(each.word, owner) === 'own');
  return isShared && !isAnothers ? { tag, prefix, version } : undefined;
}
