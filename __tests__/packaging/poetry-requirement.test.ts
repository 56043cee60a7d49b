import { describe, expect, it } from '@jest/globals';
import { requirementOfPoetry } from '../../src/packaging/poetry-requirement.ts';

// The examples of Poetry's documentation, "Dependency specification".
describe('a constraint of Poetry’s', () => {
  it.each([
    ['*', 'demo'],
    ['^1.2.3', 'demo>=1.2.3,<2'],
    ['^1.2', 'demo>=1.2,<2'],
    ['^1', 'demo>=1,<2'],
    ['^0.2.3', 'demo>=0.2.3,<0.3'],
    ['^0.0.3', 'demo>=0.0.3,<0.0.4'],
    ['^0.0', 'demo>=0.0,<0.1'],
    ['^0', 'demo>=0,<1'],
    ['^1.0b2', 'demo>=1.0b2,<2'],
    ['~1.2.3', 'demo>=1.2.3,<1.3'],
    ['~1.2', 'demo>=1.2,<1.3'],
    ['~1', 'demo>=1,<2'],
    ['1.*', 'demo==1.*'],
    ['1.2.3', 'demo==1.2.3'],
    ['==1.2.3', 'demo==1.2.3'],
    ['>= 1.2, < 1.5', 'demo>=1.2,<1.5'],
    ['!=1.2.*,~=1.1', 'demo!=1.2.*,~=1.1'],
  ])('%s is %s', (constraint, requirement) => {
    expect(requirementOfPoetry('demo', constraint)).toEqual({ requirement });
  });

  it('keeps extras and markers', () => {
    const value = { version: '^1', extras: ['a', 'b'], markers: "sys_platform == 'win32'" };
    expect(requirementOfPoetry('demo', value)).toEqual({
      requirement: "demo[a,b]>=1,<2 ; sys_platform == 'win32'",
    });
  });

  it.each([
    ['>=1 || <0.5', 'its constraint >=1 || <0.5 has no like in PEP 440'],
    [{ git: 'https://example.org/demo.git' }, 'it comes by git'],
    [{ path: '../demo', develop: true }, 'it comes by path'],
    [{ version: '^1', python: '^3.8' }, 'it is for some Pythons only'],
    [[{ version: '^1' }, { version: '^2' }], 'it has several constraints'],
    [{ extras: ['a'] }, 'it has no version'],
    [7, 'it is neither a constraint nor a table'],
  ])('%j is left out: %s', (value, problem) => {
    expect(requirementOfPoetry('demo', value)).toEqual({ problem });
  });
});
