import { stripVTControlCharacters } from 'node:util';

/** The last lines of what a child printed that say something, on one line and without colours: for a fault's finding. */
export function lastLines(output: string, count: number): string {
  const lines = stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  return lines
    .slice(-count)
    .map((line) => line.trim())
    .join(' | ')
    .slice(-1_000);
}
