import { describe, expect, it } from '@jest/globals';
import { lastLines } from '../../../src/adapters/python/tool-failure.ts';

describe('lastLines', () => {
  it('keeps the lines as they are, without colours and without blank ones at the end', () => {
    expect(lastLines('one\r\n\n  two\n\u001b[0m\n \n')).toBe('one\n\n  two');
  });

  it('takes fifteen, and what there is of fewer', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => `${index}`);
    expect(lastLines(`${twenty.join('\n')}\n`)).toBe(twenty.slice(5).join('\n'));
    expect(lastLines('')).toBe('');
  });
});
