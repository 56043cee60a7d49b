import { MARKER_TOKENS, marker } from './markers.ts';
import { SPECIFIER_TOKEN, specifierSet } from './specifiers.ts';
import { SyntaxTrouble, type TokenReader, tokenReader } from './token-reader.ts';

/** A dependency (PEP 508), taken apart. */
export interface Requirement {
  /** As the `packaging` library writes it back. */
  readonly text: string;
  readonly url: string | undefined;
}

const TOKENS = {
  ...MARKER_TOKENS,
  openBracket: /\[/y,
  closeBracket: /\]/y,
  semicolon: /;/y,
  comma: /,/y,
  at: /@/y,
  url: /[^ \t]+/y,
  // A word of Python's may go on in any alphabet.
  name: /[a-zA-Z0-9](?:[a-zA-Z0-9._-]*[a-zA-Z0-9_])?(?![\p{L}\p{N}_])/uy,
  specifier: SPECIFIER_TOKEN,
  prefixTrail: /\.\*/y,
  localTrail: /\+[a-z0-9]+(?:[-_.][a-z0-9]+)*/y,
  // Python's `$` lets a line end pass.
  end: /(?=\n?$)(?![^\n])/y,
} as const;

type Reader = TokenReader<keyof typeof TOKENS>;

/** The dependency that a text spells (PEP 508), or undefined. */
export function requirementFrom(text: string): Requirement | undefined {
  const read = readRequirement(text);
  return 'trouble' in read ? undefined : read;
}

/** The dependency that a text spells, or why there is none, as `packaging` says it: a line, the text, and a mark below it. */
export function readRequirement(text: string): Requirement | { readonly trouble: string } {
  try {
    return requirement(tokenReader(text, TOKENS));
  } catch (error) {
    if (error instanceof SyntaxTrouble) return { trouble: error.message };
    throw error;
  }
}

function requirement(reader: Reader): Requirement {
  reader.read('blanks');
  const name = reader.expect('name', 'package name at the start of dependency specifier');
  reader.read('blanks');
  const names = extras(reader);
  reader.read('blanks');
  const head = names.length === 0 ? name : `${name}[${[...new Set(names)].sort().join(',')}]`;
  const { url, text } = reader.read('at') === undefined ? versions(reader) : address(reader);
  reader.expect('end', 'end of dependency specifier');
  return { text: head + text, url };
}

function extras(reader: Reader): readonly string[] {
  const start = reader.position();
  if (reader.read('openBracket') === undefined) return [];
  reader.read('blanks');
  const names: string[] = [];
  let name = reader.read('name');
  while (name !== undefined) {
    names.push(name);
    reader.read('blanks');
    if (reader.sees('name')) reader.fail('Expected comma between extra names');
    if (reader.read('comma') === undefined) break;
    reader.read('blanks');
    name = reader.expect('name', 'extra name after comma');
  }
  reader.read('blanks');
  if (reader.read('closeBracket') === undefined)
    reader.fail('Expected matching RIGHT_BRACKET for LEFT_BRACKET, after extras', start);
  return names;
}

/** What follows a name: the text to write behind it, and the address if it is one. */
type Details = Pick<Requirement, 'text' | 'url'>;

function address(reader: Reader): Details {
  reader.read('blanks');
  const start = reader.position();
  const url = reader.expect('url', 'URL after @');
  const direct = { url, text: ` @ ${url}` };
  if (reader.sees('end')) return direct;
  reader.expect('blanks', 'whitespace after URL');
  if (reader.sees('end')) return direct;
  const condition = markerAfter(reader, start, 'semicolon (after URL and whitespace)');
  return { url, text: `${direct.text} ; ${condition}` };
}

function versions(reader: Reader): Details {
  const start = reader.position();
  const open = reader.read('open') !== undefined;
  reader.read('blanks');
  const found = specifierList(reader);
  reader.read('blanks');
  if (open && reader.read('close') === undefined)
    reader.fail('Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after version specifier', start);
  reader.read('blanks');
  const text = specifierSet(found) ?? found;
  if (reader.sees('end')) return { url: undefined, text };
  const expected =
    found === ''
      ? 'semicolon (after name with no version specifier)'
      : 'comma (within version specifier), semicolon (after version specifier)';
  return { url: undefined, text: `${text}; ${markerAfter(reader, start, expected)}` };
}

function specifierList(reader: Reader): string {
  let text = '';
  for (;;) {
    const start = reader.position();
    const specifier = reader.read('specifier');
    if (specifier === undefined) return text;
    const only = 'can only be used with `==` or `!=` operators';
    if (reader.sees('prefixTrail')) reader.fail(`.* suffix ${only}`, start, reader.position() + 1);
    if (reader.sees('localTrail')) reader.fail(`Local version label ${only}`, start);
    reader.read('blanks');
    const comma = reader.read('comma');
    text += specifier + (comma ?? '');
    if (comma === undefined) return text;
    reader.read('blanks');
  }
}

function markerAfter(reader: Reader, start: number, expected: string): string {
  if (reader.read('semicolon') === undefined) reader.fail(`Expected ${expected} or end`, start);
  const text = marker(reader);
  reader.read('blanks');
  return text;
}
