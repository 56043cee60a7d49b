import { describe, expect, it } from '@jest/globals';
import { lastLines, linesOf } from '../../src/release/last-lines.ts';

describe('linesOf', () => {
  it('takes colours out, and the line endings of every system', () => {
    expect(linesOf('\u001b[31mone\u001b[0m\r\n two\n')).toEqual(['one', ' two', '']);
  });
});

describe('lastLines', () => {
  it('joins the last lines that say something', () => {
    expect(lastLines('one\r\n\n  two \n\nthree\n\n', 2)).toBe('two | three');
  });

  it('takes colours out', () => {
    expect(lastLines('\u001b[31m╭─\u001b[0m Error\n\u001b[2m \u001b[0m\n', 2)).toBe('╭─ Error');
  });

  it('takes what there is', () => {
    expect(lastLines('one', 5)).toBe('one');
    expect(lastLines('\n \n', 5)).toBe('');
  });

  it('cuts a very long line at its front', () => {
    const text = lastLines(`${'x'.repeat(5_000)}END`, 1);
    expect(text).toHaveLength(1_000);
    expect(text.endsWith('END')).toBe(true);
  });
});
