import { type HeadingSays, headingSays, UNRELEASED_WORD } from './changelog-heading.ts';
import { type Changelog, changelogIn, openSection, type Section } from './changelog-sections.ts';
import type { NamedText } from './markup.ts';
import type { OutlineDefinition } from './outline.ts';
import { edited, type TextEdit } from './text-edit.ts';
import { sameVersion } from './version.ts';

/** What {@link withReleasedSection} writes into a changelog. */
export interface ReleasedAs {
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * The changelog's text with its Unreleased section dated as `released`: the heading becomes a heading of the release at its
 * level, in the style of the newest dated one, or of the newest where none is dated, with the line below that tells the date
 * where that one has it there; a fresh Unreleased stands above; the link `Unreleased` to `…/compare/OLD...HEAD` goes on from
 * the tag, and a link of the version follows it, to `…/compare/OLD...TAG` or, as the one before, to the page of the tag. Under a
 * heading like `1.2.0 (unreleased)` only version and date are written, and a quote that says the same is taken out. All else
 * stays byte for byte. The same text when the version has a section already; undefined when there is no Unreleased section.
 */
export function withReleasedSection(source: NamedText, released: ReleasedAs): string | undefined {
  const changelog = changelogIn(source);
  const { text, sections } = changelog;
  const present = sections.some(
    ({ says }) => says.version && !says.unreleased && sameVersion(says.version, released.version),
  );
  if (present) return text;
  const section = openSection(changelog);
  if (section === undefined) return undefined;
  const edits = section.says.version
    ? datedInPlace(changelog, section, released)
    : releasedBelow(changelog, section, released);
  return edited(text, edits);
}

function datedInPlace(changelog: Changelog, section: Section, released: ReleasedAs): readonly TextEdit[] {
  return [...titleInPlace(changelog, section, released), ...noticeGone(changelog, section)];
}

function titleInPlace(
  changelog: Changelog,
  { at, says, below }: Section,
  released: ReleasedAs,
): readonly TextEdit[] {
  const { text, markup, sections } = changelog;
  const { version, date, tag } = released;
  const retitled = (title: string) => markup.retitled(text.slice(at.start, at.end), at.source, title);
  // A development version says of itself that it is not released, and has no word for a date to take the place of.
  if (below === undefined && !UNRELEASED_WORD.test(at.source.replace(says.version ?? '', ''))) {
    const like = titleLike(changelog, at.source, released);
    return [{ ...at, text: `${retitled(like.title)}${like.below}` }];
  }
  const title = at.source
    .split(says.version ?? '')
    .map((part) => part.replace(UNRELEASED_WORD, date))
    .join(version)
    .replace(COMPARED_WITH_BRANCH, (_, before: string) => before + tag);
  const heading = { ...at, text: retitled(title) };
  if (below === undefined) return [heading];
  const line = text.slice(below.start, below.end);
  const styled = sections.map((section) => dateLineLike(text, section, date)).find((like) => like);
  // A word alone, as "Unreleased", needs one beside the date too.
  const own = line.replace(UNRELEASED_WORD, (word) => (word === line.trim() ? `Released ${date}` : date));
  return [heading, { ...below, text: styled ?? own }];
}

/** The end of a comparison in a title's own link: what is released goes no further than its tag. */
const COMPARED_WITH_BRANCH = /(\/compare\/[^\s()<>]+?\.{2,3})[^\s.()<>][^\s()<>]*/;

/** A quote below the heading that says of the version that it is not released takes its leave. */
function noticeGone({ text }: Changelog, { at, end }: Section): readonly TextEdit[] {
  const { gap = '', notice = '' } = QUOTE.exec(text.slice(at.end, end))?.groups ?? {};
  const start = at.end + gap.length;
  return NOT_RELEASED.test(notice) ? [{ start, end: start + notice.length, text: '' }] : [];
}

const QUOTE = /^(?<gap>\s*\n)(?<notice>(?:>[^\n]*(?:\n|$))+\s*)/;
const NOT_RELEASED = /\b(?:unreleased|not (?:yet )?(?:been )?released)\b/i;

/** The line below `section`'s heading for another date; undefined where it tells none there. */
function dateLineLike(text: string, { below }: Section, date: string): string | undefined {
  return below?.date && text.slice(below.start, below.end).replace(below.date.written, date);
}

/** The heading stays as the fresh one; the release's follows it. */
function releasedBelow(changelog: Changelog, { at }: Section, released: ReleasedAs): readonly TextEdit[] {
  const { text, markup } = changelog;
  const like = titleLike(changelog, at.source, released);
  const label = markup.labelIn(like.title) ?? released.version;
  const links = compareLinks(changelog, label, released);
  const title = isDefined(changelog, label) || links.length > 0 ? like.title : markup.unlinked(like.title);
  const heading = text.slice(at.start, at.end);
  const ending = lineEnding(text, at.end);
  const retitled = markup.retitled(heading, at.source, title);
  return [{ ...at, text: [heading, '', retitled].join(ending) + like.below }, ...links];
}

interface TitleLike {
  readonly title: string;
  /** What stands between the title and the section's content: a line with the date, or nothing. */
  readonly below: string;
}

/** The title of the release in the style of the newest dated section that shows one; of the newest at all where none is dated. */
function titleLike(
  { text, markup, sections }: Changelog,
  unreleased: string,
  released: ReleasedAs,
): TitleLike {
  const dated = sections.filter(({ says, below }) => (says.date ?? below?.date) !== undefined);
  for (const section of dated.length > 0 ? dated : sections) {
    const title = styledLike(section, released);
    if (title === undefined) continue;
    const line = dateLineLike(text, section, released.date);
    const gap = text.slice(section.at.end, section.below?.start ?? section.at.end);
    return { title, below: line === undefined ? '' : gap + line };
  }
  return { title: markup.releaseTitle(unreleased, released), below: '' };
}

/** A section's title for another release; undefined when it says more than version and date (a code name). */
function styledLike({ at, says }: Section, wanted: ReleasedAs): string | undefined {
  const { version, unreleased, date }: HeadingSays = says;
  if (unreleased || version === undefined) return undefined;
  const written = date?.written ?? '';
  const [before = '', after, ...more] = withoutAddresses(at.source).split(version);
  if (after === undefined || more.length > 0 || !after.includes(written)) return undefined;
  const others = `${before}${after.replace(written, '')}`;
  if (!/^(?:\W|_|\bv|\b(?:version|release|released|on)\b)*$/i.test(others)) return undefined;
  const title = date === undefined ? at.source : at.source.replace(written, wanted.date);
  return titleOf(title, version, wanted);
}

/** The addresses of links in Markdown, and its attributes: `[1.2.0](ADDRESS)`, `{: #demo-v1.2.0 }`. */
const ADDRESSES = /(?<=\])\([^()\s]*\)|\{:[^{}]*\}/g;

