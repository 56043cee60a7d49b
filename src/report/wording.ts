/** Words that the log and the summary share: how a release began, how it ended, and how figures are written. Plain text. */

import { INDEX_LABELS } from '../plan/known-indexes.ts';
import { MONITOR } from '../plan/paths.ts';
import type { Plan, VersionPlan } from '../plan/plan.ts';
import type { Monitored } from '../release/facts.ts';
import type { Metric } from '../release/metrics.ts';
import { stoppedPhase, type Timeline } from './timeline.ts';

/** The world is as it was. */
export const UNTOUCHED = 'Nothing outside the checkout was changed.';

/** What was asked, in two or three sentences: path, phases, trigger, source of the version, mode. */
export function opening(plan: Plan): string {
  if (isMonitoring(plan)) return `${WATCHING} ${plan.forge.repository}. ${trigger(plan)}`;
  const doing = plan.mode === 'dry-run' ? 'Dry run of' : 'Releasing';
  const mode = plan.mode === 'dry-run' ? ' All is decided, nothing outside the checkout is changed.' : '';
  return `${doing} ${plan.forge.repository} by path ${plan.path}: ${plan.phases.join(', ')}. ${trigger(plan)}${mode}`;
}

/** What started the run, and what says which version is released: one sentence. */
export function trigger(plan: Plan): string {
  const { version, forge } = plan;
  if (isMonitoring(plan)) return `The newest version on ${INDEX_LABELS.pypi} counts. ${UNCHANGING}`;
  const commit = shortCommit(forge.commit);
  if (version.kind === 'tag')
    return `Started by tag ${version.tag} on commit ${commit}; the tag is the version.`;
  const branch = forge.branch === undefined ? '' : ` on branch ${forge.branch}`;
  return `Started by hand${branch}, commit ${commit}; the version is ${versionSource(version)}.`;
}

const WATCHING = 'Looking at the latest release of';
const UNCHANGING = 'Nothing is changed.';

/** Whether this run releases nothing, and looks at what was released. */
export function isMonitoring({ phases }: Plan): boolean {
  return phases.includes(MONITOR);
}

function versionSource(version: Exclude<VersionPlan, { readonly kind: 'tag' }>): string {
  switch (version.kind) {
    case 'given':
      return `${version.version}, as asked`;
    case 'bump':
      return `the source's with a ${version.bump} bump`;
    case 'source':
      return "the source's";
    default:
      return version satisfies never;
  }
}

/** How the release ended, as a heading: project, version, outcome. */
export function headline(timeline: Timeline): string {
  const what = subject(timeline);
  const phases = timeline.plan?.phases ?? [];
  switch (timeline.outcome) {
    case 'released':
      return phases.includes('pypi') || phases.includes('post-publish')
        ? `Released ${what}`
        : `Published ${what} to ${INDEX_LABELS.testpypi}`;
    case 'satisfied':
      if (timeline.facts.monitored !== undefined) return `Looked at ${what}`;
      return timeline.decisions.length > 0 ? `${what} stood already` : `Prepared ${what}`;
    case 'dry-run':
      return `Dry run of ${what}`;
    case 'failed':
      return `${what} failed ${stopPlace(timeline)}`;
    default:
      return `${what} was interrupted ${stopPlace(timeline)}`;
  }
}

function stopPlace(timeline: Timeline): string {
  const phase = stoppedPhase(timeline);
  return phase === undefined ? 'before the first phase' : `in ${phase.name}`;
}

function subject({ facts: { project, monitored }, plan }: Timeline): string {
  const { name, version } = project ?? monitored ?? {};
  return version === undefined ? (plan?.forge.repository ?? 'The release') : `${name} ${version}`;
}

/** Something to look at: on an index, or on the forge. */
export interface Place {
  readonly label: string;
  readonly text: string;
  readonly url: string | undefined;
  /** True in a dry run, where it would be made. */
  readonly planned: boolean;
}

/** Where the release can be seen: index pages, tag, release. */
export function places({ facts, plan }: Timeline): readonly Place[] {
  const { project, upload, testUpload, released, monitored } = facts;
  const name = project === undefined ? '' : `${project.name} ${project.version}`;
  const index = (label: string, receipt: typeof upload): readonly Place[] =>
    receipt === undefined || receipt.url === ''
      ? []
      : [{ label, text: name, url: receipt.url, planned: isPlanned(receipt.files) }];
  return [
    ...index(INDEX_LABELS.pypi, upload),
    ...index(INDEX_LABELS.testpypi, testUpload),
    ...(monitored === undefined ? [] : monitoredPlace(monitored)),
    ...(released === undefined ? [] : [tagPlace(released.tag, plan)]),
    ...(released?.release === undefined ? [] : [releasePlace(released.release, released.tag.name)]),
  ];
}

function monitoredPlace({ name, version, url }: Monitored): readonly Place[] {
  if (version === undefined) return [];
  return [{ label: INDEX_LABELS.pypi, text: `${name} ${version}`, url, planned: false }];
}

interface Receipt {
  readonly decision: 'satisfied' | 'act' | 'would-act';
}

function isPlanned(receipts: readonly Receipt[]): boolean {
  return receipts.some(({ decision }) => decision === 'would-act');
}

function tagPlace(
  tag: Receipt & { readonly name: string; readonly commit: string },
  plan: Plan | undefined,
): Place {
  const path = tag.name.split('/').map(encodeURIComponent).join('/');
  const url = plan === undefined ? undefined : `${plan.forge.server}/${plan.forge.repository}/tree/${path}`;
  return { label: 'Tag', text: `${tag.name} on ${shortCommit(tag.commit)}`, url, planned: isPlanned([tag]) };
}

function releasePlace(
  release: Receipt & { readonly url: string | undefined; readonly assets: readonly string[] },
  tag: string,
): Place {
  const files = counted(release.assets.length, 'file');
  return { label: 'Release', text: `${tag} with ${files}`, url: release.url, planned: isPlanned([release]) };
}

/** A metric's value as people say it. */
export function figure({ value }: Pick<Metric, 'value'>): string {
  if (value === null) return 'not to be had';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.toLocaleString('en');
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A commit as people write it: seven digits. */
function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** Seconds with one decimal, without the unit. */
export function tenths(seconds: number): string {
  return seconds.toFixed(1);
}

/** A time span as people say it: `0.4 s`, `75 s` reads `1 min 15 s`. */
export function duration(seconds: number): string {
  if (seconds < 59.95) return `${tenths(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Bytes in decimal units, as the indexes' own pages show them: `812 B`, `45.2 kB`, `1.3 MB`. */
export function humanSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 999_950 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
