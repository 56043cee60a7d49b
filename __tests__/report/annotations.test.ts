import { describe, expect, it } from '@jest/globals';
import type { Runner } from '../../src/ports/runner.ts';
import type { Event } from '../../src/release/event.ts';
import { fault } from '../../src/release/fault.ts';
import { createAnnotations } from '../../src/report/annotations.ts';
import { aPlan, ended, faulted, notices, phase, started, story, tell } from '../support/events.ts';
import { passed, refused } from './stories.ts';

type Annotation = readonly [level: string, title: string, message: string];

function annotationsOf(events: readonly Event[]): readonly Annotation[] {
  const annotations: Annotation[] = [];
  const refuse = (): never => {
    throw new Error('annotations print nothing else');
  };
  const runner = {
    line: refuse,
    untrusted: refuse,
    startGroup: refuse,
    endGroup: refuse,
    annotate: (level, title, message) => annotations.push([level, title, message]),
  } satisfies Runner;
  tell(createAnnotations(runner), events);
  return annotations;
}

const badInput = (at: number) =>
  fault('input-invalid', { input: `input-${at}`, value: 'x', allowed: 'true, false', source: 'workflow' });

describe('annotations', () => {
  it('are one error a fault, with the finding and the remedy', () =>
    expect(annotationsOf(refused)).toEqual([
      ['error', 'Input path is not valid', 'path is "D".\nAllowed: A, B, C.'],
      [
        'error',
        'The tag stands on another commit',
        'v1.2.0 points at fedcba9876543210fedcba9876543210fedcba98; this release is of 0123456.\n' +
          'A published tag is never moved. Release a new version, or run the release on the commit that the tag names.',
      ],
    ]));

  it('carry the warnings of a release that passed', () =>
    expect(annotationsOf(passed)).toEqual([
      ['warning', 'demo-1.2.0.tar.gz is larger', 'It has 52.0 kB; that of 1.1.0 has 18.4 kB.'],
    ]));

  it.each([
    [10, 10, 'input-9'],
    [11, 10, '2 more'],
    [30, 10, '21 more'],
  ])('of %i faults show %i, the last of them %s', (count, shown, last) => {
    const faults = Array.from({ length: count }, (_, at) => badInput(at));
    const titles = annotationsOf(story(started(aPlan()), faulted(...faults), ended('failed', {}))).map(
      ([, title]) => title,
    );
    expect(titles).toHaveLength(shown);
    expect(titles.at(-1)).toContain(last);
  });

  it('count each level for itself', () => {
    const many = Array.from({ length: 12 }, (_, at) => [
      ...notices('notice', `notice ${at}`, 'x'),
      ...notices('warning', `warning ${at}`, 'x'),
    ]).flat();
    const annotations = annotationsOf(
      story(started(aPlan()), phase({ name: 'build', title: 'Build' }, many), ended('satisfied', {})),
    );
    expect(annotations.filter(([level]) => level === 'notice')).toHaveLength(10);
    expect(annotations.filter(([level]) => level === 'warning').at(-1)).toEqual([
      'warning',
      '3 more',
      'The job summary has 3 more of this kind.',
    ]);
  });

  it('show the remedy however long the finding is', () => {
    const long = fault('pyproject-invalid', { problem: 'x'.repeat(9000) });
    const [annotation] = annotationsOf(story(started(aPlan()), faulted(long), ended('failed', {})));
    expect(annotation?.[2]).toMatch(/ \(cut\)\nMend the file/);
    expect(annotation?.[2].length).toBeLessThan(4096);
  });
});
