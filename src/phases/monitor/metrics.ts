/** The success metrics of a release that is public: one row a metric, each by its question. */

import { normalizedName } from '../../packaging/project-name.ts';
import { findingsOf, Stopped } from '../../release/fault.ts';
import { METRIC_IDS, type Metric, type MetricId } from '../../release/metrics.ts';
import { type Answer, none } from './answers.ts';
import { criticalIssues, forks, reactions, stars } from './community.ts';
import { INSTALL_LIMIT } from './fresh-install.ts';
import type { Look, Subject } from './look.ts';
import { description, downloads, links, page } from './public-face.ts';

interface Row {
  readonly title: string;
  /** Asked of each package. */
  readonly ofEach?: (subject: Subject, look: Look) => Promise<Answer>;
  /** Asked once. */
  readonly ofAll?: (look: Look) => Promise<Answer>;
  /** Why there is nothing to ask a moment after the release. */
  readonly tooEarly?: string;
  /** What a maintainer must do where it is bad; absent where nobody must. */
  readonly cure?: string;
  /** Milliseconds, where the answer may take longer than others. */
  readonly limit?: number;
}

const LATER = 'too early: `phase: monitor` on a schedule counts them';

/** How each metric is asked for, and what a maintainer must do where it is bad. */
export const METRICS: Readonly<Record<MetricId, Row>> = {
  page: {
    title: 'The project page loads',
    ofEach: page,
    cure: 'Look at the page. If the project or the release is gone, its owners on the index know why; else the index has trouble.',
  },
  install: {
    title: 'It installs in a fresh environment',
    ofEach: (subject, { installs }) => installs(subject),
    cure: 'A requirement may have changed under it: bound that requirement, and release a new version. Where the Python at hand is none that it is for, set python-version.',
    // Longer than the installation takes by its own limit, which ends its children.
    limit: INSTALL_LIMIT + 30_000,
  },
  readme: {
    title: 'The README renders',
    ofEach: description,
    cure: 'Mend the README or its content type in pyproject.toml, and release a new version: what is published stays as it is.',
  },
  links: { title: 'Dead links in README and metadata', ofEach: links, limit: 120_000 },
  downloads: { title: 'Downloads in the last 30 days', ofEach: downloads, tooEarly: LATER },
  'critical-issues': { title: 'Open issues labelled critical', ofAll: criticalIssues },
  stars: { title: 'Stars', ofAll: stars },
  forks: { title: 'Forks', ofAll: forks },
  reactions: { title: 'Reactions to the release', ofAll: reactions, tooEarly: LATER },
};

/** Milliseconds that a metric may take, where its row says nothing else. */
const LIMIT = 60_000;

/** Asks all of them side by side. Never throws: what is not to be had says why, and hides no other. */
export async function measured(look: Look): Promise<readonly Metric[]> {
  return Promise.all(
    METRIC_IDS.map(async (id) => ({ id, title: METRICS[id].title, ...(await answerOf(METRICS[id], look)) })),
  );
}

async function answerOf(row: Row, look: Look): Promise<Answer> {
  const { limit = LIMIT, tooEarly } = row;
  if (look.isFresh && tooEarly !== undefined) return none(tooEarly);
  try {
    const answer = await look.world.clock.within(limit, asked(row, look));
    return answer ?? none(`no answer within ${limit / 1000} s`);
  } catch (error) {
    // The release is public: not even a bug in a question may fail it.
    return none(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Stopped) return findingsOf(error);
  return error instanceof Error ? error.message : String(error);
}

async function asked({ ofEach, ofAll }: Row, look: Look): Promise<Answer> {
  if (ofAll !== undefined) return ofAll(look);
  const { subjects } = look;
  if (ofEach === undefined || subjects.length === 0)
    return none('the index could not be asked for the latest release');
  return folded(
    await Promise.all(subjects.map(async (subject) => ({ subject, answer: await ofEach(subject, look) }))),
  );
}

/** What is true of several packages is true of all of them; what can be counted is added up, as far as it is to be had. */
function folded(all: readonly { readonly subject: Subject; readonly answer: Answer }[]): Answer {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return first.answer;
  const answers = all.map(({ answer }) => answer);
  const verdict = (['bad', 'none'] as const).find((each) => answers.some((one) => one.verdict === each));
  const says = all.map(({ subject, answer }) => `${normalizedName(subject.name)}: ${answer.says}`).join('; ');
  return { value: together(answers.map(({ value }) => value)), verdict: verdict ?? 'good', says };
}

function together(values: readonly Answer['value'][]): Answer['value'] {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length > 0) return numbers.reduce((sum, value) => sum + value, 0);
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** What the metrics come to, in one sentence. */
export function metricsInWords(metrics: readonly Metric[]): string {
  const bad = metrics.filter(({ verdict }) => verdict === 'bad').map(({ id }) => id);
  const unknown = metrics.filter(({ value }) => value === null).map(({ id }) => id);
  const told = [
    ...(bad.length > 0 ? [`bad: ${bad.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`not to be had: ${unknown.join(', ')}`] : []),
  ];
  return told.join('; ') || 'all is well';
}
