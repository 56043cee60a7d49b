import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLedger } from '../../src/action/ledger.ts';

describe('the ledger', () => {
  it('counts time in which several were at work once', () => {
    const ledger = createLedger();
    for (const [started, ended] of [
      [4_000, 5_000],
      [1_000, 3_000],
      [2_000, 2_500],
      [2_500, 3_500],
    ] as const)
      ledger.record({ started, ended });
    expect(ledger.busySeconds()).toBe(3.5);
  });

  it('counts nothing where nothing was at work', () => {
    expect(createLedger().busySeconds()).toBe(0);
  });

  it('counts every millisecond that any span covers, whatever their order', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(20))
      .map(([started, length]) => ({ started, ended: started + length }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const ledger = createLedger();
        for (const each of spans) ledger.record(each);
        const busy = Array.from({ length: 100 }, (_, at) =>
          spans.some(({ started, ended }) => started <= at && at < ended),
        );
        expect(ledger.busySeconds() * 1_000).toBeCloseTo(busy.filter(Boolean).length);
      }),
    );
  });
});
