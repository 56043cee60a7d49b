import { isVersion } from './version.ts';

const PLACEHOLDER = '{version}';

// git-check-ref-format(1): what no reference name may contain; control characters are told apart below.
const FORBIDDEN = [' ', '~', '^', ':', '?', '*', '[', '\\', '..', '@{', '//'];

/** Whether `name` can name a tag: `refs/tags/<name>` passes git-check-ref-format, and git-tag does not take it for an option. */
export function isTagName(name: string): boolean {
  if (name === '' || name.startsWith('-') || name.endsWith('.')) return false;
  if (FORBIDDEN.some((text) => name.includes(text)) || [...name].some(isControl)) return false;
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}

function isControl(character: string): boolean {
  return character < ' ' || character === '\x7f';
}

/**
 * Whether `format` (like `v{version}` or `name/v{version}`) can make tags: exactly one `{version}`, no other brace
 * (a placeholder we do not know), and a legal reference name once a version stands in it.
 */
export function isTagFormat(format: string): boolean {
  const example = format.replace(PLACEHOLDER, '1.0');
  return example !== format && !/[{}]/.test(example) && isTagName(example);
}

/** The tag of `version` by `format`, the version spelled as given. Throws RangeError on a format that can make no tags. */
export function tagFor(version: string, format: string): string {
  const [prefix, suffix] = affixes(format);
  return `${prefix}${version}${suffix}`;
}

/**
 * The version that `tag` holds by `format`, as spelled there; undefined when the tag does not fit or holds no PEP 440
 * version. By `{version}` the tag `v1.2.3` does not fit, though PEP 440 would read the `v` over: `tagFor` would not make it.
 * Throws RangeError on a format that can make no tags.
 */
export function versionInTag(tag: string, format: string): string | undefined {
  const [prefix, suffix] = affixes(format);
  if (!tag.startsWith(prefix) || !tag.endsWith(suffix)) return undefined;
  const version = tag.slice(prefix.length, tag.length - suffix.length);
  return /^[0-9]/.test(version) && isVersion(version) && isTagName(tag) ? version : undefined;
}

function affixes(format: string): readonly [prefix: string, suffix: string] {
  if (!isTagFormat(format)) {
    throw new RangeError(
      `"${format}" is not a tag format: one {version} in a legal tag name, such as v{version}`,
    );
  }
  const start = format.indexOf(PLACEHOLDER);
  return [format.slice(0, start), format.slice(start + PLACEHOLDER.length)];
}
