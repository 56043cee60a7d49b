/** The order is the product: the seven phases, and the three paths through them, as plain lists; and the one phase beside them. */

/** Every phase of a release, in the one order in which phases may run. */
export const PHASES = [
  'setup',
  'develop',
  'build',
  'test-local',
  'testpypi',
  'pypi',
  'post-publish',
] as const;

/** Looks at what was released. In no path and in no range: it releases nothing, and goes by itself. */
export const MONITOR = 'monitor';

export type PhaseName = (typeof PHASES)[number] | typeof MONITOR;

const ORDER: readonly string[] = PHASES;

/** A: a first release. B: a quick one. C: build, upload, tag. */
export const PATHS = {
  A: ['setup', 'develop', 'build', 'test-local', 'testpypi', 'pypi', 'post-publish'],
  B: ['setup', 'develop', 'build', 'pypi', 'post-publish'],
  C: ['build', 'pypi', 'post-publish'],
} as const satisfies Record<string, readonly PhaseName[]>;

export type PathName = keyof typeof PATHS;

/** What the `path` input may say (case-blind), and the path it means. */
export const PATH_SPELLINGS: Readonly<Record<string, PathName>> = {
  a: 'A',
  full: 'A',
  b: 'B',
  quick: 'B',
  c: 'C',
  'ultra-fast': 'C',
};

/** Phases that put files on an index: `prepare` ends before the first of them. */
const UPLOADS: readonly PhaseName[] = ['testpypi', 'pypi'];

/** What the `phase` input may say, for a fault's "allowed". */
export const PHASE_SELECTORS = `all, prepare, publish, one of ${PHASES.join(', ')}, a comma list of them, a range such as setup..test-local, or ${MONITOR} by itself`;

/**
 * The phases that a selector picks from a path, in the order of the release.
 * A phase named outright runs even where the path leaves it out; a range, `prepare` and `publish` stay within the path.
 *
 * @param selector the `phase` input: `all`, a name, a comma list, a range `first..last`, `prepare`, `publish` or `monitor` (case-blind)
 * @returns the phases, or undefined where the selector says none of these or picks nothing
 */
export function selectedPhases(path: PathName, selector: string): readonly PhaseName[] | undefined {
  const all: readonly PhaseName[] = PATHS[path];
  const firstUpload = all.findIndex((phase) => UPLOADS.includes(phase));
  const text = selector.trim().toLowerCase();
  if (text === 'all') return all;
  if (text === 'prepare') return all.slice(0, firstUpload);
  if (text === 'publish') return all.slice(firstUpload);
  if (text === MONITOR) return [MONITOR];
  const picked = text.includes('..') ? withinRange(all, text) : namedPhases(text);
  return picked && picked.length > 0 ? picked : undefined;
}

function withinRange(path: readonly PhaseName[], range: string): readonly PhaseName[] | undefined {
  const ends = range.split('..').map((name) => ORDER.indexOf(name.trim()));
  const [first, last] = ends;
  if (ends.length !== 2 || first === undefined || last === undefined || first < 0 || last < first)
    return undefined;
  const inRange = ORDER.slice(first, last + 1);
  return path.filter((phase) => inRange.includes(phase));
}

function namedPhases(list: string): readonly PhaseName[] | undefined {
  const names = list.split(',').map((name) => name.trim());
  if (!names.every((name) => ORDER.includes(name))) return undefined;
  return PHASES.filter((phase) => names.includes(phase));
}
