/** Which points of the calm run are tried. */

import type { Point } from './life.ts';

/** As a point is named on a line, and in KILL_POINT. */
export function nameOf({ kind, n, side, what }: Point): string {
  return `${side} ${kind} ${n} (${what})`;
}

/** Where a kill is most likely to leave things half done: right after the first of each of these, the worst first. */
const TICKLISH = [
  { kind: 'request', side: 'after', what: /^pypi POST \/legacy\/$/ },
  { kind: 'request', side: 'after', what: /^github PATCH .*\/releases\/\d+$/ },
  { kind: 'request', side: 'after', what: /^github POST .*\/git\/commits$/ },
  { kind: 'request', side: 'after', what: /^github POST .*\/releases$/ },
  { kind: 'request', side: 'after', what: /^github PATCH .*\/git\/refs\/heads(?:\/|%2F)main$/ },
] as const;

/** A request that changes something at the forge or at an index. */
const CHANGE = /^(?:github|pypi|testpypi) (?:POST|PATCH|PUT|DELETE) (?!.*\/(?:generate-notes|mint-token)$)/;

/**
 * All points, or always the same few: the ticklish ones, then those around changes, and as many in even steps through the whole run, so that
 * each phase has its own.
 *
 * @param few how many where not all
 */
export function chosen(points: readonly Point[], few: number | 'all'): readonly Point[] {
  if (few === 'all') return points;
  const ticklish = TICKLISH.slice(0, few).flatMap(({ kind, side, what }) => {
    const found = points.find((point) => point.kind === kind && point.side === side && what.test(point.what));
    return found === undefined ? [] : [found];
  });
  const left = Math.max(0, few - ticklish.length);
  const changes = points.filter(({ kind, what }) => kind === 'request' && CHANGE.test(what));
  const others = points.filter((point) => !changes.includes(point));
  const around = spread(changes, Math.floor(left / 2));
  return [...new Set([...ticklish, ...around, ...spread(others, left - around.length)])];
}

function spread(points: readonly Point[], steps: number): readonly Point[] {
  const count = Math.min(steps, points.length);
  const indices = Array.from({ length: count }, (_, at) => Math.floor(((at + 0.5) * points.length) / count));
  return indices.flatMap((index) => points[index] ?? []);
}
