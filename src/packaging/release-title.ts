/** The title of a release in a changelog, after the example of another one. */

import { dateLike } from './changelog-date.ts';
import { type HeadingSays, UNRELEASED_WORD } from './changelog-heading.ts';
import type { Section } from './changelog-sections.ts';
import { literally } from './literally.ts';

/** What a release is called by in its title. */
export interface TitledAs {
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * A release's title in the style of another one, with its links moved on; undefined where that one says more than version, date and
 * addresses of the version (a code name).
 */
export function titleFor({ at, says }: Section, wanted: TitledAs): string | undefined {
  const { version, unreleased, date }: HeadingSays = says;
  if (unreleased || version === undefined) return undefined;
  const text = withoutAddresses(at.source);
  // The date may have the version's figures in it.
  const [before = '', after, ...more] = (date ? text.replace(date.written, MARK) : text).split(version);
  if (after === undefined || more.length > 0 || (date && !after.includes(MARK))) return undefined;
  const others = `${before}${after.replace(MARK, '')}`;
  if (!/^(?:\W|_|\bv|\b(?:version|release|released|on)\b)*$/i.test(others)) return undefined;
  return titleOf(at.source, says, wanted);
}

const MARK = '\u0000';

/** The addresses of links in Markdown, and its attributes: `[1.2.0](ADDRESS)`, `{: #demo-v1.2.0 }`. */
const ADDRESSES = /(?<=\])\([^()\s]*\)|\{:[^{}]*\}/g;

function withoutAddresses(title: string): string {
  return title.replace(ADDRESSES, '');
}

/** A title with version and date replaced, in its addresses the version; undefined where one of these has nothing to be replaced. */
function titleOf(
  title: string,
  { version = '', date }: HeadingSays,
  { version: next, tag, date: today }: TitledAs,
): string | undefined {
  const old = `(?<![0-9.])${literally(version)}(?![0-9]|\\.[0-9])`;
  const said = new RegExp(old, 'g');
  // A comparison with the release before becomes one with this release.
  const compared = new RegExp(`(/compare/)[^\\s()]+?(\\.{2,3})([^\\s().]*${old})`);
  const addresses = title.match(ADDRESSES) ?? [];
  if (addresses.some((address) => !address.match(said))) return undefined;
  const moved = addresses.map((address) => {
    const { 1: path, 2: dots, 3: last } = compared.exec(address) ?? [];
    if (path === undefined) return address.replace(said, () => next);
    return address.replace(compared, () => `${path}${last}${dots}${tag}`);
  });
  // In one go: a date that was written already may have the old version's figures in it.
  const both = date === undefined ? said : new RegExp(`${literally(date.written)}|${old}`, 'g');
  const retold = (part: string) =>
    part.replace(both, (found) => (date && found === date.written ? dateLike(date, today) : next));
  const [first = '', ...rest] = title.split(ADDRESSES);
  return rest.reduce((whole, part, place) => whole + moved[place] + retold(part), retold(first));
}

/** A title that says of its version that it is not released. */
export interface DatedInPlace {
  readonly title: string;
  /** Whether it had a word that says so, which the date took the place of. */
  readonly isDated: boolean;
}

/** The title with another version, and the date for the first word behind it that says "unreleased"; addresses have no such word. */
export function titleInPlace(title: string, version: string, next: string, date: string): DatedInPlace {
  const pieces = `(?<address>${ANY_ADDRESS})|(?<version>${literally(version)})|(?<word>${UNRELEASED_WORD.source})`;
  let isBehind = false;
  let isDated = false;
  const retold = title.replace(new RegExp(pieces, 'gi'), (found, ...more) => {
    const groups: Readonly<Record<string, string | undefined>> = more.at(-1);
    if (groups.address !== undefined) return found.replaceAll(version, () => next);
    if (groups.version !== undefined) {
      isBehind = true;
      return next;
    }
    if (!isBehind || isDated) return found;
    isDated = true;
    return date;
  });
  return { title: retold, isDated };
}

/** Of a link in Markdown or reStructuredText, one that stands by itself, and Markdown's attributes. */
const ANY_ADDRESS = '(?<=\\])\\([^()\\s]*\\)|\\{:[^{}]*\\}|<[^<>\\s]+>|https?:\\/\\/[^\\s()<>]+';
