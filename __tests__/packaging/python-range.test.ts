import { describe, expect, it } from '@jest/globals';
import { pythonOtherThanTheRunners } from '../../src/packaging/python-range.ts';

describe('the Python to ask for', () => {
  it.each([undefined, '>=3.9', '>=3.12', '>=3.12.4', '>=3.8,<4', '~=3.10', ''])(
    'is the runner’s own for %s',
    (range) => {
      expect(pythonOtherThanTheRunners(range)).toBeUndefined();
    },
  );

  it.each([
    ['>=3.13', '3.13'],
    ['>=3.13.2', '3.13'],
    ['>3.14', '3.14'],
    ['>=3.9,<3.12', '3.11'],
    ['==3.10.*', '3.10'],
  ])('is the nearest that fits %s', (range, python) => {
    expect(pythonOtherThanTheRunners(range)).toBe(python);
  });

  it.each(['>=4', 'newer than old'])('is left to uv for %s, which fits none', (range) => {
    expect(pythonOtherThanTheRunners(range)).toBeUndefined();
  });
});
