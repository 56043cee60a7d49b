import { dateLine, type HeadingSays, headingSays, UNRELEASED_WORD } from './changelog-heading.ts';
import { markdownOutline, type Outline, type OutlineHeading } from './outline.ts';
import { edited, type TextEdit } from './text-edit.ts';
import { sameVersion } from './version.ts';

/** Where a changelog is looked for, relative to the project, best first; to be compared without regard to case. */
export const CHANGELOG_NAMES: readonly string[] = [
  ...['CHANGELOG.md', 'CHANGES.md', 'HISTORY.md', 'NEWS.md', 'RELEASE_NOTES.md', 'RELEASE-NOTES.md'],
  ...['docs/CHANGELOG.md', 'docs/CHANGES.md', 'docs/HISTORY.md', 'docs/NEWS.md', 'docs/release-notes.md'],
];

/** The entry of one release, or of what is not released yet. */
export interface ChangelogSection {
  /** With its inline markup, without the marks that make it a heading. */
  readonly heading: string;
  /** As spelled in the heading, without a leading `v`; absent under a bare "Unreleased". */
  readonly version?: string;
  /** `YYYY-MM-DD`, from the heading or from a line of its own below; absent when none can be read. */
  readonly date?: string;
  /** Markdown without the heading and without the definitions of version links, blank lines around it cut off. */
  readonly body: string;
}

/** What {@link withReleasedSection} writes into a changelog. */
export interface ReleasedAs {
  readonly version: string;
  readonly tag: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

interface Section {
  readonly at: OutlineHeading;
  readonly says: HeadingSays;
  readonly end: number;
}

interface Changelog extends Outline {
  readonly text: string;
  readonly sections: readonly Section[];
}

/** One reader for each markup; reStructuredText would be the second row, by the ending of the file's name. */
const OUTLINES = { markdown: markdownOutline } as const;

/** All sections of a changelog in Markdown (Keep a Changelog and its kin), in the order of the file. */
export function changelogSections(text: string): readonly ChangelogSection[] {
  const changelog = changelogIn(text);
  return changelog.sections.map((section) => sectionIn(changelog, section));
}

/** The section whose version equals `version` by PEP 440; undefined when there is none: no other entry stands in for it. */
export function sectionOf(text: string, version: string): ChangelogSection | undefined {
  return changelogSections(text).find((section) => section.version && sameVersion(section.version, version));
}

/** The section of what is not released yet: "Unreleased" in its spellings, or a version with that word in a date's place. */
export function unreleasedSection(text: string): ChangelogSection | undefined {
  const changelog = changelogIn(text);
  const section = changelog.sections.find(({ says }) => says.unreleased);
  return section && sectionIn(changelog, section);
}

/**
 * `section`'s body with the definitions of the links it uses that stand elsewhere in `text`, so that it can be shown alone
 * (as release notes) without dead references.
 */
export function linkedBody(text: string, { body }: ChangelogSection): string {
  const elsewhere = changelogIn(text)
    .definitions.filter(({ label }) => body.toLowerCase().includes(`[${label}]`))
    .map(({ start, end }) => text.slice(start, end))
    .filter((definition) => !body.includes(definition));
  return elsewhere.length === 0 ? body : [body, '', ...elsewhere].join('\n');
}

function changelogIn(text: string): Changelog {
  const outline = OUTLINES.markdown(text);
  return { ...outline, text, sections: sectionsIn(outline.headings, text.length) };
}

function sectionsIn(headings: readonly OutlineHeading[], length: number): readonly Section[] {
  const told = headings.map((at) => ({ at, says: headingSays(at.plain) })).filter(({ says }) => says);
  const certain = told.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told).map(({ at }) => at.depth));
  const heads = told.filter(({ at, says }) => says?.certain || at.depth === level);
  const starts = new Set(heads.map(({ at }) => at));
  return heads.flatMap(({ at, says }) => {
    const next = headings.find(
      (other) => other.start > at.start && (other.depth <= at.depth || starts.has(other)),
    );
    return says ? [{ at, says, end: next?.start ?? length }] : [];
  });
}

function sectionIn({ text, definitions, sections }: Changelog, { at, says, end }: Section): ChangelogSection {
  const ours = definitions.filter((definition) => definition.start > at.start && definition.start < end);
  const labels = new Set(['unreleased', ...sections.map(({ says }) => says.version?.toLowerCase())]);
  const dropped = ours.filter(({ label }) => labels.has(label.replace(/^v/, '')));
  const edits = dropped.map((definition) => {
    const ending = /^\r?\n/.exec(text.slice(definition.end))?.[0] ?? '';
    return { start: definition.start - at.end, end: definition.end - at.end + ending.length, text: '' };
  });
  const body = edited(text.slice(at.end, end), edits)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
  const date = says.date ?? dateLine(body.split(/\r?\n/, 1).join(''));
  return {
    heading: at.source,
    ...(says.version !== undefined && { version: says.version }),
    ...(date && { date: date.iso }),
    body,
  };
}

