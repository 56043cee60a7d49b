import { describe, expect, it } from '@jest/globals';
import { PATHS, selectedPhases } from '../../src/plan/paths.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Fault } from '../../src/release/fault.ts';
import { fault } from '../../src/release/fault.ts';
import { resumption, standing } from '../../src/report/resume.ts';
import { NO_TIMELINE, type Timeline, timelineAfter } from '../../src/report/timeline.ts';
import { aPlan, decides, ended, faulted, type PhaseTold, phase, started, story } from '../support/events.ts';

const MENDABLE = fault('lint-failed', { evidence: 'x' });
const WORLDLY = fault('announcement-failed', { answer: '500' });

/** A release that fails in `name` with these faults. */
function failing(
  plan: Plan,
  name: Plan['phases'][number],
  faults: readonly Fault[],
  ...told: readonly PhaseTold[]
): Timeline {
  const phases = plan.phases
    .slice(0, plan.phases.indexOf(name))
    .flatMap((each) => phase({ name: each, title: each }));
  const last = phase({ name, title: name, outcome: 'failed' }, ...told);
  const events = story(started(plan), phases, last, faulted(...faults), ended('failed', {}));
  return events.reduce(timelineAfter, NO_TIMELINE);
}

describe('going on after a failure', () => {
  it.each(Object.keys(PATHS) as (keyof typeof PATHS)[])(
    'gives inputs of path %s that pick the failed phase and all behind it',
    (path) => {
      const plan = aPlan({ path, phases: PATHS[path] });
      for (const [at, name] of plan.phases.entries()) {
        const { inputs } = resumption(failing(plan, name, [MENDABLE]));
        const picked = inputs === undefined ? plan.phases : selectedPhases(plan.path, inputs.phase);
        expect(picked).toEqual(plan.phases.slice(at));
      }
    },
  );

  it('gives no range that would run a phase that was not asked for', () => {
    const plan = aPlan({ phases: ['setup', 'build', 'pypi'] });
    expect(resumption(failing(plan, 'build', [MENDABLE])).inputs).toEqual({ path: 'A', phase: 'build,pypi' });
  });

  it('gives no inputs where all is still to be done', () =>
    expect(resumption(failing(aPlan(), 'setup', [MENDABLE])).inputs).toBeUndefined());

  it('tells to run again as it is only where no fault is the user’s', () => {
    expect(resumption(failing(aPlan(), 'pypi', [WORLDLY])).sentences[0]).toMatch(/^Run again as it is/);
    expect(resumption(failing(aPlan(), 'pypi', [WORLDLY, MENDABLE])).sentences[0]).toMatch(/^Mend/);
  });

  it('of a look at a release is no going on: the next one looks again', () => {
    const plan = aPlan({ phases: ['monitor'] });
    expect(resumption(failing(plan, 'monitor', [MENDABLE]))).toEqual({
      sentences: ['The next run looks again.'],
      inputs: undefined,
    });
  });

  it.each([
    ['pypi x.whl', [MENDABLE], true],
    ['pypi x.whl', [WORLDLY], false],
    ['testpypi x.whl', [MENDABLE], false],
  ] as const)('after %s and %j speaks of a new version: %s', (target, faults, speaks) => {
    const { sentences } = resumption(failing(aPlan(), 'pypi', faults, decides(target, 'satisfied', 'x')));
    expect(sentences.join(' ').includes('new version')).toBe(speaks);
  });
});

describe('what stands', () => {
  it('is what was found or made, but what the failed phase had only begun is not sure', () => {
    const timeline = failing(
      aPlan({ phases: ['testpypi', 'pypi'] }),
      'pypi',
      [WORLDLY],
      decides('a', 'satisfied', 'x'),
      decides('b', 'act', 'x'),
      decides('c', 'conflict', 'x'),
      decides('d', 'would-act', 'x'),
    );
    expect(standing(timeline)).toEqual({ stands: ['a'], unsure: ['b'] });
  });
});
