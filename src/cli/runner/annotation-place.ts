import path from 'node:path';
import type { Command } from './command-line.ts';

/** Where an annotation points, and what of it the runner threw away. */
export interface AnnotationPlace {
  readonly place: Readonly<Record<string, string>>;
  /** Sentences for the debug log. */
  readonly problems: readonly string[];
}

/**
 * The `file`, lines and columns of an `error`, `warning` or `notice` command. Lines and columns that make no sense together
 * are thrown away, or stand in for one another; an absolute file of the workspace is made relative to it (actions/runner,
 * IssueCommandExtension).
 */
export function annotationPlace({ name, properties }: Command, workspace: string): AnnotationPlace {
  const problems: string[] = [];
  const told = (problem: string): void => void problems.push(`Invalid ${name} command value. ${problem}`);
  const { file = '', line, endline, col, endcolumn } = Object.fromEntries(properties);
  const lines = range(line, endline, ['line', 'endLine'], told);
  const columns = range(col, endcolumn, ['col', 'endColumn'], told);
  const hasColumns = isNumber(col) || isNumber(endcolumn);
  const noLine = !isNumber(lines.given) && hasColumns;
  if (noLine) told(`'col' and 'endColumn' can only be set if 'line' value is provided.`);
  const acrossLines = isNumber(endline) && lines.given !== endline && hasColumns;
  if (acrossLines) told(`'col' and 'endColumn' cannot be set if 'line' and 'endLine' are different values.`);
  const place = {
    file: file === '' ? undefined : relativeFile(file, workspace),
    line: lines.start,
    endLine: lines.end,
    col: noLine || acrossLines ? undefined : columns.start,
    endColumn: noLine || acrossLines ? undefined : columns.end,
  };
  const there = Object.entries(place).filter(([, value]) => value !== undefined);
  return { place: Object.fromEntries(there) as Record<string, string>, problems };
}

interface Range {
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** The start, even where the range was thrown away. */
  readonly given: string | undefined;
}

function range(
  start: string | undefined,
  end: string | undefined,
  [startName, endName]: readonly [string, string],
  told: (problem: string) => void,
): Range {
  if (isNumber(end) && !isNumber(start)) {
    told(`'${endName}' can only be set if '${startName}' is provided`);
    return { start: end, end, given: end };
  }
  if (isNumber(start) && isNumber(end) && Number(end) < Number(start)) {
    told(`'${endName}' cannot be less than '${startName}'.`);
    return { start: undefined, end: undefined, given: start };
  }
  return { start, end, given: start };
}

function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^\s*[+-]?\d{1,10}\s*$/.test(text);
}

function relativeFile(file: string, workspace: string): string {
  const inside = path.isAbsolute(file) ? path.relative(workspace, file) : '..';
  return inside === '' || inside.startsWith('..') || path.isAbsolute(inside)
    ? file
    : inside.replaceAll(path.sep, '/');
}
