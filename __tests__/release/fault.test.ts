import { describe, expect, it } from '@jest/globals';
import { fault, findingsOf, Stopped, stop } from '../../src/release/fault.ts';

describe('a fault', () => {
  it('has its own link, or else the documentation’s', () => {
    expect(fault('bug', { message: 'm', phase: 'build' }).link).toMatch(/issues\/new$/);
    expect(fault('token-empty', { input: 'pypi-token' }).link).toMatch(/#faults$/);
  });

  it('is the user’s unless the catalogue says otherwise', () => {
    expect(fault('token-empty', { input: 'pypi-token' }).blame).toBe('user');
    expect(fault('cancelled', { signal: 'SIGINT', phase: 'build' }).blame).toBe('world');
  });
});

describe('stop', () => {
  it('throws one fault of the catalogue, with its cause', () => {
    const cause = new Error('why');
    let thrown: unknown;
    try {
      stop('token-empty', { input: 'pypi-token' }, { cause });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Stopped);
    expect((thrown as Stopped).faults).toEqual([fault('token-empty', { input: 'pypi-token' })]);
    expect((thrown as Stopped).cause).toBe(cause);
    expect((thrown as Stopped).message).toMatch(/^token-empty: pypi-token was given/);
  });
});

describe('findingsOf', () => {
  it('joins what was found, without titles and remedies', () => {
    const faults = [
      fault('version-untagged', { project: 'demo' }),
      fault('version-missing', { project: 'demo' }),
    ];
    expect(findingsOf(new Stopped(faults))).toBe(`${faults[0]?.finding} ${faults[1]?.finding}`);
  });
});
