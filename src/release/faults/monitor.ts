import { named, type Row, sentence } from './fault-text.ts';

/** What a look at the latest release finds. */
export const monitor = {
  'metric-bad': ((d) => ({
    title: `${d.title}: it does not`,
    finding: sentence(d.says),
    remedy: d.cure,
  })) as Row<{ id: string; title: string; says: string; cure: string }>,
  'nothing-released': ((d) => ({
    title: `${named(d.index)} offers no release of ${d.project}`,
    finding: d.isKnown
      ? `All releases of ${d.project} on ${named(d.index)} were withdrawn, or have no files.`
      : `${named(d.index)} does not know ${d.project}: nothing of it was ever released there, or all of it was deleted.`,
    remedy:
      'Release it first, or look on the index at what became of it. A schedule is of use only once there is a release.',
  })) as Row<{ project: string; index: string; isKnown: boolean }>,
} as const;
