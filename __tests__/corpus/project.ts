/** What the corpus knows of one project. */

import type { Sdist } from './sdists.ts';

/** The release must stop. */
export interface Stopped {
  readonly kind: 'stopped';
  /** The phase that stops it. */
  readonly phase: string;
  /** Codes of the faults, one of each. */
  readonly codes: readonly string[];
  /** Fits what was found: the words that tell the maintainer what is wrong with the project. */
  readonly finding: RegExp;
  /** Fits a remedy: what the maintainer is told to do. */
  readonly remedy: RegExp;
}

/** How the release of a project must end. */
export type Verdict = { readonly kind: 'released' } | Stopped;

/** A text of the sdist that the repository has otherwise: some back ends rewrite pyproject.toml for the sdist. */
export interface Restored {
  readonly file: string;
  readonly replace: readonly (readonly [from: RegExp, to: string])[];
}

/** Someone else's project, as one version of it stands on the index. */
export interface CorpusProject extends Sdist {
  readonly version: string;
  readonly backEnd: string;
  /** What it is here for. */
  readonly standsFor: string;
  /** The tag of the release, in the project's own style. */
  readonly tag: string;
  /** Files that the project's own build made: its repository has none of them and ignores them, which its sdist does not tell. */
  readonly generated?: readonly string[];
  readonly restored?: readonly Restored[];
  /** What its metadata cannot tell, with the reason. */
  readonly inputs?: { readonly why: string; readonly given: Readonly<Record<string, string>> };
  readonly verdict: Verdict;
  /** Whether it is tried where nobody asks for more. */
  readonly quick?: true;
}
