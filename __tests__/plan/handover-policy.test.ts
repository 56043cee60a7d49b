import { describe, expect, it } from '@jest/globals';
import {
  type HandoverRequest,
  handoverPlan,
  handsOn,
  isArtifactName,
  keepsArtifact,
} from '../../src/plan/handover-policy.ts';
import { aPlan, type PlanChanges } from '../support/world.ts';

const FILES = { kind: 'files', reason: 'handover: files' } as const;

const ASKED: HandoverRequest = {
  ...{ asked: 'auto', names: [], directory: '.', offered: true },
  ...{ job: 'prepare Linux X64, leg 0', step: '__org_pypi-release', attempt: 2 },
};
const JOB = {
  job: 'prepare Linux X64, leg 0',
  attempt: 2,
  journal: 'pypi-release.journal-prepare-Linux-X64-leg-0-__org_pypi-release',
};

describe('the hand-over', () => {
  it.each([
    [{}, { kind: 'artifact', names: ['pypi-release'], ...JOB }],
    [
      { directory: 'packages/demo/' },
      {
        ...{ kind: 'artifact', names: ['pypi-release-packages.demo'], ...JOB },
        journal: JOB.journal.replace('release', 'release-packages.demo'),
      },
    ],
    [{ names: ['wheels-*', 'sdist'] }, { kind: 'artifact', names: ['wheels-*', 'sdist'], ...JOB }],
    [{ offered: false }, { kind: 'files', reason: expect.stringContaining('no artifact service') }],
    [{ asked: 'files' }, { kind: 'files', reason: 'handover: files' }],
    // What was asked for outright and cannot be had is a fault, not silence.
    [
      { asked: 'artifact', offered: false },
      { kind: 'artifact', names: ['pypi-release'], ...JOB },
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

describe('the journal of a job', () => {
  it('has a name of its own for each job, leg of a matrix and step, the same in every attempt', () => {
    const nameOf = (changes: Partial<HandoverRequest>) => {
      const plan = handoverPlan({ ...ASKED, ...changes });
      return plan.kind === 'artifact' ? plan.journal : '';
    };
    const others = [{}, { job: 'prepare Linux X64, leg 1' }, { job: 'other' }, { step: '__run_2' }];
    const names = others.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every(isArtifactName)).toBe(true);
    expect(nameOf({ attempt: 3 })).toBe(names[0]);
  });

  it.each([
    ['where there is a draft to be the journal', { forge: { release: 'publish' } }, false],
    ['where none is made', { forge: { release: 'none' } }, true],
    ['of a job that does not finish the release', { forge: { release: 'none' }, phases: ['pypi'] }, false],
    ['of a dry run', { forge: { release: 'none' }, mode: 'dry-run' }, false],
    ['where the workflow carries files', { forge: { release: 'none' }, handover: FILES }, false],
  ] as const)('%s is an artifact: see %j, %s', (_where, changes, expected) => {
    expect(keepsArtifact(aPlan({ handover: handoverPlan(ASKED), ...changes } as PlanChanges))).toBe(expected);
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
