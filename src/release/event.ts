/** What happens in a release, as it happens. Subscribers turn events into the log, annotations, the summary and the report. */

import type { PhaseName } from '../plan/paths.ts';
import type { Plan } from '../plan/plan.ts';
import type { ChecklistRow } from './checklist.ts';
import type { Comparison } from './comparison.ts';
import type { Facts } from './facts.ts';
import type { Fault } from './fault.ts';
import type { Metric } from './metrics.ts';

export type Outcome = 'released' | 'satisfied' | 'dry-run' | 'failed';
export type StepOutcome = 'passed' | 'failed' | 'skipped';

/** What a phase may tell; `perform` adds the phase's name. */
export type PhaseEvent =
  | { readonly kind: 'step-started'; readonly step: string }
  | {
      readonly kind: 'step-ended';
      readonly step: string;
      readonly outcome: StepOutcome;
      /** One sentence: what came of it, or the reason of a skip. */
      readonly says: string;
    }
  | {
      readonly kind: 'decided';
      /** The lasting change, e.g. `pypi demo-1.0.tar.gz` or `tag v1.0`. */
      readonly target: string;
      readonly decision: 'satisfied' | 'act' | 'conflict' | 'would-act';
      readonly evidence: string;
    }
  | {
      readonly kind: 'noticed';
      readonly level: 'notice' | 'warning';
      readonly title: string;
      readonly says: string;
    }
  /** What a child printed, for a reader who looks closer. Untrusted text. */
  | { readonly kind: 'output'; readonly title: string; readonly text: string }
  | { readonly kind: 'checked'; readonly rows: readonly ChecklistRow[] }
  /** What the release changes against the last one, of one package. */
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'measured'; readonly metrics: readonly Metric[] };

/** What the engine tells. */
export type ReleaseEvent =
  | { readonly kind: 'release-started'; readonly plan: Plan }
  | { readonly kind: 'phase-started'; readonly phase: PhaseName; readonly title: string }
  | {
      readonly kind: 'phase-ended';
      readonly phase: PhaseName;
      readonly outcome: 'passed' | 'failed';
      /** What is known of the release from here on. */
      readonly facts: Partial<Facts>;
    }
  | { readonly kind: 'faulted'; readonly fault: Fault }
  | { readonly kind: 'release-ended'; readonly outcome: Outcome; readonly facts: Partial<Facts> };

/** An event with its phase, where it has one, and its time in milliseconds since the epoch. */
export type Event = (ReleaseEvent | (PhaseEvent & { readonly phase: PhaseName })) & { readonly at: number };

/** How a phase tells what happens in it. */
export type Emit = (event: PhaseEvent) => void;

export type Subscriber = (event: Event) => void;

/**
 * Runs one step of a phase and tells its start and its end.
 *
 * @param title what the step does, as a log line ("Build the sdist")
 * @param work the step; what it throws ends the step as failed and is thrown on
 * @param says one sentence on what came of it
 */
export async function step<Result>(
  emit: Emit,
  title: string,
  work: () => Promise<Result>,
  says: (result: Result) => string = () => '',
): Promise<Result> {
  emit({ kind: 'step-started', step: title });
  try {
    const result = await work();
    emit({ kind: 'step-ended', step: title, outcome: 'passed', says: says(result) });
    return result;
  } catch (error) {
    emit({ kind: 'step-ended', step: title, outcome: 'failed', says: firstLine(error) });
    throw error;
  }
}

/** Tells that a step does not apply, and why. */
export function skipped(emit: Emit, title: string, reason: string): void {
  emit({ kind: 'step-ended', step: title, outcome: 'skipped', says: reason });
}

/** Tells what a reader should know and need not act on at once: an annotation, and a line of the summary. */
export function noticed(emit: Emit, level: 'notice' | 'warning', title: string, says: string): void {
  emit({ kind: 'noticed', level, title, says });
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
