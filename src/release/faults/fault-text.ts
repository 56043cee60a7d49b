/** The shape of a row of the fault catalogue, and the words that its rows share. */

import { INDEX_LABELS } from '../../plan/known-indexes.ts';

/** What the reader of a fault sees. */
export interface FaultText {
  readonly title: string;
  readonly finding: string;
  readonly remedy: string;
  readonly link?: string;
  /** Whose move it is; `user` where absent. */
  readonly blame?: 'user' | 'world';
}

/** One code's text, made from its details. */
export type Row<Details> = (details: Details) => FaultText;

/** What an index answered to an upload, in its own words. */
export interface Refusal {
  /** Name of the index, as in a plan. */
  readonly index: string;
  readonly filename: string;
  readonly status: number;
  /** The index's own sentence. */
  readonly reason: string;
}

/** A row whose finding is the index's own answer. */
export const refused =
  <Details extends Refusal = Refusal>(text: (details: Details) => Omit<FaultText, 'finding'>): Row<Details> =>
  (d) => ({ ...text(d), finding: refusalFinding(d) });

/** What an index answered to which file. */
export const refusalFinding = (d: Refusal): string =>
  `${named(d.index)} answered ${d.status} to ${d.filename}: ${sentence(d.reason)}`;

/** What people call an index of this name. */
export const named = (index: string): string => LABELS[index] ?? index;
const LABELS: Readonly<Record<string, string>> = INDEX_LABELS;

/** A value as the user wrote it. */
export const quoted = (value: string): string => (value === '' ? 'empty' : `"${value}"`);

/** A directory of the checkout, relative to its top. */
export const place = (directory: string): string =>
  directory === '.' ? 'the working directory (.)' : quoted(directory);

/** Several values in a row. */
export const listed = (values: readonly string[]): string => values.join(', ');

/** Another's words, with a full stop where they have no end of their own. */
export const sentence = (text: string): string => {
  const words = text.trim();
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`;
};

/** How often something was tried. */
export const afterTries = (attempts: number): string =>
  `after ${attempts} ${attempts === 1 ? 'try' : 'tries'}`;
