import { describe, expect, it } from '@jest/globals';
import { requirementOrder } from '../../src/packaging/requirement-order.ts';

type Names = readonly [name: string, ...requires: string[]];

function names(...items: readonly Names[]) {
  const found = requirementOrder(items.map(([name, ...requires]) => ({ name, requires })));
  return 'order' in found ? found.order.map(({ name }) => name) : found;
}

describe('requirementOrder', () => {
  it('puts what is required first, and keeps the given order otherwise', () => {
    expect(names(['all', 'plug', 'core'], ['zinc'], ['plug', 'core'], ['core'])).toEqual([
      'zinc',
      'core',
      'plug',
      'all',
    ]);
  });

  it('passes over what is none of them, and over the own name, as an extra requires it', () => {
    expect(names(['core', 'numpy', 'core'], ['all', 'core'])).toEqual(['core', 'all']);
  });

  it('names one circle, and nothing that only leads to it', () => {
    expect(names(['top', 'a'], ['a', 'b'], ['b', 'c'], ['c', 'a'])).toEqual({ circle: ['a', 'b', 'c', 'a'] });
  });
});
