import { literally } from '../literally.ts';
import type { PlaceReader } from './place-reader.ts';

/**
 * The reader of the lines that a pattern fits, in a file of any kind: of itself it cannot tell which of their texts is the version.
 * Undefined where the pattern is no regular expression of ours.
 *
 * @param pattern a regular expression of Python
 */
export function linesReader(pattern: string): PlaceReader | undefined {
  const fits = expression(pattern);
  if (fits === undefined) return undefined;
  return {
    version: () => undefined,
    rewritten(text, from, to) {
      const version = new RegExp(`(?<![0-9.])${literally(from)}(?![0-9]|\\.[0-9]|[a-z.]+[0-9])`, 'g');
      const written = text.replace(/[^\r\n]+/g, (line) =>
        fits.test(line) ? line.replace(version, () => to) : line,
      );
      return written === text ? undefined : written;
    },
  };
}

/** Python names groups by `(?P<name>...)`; flags inside a pattern have no likeness. */
function expression(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern.replaceAll('(?P<', '(?<'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
