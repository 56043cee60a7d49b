import { describe, expect, it } from '@jest/globals';
import { frozen } from '../../src/plan/plan.ts';

describe('frozen', () => {
  it('lets nothing within a value be changed', () => {
    const value = frozen({ list: [{ name: 'a' }], inner: { deep: { n: 1 } } });
    expect(() => {
      Object.assign(value.inner.deep, { n: 2 });
    }).toThrow(TypeError);
    expect(() => value.list.push({ name: 'b' })).toThrow(TypeError);
    expect(() => {
      Object.assign(value.list[0] ?? {}, { name: 'c' });
    }).toThrow(TypeError);
  });

  it('goes through a value that holds itself', () => {
    const round: { self?: unknown } = {};
    round.self = round;
    expect(Object.isFrozen(frozen(round))).toBe(true);
  });
});
