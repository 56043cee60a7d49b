import { dateLike, type FoundDate } from './changelog-date.ts';
import { headingSays, UNRELEASED_WORD } from './changelog-heading.ts';
import { type Changelog, changelogIn, openSection, type Section } from './changelog-sections.ts';
import type { NamedText } from './markup.ts';
import type { OutlineDefinition } from './outline.ts';
import { titleFor, titleInPlace } from './release-title.ts';
import { edited, type TextEdit } from './text-edit.ts';
import { sameVersion } from './version.ts';

/** What {@link withReleasedSection} writes into a changelog. */
export interface ReleasedAs {
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The changelog as the release before it had it; absent where that is not known. */
  readonly previous?: string | undefined;
}

/**
 * The changelog's text with its Unreleased section dated as `released`: the heading becomes a heading of the release at its
 * level, in the style of the newest dated one (of the newest where none is dated, and then without a date), with the line below
 * that tells the date where that one has it there; a fresh Unreleased stands above, unless the release before it had none; the
 * link `Unreleased` to `…/compare/OLD...HEAD` goes on from the tag, and a link of the version follows it, to `…/compare/OLD...TAG`
 * or, as the one before, to the page of the tag. Under a heading like `1.2.0 (unreleased)` only version and date are written, and
 * a quote that says the same is taken out. All else stays byte for byte. The same text when the version has a section already;
 * undefined when there is no Unreleased section.
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
    : releasedBelow(changelog, section, { ...released, leavesOpen: leavesOpen(source, released) });
  return edited(text, edits);
}

function datedInPlace(changelog: Changelog, section: Section, released: ReleasedAs): readonly TextEdit[] {
  return [...headingInPlace(changelog, section, released), ...noticeGone(changelog, section)];
}

function headingInPlace(
  changelog: Changelog,
  { at, says, below }: Section,
  released: ReleasedAs,
): readonly TextEdit[] {
  const { text, markup, sections } = changelog;
  const { version, tag } = released;
  const date = dateLikeOthers(sections, released);
  const retitled = (title: string) => markup.retitled(text.slice(at.start, at.end), at.source, title);
  const { title: own, isDated } = titleInPlace(at.source, says.version ?? '', version, date);
  // A development version says of itself that it is not released, and has no word for a date to take the place of.
  if (below === undefined && !isDated) {
    const like = titleLike(changelog, at.source, released);
    return [{ ...at, text: `${retitled(like.title)}${like.below}` }];
  }
  const title = own.replace(COMPARED_WITH_BRANCH, (_, before: string) => before + tag);
  const heading = { ...at, text: retitled(title) };
  if (below === undefined) return [heading];
  const line = text.slice(below.start, below.end);
  const styled = sections.map((section) => dateLineLike(text, section, released)).find((like) => like);
  // A word alone, as "Unreleased", needs one beside the date too.
  const ownLine = line.replace(UNRELEASED_WORD, (word) => (word === line.trim() ? `Released ${date}` : date));
  return [heading, { ...below, text: styled ?? ownLine }];
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
function dateLineLike(text: string, { below }: Section, { date }: ReleasedAs): string | undefined {
  if (below?.date === undefined) return undefined;
  return text.slice(below.start, below.end).replace(below.date.written, dateLike(below.date, date));
}

/** The date as the newest dated section writes its own. */
function dateLikeOthers(sections: readonly Section[], { date }: ReleasedAs): string {
  const [newest] = sections.flatMap(dateOf);
  return newest === undefined ? date : dateLike(newest, date);
}

function dateOf({ says, below }: Section): readonly FoundDate[] {
  const date = says.date ?? below?.date;
  return date === undefined ? [] : [date];
}

/** Some begin their Unreleased section only with what is to stand in it: the release before shows it. */
function leavesOpen({ file }: NamedText, { previous }: ReleasedAs): boolean {
  return previous === undefined || openSection(changelogIn({ file, text: previous })) !== undefined;
}

