import { describe, expect, it } from '@jest/globals';
import type { Event } from '../../src/release/event.ts';
import {
  NO_TIMELINE,
  stoppedPhase,
  type Timeline,
  timelineAfter,
  wallSeconds,
} from '../../src/report/timeline.ts';
import { aPlan, aStep, closes, opens, phase, skips, started, story } from '../support/events.ts';
import { failed, passed, refused } from './stories.ts';

function timelineOf(events: readonly Event[]): Timeline {
  return events.reduce(timelineAfter, NO_TIMELINE);
}

function stepsOf(events: readonly Event[]): readonly (readonly [string, string, number])[] {
  return timelineOf(events).phases.flatMap(({ steps }) =>
    steps.map(({ name, outcome, seconds }) => [name, outcome, seconds] as const),
  );
}

describe('the timeline', () => {
  it('begins with every planned phase not run', () => {
    const { phases } = timelineOf(story(started(aPlan({ phases: ['build', 'pypi'] }))));
    expect(phases.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['build', 'not-run'],
      ['pypi', 'not-run'],
    ]);
  });

  it('never writes to what it was', () => {
    const frozen = passed.reduce<Timeline>(
      (timeline, event) => Object.freeze(timelineAfter(timeline, event)),
      NO_TIMELINE,
    );
    expect(frozen.outcome).toBe('released');
    expect(NO_TIMELINE.phases).toEqual([]);
  });

  it('keeps steps of one name apart, and ends them in the order in which they began', () => {
    const told = phase(
      { name: 'build', title: 'Build' },
      opens('x'),
      aStep('y', 1),
      opens('x'),
      closes('x', 2),
      closes('x', 3),
    );
    expect(stepsOf(story(started(aPlan()), told))).toEqual([
      ['x', 'passed', 3],
      ['y', 'passed', 1],
      ['x', 'passed', 5],
    ]);
  });

  it('takes a skipped step, which never began', () =>
    expect(
      stepsOf(story(started(aPlan()), phase({ name: 'build', title: 'Build' }, skips('x', 'why')))),
    ).toEqual([['x', 'skipped', 0]]));

  it('tells where the release stopped', () => {
    expect(stoppedPhase(timelineOf(failed))?.name).toBe('pypi');
    expect(stoppedPhase(timelineOf(passed.slice(0, 4)))?.name).toBe('setup');
    expect(stoppedPhase(timelineOf(passed))).toBeUndefined();
    expect(stoppedPhase(timelineOf(refused))).toBeUndefined();
  });

  it('counts the time to the latest event', () =>
    expect(wallSeconds(timelineOf(passed.slice(0, 4)))).toBe(0.31));
});
