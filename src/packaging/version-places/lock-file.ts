import { parsedToml } from '../pyproject.ts';
import { valueAt } from '../toml-value.ts';
import type { PlaceReader } from './place-reader.ts';
import { tomlReader } from './toml.ts';

/** A `[[package]]` of a lock file. */
type Entry = unknown;

/**
 * The reader of the project's own entry in a lock file that is a list of `[[package]]`, as uv, Poetry and Cargo write it. Only
 * the entries of that name are parsed: a lock file may have thousands of others.
 *
 * @param name as the lock file spells it
 * @param isOwn whether an entry of this name is the project in this directory, and no package of an index
 * @param spelled what is written in the place of `from`; undefined where the lock file cannot say it
 */
export function lockFile(
  name: string,
  isOwn: (entry: Entry) => boolean,
  spelled: (from: string, to: string) => string | undefined = (_from, to) => to,
): PlaceReader {
  const reader = tomlReader(['package', '0', 'version']);
  const ownIn = (text: string) =>
    stretches(text).find(({ content }) => {
      const entry = content.includes(`"${name}"`)
        ? valueAt(parsedToml(content), ['package', '0'])
        : undefined;
      return valueAt(entry, ['name']) === name && isOwn(entry);
    });
  return {
    version(text) {
      const own = ownIn(text);
      return own === undefined ? undefined : reader.version(own.content);
    },
    rewritten(text, from, to) {
      const [own, version] = [ownIn(text), spelled(from, to)];
      if (own === undefined || version === undefined) return undefined;
      const content = reader.rewritten(own.content, from, version);
      return content === undefined
        ? undefined
        : `${text.slice(0, own.start)}${content}${text.slice(own.start + own.content.length)}`;
    },
  };
}

interface Stretch {
  readonly start: number;
  readonly content: string;
}

/** From each `[[package]]` to the next; what follows the last belongs to it. */
function stretches(text: string): readonly Stretch[] {
  const starts = [...text.matchAll(/^\[\[package\]\]/gm)].map(({ index }) => index);
  return starts.map((start, place) => ({ start, content: text.slice(start, starts[place + 1]) }));
}
