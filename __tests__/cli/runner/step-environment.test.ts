import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { NOTHING, stepEnvironment } from '../../../src/cli/runner/step-environment.ts';

const JOB = {
  PATH: '/bin',
  GITHUB_REF: 'r',
  RUNNER_OS: 'Linux',
  ACTIONS_RUNTIME_TOKEN: 't',
  NODE_ICU_DATA: 'x',
};
const given = (values: Readonly<Record<string, string>>) => new Map(Object.entries(values));

describe('the environment of a step', () => {
  it('is the job’s and the inputs, less what troubles Node', () => {
    const { NODE_ICU_DATA: _gone, ...rest } = JOB;
    expect(stepEnvironment(JOB, NOTHING, { INPUT_A: '1' })).toEqual({ ...rest, INPUT_A: '1' });
  });

  it('has what an earlier step left, but for what the runner itself sets', () => {
    const inherited = {
      ...NOTHING,
      environment: given({
        A: '1',
        GITHUB_REF: 'x',
        RUNNER_OS: 'x',
        ACTIONS_RUNTIME_TOKEN: 'x',
        INPUT_A: 'x',
      }),
      state: given({ key: 'k' }),
    };
    expect(stepEnvironment(JOB, inherited, { INPUT_A: '1' })).toMatchObject({
      A: '1',
      GITHUB_REF: 'r',
      RUNNER_OS: 'Linux',
      ACTIONS_RUNTIME_TOKEN: 't',
      INPUT_A: '1',
      STATE_key: 'k',
    });
  });

  it.each([
    ['PATH', '/bin'],
    ['Path', '/bin'],
    ['PATH', ''],
  ])('has the directories that an earlier step named before its own %s (%j), the last first', (name, own) => {
    const inherited = { ...NOTHING, searchPath: new Set(['/a', '/b']) };
    const expected = ['/b', '/a', ...(own === '' ? [] : [own])].join(path.delimiter);
    expect(stepEnvironment({ [name]: own }, inherited, {})).toEqual({ [name]: expected });
  });
});
