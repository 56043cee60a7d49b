/** The runner's command files, read by the runner's own grammar (actions/runner, FileCommandManager and its commands). */

/** A command file that the runner would refuse: it fails the step. */
export class CommandFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandFileError';
  }
}

/**
 * Reads an output, environment or state file: `name=value` lines and `name<<DELIMITER` blocks, whichever comes first in the line.
 *
 * @throws CommandFileError with the runner's own message
 */
export function readCommandFile(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values.set(line.slice(0, equals), line.slice(equals + 1));
    } else if (heredoc >= 0) {
      at = readBlock(lines, at, values);
    } else {
      throw new CommandFileError(`Invalid format '${line}'`);
    }
  }
  return values;
}

/** Reads a block that begins at a line; gives the line of its closing delimiter. */
function readBlock(lines: readonly string[], start: number, values: Map<string, string>): number {
  const line = lines[start] ?? '';
  const name = line.slice(0, line.indexOf('<<'));
  const delimiter = line.slice(line.indexOf('<<') + 2);
  if (name === '' || delimiter === '') {
    throw new CommandFileError(
      `Invalid format '${line}'. Name must not be empty and delimiter must not be empty`,
    );
  }
  const end = lines.indexOf(delimiter, start + 1);
  if (end < 0) {
    const cutShort = start + 1 < lines.length && lines.at(-1) !== '';
    throw new CommandFileError(
      cutShort
        ? 'Invalid value. EOF marker missing new line.'
        : `Invalid value. Matching delimiter not found '${delimiter}'`,
    );
  }
  values.set(name, lines.slice(start + 1, end).join('\n'));
  return end;
}
