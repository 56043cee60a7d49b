/** The sections of the job summary, each Markdown, each empty where it has nothing to say. */

import type { ChecklistRow } from '../release/checklist.ts';
import type { Fault } from '../release/fault.ts';
import type { Metric } from '../release/metrics.ts';
import { code, details, fence, inline, link, prose, table } from './markdown.ts';
import { resumption, standing } from './resume.ts';
import { type PhaseRecord, stoppedPhase, type Timeline, wallSeconds } from './timeline.ts';
import {
  counted,
  duration,
  figure,
  headline,
  humanSize,
  isMonitoring,
  places,
  tenths,
  trigger,
  UNTOUCHED,
} from './wording.ts';

/** A section and the name under which it is missed where the summary would be too long. */
export interface Section {
  readonly name: string;
  readonly markdown: string;
}

/** Children's output is cut to its last characters: that is where the failure is told. */
const OUTPUT_LENGTH = 20_000;

/** All sections that have something to say, the most wanted first. */
export function sections(timeline: Timeline): readonly Section[] {
  const all: readonly Section[] = [
    { name: 'outcome', markdown: opening(timeline) },
    { name: 'links', markdown: links(timeline) },
    { name: 'faults', markdown: timeline.faults.map(faultBlock).join('\n\n') },
    { name: 'how to go on', markdown: goingOn(timeline) },
    { name: 'notices', markdown: notices(timeline) },
    ...(monitors(timeline) ? [metrics(timeline)] : []),
    { name: 'phases', markdown: headed('Phases', phaseTable(timeline)) },
    { name: 'distributions', markdown: headed('Distributions', distributionTable(timeline)) },
    { name: 'checklist', markdown: headed('Checklist before PyPI', checklistTable(timeline)) },
    { name: 'decisions', markdown: headed('Decisions', decisionTable(timeline)) },
    ...(monitors(timeline) ? [] : [metrics(timeline)]),
    { name: 'badges', markdown: badges(timeline) },
    { name: 'announcement', markdown: announcement(timeline) },
    { name: 'steps', markdown: steps(timeline) },
    ...outputs(timeline),
  ];
  return all.filter(({ markdown }) => markdown !== '');
}

function headed(title: string, body: string): string {
  return body === '' ? '' : `## ${title}\n\n${body}`;
}

function opening(timeline: Timeline): string {
  const { plan } = timeline;
  const heading = `# ${inline(headline(timeline))}`;
  if (plan === undefined) return heading;
  const all = counted(plan.phases.length, 'phase');
  const dry = plan.mode === 'dry-run' ? ` ${UNTOUCHED}` : '';
  const lasted = duration(wallSeconds(timeline));
  const time = isMonitoring(plan) ? `Took ${lasted}.` : `Path ${plan.path}, ${all}, ${lasted}.`;
  return `${heading}\n\n${time} ${inline(trigger(plan))}${dry}`;
}

function links(timeline: Timeline): string {
  const lines = places(timeline).map(({ label, text, url, planned }) =>
    planned ? `- ${label}: would be ${inline(text)}` : `- ${label}: ${link(text, url)}`,
  );
  return lines.join('\n');
}

function faultBlock({ title, code: id, phase, finding, remedy, link: address }: Fault): string {
  const [first = '', ...rest] = finding.trim().split('\n');
  const more = rest.length === 0 ? '' : `\n\n${fence(lastPart(rest.join('\n')).text)}`;
  const place = phase === undefined ? code(id) : `${code(id)} in ${phase}`;
  const reference = address === undefined ? '' : ` ${link('More', address)}.`;
  return `## ${inline(title)}\n\n**Found** (${place}): ${prose(first)}${more}\n\n**Remedy:** ${prose(remedy)}${reference}`;
}

function goingOn(timeline: Timeline): string {
  if (timeline.outcome !== 'failed' && stoppedPhase(timeline) === undefined) return '';
  const { sentences, inputs } = resumption(timeline);
  const paragraphs = [...standingLines(timeline), sentences.map(prose).join(' ')];
  if (inputs !== undefined) {
    paragraphs.push(
      'Or go on from the failed phase, with these inputs:',
      fence(`path: ${inputs.path}\nphase: ${inputs.phase}`, 'yaml'),
    );
  }
  return headed('How to go on', paragraphs.join('\n\n'));
}

function standingLines(timeline: Timeline): readonly string[] {
  const { stands, unsure } = standing(timeline);
  if (stands.length + unsure.length === 0) return [UNTOUCHED];
  return [
    ...(stands.length > 0 ? [`Stands: ${stands.map(code).join(', ')}.`] : []),
    ...(unsure.length > 0 ? [`Begun, may stand: ${unsure.map(code).join(', ')}.`] : []),
  ];
}

function notices({ notices: all }: Timeline): string {
  const lines = all.map(({ level, title, says }) => `- ${level}: **${inline(title)}:** ${prose(says)}`);
  return headed('Notices', lines.join('\n'));
}