/**
 * `text` with its Unreleased section dated as `released`: the heading becomes `[version] - date` at its level, in the style
 * of the newest dated heading if there is one; a fresh Unreleased stands above; `[Unreleased]: …/compare/OLD...HEAD` goes on
 * from the tag, and `[version]: …/compare/OLD...TAG` follows it. Under a heading like `1.2.0 (unreleased)` only version and
 * date are written. All else stays byte for byte. The same text when the version has a section already; undefined when there
 * is no Unreleased section.
 */
export function withReleasedSection(text: string, released: ReleasedAs): string | undefined {
  const changelog = changelogIn(text);
  const present = changelog.sections.some(
    ({ says }) => says.version && !says.unreleased && sameVersion(says.version, released.version),
  );
  if (present) return text;
  const section = changelog.sections.find(({ says }) => says.unreleased);
  if (section === undefined) return undefined;
  if (section.says.version) return edited(text, [datedInPlace(text, section, released)]);
  const inline = releasedInline(changelog, section.at, released);
  const label = /\[([^\]]+)\]/.exec(inline)?.[1] ?? released.version;
  return edited(text, [
    releasedHeading(text, section.at, inline),
    ...compareLinks(changelog, label, released),
  ]);
}

function datedInPlace(text: string, { at, says }: Section, { version, date }: ReleasedAs): TextEdit {
  const inline = at.source
    .split(says.version ?? '')
    .map((part) => part.replace(UNRELEASED_WORD, date))
    .join(version);
  return { ...at, text: rewrittenHeading(text.slice(at.start, at.end), at.source, inline) };
}

function releasedHeading(text: string, at: OutlineHeading, inline: string): TextEdit {
  const heading = text.slice(at.start, at.end);
  const ending = lineEnding(text, at.end);
  return { ...at, text: [heading, '', rewrittenHeading(heading, at.source, inline)].join(ending) };
}

/** A Setext underline as long as the old text gets as long as the new one. */
function rewrittenHeading(heading: string, source: string, inline: string): string {
  const rewritten = heading.replace(source, () => inline);
  return rewritten.replace(/(?<=\n)(=+|-+)$/, (line) =>
    line.length === source.length ? line.charAt(0).repeat(inline.length) : line,
  );
}

function releasedInline(
  { sections }: Changelog,
  unreleased: OutlineHeading,
  { version, date }: ReleasedAs,
): string {
  const styled = sections
    .map(({ at, says }) => styledLike(at.source, says, { version, date }))
    .find((inline) => inline !== undefined);
  const bracketed = /^\[[^\]]+\](?!\()/.test(unreleased.source);
  return styled ?? `${bracketed ? `[${version}]` : version} - ${date}`;
}

/** `source` for another release; undefined when it says more than version and date (a code name, an address). */
function styledLike(
  source: string,
  { version, date, unreleased }: HeadingSays,
  wanted: Omit<ReleasedAs, 'tag'>,
): string | undefined {
  if (unreleased || version === undefined || date === undefined) return undefined;
  const [before = '', after, ...more] = source.split(version);
  if (after === undefined || more.length > 0 || !after.includes(date.written)) return undefined;
  const others = `${before}${after.replace(date.written, '')}`;
  if (!/^(?:\W|_|\bv|\b(?:version|release|released|on)\b)*$/i.test(others) || others.includes(']('))
    return undefined;
  return `${before}${wanted.version}${after.replace(date.written, wanted.date)}`;
}

/** Keep a Changelog's links: `[Unreleased]: <base>/compare/<old>...<branch>`. */
const COMPARISON =
  /^(?<head>[^\n]*?\]:[ \t]*)(?<base>\S+\/compare\/)(?<old>\S+?)(?<dots>\.{2,3})(?<branch>[^\s.]\S*)$/;

function compareLinks(
  { text, definitions }: Changelog,
  label: string,
  { tag }: ReleasedAs,
): readonly TextEdit[] {
  const at = definitions.find((definition) => headingSays(definition.label)?.unreleased);
  if (at === undefined) return [];
  const { head, base, old, dots, branch } = COMPARISON.exec(text.slice(at.start, at.end))?.groups ?? {};
  if (old === undefined || old === tag) return [];
  const forward = `${head}${base}${tag}${dots}${branch}`;
  const known = definitions.some((definition) => definition.label === label.toLowerCase());
  const past = known ? [] : [`[${label}]: ${base}${old}${dots}${tag}`];
  return [{ ...at, text: [forward, ...past].join(lineEnding(text, at.end)) }];
}

/** The line ending next after `offset`, else the file's first. */
function lineEnding(text: string, offset: number): string {
  const found = /\r?\n/.exec(text.slice(offset)) ?? /\r?\n/.exec(text);
  return found?.[0] ?? '\n';
}
