/** One fold of events: who ran when, what was decided, what was found. The log, the summary and the report all read it. */

import type { PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChecklistRow } from '../release/checklist.ts';
import type { Comparison } from '../release/comparison.ts';
import type { Event, Outcome, StepOutcome } from '../release/event.ts';
import type { Facts } from '../release/facts.ts';
import type { Fault } from '../release/fault.ts';
import type { Metric } from '../release/metrics.ts';

/** A step as far as it got. `running`: not ended yet; where its phase has ended without it, `stopped`. */
export interface StepRecord {
  readonly name: string;
  readonly outcome: StepOutcome | 'running' | 'stopped';
  readonly says: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly seconds: number;
}

/** A planned phase as far as it got. */
export interface PhaseRecord {
  readonly name: PhaseName;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'running' | 'not-run';
  /** Milliseconds since the epoch; 0 where it was not reached. */
  readonly startedAt: number;
  readonly seconds: number;
  readonly steps: readonly StepRecord[];
}

type EventOf<Kind extends Event['kind']> = Extract<Event, { readonly kind: Kind }>;

/** What the events said so far. */
export interface Timeline {
  /** Undefined until the release starts. */
  readonly plan: Plan | undefined;
  /** Time of the first and of the latest event up to the end of the release, milliseconds since the epoch. */
  readonly startedAt: number;
  readonly latestAt: number;
  /** Every planned phase, in order. */
  readonly phases: readonly PhaseRecord[];
  readonly decisions: readonly EventOf<'decided'>[];
  readonly notices: readonly EventOf<'noticed'>[];
  readonly outputs: readonly EventOf<'output'>[];
  /** The latest row of each id. */
  readonly checklist: readonly ChecklistRow[];
  /** One for each package that was released before. */
  readonly comparisons: readonly Comparison[];
  /** As they were measured last. */
  readonly metrics: readonly Metric[];
  readonly faults: readonly Fault[];
  /** Undefined until the release ends. */
  readonly outcome: Outcome | undefined;
  readonly facts: Partial<Facts>;
}

/** The timeline before any event. */
export const NO_TIMELINE: Timeline = {
  plan: undefined,
  startedAt: 0,
  latestAt: 0,
  phases: [],
  decisions: [],
  notices: [],
  outputs: [],
  checklist: [],
  comparisons: [],
  metrics: [],
  faults: [],
  outcome: undefined,
  facts: {},
};

/** The timeline with one more event. Events may come late (a step that ran beside the one that failed). */
export function timelineAfter(timeline: Timeline, event: Event): Timeline {
  const latestAt = timeline.outcome === undefined ? event.at : timeline.latestAt;
  return { ...told(timeline, event), latestAt };
}

/** The one switch over all kinds of events: a new kind does not compile until it is told here. */
function told(timeline: Timeline, event: Event): Timeline {
  switch (event.kind) {
    case 'release-started':
      return { ...timeline, plan: event.plan, startedAt: event.at, phases: event.plan.phases.map(notRun) };
    case 'phase-started':
      return withPhase(timeline, event.phase, (phase) => begun(phase, event));
    case 'step-started':
      return withPhase(timeline, event.phase, (phase) => ({
        ...phase,
        steps: [...phase.steps, opened(event)],
      }));
    case 'step-ended':
      return withPhase(timeline, event.phase, (phase) => ({ ...phase, steps: closed(phase.steps, event) }));
    case 'decided':
      return { ...timeline, decisions: [...timeline.decisions, event] };
    case 'noticed':
      return { ...timeline, notices: [...timeline.notices, event] };
    case 'output':
      return { ...timeline, outputs: [...timeline.outputs, event] };
    case 'checked':
      return { ...timeline, checklist: latestRows([...timeline.checklist, ...event.rows]) };
    case 'compared':
      return { ...timeline, comparisons: [...timeline.comparisons, event.comparison] };
    case 'measured':
      return { ...timeline, metrics: event.metrics };
    case 'phase-ended':
      return { ...withPhase(timeline, event.phase, (phase) => ended(phase, event)), facts: event.facts };
    case 'faulted':
      return { ...timeline, faults: [...timeline.faults, event.fault] };
    case 'release-ended':
      return { ...timeline, outcome: event.outcome, facts: event.facts };
    default:
      return event satisfies never;
  }
}

/** Seconds from the first to the latest event. */
export function wallSeconds({ startedAt, latestAt }: Timeline): number {
  return (latestAt - startedAt) / 1000;
}

/** The phase in which the release stopped: failed, or begun and not ended; undefined where none was. */
export function stoppedPhase({ phases }: Timeline): PhaseRecord | undefined {
  return phases.find(({ outcome }) => outcome === 'failed' || outcome === 'running');
}

function notRun(name: PhaseName): PhaseRecord {
  return { name, title: '', outcome: 'not-run', startedAt: 0, seconds: 0, steps: [] };
}

function withPhase(
  timeline: Timeline,
  name: PhaseName,
  change: (phase: PhaseRecord) => PhaseRecord,
): Timeline {
  const phases = timeline.phases.map((phase) => (phase.name === name ? change(phase) : phase));
  return { ...timeline, phases };
}

function begun(phase: PhaseRecord, { title, at }: EventOf<'phase-started'>): PhaseRecord {
  return { ...phase, title, outcome: 'running', startedAt: at };
}

function ended(phase: PhaseRecord, { outcome, at }: EventOf<'phase-ended'>): PhaseRecord {
  const steps = phase.steps.map((step): StepRecord => {
    if (step.outcome !== 'running') return step;
    return { ...step, outcome: 'stopped', seconds: (at - step.startedAt) / 1000 };
  });
  return { ...phase, outcome, seconds: (at - phase.startedAt) / 1000, steps };
}

function opened({ step, at }: EventOf<'step-started'>): StepRecord {
  return { name: step, outcome: 'running', says: '', startedAt: at, seconds: 0 };
}

/** Ends the oldest open step of that name; a skipped step was never begun. */
function closed(steps: readonly StepRecord[], event: EventOf<'step-ended'>): readonly StepRecord[] {
  const { step: name, outcome, says, at } = event;
  const index = steps.findIndex((step) => step.name === name && isOpen(step));
  const startedAt = steps[index]?.startedAt ?? at;
  const record: StepRecord = { name, outcome, says, startedAt, seconds: (at - startedAt) / 1000 };
  return index < 0 ? [...steps, record] : steps.with(index, record);
}

function isOpen({ outcome }: StepRecord): boolean {
  return outcome === 'running' || outcome === 'stopped';
}

function latestRows(rows: readonly ChecklistRow[]): readonly ChecklistRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