function withoutAddresses(title: string): string {
  return title.replace(ADDRESSES, '');
}

/** A title with its version replaced, in its addresses too; undefined where one of these has nothing to be replaced. */
function titleOf(title: string, version: string, { version: next, tag }: ReleasedAs): string | undefined {
  const literal = version.replace(/\W/g, '\\$&');
  const old = `(?<![0-9.])${literal}(?![0-9]|\\.[0-9])`;
  const said = new RegExp(old, 'g');
  // A comparison with the release before becomes one with this release.
  const compared = new RegExp(`(/compare/)[^\\s/]+?(\\.{2,3})([^\\s/().]*${old})`);
  const addresses = title.match(ADDRESSES) ?? [];
  if (addresses.some((address) => !address.match(said))) return undefined;
  const moved = addresses.map((address) => {
    const { 1: path, 2: dots, 3: last } = compared.exec(address) ?? [];
    if (path === undefined) return address.replace(said, () => next);
    return address.replace(compared, () => `${path}${last}${dots}${tag}`);
  });
  const [first = '', ...rest] = title.split(ADDRESSES);
  return rest.reduce(
    (whole, part, place) => whole + moved[place] + part.replace(said, () => next),
    first.replace(said, () => next),
  );
}

/** Keep a Changelog's links: `[Unreleased]: <base>/compare/<old>...<branch>`, or a target of reStructuredText. */
const COMPARISON =
  /^(?<head>(?:[^\n]*?\]|\.\. _[^\n]*?):[ \t]*)(?<base>\S+\/compare\/)(?<old>\S+?)(?<dots>\.{2,3})(?<branch>[^\s.]\S*)$/;

function compareLinks(changelog: Changelog, label: string, { tag }: ReleasedAs): readonly TextEdit[] {
  const { text, markup, definitions } = changelog;
  const at = definitions.find((definition) => headingSays(definition.label)?.unreleased);
  if (at === undefined) return [];
  const { head, base, old, dots, branch } = COMPARISON.exec(textOf(text, at))?.groups ?? {};
  if (old === undefined || old === tag) return [];
  const forward = `${head}${base}${tag}${dots}${branch}`;
  const address = pageOfTag(changelog, old, tag) ?? `${base}${old}${dots}${tag}`;
  const past = isDefined(changelog, label) ? [] : [markup.definition(label, address)];
  return [{ ...at, text: [forward, ...past].join(lineEnding(text, at.end)) }];
}

/** The address of the tag's own page, where the release before links to that instead of a comparison. */
function pageOfTag({ text, definitions }: Changelog, before: string, tag: string): string | undefined {
  const addresses = definitions.map((definition) => /\S+$/.exec(textOf(text, definition))?.[0] ?? '');
  return addresses.find((each) => each.endsWith(`/${before}`))?.replace(/[^/]+$/, () => tag);
}

function isDefined({ definitions }: Changelog, wanted: string): boolean {
  return definitions.some(({ label }) => label === wanted.toLowerCase());
}

function textOf(text: string, { start, end }: OutlineDefinition): string {
  return text.slice(start, end);
}

/** The line ending next after `offset`, else the file's first. */
function lineEnding(text: string, offset: number): string {
  const found = /\r?\n/.exec(text.slice(offset)) ?? /\r?\n/.exec(text);
  return found?.[0] ?? '\n';
}
