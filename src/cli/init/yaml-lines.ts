/** YAML by the line: a text with comments and an order to be read in, which no writer of values would keep. */

export type Lines = readonly string[];

/** Lines that belong to what stands before them. */
export function within(spaces: number, lines: Lines): Lines {
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`));
}

/** Text as YAML reads it back: in quotes, unless it is words that cannot be read as anything else. */
export function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z][\w./=-]*(?: [\w./=-]+)*$/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|[yn])$/i.test(text);
  return isPlain ? text : quoted(text);
}

/** Text in quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
