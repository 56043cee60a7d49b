import { describe, expect, it } from '@jest/globals';
import { toolPython } from '../../../src/adapters/python/tool-python.ts';

describe('the Python of our tools', () => {
  it.each([
    ['3.12', '3.12'],
    ['3.10', '3.10'],
    ['3.9', '>=3.10'],
    ['pypy', 'pypy'],
    [undefined, '>=3.10'],
  ])('where %s is asked for is %s', (requested, request) => {
    expect(toolPython(requested)).toBe(request);
  });
});
