/** Where the time of a run went: to children and servers, or to the action itself. */

/** A stretch of time, in milliseconds since the epoch. */
export interface Span {
  readonly started: number;
  readonly ended: number;
}

export interface Ledger {
  record(span: Span): void;
  /** Seconds in which at least one child or server was at work. */
  busySeconds(): number;
}

export function createLedger(): Ledger {
  const spans: Span[] = [];
  return {
    record: (span) => void spans.push(span),
    busySeconds: () => covered(spans) / 1_000,
  };
}

/** Milliseconds that the spans cover together, however they overlap. */
function covered(spans: readonly Span[]): number {
  let total = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const span of spans.toSorted((one, other) => one.started - other.started)) {
    total += Math.max(0, span.ended - Math.max(end, span.started));
    end = Math.max(end, span.ended);
  }
  return total;
}
