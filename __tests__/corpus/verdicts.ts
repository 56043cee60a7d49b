/** How releases end, in words for the table of projects. */

import type { Stopped, Verdict } from './project.ts';

export const RELEASED: Verdict = { kind: 'released' };

/** @param codes of the faults, one of each */
export function stopped(
  phase: string,
  codes: readonly string[],
  says: Pick<Stopped, 'finding' | 'remedy'>,
): Stopped {
  return { kind: 'stopped', phase, codes, ...says };
}

/** One machine's wheel of C or Rust is no release. */
export const LINUX_WHEEL = {
  finding: /its platform tag linux_x86_64 is refused by the index/,
  remedy: /manylinux or musllinux, with cibuildwheel or auditwheel/,
};

/** twine takes a README whose markup nobody told for reStructuredText, and warns; `--strict` makes that a refusal. */
export const PLAIN_README = {
  finding: /`long_description_content_type` missing/,
  remedy: /Say what the README is written in/,
};
