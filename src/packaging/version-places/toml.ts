import { isDeepStrictEqual } from 'node:util';
import { literally } from '../literally.ts';
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

/**
 * `text` with the string at `keys` changed from one value to another, all else byte for byte the same; undefined where it is spelled
 * in a way that is not looked for. Tries each quoted `from`, and takes the one whose replacement changes that value and no other.
 */
export function rewrittenValue(
  text: string,
  keys: Keys,
  [from, to]: readonly [from: string, to: string],
): string | undefined {
  const wanted = withValueAt(parsedToml(text), keys, to);
  return [(value: string) => JSON.stringify(value), (value: string) => `'${value}'`]
    .flatMap((spelled) =>
      [...text.matchAll(new RegExp(literally(spelled(from)), 'g'))].map(({ 0: { length }, index }) =>
        edited(text, [{ start: index, end: index + length, text: spelled(to) }]),
      ),
    )
    .find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}

/** For keys whose value is there. */
function withValueAt(value: unknown, [key, ...rest]: Keys, leaf: string): unknown {
  if (key === undefined) return leaf;
  const inner = withValueAt(valueAt(value, [key]), rest, leaf);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  // smol-toml's tables have no prototype, and isDeepStrictEqual looks at it.
  return Object.assign(Object.create(null), value, { [key]: inner });
}
