import { describe, expect, it } from '@jest/globals';
import { type SourceFile, sourceFiles } from './source-files.ts';

const FILES = sourceFiles();
const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 80;

// A function's body as the formatter lays it out: it opens at the end of a line that declares a function or a method, ends
// an arrow, or closes a list of parameters, and it ends at the first brace in the column where that line begins.
const OPENING =
  /^(?<indent> *)(?:\)(?:: .*)? (?:=> )?\{|.*=> \{|(?:export )?(?:async )?function\b.*\{|(?!if|for|while|switch|catch)(?:async )?[\w$]+\(.*\).*\{)$/;

interface Stretch {
  readonly where: string;
  readonly lines: number;
}

function functionsOf({ name, code }: SourceFile): readonly Stretch[] {
  const lines = code.split('\n');
  return lines.flatMap((line, at) => {
    const indent = OPENING.exec(line)?.groups?.indent;
    if (indent === undefined) return [];
    const end = lines.findIndex((each, other) => other > at && each.startsWith(`${indent}}`));
    return [{ where: `${name}:${at + 1}`, lines: end - at + 1 }];
  });
}

describe('the sources', () => {
  it(`have files of fewer than ${LONGEST_FILE} lines`, () => {
    const long = FILES.map(({ name, text }) => ({ where: name, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines >= LONGEST_FILE)).toEqual([]);
  });

  it(`have functions of fewer than ${LONGEST_FUNCTION} lines`, () => {
    const all = FILES.flatMap(functionsOf);
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ lines }) => lines < 2)).toEqual([]);
    expect(all.filter(({ lines }) => lines >= LONGEST_FUNCTION)).toEqual([]);
  });
});
