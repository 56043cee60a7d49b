import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inParallel } from '../../src/release/in-parallel.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('inParallel', () => {
  it('keeps the order of the items and never has more under way than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (turns, atOnce) => {
          let [under, most] = [0, 0];
          const results = await inParallel([...turns.entries()], atOnce, async ([index, count]) => {
            under += 1;
            most = Math.max(most, under);
            for (let i = 0; i < count; i += 1) await Promise.resolve();
            under -= 1;
            return index;
          });
          expect(results).toEqual(turns.map((_, index) => index));
          expect(most).toBe(Math.min(most, atOnce, turns.length));
        },
      ),
    );
  });

  it('uses the whole breadth it is allowed', async () => {
    let [under, most] = [0, 0];
    await inParallel([1, 2, 3, 4, 5], 3, async () => {
      under += 1;
      most = Math.max(most, under);
      await turn();
      under -= 1;
    });
    expect(most).toBe(3);
  });

  it('begins nothing after a failure, waits for what is under way, and throws the first failure', async () => {
    const seen: string[] = [];
    const work = inParallel(['slow', 'bad', 'never'], 2, async (item) => {
      seen.push(`begin ${item}`);
      if (item === 'bad') throw new Error('bad');
      await turn();
      await turn();
      seen.push(`end ${item}`);
    });
    await expect(work).rejects.toThrow('bad');
    expect(seen).toEqual(['begin slow', 'begin bad', 'end slow']);
  });

  it('has nothing to do for nothing', async () => {
    expect(await inParallel([], 4, async () => 1)).toEqual([]);
  });
});
