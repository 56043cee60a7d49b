/** Python's ways of writing values into text, which Warehouse's messages and bodies are full of. */

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

// What Python's `str.isprintable` denies: the categories Other and Separator, but for the blank.
const UNPRINTED = /[\p{C}\p{Z}]/u;

/** `repr()` of a string: single quotes unless only double ones need no escape; what cannot be seen escaped. */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = [...text].map((character) => escaped(character, quote)).join('');
  return quote + inner + quote;
}

function escaped(character: string, quote: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (character === quote) return `\\${quote}`;
  if (character === ' ' || !UNPRINTED.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16);
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}

/** `repr()` of a list of strings. */
export function pythonListRepr(texts: readonly string[]): string {
  return `[${texts.map(pythonRepr).join(', ')}]`;
}

/** The lines of a text as `str.splitlines` finds them, which ends a line at more than line ends. */
export function pythonLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `json.dumps` of a string: ASCII only, the rest as `\u` escapes. */
export function asciiJsonText(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A JSON document as Warehouse's renderer writes it: no blanks, members sorted, ASCII only, no newline at the end. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'string') return asciiJsonText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${asciiJsonText(name)}:${sortedJson(member)}`).join(',')}}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Text for an HTML page, as Python's `html.escape` writes it. */
export function markupText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The same in ASCII, the rest as numbered entities, as WebOb writes the details of its errors. */
export function asciiMarkupText(text: string): string {
  return markupText(text).replace(/\P{ASCII}/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}
