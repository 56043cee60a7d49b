import { isDeepStrictEqual } from 'node:util';
import { parsedToml } from '../pyproject.ts';
import { edited } from '../text-edit.ts';
import { valueAt } from '../toml-value.ts';
import type { PlaceReader } from './place-reader.ts';

type Keys = readonly string[];

/**
 * The reader of a TOML file.
 *
 * @param places keys of the version; the first that is there counts, and all are rewritten
 */
export function tomlReader(...places: readonly Keys[]): PlaceReader {
  return {
    version(text) {
      const document = parsedToml(text);
      return places.map((keys) => valueAt(document, keys)).find((value) => typeof value === 'string');
    },
    rewritten(text, from, to) {
      const document = parsedToml(text);
      const stale = places.filter((keys) => valueAt(document, keys) === from);
      return stale.reduce<string | undefined>(
        (done, keys) => (done === undefined ? done : rewrittenValue(done, keys, [from, to])),
        stale.length === 0 ? undefined : text,
      );
    },
  };
}

/** Tries each quoted `from`, and takes the one whose replacement changes the value at `keys` and no other. */
function rewrittenValue(
  text: string,
  keys: Keys,
  [from, to]: readonly [from: string, to: string],
): string | undefined {
  const wanted = withValueAt(parsedToml(text), keys, to);
  return ['"', "'"]
    .flatMap((quote) => [...text.matchAll(literally(`${quote}${from}${quote}`))])
    .map(({ index }) => edited(text, [{ start: index + 1, end: index + 1 + from.length, text: to }]))
    .find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[^\w"']/g, '\\$&'), 'g');
}

/** For keys whose value is there. */
function withValueAt(value: unknown, [key, ...rest]: Keys, leaf: string): unknown {
  if (key === undefined) return leaf;
  const inner = withValueAt(valueAt(value, [key]), rest, leaf);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  // smol-toml's tables have no prototype, and isDeepStrictEqual looks at it.
  return Object.assign(Object.create(null), value, { [key]: inner });
}
