import { expect, it } from '@jest/globals';
import { createClock } from '../../../src/adapters/node/clock.ts';

it('waits as long as it is asked to, by its own time', async () => {
  const clock = createClock();
  const before = clock.now().getTime();
  await clock.sleep(60);
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(55);
});

it('gives up on work that takes longer than it may, and on no other', async () => {
  const clock = createClock();
  expect(await clock.within(1_000, Promise.resolve('done'))).toBe('done');
  expect(await clock.within(20, new Promise(() => {}))).toBeUndefined();
  await expect(clock.within(1_000, Promise.reject(new Error('odd')))).rejects.toThrow('odd');
});
