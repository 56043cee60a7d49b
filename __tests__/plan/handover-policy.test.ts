import { describe, expect, it } from '@jest/globals';
import { handoverPlan, handsOn, isArtifactName } from '../../src/plan/handover-policy.ts';

const ASKED = { asked: 'auto', names: [], directory: '.', offered: true, job: 'prepare' } as const;

describe('the hand-over', () => {
  it.each([
    [{}, { kind: 'artifact', names: ['pypi-release'], job: 'prepare' }],
    [
      { directory: 'packages/demo/' },
      { kind: 'artifact', names: ['pypi-release-packages.demo'], job: 'prepare' },
    ],
    [{ names: ['wheels-*', 'sdist'] }, { kind: 'artifact', names: ['wheels-*', 'sdist'], job: 'prepare' }],
    [{ offered: false }, { kind: 'files', reason: expect.stringContaining('no artifact service') }],
    [{ asked: 'files' }, { kind: 'files', reason: 'handover: files' }],
    // What was asked for outright and cannot be had is a fault, not silence.
    [
      { asked: 'artifact', offered: false },
      { kind: 'artifact', names: ['pypi-release'], job: 'prepare' },
    ],
  ] as const)('of %j is %j', (changes, plan) => {
    expect(handoverPlan({ ...ASKED, ...changes })).toEqual(plan);
  });

  it('has another name for each directory of a repository, and the same on every system', () => {
    const nameOf = (directory: string) => handoverPlan({ ...ASKED, directory });
    const directories = ['.', 'libs/one', 'libs-one', 'libs.one', 'libs/one/two', 'libs/one-two', 'libs'];
    expect(new Set(directories.map((each) => JSON.stringify(nameOf(each)))).size).toBe(directories.length);
    expect(nameOf('libs\\one')).toEqual(nameOf('./libs/one/'));
  });

  it('is due where a job builds and does not finish', () => {
    expect(handsOn(['setup', 'build'])).toBe(true);
    expect(handsOn(['build', 'testpypi', 'pypi'])).toBe(true);
    expect(handsOn(['build', 'pypi', 'post-publish'])).toBe(false);
    expect(handsOn(['pypi', 'post-publish'])).toBe(false);
  });
});

describe('the name of an artifact', () => {
  it('has no wildcard and none of the characters that the service refuses', () => {
    expect(['a', 'a b', 'wheels-ä'].every(isArtifactName)).toBe(true);
    expect(['', 'a*', 'a?', 'a/b', 'a\\b', 'a:b', '"a"', 'a<b', 'a|b', 'a\nb'].some(isArtifactName)).toBe(
      false,
    );
  });
});
