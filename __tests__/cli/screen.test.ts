import { expect, it } from '@jest/globals';
import type { StepLine } from '../../src/cli/runner/step-line.ts';
import { createScreen } from '../../src/cli/screen.ts';
import { annotation, text } from '../support/step-context.ts';

function shown(...lines: readonly StepLine[]): readonly string[] {
  const printed: string[] = [];
  const screen = createScreen((line) => void printed.push(line));
  for (const line of lines) screen(line);
  return printed;
}

it('indents what is in a group, and no more when it ends', () => {
  expect(shown({ kind: 'group', title: 'Build' }, text('in'), { kind: 'endgroup' }, text('out'))).toEqual([
    '\nBuild',
    '  in',
    'out',
  ]);
});

it('shows an annotation with its title, where it has one', () => {
  expect(
    shown({ ...annotation('error', 'why'), title: 'What' } as StepLine, annotation('warning', 'why')),
  ).toEqual(['error: What: why', 'warning: why']);
});

it('says no annotation again that the log has just said, and no debug line', () => {
  expect(
    shown(text('What: why'), { ...annotation('error', 'why'), title: 'What' } as StepLine, {
      kind: 'debug',
      text: 'deep',
    }),
  ).toEqual(['What: why']);
});
