/** A text that is not what it should be, in the words of the library that read it. */
export class SyntaxTrouble extends Error {}

/** The kinds of tokens that a reader knows, each a sticky regular expression. */
export type TokenKinds<Kind extends string> = Readonly<Record<Kind, RegExp>>;

/** Reads a text token by token; what a token may be depends on what the reader asks for. */
export interface TokenReader<Kind extends string> {
  readonly position: () => number;
  /** Whether a token of this kind comes next. */
  readonly sees: (kind: Kind) => boolean;
  /** The next token if it is of this kind, else undefined and nothing is read. */
  readonly read: (kind: Kind) => string | undefined;
  /** The next token, which must be of this kind. */
  readonly expect: (kind: Kind, expected: string) => string;
  /** Stops with a message; it shows the text, marked from `start` to `end`, as `packaging` does. */
  readonly fail: (message: string, start?: number, end?: number) => never;
}

/** A reader of a text. `fail` and `expect` throw `SyntaxTrouble`. */
export function tokenReader<Kind extends string>(text: string, kinds: TokenKinds<Kind>): TokenReader<Kind> {
  let position = 0;
  const next = (kind: Kind): string | undefined => {
    const pattern = kinds[kind];
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0];
  };
  const read = (kind: Kind): string | undefined => {
    const token = next(kind);
    position += token?.length ?? 0;
    return token;
  };
  const fail = (message: string, start = position, end = position): never => {
    const mark = `${' '.repeat(start)}${'~'.repeat(end - start)}^`;
    throw new SyntaxTrouble(`${message}\n    ${text}\n    ${mark}`);
  };
  return {
    position: () => position,
    sees: (kind) => next(kind) !== undefined,
    read,
    expect: (kind, expected) => read(kind) ?? fail(`Expected ${expected}`),
    fail,
  };
}
