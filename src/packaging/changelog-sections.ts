import { type DateLine, dateLine, type HeadingSays, headingSays } from './changelog-heading.ts';
import { type Markup, markupOf, type NamedText } from './markup.ts';
import type { Outline, OutlineHeading } from './outline.ts';

/** The entry of one release, or of what is not released yet, by its place in the text. */
export interface Section {
  readonly at: OutlineHeading;
  /** What the heading says, and the line below it. */
  readonly says: HeadingSays;
  /** Offset where the next begins. */
  readonly end: number;
  /** The first line below the heading, where it tells the date that the heading does not tell. */
  readonly below: LineBelow | undefined;
}

/** A line of a text; offsets as of a heading. */
export interface LineBelow extends DateLine {
  readonly start: number;
  readonly end: number;
}

/** A changelog that was looked through. */
export interface Changelog extends Outline {
  readonly text: string;
  readonly markup: Markup;
  /** In the order of the file. */
  readonly sections: readonly Section[];
}

/** The sections of a changelog (Keep a Changelog, zest.releaser, towncrier and their kin), in Markdown or reStructuredText. */
export function changelogIn(source: NamedText): Changelog {
  const { text } = source;
  const markup = markupOf(source);
  const outline = markup.outline(text);
  return { ...outline, text, markup, sections: sectionsIn(outline.headings, text) };
}

/**
 * The section of what is not released yet; undefined where there is none. One with a version is the newest entry, at one end of
 * the file: between releases it is an old one that was never dated.
 */
export function openSection({ sections }: Changelog): Section | undefined {
  const isAtEnd = (place: number) => place === 0 || place === sections.length - 1;
  return sections.find(
    ({ says }, place) => says.unreleased && (says.version === undefined || isAtEnd(place)),
  );
}

function sectionsIn(headings: readonly OutlineHeading[], text: string): readonly Section[] {
  const told = headings.map((at) => ({ at, says: headingSays(at.plain) })).filter(({ says }) => says);
  const certain = told.filter(({ says }) => says?.certain);
  const level = Math.min(...(certain.length > 0 ? certain : told).map(({ at }) => at.depth));
  const heads = told.filter(({ at, says }) => says?.certain || at.depth === level);
  const starts = new Set(heads.map(({ at }) => at));
  return heads.flatMap(({ at, says }) => {
    const next = headings.find(
      (other) => other.start > at.start && (other.depth <= at.depth || starts.has(other)),
    );
    const end = next?.start ?? text.length;
    return says ? [withLineBelow({ at, says, end }, text)] : [];
  });
}

/** "Released 2026-01-02" below a heading that says the version alone: Pallets and others write the date there. */
function withLineBelow({ at, says, end }: Omit<Section, 'below'>, text: string): Section {
  const isOpen = says.version !== undefined && says.date === undefined && !says.unreleased;
  const { gap = '', line = '' } = FIRST_LINE.exec(text.slice(at.end, end))?.groups ?? {};
  const told = isOpen ? dateLine(line) : undefined;
  if (told === undefined) return { at, says, end, below: undefined };
  const start = at.end + gap.length;
  return {
    at,
    says: { ...says, unreleased: told.unreleased },
    end,
    below: { ...told, start, end: start + line.length },
  };
}

const FIRST_LINE = /^(?<gap>(?:[ \t]*(?:\r\n|\n|\r))+)(?<line>[^\r\n]*)/;
