import { headingSays } from './changelog-heading.ts';
import type { Outline, OutlineDefinition, OutlineHeading } from './outline.ts';
import { rstPlainText } from './rst-plain-text.ts';

/** A line without the blanks at its end. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What begins at a line, up to the line `next`. */
interface Block {
  readonly next: number;
  readonly title?: Title;
  readonly definition?: OutlineDefinition;
}

interface Title extends Pick<OutlineHeading, 'start' | 'end' | 'source'> {
  /** Character and position of its adornment: the same at the same depth. */
  readonly style: string;
}

/** Reads a block where one of its kind begins at line `at`. */
type Reader = (lines: readonly Line[], at: number) => Block | undefined;

// docutils, docutils/parsers/rst/states.py: `Body.patterns`, tried in this order.
const READERS: readonly Reader[] = [
  indented,
  listItem,
  doctest,
  explicitMarkup,
  overlinedTitle,
  underlinedTitle,
  strongLine,
  term,
];

/**
 * The outline of a reStructuredText document, at top level only. Sections are told by adornments (docutils' "reStructuredText
 * Markup Specification", "Sections"): depth by the order in which their styles appear; one of fewer than four characters
 * counts only where it is as long as its title. Definitions are hyperlink targets with an address, and substitutions, which
 * have their bars in the label. Where there is no section below the title, the paragraphs of one line in bold that name a
 * release are the headings, as some projects have it, or else the terms of definition lists.
 */
export function rstOutline(text: string): Outline {
  const headings: OutlineHeading[] = [];
  const others = { [STRONG]: [] as OutlineHeading[], [TERM]: [] as OutlineHeading[] };
  const definitions: OutlineDefinition[] = [];
  const styles: string[] = [];
  const lines = linesOf(text);
  for (let at = 0; at < lines.length; ) {
    const { title, definition, next } = blockAt(lines, at);
    if (title !== undefined) {
      const { style, ...heading } = title;
      const plain = rstPlainText(heading.source);
      if (style === STRONG || style === TERM) {
        others[style].push({ ...heading, depth: DEEPEST, plain });
      } else {
        if (!styles.includes(style)) styles.push(style);
        headings.push({ ...heading, depth: styles.indexOf(style) + 1, plain });
      }
    }
    if (definition !== undefined) definitions.push(definition);
    at = next;
  }
  if (headings.length > 1) return { headings, definitions };
  const [releases = []] = [others[STRONG], others[TERM]]
    .map((all) => all.filter(({ plain }) => headingSays(plain) !== undefined))
    .filter((found) => found.length > 0);
  return { headings: [...headings, ...releases], definitions };
}

/** The styles of those; they lie below every section. */
const STRONG = 'strong';
const TERM = 'term';
const DEEPEST = Number.MAX_SAFE_INTEGER;

