import { describe, expect, it } from '@jest/globals';
import { within } from '../../../src/adapters/node/time-limit.ts';

describe('within', () => {
  it('gives what the work gives, and throws what it throws', async () => {
    expect(await within(5_000, Promise.resolve('done'))).toBe('done');
    await expect(within(5_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('gives up on work that does not end', async () => {
    await expect(within(20, new Promise(() => {}))).rejects.toThrow('no answer within 0.02 s');
  });
});
