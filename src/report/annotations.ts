/** Annotations: one an error for each fault, and the notices and warnings, as many as the runner takes. */

import type { Runner } from '../ports/runner.ts';
import type { Subscriber } from '../release/event.ts';
import type { Fault } from '../release/fault.ts';
import { NO_TIMELINE, type Timeline, timelineAfter } from './timeline.ts';

/** The runner keeps so many of each level and drops the rest in silence (actions/runner, `_maxCountPerIssueType`). */
const PER_LEVEL = 10;
/** The runner cuts a message at 4,096 characters; a finding is cut earlier, so that the remedy is seen. */
const FINDING_LENGTH = 3000;

interface Annotation {
  readonly title: string;
  readonly message: string;
}

/**
 * A subscriber that annotates the job at the end of the release: only then is it known how many there are of each level.
 * Where they are more than the runner shows, the last one says how many more are in the summary.
 */
export function createAnnotations(runner: Runner): Subscriber {
  let timeline = NO_TIMELINE;
  return (event) => {
    timeline = timelineAfter(timeline, event);
    if (event.kind !== 'release-ended') return;
    annotate(runner, 'error', timeline.faults.map(faultAnnotation));
    annotate(runner, 'warning', noticesOf(timeline, 'warning'));
    annotate(runner, 'notice', noticesOf(timeline, 'notice'));
  };
}

function annotate(runner: Runner, level: 'error' | 'warning' | 'notice', all: readonly Annotation[]): void {
  const shown = all.length > PER_LEVEL ? all.slice(0, PER_LEVEL - 1) : all;
  for (const { title, message } of shown) runner.annotate(level, title, message);
  if (shown.length === all.length) return;
  const more = all.length - shown.length;
  runner.annotate(level, `${more} more`, `The job summary has ${more} more of this kind.`);
}

function faultAnnotation({ title, finding, remedy }: Fault): Annotation {
  return { title, message: `${shortened(finding)}\n${remedy}` };
}

function noticesOf({ notices }: Timeline, wanted: 'warning' | 'notice'): readonly Annotation[] {
  return notices
    .filter(({ level }) => level === wanted)
    .map(({ title, says }) => ({ title, message: shortened(says) }));
}

function shortened(text: string): string {
  return text.length > FINDING_LENGTH ? `${text.slice(0, FINDING_LENGTH)} (cut)` : text;
}
