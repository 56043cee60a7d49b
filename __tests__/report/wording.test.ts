import { describe, expect, it } from '@jest/globals';
import { duration, humanSize, opening, trigger } from '../../src/report/wording.ts';
import { aPlan } from '../support/events.ts';

describe('figures', () => {
  it.each([
    [0, '0.0 s'],
    [1.44, '1.4 s'],
    [59.94, '59.9 s'],
    [59.96, '1 min 0 s'],
    [75, '1 min 15 s'],
    [3600, '60 min 0 s'],
  ])('%d seconds read %s', (seconds, text) => expect(duration(seconds)).toBe(text));

  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [1_260_000, '1.3 MB'],
  ])('%i bytes read %s', (bytes, text) => expect(humanSize(bytes)).toBe(text));
});

describe('the opening', () => {
  it('names path, phases, trigger and source of the version', () =>
    expect(opening(aPlan({ path: 'C', phases: ['build', 'pypi'] }))).toBe(
      'Releasing org/demo by path C: build, pypi. Started by tag v1.2.0 on commit 0123456; the tag is the version.',
    ));

  it('says of a look at a release that nothing is changed', () =>
    expect(opening(aPlan({ phases: ['monitor'] }))).toBe(
      'Looking at the latest release of org/demo. The newest version on PyPI counts. Nothing is changed.',
    ));

  it('says first that a run is dry', () =>
    expect(opening(aPlan({ mode: 'dry-run' }))).toMatch(/^Dry run of org\/demo/));

  const byHand = { ...aPlan().forge, branch: 'main' };
  it.each([
    [{ kind: 'given', version: '2.0' }, 'the version is 2.0, as asked.'],
    [{ kind: 'bump', bump: 'rc' }, "the version is the source's with a rc bump."],
    [{ kind: 'source' }, "the version is the source's."],
  ] as const)('names the source of the version %j', (version, sentence) =>
    expect(trigger(aPlan({ version, forge: byHand }))).toBe(
      `Started by hand on branch main, commit 0123456; ${sentence}`,
    ),
  );
});
