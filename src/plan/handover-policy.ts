import type { PhaseName } from './paths.ts';
import type { HandoverPlan, Plan } from './plan.ts';

export interface HandoverRequest {
  readonly asked: 'auto' | 'artifact' | 'files';
  /** Names of artifacts that the user gave; none: the one of this project. */
  readonly names: readonly string[];
  /** The project's directory, relative to the top of the checkout, with `/`. */
  readonly directory: string;
  /** Whether the runner keeps artifacts for this job. */
  readonly offered: boolean;
  /** Which job of the workflow this is, and which leg of its matrix. */
  readonly job: string;
  /** Which step of the job this is: the same in every attempt. */
  readonly step: string;
  /** Which attempt of the workflow run this is, from 1. */
  readonly attempt: number;
}

/** How the distributions get from the job that builds to the jobs that publish: by artifact wherever the runner has them. */
export function handoverPlan(request: HandoverRequest): HandoverPlan {
  const { asked, names, directory, offered, job, attempt } = request;
  if (asked === 'files') return { kind: 'files', reason: 'handover: files' };
  if (!offered && asked === 'auto')
    return { kind: 'files', reason: 'the runner has no artifact service for this job' };
  return {
    kind: 'artifact',
    names: names.length > 0 ? names : [artifactOf(directory)],
    job,
    attempt,
    journal: journalOf(request),
  };
}

/** Another name for each project, each job with each leg of its matrix, and each step. */
function journalOf({ directory, job, step }: HandoverRequest): string {
  const place = `${job} ${step}`.replace(/[^A-Za-z0-9_]+/g, '-').replace(/^-|-$/g, '');
  return `${artifactOf(directory)}.journal-${place}`;
}

/** The name must be known before the project is read, and be another one for each project of a repository: `libs/one` is not `libs.one`. */
function artifactOf(directory: string): string {
  const parts = directory.split(/[/\\]/).filter((part) => part !== '' && part !== '.');
  const name = parts.map((part) => part.replaceAll('.', '..')).join('.');
  return ['pypi-release', ...(name === '' ? [] : [name])].join('-');
}

/** Whether this job leaves distributions for a later one: it builds, and does not finish the release itself. */
export function handsOn(phases: readonly PhaseName[]): boolean {
  return phases.includes('build') && !phases.includes('post-publish');
}

/**
 * Whether this job keeps its journal as an artifact: it finishes the release without a GitHub Release, whose draft would be the journal
 * (decision 0013).
 */
export function keepsArtifact({ handover, phases, forge, mode }: Plan): boolean {
  const isLasting = mode === 'release' && phases.includes('post-publish');
  return handover.kind === 'artifact' && isLasting && forge.release === 'none';
}

/** What an artifact of GitHub may not be called (toolkit, `path-and-artifact-name-validation.ts`), but for wildcards. */
const FORBIDDEN = /["<>|:\\/\r\n]/;

/** Whether this can be a name of artifacts, or a pattern of such names with `*` and `?`. */
export function isArtifactPattern(text: string): boolean {
  return text !== '' && !FORBIDDEN.test(text);
}

/** Whether this is the name of one artifact. */
export function isArtifactName(text: string): boolean {
  return isArtifactPattern(text) && !/[*?]/.test(text);
}
