import { describe, expect, it } from '@jest/globals';
import { inputVariables, unexpectedInputs } from '../../../src/cli/runner/inputs.ts';

const DECLARED = { path: {}, 'dry-run': { default: false }, 'two words': { default: 'x' }, 'a.b': {} };

describe('the inputs of an action', () => {
  it('are all set: given, else by default, else empty', () => {
    expect(inputVariables(DECLARED, { path: 'B', 'not declared': 'y' })).toEqual({
      INPUT_PATH: 'B',
      'INPUT_DRY-RUN': 'false',
      INPUT_TWO_WORDS: 'x',
      'INPUT_A.B': '',
      INPUT_NOT_DECLARED: 'y',
    });
  });

  it('are known in any case', () => {
    expect(inputVariables({ path: { default: 'A' } }, { Path: 'B' })).toEqual({ INPUT_PATH: 'B' });
    expect(unexpectedInputs(DECLARED, { PATH: 'B', 'dry-run': 'true' })).toBeUndefined();
  });

  it('that are not declared are told, with those that are', () => {
    expect(unexpectedInputs(DECLARED, { path: 'B', pth: 'B', x: '' })).toBe(
      "Unexpected input(s) 'pth', 'x', valid inputs are ['path', 'dry-run', 'two words', 'a.b']",
    );
  });
});
