import { stripVTControlCharacters } from 'node:util';

/** What a child printed, line by line and without colours. Untrusted text. */
export function linesOf(output: string): readonly string[] {
  return stripVTControlCharacters(output).split(/\r?\n/);
}

/** The last lines of what a child printed that say something, on one line and without colours: for a fault's finding. */
export function lastLines(output: string, count: number): string {
  return linesOf(output)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join(' | ')
    .slice(-1_000);
}
