/** Which points of the calm run are tried. */

import type { Point } from './life.ts';

/** As a point is named on a line, and in KILL_POINT. */
export function nameOf({ kind, n, side, what }: Point): string {
  return `${side} ${kind} ${n} (${what})`;
}

/** Where a kill is most likely to leave things half done: right after the first of these, whatever else is tried. */
const TICKLISH = [
  { kind: 'request', side: 'after', what: /^github POST .*\/git\/commits$/ },
  { kind: 'request', side: 'after', what: /^github POST .*\/releases$/ },
  { kind: 'request', side: 'after', what: /^pypi POST \/legacy\/$/ },
  { kind: 'request', side: 'after', what: /^github PATCH .*\/git\/refs\/heads\/main$/ },
  { kind: 'request', side: 'after', what: /^github PATCH .*\/releases\/\d+$/ },
] as const;

/**
 * All points, or always the same few: the ticklish ones, and others in even steps through the whole run, so that each phase has its own.
 *
 * @param few how many where not all
 */
export function chosen(points: readonly Point[], few: number | 'all'): readonly Point[] {
  if (few === 'all') return points;
  const ticklish = TICKLISH.flatMap(({ kind, side, what }) => {
    const found = points.find((point) => point.kind === kind && point.side === side && what.test(point.what));
    return found === undefined ? [] : [found];
  });
  const steps = Math.max(0, few - ticklish.length);
  const even = Array.from({ length: steps }, (_, at) => points[Math.floor(((at + 0.5) * points.length) / steps)]);
  return [...new Set([...ticklish, ...even.flatMap((point) => point ?? [])])].slice(0, few);
}
