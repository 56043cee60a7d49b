import { edited } from '../text-edit.ts';

/** Reads and rewrites the version in the text of one format of file. Both throw SyntaxError where TOML is asked for and `text` is none. */
export interface PlaceReader {
  /** The static version, as spelled there; undefined when there is none. */
  version(text: string): string | undefined;
  /**
   * `text` with the version `from` replaced by `to`, in the spelling of the format; all else stays byte for byte. Undefined
   * when `from`, in exactly this spelling, does not stand there.
   */
  rewritten(text: string, from: string, to: string): string | undefined;
}

/** A version as it stands in a text, quotes left out; offsets in UTF-16 units, `end` exclusive. */
export interface Place {
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

/** The reader of a format whose places are found by their offsets, the one that counts first. */
export function placesReader(places: (text: string) => readonly Place[]): PlaceReader {
  return {
    version: (text) => places(text)[0]?.version,
    rewritten(text, from, to) {
      const stale = places(text).filter(({ version }) => version === from);
      if (stale.length === 0) return undefined;
      return edited(
        text,
        stale.map(({ start, end }) => ({ start, end, text: to })),
      );
    },
  };
}
