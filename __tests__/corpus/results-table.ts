/** What a run over the corpus came to, as a table in Markdown. */

import { reasonOf } from './judge.ts';
import type { CorpusProject } from './project.ts';
import type { Rehearsed } from './rehearsal.ts';

/** A project with the rehearsal of its release; undefined where that came to no end. */
export interface Result {
  readonly project: CorpusProject;
  readonly rehearsal: Rehearsed | undefined;
}

const HEAD = ['project', 'back end', 'verdict', 'seconds', 'reason'];
const LONGEST = 120;

/** One row a project. */
export function resultsTable(results: readonly Result[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...results.map(row)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The same cells as a line, for the time until all are done. */
export function resultLine(result: Result): string {
  return row(result).join('  ');
}

function row({ project, rehearsal }: Result): readonly string[] {
  const { name, version, backEnd, standsFor } = project;
  const title = `${name} ${version}`;
  if (rehearsal === undefined) return [title, backEnd, 'no end', '', ''];
  const { report, seconds } = rehearsal;
  const reason = reasonOf(rehearsal) || standsFor;
  return [title, backEnd, report.outcome, seconds.toFixed(0), cell(reason)];
}

function cell(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return short.replaceAll('|', '\\|');
}
