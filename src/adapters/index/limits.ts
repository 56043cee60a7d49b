/** What an index was seen not to have of all that PyPI has, each with what is done instead. */

import type { IndexLimit } from '../../ports/package-index.ts';

/** What a reader of an index came across: */
export type Sighting =
  /** a release that the JSON API gave; */
  | 'recorded'
  /** files that were listed, and whose release the JSON API did not give; */
  | 'unrecorded'
  /** a file that was listed without its sha256; */
  | 'undigested'
  /** numbers of changes, as PyPI's own server has, whose JSON API may only be late; */
  | 'journal'
  /** a page that nobody gets without a credential. */
  | 'closed';

type Sightings = ReadonlySet<Sighting>;

interface Row extends IndexLimit {
  follows(from: Sightings): boolean;
}

const ROWS: readonly Row[] = [
  {
    follows: (from) => from.has('unrecorded') && !from.has('recorded') && !from.has('journal'),
    lacks: 'JSON API',
    instead: 'the files of a release are looked up on the page of its project',
  },
  {
    follows: (from) => from.has('undigested'),
    lacks: 'sha256 on its pages',
    instead: 'files are downloaded and hashed',
  },
  {
    follows: (from) => from.has('closed'),
    lacks: 'reading without a credential',
    instead: 'it is read with the token, and what it serves is installed from the same bytes here',
  },
];

/** The limits that follow from what was seen. */
export function limitsSeen(sightings: Sightings): readonly IndexLimit[] {
  return ROWS.filter(({ follows }) => follows(sightings)).map(({ lacks, instead }) => ({ lacks, instead }));
}
