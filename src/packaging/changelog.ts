import { type Changelog, changelogIn, type Section } from './changelog-sections.ts';
import type { NamedText } from './markup.ts';
import { edited } from './text-edit.ts';
import { sameVersion } from './version.ts';

const IN_DOCUMENTATION: readonly string[] = [
  ...['CHANGELOG.md', 'CHANGES.md', 'HISTORY.md', 'NEWS.md', 'release-notes.md'],
  ...['CHANGELOG.rst', 'CHANGES.rst', 'HISTORY.rst', 'NEWS.rst', 'release-notes.rst'],
  ...['versionhistory.rst', 'versions.rst'],
];

/** Where a changelog is looked for, relative to the project, best first; to be compared without regard to case. */
export const CHANGELOG_NAMES: readonly string[] = [
  ...['CHANGELOG.md', 'CHANGES.md', 'HISTORY.md', 'NEWS.md', 'RELEASE_NOTES.md', 'RELEASE-NOTES.md'],
  ...['CHANGELOG.rst', 'CHANGES.rst', 'HISTORY.rst', 'NEWS.rst', 'RELEASE_NOTES.rst', 'RELEASE-NOTES.rst'],
  ...['CHANGELOG', 'CHANGES', 'HISTORY', 'NEWS'],
  ...['docs', 'doc'].flatMap((folder) => IN_DOCUMENTATION.map((name) => `${folder}/${name}`)),
  ...['CHANGELOG.txt', 'CHANGES.txt', 'HISTORY.txt', 'NEWS.txt'],
];

/** The entry of one release, or of what is not released yet. */
export interface ChangelogSection {
  /** With its inline markup, without the marks that make it a heading. */
  readonly heading: string;
  /** As spelled in the heading, without a leading `v`; absent under a bare "Unreleased". */
  readonly version?: string;
  /** `YYYY-MM-DD`, from the heading or from a line of its own below; absent when none can be read. */
  readonly date?: string;
  /** In the changelog's markup, without the heading and without the definitions of version links, blank lines around it cut off. */
  readonly body: string;
}

/** All sections of a changelog, in the order of the file. */
export function changelogSections(source: NamedText): readonly ChangelogSection[] {
  const changelog = changelogIn(source);
  return changelog.sections.map((section) => sectionIn(changelog, section));
}

/** The section whose version equals `version` by PEP 440; undefined when there is none: no other entry stands in for it. */
export function sectionOf(source: NamedText, version: string): ChangelogSection | undefined {
  return changelogSections(source).find(
    (section) => section.version && sameVersion(section.version, version),
  );
}

/** Whether a section tells of no change: it is empty, or has the line that zest.releaser begins it with. */
export function saysNothing({ body }: ChangelogSection): boolean {
  return /^(?:[-*][ \t]*)?(?:nothing changed yet\.?)?$/i.test(body.trim());
}

/**
 * `section`'s body with the definitions of the links it uses that stand elsewhere in the text, so that it can be shown alone
 * (as release notes) without dead references.
 */
export function linkedBody(source: NamedText, { body }: ChangelogSection): string {
  const { text, markup, definitions } = changelogIn(source);
  const elsewhere = definitions
    .filter(({ label }) => markup.refersTo(body, label))
    .map(({ start, end }) => text.slice(start, end))
    .filter((definition) => !body.includes(definition));
  return elsewhere.length === 0 ? body : [body, '', ...elsewhere].join('\n');
}

function sectionIn(
  { text, definitions, sections }: Changelog,
  { at, says, end, below }: Section,
): ChangelogSection {
  const ours = definitions.filter((definition) => definition.start > at.start && definition.start < end);
  const labels = new Set(['unreleased', ...sections.map((each) => each.says.version?.toLowerCase())]);
  const dropped = ours.filter(({ label }) => labels.has(label.replace(/^v/, '')));
  const edits = dropped.map((definition) => {
    const ending = /^\r?\n/.exec(text.slice(definition.end))?.[0] ?? '';
    return { start: definition.start - at.end, end: definition.end - at.end + ending.length, text: '' };
  });
  const body = edited(text.slice(at.end, end), edits)
    .replace(/^(?:[ \t]*\r?\n)+/, '')
    .trimEnd();
  const date = says.date ?? below?.date;
  return {
    heading: at.source,
    ...(says.version !== undefined && { version: says.version }),
    ...(date && { date: date.iso }),
    body,
  };
}
