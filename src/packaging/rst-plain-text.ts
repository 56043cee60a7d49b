/** Markup within a line, each with what of it is text. The first that fits wins, as in docutils. */
const INLINE: readonly (readonly [markup: RegExp, text: string])[] = [
  [/``(.+?)``/g, '$1'],
  [/(?::[\w:.+-]+:)?`([^`]*?)\s*<[^`>]*>`_{0,2}/g, '$1'],
  [/(?::[\w:.+-]+:)?`([^`]*)`_{0,2}/g, '$1'],
  [/(?<!\\)\*\*(.+?)\*\*/g, '$1'],
  [/(?<!\\)\*(.+?)\*/g, '$1'],
  [/\|([^|]+)\|_{0,2}/g, '$1'],
  [/(\w)__?(?!\w)/g, '$1'],
  [/\\\s/g, ''],
  [/\\(.)/g, '$1'],
];

/** `source`, a line of reStructuredText, without its inline markup. */
export function rstPlainText(source: string): string {
  return INLINE.reduce((text, [markup, plain]) => text.replace(markup, plain), source);
}
