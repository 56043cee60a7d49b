import { expect, it } from '@jest/globals';
import { attempt, Refusal } from '../../../src/cli/runner/refusal.ts';
import { annotation, watchedStep } from '../../support/step-context.ts';

it('a refused command is told by name and reason, and fails the step', () => {
  const { context, lines } = watchedStep();
  attempt("command 'x'", context, () => {
    throw new Refusal('why');
  });
  expect(lines).toEqual([
    annotation('error', "Unable to process command 'x' successfully."),
    annotation('error', 'why'),
  ]);
  expect(context.record.refusals).toEqual(['why']);
});

it('an error of the harness itself is no refusal', () => {
  const { context, lines } = watchedStep();
  const fail = () => {
    throw new TypeError('a bug');
  };
  expect(() => attempt("command 'x'", context, fail)).toThrow(TypeError);
  expect(lines).toEqual([]);
});