function linesOf(text: string): readonly Line[] {
  return [...text.matchAll(/(?<line>[^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ index, groups }) => {
    const whole = groups?.line ?? '';
    const mark = index === 0 && whole.startsWith('\uFEFF') ? 1 : 0;
    const line = whole.slice(mark).trimEnd();
    return { text: line, start: index + mark, end: index + mark + line.length };
  });
}

function blockAt(lines: readonly Line[], at: number): Block {
  for (const read of READERS) {
    const block = read(lines, at);
    if (block !== undefined) return block;
  }
  return paragraph(lines, at);
}

/** Blank lines, and whatever hangs on something above: no section begins in it. */
function indented(lines: readonly Line[], at: number): Block | undefined {
  return /^(?:\s|$)/.test(textAt(lines, at)) ? { next: at + 1 } : undefined;
}

/** An item of a list with bullets, a field, or a line of a line block. */
function listItem(lines: readonly Line[], at: number): Block | undefined {
  return /^(?:[-+*•‣⁃|](?:\s|$)|:(?![: ])(?:[^:\\]|\\.)*:(?:\s|$))/.test(textAt(lines, at))
    ? { next: at + 1 }
    : undefined;
}

function doctest(lines: readonly Line[], at: number): Block | undefined {
  return /^>>>(?:\s|$)/.test(textAt(lines, at))
    ? { next: endOf(lines, at, (line) => line !== '') }
    : undefined;
}

/** A directive, a comment, a target: all that is indented below belongs to it. */
function explicitMarkup(lines: readonly Line[], at: number): Block | undefined {
  if (!/^(?:\.\.|__)(?:\s|$)/.test(textAt(lines, at))) return undefined;
  const next = endOf(lines, at + 1, (line) => /^(?:\s|$)/.test(line));
  const own = lines.slice(at, next).filter(({ text }) => text !== '');
  const label = labelIn(own.map(({ text }) => text.trim()).join(' '));
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  return label === undefined || start === undefined || end === undefined
    ? { next }
    : { next, definition: { start, end, label } };
}

const TARGET = /^\.\. _(?!_)(?:`(?<quoted>[^`]+)`|(?<bare>(?:\\.|[^:\\]|:(?=\S))+)): +\S/;
const SUBSTITUTION = /^\.\. (?<bars>\|[^|]+\|) +\S/;

function labelIn(markup: string): string | undefined {
  const { quoted, bare } = TARGET.exec(markup)?.groups ?? {};
  const { bars } = SUBSTITUTION.exec(markup)?.groups ?? {};
  const label = quoted ?? bare ?? bars;
  return label?.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ').toLowerCase();
}

function overlinedTitle(lines: readonly Line[], at: number): Block | undefined {
  const [over, titled, under] = [lines[at], lines[at + 1], lines[at + 2]];
  if (over === undefined || titled === undefined || under === undefined || !isAdornment(over.text))
    return undefined;
  const isTitle = titled.text !== '' && !isAdornment(titled.text) && under.text === over.text;
  if (!isTitle || !reaches(over.text, titled.text)) return undefined;
  const style = over.text.slice(0, 1).repeat(2);
  return { next: at + 3, title: { start: over.start, end: under.end, source: titled.text.trim(), style } };
}

function underlinedTitle(lines: readonly Line[], at: number): Block | undefined {
  const [titled, under] = [lines[at], lines[at + 1]];
  if (titled === undefined || under === undefined || isAdornment(titled.text)) return undefined;
  if (!isAdornment(under.text) || !reaches(under.text, titled.text)) return undefined;
  const style = under.text.slice(0, 1);
  return { next: at + 2, title: { start: titled.start, end: under.end, source: titled.text, style } };
}

function strongLine(lines: readonly Line[], at: number): Block | undefined {
  const line = lines[at];
  const source = /^\*\*(?<source>[^*]+)\*\*$/.exec(line?.text ?? '')?.groups?.source;
  if (line === undefined || source === undefined || textAt(lines, at + 1) !== '') return undefined;
  return { next: at + 1, title: { start: line.start, end: line.end, source, style: STRONG } };
}

/** A line right above an indented one: what it tells is defined below it. */
function term(lines: readonly Line[], at: number): Block | undefined {
  const line = lines[at];
  if (line === undefined || isAdornment(line.text) || !/^\s+\S/.test(textAt(lines, at + 1))) return undefined;
  return { next: at + 1, title: { start: line.start, end: line.end, source: line.text, style: TERM } };
}

function isAdornment(line: string): boolean {
  return /^([!-/:-@[-`{-~])\1*$/.test(line);
}

/** docutils takes a short adornment of four characters and more with a warning. */
function reaches(adornment: string, title: string): boolean {
  return adornment.length >= 4 || adornment.length >= title.length;
}

/** Also a table, whose rows are no titles. One that ends in `::` takes the quoted literal block below it along. */
function paragraph(lines: readonly Line[], at: number): Block {
  if (isAdornment(textAt(lines, at)) && textAt(lines, at) !== '::') return { next: at + 1 };
  const next = endOf(lines, at + 1, (line) => /^\S/.test(line));
  if (!textAt(lines, next - 1).endsWith('::')) return { next };
  const below = endOf(lines, next, (line) => line === '');
  const quote = textAt(lines, below).slice(0, 1);
  const isQuoted = isAdornment(quote) && !isAdornment(textAt(lines, below));
  return { next: isQuoted ? endOf(lines, below, (line) => line.startsWith(quote)) : next };
}

/** The first line from `at` on that is not one of those. */
function endOf(lines: readonly Line[], at: number, isOne: (line: string) => boolean): number {
  let end = at;
  while (end < lines.length && isOne(textAt(lines, end))) end += 1;
  return end;
}

function textAt(lines: readonly Line[], at: number): string {
  return lines[at]?.text ?? '';
}
