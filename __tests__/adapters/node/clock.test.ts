import { expect, it } from '@jest/globals';
import { createClock } from '../../../src/adapters/node/clock.ts';

it('waits as long as it is asked to, by its own time', async () => {
  const clock = createClock();
  const before = clock.now().getTime();
  await clock.sleep(60);
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(55);
});
