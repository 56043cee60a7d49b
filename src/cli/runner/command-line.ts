/** How a line of output becomes a workflow command (actions/runner, ActionCommand). */

export interface Command {
  /** Lower-case: the runner does not tell cases apart. */
  readonly name: string;
  /** By lower-case name; one without a value is not there. */
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

/**
 * Reads `::name key=value,other=value::data` after blanks at the start of a line, else `##[name key=value;other=value]data`
 * anywhere in it.
 *
 * @param isKnown whether there is a command of this lower-case name; all else is text
 */
export function parsedCommand(line: string, isKnown: (name: string) => boolean): Command | undefined {
  return colonForm(line, isKnown) ?? bracketForm(line, isKnown);
}

type Escapes = readonly (readonly [written: string, meant: string])[];

// `%25` comes last: `%250A` is the text `%0A`.
const IN_DATA: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const IN_PROPERTY: Escapes = [['%3A', ':'], ['%2C', ','], ...IN_DATA];
const IN_BRACKETS: Escapes = [['%3B', ';'], ['%5D', ']'], ...IN_DATA];

/** What .NET takes for blank: U+0085 besides, U+FEFF not. */
const BLANKS = /^(?:(?!\uFEFF)[\s\u0085])+/;

function colonForm(line: string, isKnown: (name: string) => boolean): Command | undefined {
  const text = line.replace(BLANKS, '');
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const { name, properties } = head(text.slice(2, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: propertiesOf(properties.trim(), ',', IN_PROPERTY),
    data: unescaped(text.slice(end + 2), IN_DATA),
  };
}

function bracketForm(line: string, isKnown: (name: string) => boolean): Command | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, properties } = head(line.slice(start + 3, end));
  if (!isKnown(name)) return undefined;
  return {
    name,
    properties: propertiesOf(properties, ';', IN_BRACKETS),
    data: unescaped(line.slice(end + 1), IN_BRACKETS),
  };
}

function head(text: string): { readonly name: string; readonly properties: string } {
  const [, name = '', properties = ''] = /^([^ ]*) ?(.*)$/s.exec(text) ?? [];
  return { name: name.toLowerCase(), properties };
}

function propertiesOf(text: string, separator: string, escapes: Escapes): ReadonlyMap<string, string> {
  const pairs = text.split(separator).flatMap((property) => {
    const equals = property.indexOf('=');
    const [name, value] = [property.slice(0, equals).toLowerCase(), property.slice(equals + 1)];
    return equals < 1 || value === '' ? [] : [[name, unescaped(value, escapes)] as const];
  });
  return new Map(pairs);
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((shown, [written, meant]) => shown.replaceAll(written, meant), text);
}