/** The heading stays as the fresh one, where one is left open; the release's follows it, or takes its place. */
function releasedBelow(
  changelog: Changelog,
  { at }: Section,
  released: ReleasedAs & { readonly leavesOpen: boolean },
): readonly TextEdit[] {
  const { text, markup } = changelog;
  const like = titleLike(changelog, at.source, released);
  const fresh = withComparisonSince(at.source, released.tag);
  const label = markup.labelIn(like.title) ?? released.version;
  const links = compareLinks(changelog, label, released);
  const title = isDefined(changelog, label) || links.length > 0 ? like.title : markup.unlinked(like.title);
  const heading = text.slice(at.start, at.end);
  const ending = lineEnding(text, at.end);
  const retitled = markup.retitled(heading, at.source, title);
  const above = fresh === undefined ? heading : markup.retitled(heading, at.source, fresh);
  const headings = released.leavesOpen ? [above, '', retitled] : [retitled];
  return [{ ...at, text: headings.join(ending) + like.below }, ...links];
}

/** A title whose own link compares the branch with the last release, comparing it with this one; undefined where it has none. */
function withComparisonSince(title: string, tag: string): string | undefined {
  const address = ADDRESS.exec(title)?.[0] ?? '';
  const { base, old, dots, branch } = COMPARED.exec(address)?.groups ?? {};
  return old === undefined ? undefined : title.replace(address, () => `${base}${tag}${dots}${branch}`);
}

interface TitleLike {
  readonly title: string;
  /** What stands between the title and the section's content: a line with the date, or nothing. */
  readonly below: string;
}

/** The title of the release in the style of the newest dated section that shows one. */
function titleLike(
  { text, markup, sections }: Changelog,
  unreleased: string,
  released: ReleasedAs,
): TitleLike {
  // Where no release has a date, this one gets none either.
  const dated = sections.filter((section) => dateOf(section).length > 0);
  for (const section of dated.length > 0 ? dated : sections) {
    const title = titleFor(section, released);
    if (title === undefined) continue;
    const line = dateLineLike(text, section, released);
    const gap = text.slice(section.at.end, section.below?.start ?? section.at.end);
    return { title, below: line === undefined ? '' : gap + line };
  }
  return { title: markup.releaseTitle(unreleased, released), below: '' };
}

const ADDRESS = /https?:\/\/[^\s<>)]+/;

/** Keep a Changelog's links: `[Unreleased]: <base>/compare/<old>...<branch>`, or a target of reStructuredText. */
const COMPARED = /^(?<base>\S+\/compare\/)(?<old>\S+?)(?<dots>\.{2,3})(?<branch>[^\s.]\S*)$/;
const LINK = /^(?<head>(?:[^\n]*?\]|\.\. _[^\n]*?):[ \t]*)(?<address>\S+)$/;

function compareLinks(changelog: Changelog, label: string, { tag }: ReleasedAs): readonly TextEdit[] {
  const { text, markup, definitions } = changelog;
  const at = definitions.find((definition) => headingSays(definition.label)?.unreleased);
  if (at === undefined) return [];
  const { head, address: compared = '' } = LINK.exec(textOf(text, at))?.groups ?? {};
  const { base, old, dots, branch } = COMPARED.exec(compared)?.groups ?? {};
  if (old === undefined || old === tag) return [];
  const forward = `${head}${base}${tag}${dots}${branch}`;
  const address = pageOfTag(changelog, old, tag) ?? `${base}${old}${dots}${tag}`;
  const past = isDefined(changelog, label) ? [] : [markup.definition(label, address)];
  return [{ ...at, text: [forward, ...past].join(lineEnding(text, at.end)) }];
}

/** The address of the tag's own page, where the release before links to that instead of a comparison. */
function pageOfTag({ text, definitions }: Changelog, before: string, tag: string): string | undefined {
  const ofVersions = definitions.filter(({ label }) => headingSays(label)?.version !== undefined);
  const addresses = ofVersions.map((definition) => /\S+$/.exec(textOf(text, definition))?.[0] ?? '');
  const page = addresses.find((each) => each.endsWith(`/${before}`));
  return page === undefined ? undefined : `${page.slice(0, -before.length)}${tag}`;
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
