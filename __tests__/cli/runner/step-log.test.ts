import { describe, expect, it } from '@jest/globals';
import { annotation, text, watchedStep } from '../../support/step-context.ts';

const MESSAGES = Array.from({ length: 12 }, (_, at) => `number ${at + 1}`);

describe('the annotations of a step', () => {
  it('are ten of each level, further ones are lines of the log', () => {
    const { context, lines } = watchedStep();
    for (const message of MESSAGES) context.log.annotate({ level: 'error', message });
    context.log.annotate({ level: 'warning', message: 'another level' });
    expect(lines).toEqual([
      ...MESSAGES.slice(0, 10).map((message) => annotation('error', message)),
      text('##[error]number 11'),
      text('##[error]number 12'),
      annotation('warning', 'another level'),
    ]);
  });

  it('are counted for each step anew', () => {
    for (const { context, lines } of [watchedStep(), watchedStep()]) {
      for (const message of MESSAGES.slice(0, 10)) context.log.annotate({ level: 'notice', message });
      expect(lines.filter(({ kind }) => kind === 'text')).toEqual([]);
    }
  });

  it('have messages of 4,096 characters, masked before they are cut', () => {
    const { context, lines } = watchedStep({ secrets: ['s3cret'] });
    context.log.annotate({ level: 'error', message: 'x'.repeat(4_097) });
    context.log.annotate({ level: 'error', message: `${'x'.repeat(4_093)}s3cret` });
    expect(lines).toEqual([
      annotation('error', 'x'.repeat(4_096)),
      annotation('error', `${'x'.repeat(4_093)}***`),
    ]);
  });

  it.each(['', ' \n'])('are none where the message says nothing (%j)', (message) => {
    const { context, lines } = watchedStep();
    context.log.annotate({ level: 'error', message, title: 'T' });
    expect(lines).toEqual([]);
  });
});
