/** A row of the checklist before PyPI. The rows themselves are a table in `phases/pypi/checklist.ts`. */

export const CHECKLIST_IDS = [
  'tests',
  'format',
  'lint',
  'build',
  'version',
  'changelog',
  'committed',
  'readme',
  'links',
  'size',
  'coverage',
  'credentials',
  'permission',
  'publisher',
] as const;

export type ChecklistId = (typeof CHECKLIST_IDS)[number];

export interface ChecklistRow {
  readonly id: ChecklistId;
  /** `not-checked`: the path left it out, or it cannot be known here; never the same as passed. `allowed`: failed, and `allow` names it. */
  readonly verdict: 'passed' | 'failed' | 'advisory' | 'not-checked' | 'allowed';
  readonly evidence: string;
  /** What to do about it; empty where there is nothing to do. */
  readonly cure: string;
}
