import { Refusal } from './refusal.ts';

/**
 * Reads the text of GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value` lines and `name<<DELIMITER` blocks, whichever comes
 * first in the line (actions/runner, EnvFileKeyValuePairs). Pairs before a bad line count: they have been given by then.
 *
 * @param windows whether a line may also end in CR LF; elsewhere the CR is part of it
 * @throws Refusal with the runner's own words
 */
export function* keyValuePairs(
  text: string,
  windows: boolean,
): Generator<readonly [name: string, value: string], void, undefined> {
  for (let at = 0; at < text.length; ) {
    const line = lineAt(text, at, windows);
    at = line.next;
    if (line.text === '') continue;
    const equals = line.text.indexOf('=');
    const heredoc = line.text.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.text.slice(0, equals), line.text.slice(equals + 1)];
    } else if (heredoc >= 0) {
      const block = blockAt(text, line, windows);
      at = block.next;
      yield [line.text.slice(0, heredoc), block.value];
    } else {
      throw new Refusal(`Invalid format '${line.text}'`);
    }
  }
}

interface Line {
  readonly text: string;
  /** Where its line end begins. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

function lineAt(text: string, start: number, windows: boolean): Line {
  const feed = text.indexOf('\n', start);
  if (feed < 0) return { text: text.slice(start), end: text.length, next: text.length };
  const end = windows && text[feed - 1] === '\r' ? feed - 1 : feed;
  return { text: text.slice(start, end), end, next: feed + 1 };
}

interface Block {
  readonly value: string;
  readonly next: number;
}

/** The block that a line begins. Line ends within the value stay as they are. */
function blockAt(text: string, first: Line, windows: boolean): Block {
  const [name = '', ...rest] = first.text.split('<<');
  const delimiter = rest.join('<<');
  if (name === '' || delimiter === '') {
    throw new Refusal(
      `Invalid format '${first.text}'. Name must not be empty and delimiter must not be empty`,
    );
  }
  let valueEnd = first.next;
  for (let at = first.next; at < text.length; ) {
    const line = lineAt(text, at, windows);
    if (line.text === delimiter) return { value: text.slice(first.next, valueEnd), next: line.next };
    if (line.end === text.length) throw new Refusal('Invalid value. EOF marker missing new line.');
    valueEnd = line.end;
    at = line.next;
  }
  throw new Refusal(`Invalid value. Matching delimiter not found '${delimiter}'`);
}