function phaseTable({ phases }: Timeline): string {
  if (phases.every(({ outcome }) => outcome === 'not-run')) return '';
  const rows = phases.map((phase) => [
    phase.name,
    outcomeWord(phase),
    phaseSeconds(phase),
    inline(phase.title),
  ]);
  return table(['Phase', 'Outcome', { title: 'Seconds', align: 'right' }, 'Does'], rows);
}

function outcomeWord({ outcome }: PhaseRecord): string {
  if (outcome === 'failed') return '**failed**';
  return outcome === 'not-run' ? 'not run' : outcome;
}

function phaseSeconds({ outcome, seconds }: PhaseRecord): string {
  return outcome === 'not-run' ? '' : tenths(seconds);
}

function checklistTable({ checklist }: Timeline): string {
  if (checklist.length === 0) return '';
  const rows = checklist.map(({ id, verdict, evidence, cure }) => [
    id,
    verdictWord(verdict),
    prose(evidence),
    verdict === 'passed' ? '' : prose(cure),
  ]);
  return table(['Row', 'Verdict', 'Evidence', 'Cure'], rows);
}

function verdictWord(verdict: ChecklistRow['verdict']): string {
  if (verdict === 'failed') return '**failed**';
  return verdict === 'not-checked' ? 'not checked' : verdict;
}

/** What a run is for comes first. */
function monitors({ plan }: Timeline): boolean {
  return plan !== undefined && isMonitoring(plan);
}

function metrics({ metrics: all }: Timeline): Section {
  const rows = all.map((metric) => [metric.title, figure(metric), verdictOf(metric), prose(metric.says)]);
  const columns = ['Metric', { title: 'Value', align: 'right' }, 'Verdict', 'Evidence'] as const;
  return {
    name: 'success metrics',
    markdown: headed('Success metrics', rows.length === 0 ? '' : table(columns, rows)),
  };
}

function verdictOf({ verdict }: Metric): string {
  return { good: 'good', bad: '**bad**', none: '' }[verdict];
}

function distributionTable({ facts }: Timeline): string {
  const distributions = facts.build?.distributions ?? [];
  if (distributions.length === 0) return '';
  const served = [...(facts.upload?.files ?? []), ...(facts.testUpload?.files ?? [])];
  const rows = distributions.map(({ filename, kind, size, sha256 }) => {
    const url = served.find((file) => file.filename === filename)?.url;
    const name = url === undefined ? code(filename) : link(filename, url);
    return [name, kind, humanSize(size), code(sha256)];
  });
  return table(['File', 'Kind', { title: 'Size', align: 'right' }, 'SHA-256'], rows);
}

const DECISION_WORDS = {
  act: 'made',
  satisfied: 'stood already',
  'would-act': 'would be made',
  conflict: '**conflict**',
} as const;

function decisionTable(timeline: Timeline): string {
  if (timeline.decisions.length === 0) return '';
  const failed = stoppedPhase(timeline)?.name;
  const rows = timeline.decisions.map(({ target, decision, evidence, phase }) => [
    code(target),
    decision === 'act' && phase === failed ? 'begun' : DECISION_WORDS[decision],
    prose(evidence),
  ]);
  return table(['Change', 'Decision', 'Evidence'], rows);
}

function badges({ facts: { released } }: Timeline): string {
  if (released === undefined || released.badges.missing.length === 0) return '';
  const missing = released.badges.missing.map(inline).join(', ');
  const { markup, text } = released.badges.pasted;
  const body = `The README lacks ${missing}. Paste, or have \`badges: update\` keep them between its markers:`;
  return headed('Badges', `${body}\n\n${fence(text, markup)}`);
}

function announcement({ facts: { released } }: Timeline): string {
  if (released === undefined || released.announcement.short === '') return '';
  return headed('Announcement', fence(released.announcement.short));
}

function steps({ phases }: Timeline): string {
  const rows = phases.flatMap((phase) =>
    phase.steps.map(({ name, outcome, seconds, says }) => [
      phase.name,
      inline(name),
      outcome,
      outcome === 'skipped' ? '' : tenths(seconds),
      prose(says),
    ]),
  );
  if (rows.length === 0) return '';
  const columns = [
    'Phase',
    'Step',
    'Outcome',
    { title: 'Seconds', align: 'right' },
    'What came of it',
  ] as const;
  return details(counted(rows.length, 'step'), table(columns, rows));
}

function outputs({ outputs: all }: Timeline): readonly Section[] {
  return all
    .filter(({ text }) => text.trim() !== '')
    .map(({ phase, title, text }) => {
      const name = `output of ${phase}, ${title}`;
      const { text: shown, cut } = lastPart(text);
      const note = cut === 0 ? '' : `The first ${cut} characters are left out; the log has them.\n\n`;
      return { name, markdown: details(`Output of ${phase}: ${title}`, `${note}${fence(shown)}`) };
    });
}

/** The end of a long text, from the beginning of a line where that is near, and how many characters are missing before it. */
function lastPart(text: string): { readonly text: string; readonly cut: number } {
  if (text.length <= OUTPUT_LENGTH) return { text, cut: 0 };
  const from = text.length - OUTPUT_LENGTH;
  const newline = text.indexOf('\n', from);
  const cut = newline >= 0 && newline < from + 500 ? newline + 1 : from;
  return { text: text.slice(cut), cut };
}
