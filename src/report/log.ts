/** The log: a group per phase, a sentence per step, and at the end, outside the groups, how it went. */

import type { Runner } from '../ports/runner.ts';
import type { ChecklistRow } from '../release/checklist.ts';
import type { Event, Subscriber } from '../release/event.ts';
import type { Fault } from '../release/fault.ts';
import type { Metric } from '../release/metrics.ts';
import { resumption, standing } from './resume.ts';
import { NO_TIMELINE, type StepRecord, type Timeline, timelineAfter, wallSeconds } from './timeline.ts';
import { duration, figure, headline, opening, places, UNTOUCHED } from './wording.ts';

export interface LogOptions {
  /** False leaves times out. */
  readonly showTimes: boolean;
}

/**
 * A subscriber that prints the release as it happens. A step is printed whole, at its end, so that steps running side by side do not mix.
 * What comes after the end of the release (a step that ran beside the failed one) is not printed.
 */
export function createLog(runner: Runner, options: LogOptions): Subscriber {
  let timeline = NO_TIMELINE;
  return (event) => {
    if (timeline.outcome !== undefined) return;
    timeline = timelineAfter(timeline, event);
    if (event.kind === 'phase-started') runner.startGroup(`${event.phase}: ${event.title}`);
    for (const line of linesOf(timeline, event, options)) runner.line(line);
    if (event.kind === 'output') runner.untrusted(event.text);
    if (event.kind === 'phase-ended') runner.endGroup();
  };
}

function linesOf(timeline: Timeline, event: Event, options: LogOptions): readonly string[] {
  switch (event.kind) {
    case 'release-started':
      return [opening(event.plan)];
    case 'step-ended':
      return stepLines(timeline, event, options);
    case 'decided':
      return [entry('decided', `${event.target}: ${event.decision}, ${event.evidence}`)];
    case 'noticed':
      return [entry(event.level, `${event.title}: ${event.says}`)];
    case 'output':
      return [entry('output', event.title)];
    case 'checked':
      return event.rows.map(rowLine);
    case 'measured':
      return event.metrics.map(metricLine);
    case 'phase-ended':
      return stoppedLines(timeline, event, options);
    case 'release-ended':
      return closing(timeline, options);
    default:
      return [];
  }
}

/** A line with its word in front; further lines of the text are set below its first. */
function entry(word: string, text: string): string {
  return `${word.padEnd(10)}${text.trimEnd().replaceAll('\n', `\n${' '.repeat(10)}`)}`;
}

type PhaseEnd = Extract<Event, { readonly kind: 'phase-ended' }>;
type StepEnd = Extract<Event, { readonly kind: 'step-ended' }>;

function stepLines({ phases }: Timeline, event: StepEnd, options: LogOptions): readonly string[] {
  const steps = phases.find(({ name }) => name === event.phase)?.steps ?? [];
  const ended = steps.findLast(({ name, outcome }) => name === event.step && outcome === event.outcome);
  return ended === undefined ? [] : [stepLine(ended, options)];
}

function stoppedLines({ phases }: Timeline, { phase }: PhaseEnd, options: LogOptions): readonly string[] {
  const steps = phases.find(({ name }) => name === phase)?.steps ?? [];
  return steps.filter(({ outcome }) => outcome === 'stopped').map((step) => stepLine(step, options));
}

function stepLine({ outcome, name, seconds, says }: StepRecord, { showTimes }: LogOptions): string {
  const time = showTimes && outcome !== 'skipped' ? ` (${duration(seconds)})` : '';
  return entry(outcome, `${name}${time}${says === '' ? '' : `: ${says}`}`);
}

function rowLine({ id, verdict, evidence, cure }: ChecklistRow): string {
  const sentence = /[.!?]$/.test(evidence) ? evidence : `${evidence}.`;
  const more = verdict === 'passed' || cure === '' ? evidence : `${sentence} ${cure}`;
  return entry('checked', `${id.padEnd(13)}${verdict.padEnd(13)}${more}`);
}

function metricLine({ title, says, ...metric }: Metric): string {
  return entry('measured', `${title}: ${figure(metric)}${says === '' ? '' : ` (${says})`}`);
}

function closing(timeline: Timeline, { showTimes }: LogOptions): readonly string[] {
  const time = showTimes ? ` (${duration(wallSeconds(timeline))})` : '';
  return [
    '',
    `${headline(timeline)}${time}.`,
    ...(timeline.outcome === 'dry-run' ? [UNTOUCHED] : []),
    ...placeLines(timeline),
    ...(timeline.outcome === 'failed' ? failureLines(timeline) : []),
  ];
}

function placeLines(timeline: Timeline): readonly string[] {
  return places(timeline).map(({ label, text, url, planned }) => {
    const where = url === undefined ? text : `${text}, ${url}`;
    return entry(label, `${planned ? 'would be ' : ''}${where}`);
  });
}

function failureLines(timeline: Timeline): readonly string[] {
  const { stands, unsure } = standing(timeline);
  const { sentences, inputs } = resumption(timeline);
  const untouched = stands.length + unsure.length === 0;
  return [
    ...timeline.faults.flatMap(faultLines),
    '',
    ...(untouched ? [UNTOUCHED] : []),
    ...(stands.length > 0 ? [`Stands: ${stands.join(', ')}.`] : []),
    ...(unsure.length > 0 ? [`Begun, may stand: ${unsure.join(', ')}.`] : []),
    ...sentences,
    ...(inputs === undefined
      ? []
      : [`Or go on from the failed phase: path: ${inputs.path}, phase: ${inputs.phase}.`]),
  ];
}

function faultLines({ title, code, phase, finding, remedy, link }: Fault): readonly string[] {
  const place = phase === undefined ? code : `${code}, in ${phase}`;
  return [
    '',
    `${title} (${place})`,
    entry('Found', finding),
    entry('Remedy', remedy),
    ...(link === undefined ? [] : [entry('See', link)]),
  ];
}
