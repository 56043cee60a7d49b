/** The JSON report, schema 1 (`report.schema.json`). Every member is always there: null or an empty list where it was not reached. */

import type { Distribution } from '../packaging/distribution.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { PathName, PhaseName } from '../plan/paths.ts';
import type { ChecklistRow } from '../release/checklist.ts';
import type { Comparison } from '../release/comparison.ts';
import type { Outcome, Subscriber } from '../release/event.ts';
import type { Facts, UploadReceipt } from '../release/facts.ts';
import type { Fault, FaultCode } from '../release/fault.ts';
import type { Metric, MetricId } from '../release/metrics.ts';
import {
  NO_TIMELINE,
  type PhaseRecord,
  type StepRecord,
  type Timeline,
  timelineAfter,
  wallSeconds,
} from './timeline.ts';

type Made = 'satisfied' | 'act' | 'would-act';

/** What came of the release. Times are in seconds, sizes in bytes, digests in lower-case hex. */
export interface Report {
  readonly schema: 1;
  /** `failed` too where the run was ended before the release was. */
  readonly outcome: Outcome;
  readonly path: PathName | null;
  readonly project: { readonly name: string; readonly version: string } | null;
  /** The commit that is released: the release commit where one was made. */
  readonly commit: string | null;
  readonly tag: { readonly name: string; readonly commit: string; readonly decision: Made } | null;
  /** Every planned phase, in order. */
  readonly phases: readonly ReportPhase[];
  readonly distributions: readonly Pick<Distribution, 'filename' | 'kind' | 'size' | 'sha256'>[];
  readonly indexes: Readonly<Record<IndexName, ReportIndex | null>>;
  readonly release: ReportRelease | null;
  readonly checklist: readonly ChecklistRow[];
  /** Against the last published release, of each package that has one. */
  readonly changes: readonly ReportChanges[];
  readonly faults: readonly ReportFault[];
  readonly metrics: Metrics | null;
  readonly wall_seconds: number;
}

/** The run's own figures, and the success metrics as they were measured, each by its id. */
export type Metrics = Readonly<Record<string, unknown>> &
  Readonly<Partial<Record<MetricId, Omit<Metric, 'id'>>>>;

export interface ReportPhase {
  readonly name: PhaseName;
  readonly outcome: 'passed' | 'failed' | 'not-run';
  readonly seconds: number;
  /** `stopped`: it ran beside the step that failed, and was not waited for. */
  readonly steps: readonly {
    readonly name: string;
    readonly outcome: 'passed' | 'failed' | 'skipped' | 'stopped';
    readonly seconds: number;
  }[];
}

export interface ReportIndex {
  /** The project's page for this version. */
  readonly url: string;
  readonly files: readonly {
    readonly filename: string;
    readonly sha256: string;
    readonly decision: Made;
    readonly url: string | null;
  }[];
}

export interface ReportRelease {
  readonly id: number | null;
  readonly url: string | null;
  readonly decision: Made;
  /** Names of its files. */
  readonly assets: readonly string[];
}

export interface ReportChanges {
  readonly project: string;
  /** Version of the last release. */
  readonly since: string;
  /** Systems and processors that only the last one had wheels for. */
  readonly platforms_lost: readonly string[];
  /** What differs between the two wheels that were compared; null where none were. */
  readonly contents: {
    readonly before: string;
    readonly now: string;
    readonly files_gained: readonly string[];
    readonly files_lost: readonly string[];
    readonly requirements_gained: readonly string[];
    readonly requirements_lost: readonly string[];
    /** Null where it is the same; an empty text where a wheel has none. */
    readonly requires_python: { readonly before: string; readonly now: string } | null;
  } | null;
  /** Why no wheels were compared; null where they were. */
  readonly not_compared: string | null;
}

export interface ReportFault {
  readonly code: FaultCode;
  readonly phase: PhaseName | null;
  readonly title: string;
  readonly finding: string;
  readonly remedy: string;
  readonly link: string | null;
}

export interface Reporting {
  readonly subscriber: Subscriber;
  /** The report as of now, with the run's own figures where there are any. */
  report(figures?: Readonly<Record<string, unknown>>): Report;
}

