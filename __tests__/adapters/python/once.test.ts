import { expect, it } from '@jest/globals';
import { once } from '../../../src/adapters/python/once.ts';

it('makes a thing once, whoever asks, and again only after a failure', async () => {
  let made = 0;
  const thing = once(async () => {
    made += 1;
    if (made === 1) throw new Error('the network');
    return made;
  });
  const both = await Promise.allSettled([thing(), thing()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect([await thing(), await thing()]).toEqual([2, 2]);
});
