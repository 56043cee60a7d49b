/**
 * That a release is still to be announced is written into its notes, where whoever reads them does not see it: the run that publishes may be
 * killed before it has told, and the next one sees it there. Files cannot say it, since an immutable release takes none any more; its notes may
 * change (GitHub docs, "Immutable releases").
 */

import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease } from '../../ports/forge.ts';

const MARK = '<!-- pypi-release: not announced yet -->';

/** The notes with the mark where somebody is to be told. A draft that stays one is nobody's news. */
export function toBeAnnounced(notes: string, { announce, forge }: Pick<Plan, 'announce' | 'forge'>): string {
  return announce && forge.release === 'publish' && !notes.includes(MARK) ? `${notes}\n\n${MARK}` : notes;
}

/** Whether it is published, and nobody was told of it. */
export function waits({ draft, notes }: ForgeRelease): boolean {
  return !draft && notes.includes(MARK);
}

/** The notes without the mark. */
export function unmarked(notes: string): string {
  return notes.replace(MARK, '').trim();
}