/** A subscriber that gathers the release for the JSON report. */
export function createReport(): Reporting {
  let timeline = NO_TIMELINE;
  return {
    subscriber: (event) => {
      timeline = timelineAfter(timeline, event);
    },
    report: (figures) => reportOf(timeline, figures),
  };
}

function reportOf(timeline: Timeline, figures: Readonly<Record<string, unknown>> | undefined): Report {
  const { plan, facts } = timeline;
  const { build, released } = facts;
  const { name = '', version } = facts.project ?? facts.monitored ?? {};
  return {
    schema: 1,
    outcome: timeline.outcome ?? 'failed',
    path: plan?.path ?? null,
    project: version === undefined ? null : { name, version },
    commit: released?.tag.commit ?? plan?.forge.commit ?? null,
    tag: reportTag(facts),
    phases: timeline.phases.map(reportPhase),
    distributions: (build?.distributions ?? []).map(({ filename, kind, size, sha256 }) => ({
      filename,
      kind,
      size,
      sha256,
    })),
    indexes: { testpypi: reportIndex(facts.testUpload), pypi: reportIndex(facts.upload) },
    release: reportRelease(facts),
    checklist: timeline.checklist.map(({ id, verdict, evidence, cure }) => ({ id, verdict, evidence, cure })),
    changes: timeline.comparisons.map(reportChanges),
    faults: timeline.faults.map(reportFault),
    metrics: metricsOf(timeline, figures),
    wall_seconds: thousandths(wallSeconds(timeline)),
  };
}

function metricsOf(
  { metrics }: Timeline,
  figures: Readonly<Record<string, unknown>> | undefined,
): Metrics | null {
  const measured = metrics.map(({ id, title, value, verdict, says }) => [
    id,
    { title, value, verdict, says },
  ]);
  if (figures === undefined && measured.length === 0) return null;
  return { ...figures, ...Object.fromEntries(measured) };
}

function reportTag({ released }: Partial<Facts>): Report['tag'] {
  if (released === undefined) return null;
  const { name, commit, decision } = released.tag;
  return { name, commit, decision };
}

function reportPhase({ name, outcome, seconds, steps }: PhaseRecord): ReportPhase {
  return {
    name,
    outcome: outcome === 'running' ? 'failed' : outcome,
    seconds: thousandths(seconds),
    steps: steps.map(reportStep),
  };
}

function reportStep({ name, outcome, seconds }: StepRecord): ReportPhase['steps'][number] {
  return { name, outcome: outcome === 'running' ? 'stopped' : outcome, seconds: thousandths(seconds) };
}

function reportIndex(receipt: UploadReceipt | undefined): ReportIndex | null {
  if (receipt === undefined) return null;
  const files = receipt.files.map(({ filename, sha256, decision, url }) => ({
    filename,
    sha256,
    decision,
    url: url ?? null,
  }));
  return { url: receipt.url, files };
}

function reportRelease({ released }: Partial<Facts>): ReportRelease | null {
  if (released?.release === undefined) return null;
  const { id, url, decision, assets } = released.release;
  return { id: id ?? null, url: url ?? null, decision, assets };
}

function reportChanges({ project, last, lostMachines, contents }: Comparison): ReportChanges {
  const told = { project, since: last, platforms_lost: lostMachines };
  if (typeof contents === 'string') return { ...told, contents: null, not_compared: contents };
  const { before, now, difference } = contents;
  const [pythonBefore, pythonNow] = difference.requiresPython ?? [];
  const compared = {
    ...{ before, now, files_gained: difference.gained, files_lost: difference.lost },
    requirements_gained: difference.gainedRequirements,
    requirements_lost: difference.lostRequirements,
    requires_python:
      pythonBefore === undefined || pythonNow === undefined ? null : { before: pythonBefore, now: pythonNow },
  };
  return { ...told, contents: compared, not_compared: null };
}

function reportFault({ code, phase, title, finding, remedy, link }: Fault): ReportFault {
  return { code, phase: phase ?? null, title, finding, remedy, link: link ?? null };
}

function thousandths(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
