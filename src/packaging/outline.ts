import { lexer, type Token, type Tokens } from 'marked';

/** A heading of a document; offsets are of the whole heading without the line ending after it, `end` exclusive. */
export interface OutlineHeading {
  readonly start: number;
  readonly end: number;
  /** 1 is the topmost. */
  readonly depth: number;
  /** With its inline markup, without the marks that make it a heading. */
  readonly source: string;
  /** Without any markup. */
  readonly plain: string;
}

/** A link definition of a document: `[label]: address`, offsets as of a heading. */
export interface OutlineDefinition {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly label: string;
}

/** What a document of any markup gives to find its sections by. */
export interface Outline {
  readonly headings: readonly OutlineHeading[];
  readonly definitions: readonly OutlineDefinition[];
}

/** The outline of a Markdown document, at top level only: what stands in lists, quotes and code is no heading of it. */
export function markdownOutline(text: string): Outline {
  const headings: OutlineHeading[] = [];
  const definitions: OutlineDefinition[] = [];
  const source = sameLength(text);
  let cursor = 0;
  for (const token of lexer(source)) {
    // marked drops second definitions of a label without a token, so lengths alone would not add up.
    const start = source.indexOf(token.raw, cursor);
    if (start < 0) continue;
    cursor = start + token.raw.length;
    const span = { start, end: start + token.raw.trimEnd().length };
    if (isHeading(token)) headings.push({ ...span, ...headingOf(token) });
    if (token.type === 'def') definitions.push({ ...span, label: String(token.tag) });
  }
  return { headings, definitions };
}

/** marked turns every line ending into one character; a blank in the carriage return's place keeps its offsets ours. */
function sameLength(text: string): string {
  return text
    .replace(/^\uFEFF/, ' ')
    .replaceAll('\r\n', ' \n')
    .replaceAll('\r', '\n');
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function headingOf({ depth, text, tokens }: Tokens.Heading): Omit<OutlineHeading, 'start' | 'end'> {
  return { depth, source: text, plain: plainText(tokens) };
}

function plainText(tokens: readonly Token[]): string {
  return tokens.map(tokenText).join('');
}

/** An image's tokens are its alternative text, which is no part of what a heading says. */
function tokenText(token: Token): string {
  if (token.type === 'html' || token.type === 'image') return '';
  if ('tokens' in token && token.tokens) return plainText(token.tokens);
  return 'text' in token ? String(token.text) : '';
}
