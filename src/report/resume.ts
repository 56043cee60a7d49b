/** After a failure: what stands in the world, and how to go on. Plain text. */

import { type PhaseName, selectedPhases } from '../plan/paths.ts';
import { stoppedPhase, type Timeline } from './timeline.ts';
import { isMonitoring } from './wording.ts';

/** Lasting changes by how sure they are. The values are targets, e.g. `pypi demo-1.0.tar.gz`. */
export interface Standing {
  readonly stands: readonly string[];
  /** Begun in the phase that failed: the answer may have been lost, so the next run looks. */
  readonly unsure: readonly string[];
}

/** What stands outside the checkout after this run, from the decisions it told. */
export function standing(timeline: Timeline): Standing {
  const failed = stoppedPhase(timeline)?.name;
  const stands = timeline.decisions.filter(
    ({ decision, phase }) => decision === 'satisfied' || (decision === 'act' && phase !== failed),
  );
  const unsure = timeline.decisions.filter(({ decision, phase }) => decision === 'act' && phase === failed);
  return { stands: targets(stands), unsure: targets(unsure) };
}

/** How to finish the release. */
export interface Resumption {
  readonly sentences: readonly string[];
  /** Inputs that go on at the failed phase; undefined where a whole run is the way. */
  readonly inputs: Readonly<Record<'path' | 'phase', string>> | undefined;
}

/** How to go on after a failure. A whole re-run is always right; going on at the failed phase saves time. */
export function resumption(timeline: Timeline): Resumption {
  if (timeline.plan !== undefined && isMonitoring(timeline.plan))
    return { sentences: ['The next run looks again.'], inputs: undefined };
  const mendable = timeline.faults.some(({ blame }) => blame === 'user');
  const { stands, unsure } = standing(timeline);
  const first = mendable
    ? 'Mend what is named above, then run again: what stands is looked at first, and nothing is done twice.'
    : 'Run again as it is: what stands is looked at first, and nothing is done twice.';
  const touched = [...stands, ...unsure].some((target) => target.startsWith('pypi '));
  const newVersion =
    'Where mending changes the distributions, release a new version: an index never takes other bytes under a used file name.';
  return { sentences: mendable && touched ? [first, newVersion] : [first], inputs: resumeInputs(timeline) };
}

function resumeInputs(timeline: Timeline): Resumption['inputs'] {
  const { plan } = timeline;
  const failed = stoppedPhase(timeline)?.name;
  if (plan === undefined || failed === undefined) return undefined;
  const rest = plan.phases.slice(plan.phases.indexOf(failed));
  if (rest.length === plan.phases.length) return undefined;
  const range = `${failed}..${rest.at(-1)}`;
  const inRange = selectedPhases(plan.path, range) ?? [];
  return { path: plan.path, phase: rest.length > 1 && sameNames(inRange, rest) ? range : rest.join(',') };
}

function sameNames(some: readonly PhaseName[], others: readonly PhaseName[]): boolean {
  return some.join() === others.join();
}

function targets(decisions: readonly { readonly target: string }[]): readonly string[] {
  return [...new Set(decisions.map(({ target }) => target))];
}
