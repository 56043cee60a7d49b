/** GitHub-flavoured Markdown out of values that anybody may have written: the one place that escapes. */

import { stripVTControlCharacters } from 'node:util';
import { codeFence } from '../packaging/code-fence.ts';

/** Longest text in a table cell or a sentence, in characters; what is longer is cut, and says so. */
const LONGEST = 1200;
/** Cells are padded to line up in the source, up to this width. */
const WIDEST = 100;

/** Text within a line: nothing in it is read as Markdown or HTML, and line breaks become spaces. */
export function inline(value: string): string {
  return escaped(oneLine(value));
}

function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>&|~$]/g, '\\$&').replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_');
}

/** Sentences of ours within a line: what stands between backticks is code, all else is as `inline` gives it. */
export function prose(value: string): string {
  const parts = oneLine(value).split(/`([^`]+)`/);
  return parts.map((part, at) => (at % 2 === 1 ? code(part) : escaped(part))).join('');
}

/** A code span; as HTML where the value has what a span in a table cannot hold. */
export function code(value: string): string {
  const text = oneLine(value);
  if (text === '') return '';
  if (!/[`|\\]/.test(text)) return `\`${text}\``;
  return `<code>${text.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
}

/** A link; plain text where the address is not a web address. */
export function link(label: string, address: string | undefined): string {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return inline(label);
  const text = inline(label).replace(/\\([[\]])/g, (_, bracket: string) => entity(bracket));
  return `[${text}](${url.href.replace(/[()<>[\]\\|`*_~]/g, percent)})`;
}

/** Text for HTML, as in the `summary` of `details`. */
function html(value: string): string {
  return oneLine(value).replace(/[&<>"'`*_|\\[\]~]/g, entity);
}

/** A column: its heading, and `right` for figures. */
export type Column = string | { readonly title: string; readonly align: 'right' };

/** A table whose cells are Markdown within a line already; the last column is not padded. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const heads = columns.map((column) => (typeof column === 'string' ? column : column.title));
  const right = columns.map((column) => typeof column !== 'string');
  const widths = heads.map((head, at) =>
    Math.max(3, head.length, ...rows.map((row) => Math.min(WIDEST, row[at]?.length ?? 0))),
  );
  const line = (cells: readonly string[]): string => {
    const padded = heads.map((_, at) => {
      const cell = cells[at] ?? '';
      if (right[at]) return cell.padStart(widths[at] ?? 0);
      return at === heads.length - 1 ? cell : cell.padEnd(widths[at] ?? 0);
    });
    return `| ${padded.join(' | ')} |`;
  };
  const rule = widths.map((width, at) => (right[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(heads), line(rule), ...rows.map(line)].join('\n');
}

/** A block of what somebody else printed, taken literally; terminal colours are left out. */
export function fence(text: string, language = 'text'): string {
  const plain = printable(text.replace(/\r\n?/g, '\n')).trimEnd();
  const mark = codeFence(plain);
  return `${mark}${language}\n${plain}\n${mark}`;
}

/** What a reader opens when looking closer. */
export function details(title: string, body: string): string {
  return `<details>\n<summary>${html(title)}</summary>\n\n${body}\n\n</details>`;
}

function oneLine(value: string): string {
  const text = printable(value).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')} … (cut)` : text;
}

/** Without colours, other control characters, and the marks that reverse the direction of text. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{Cc}\n\t\r]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
