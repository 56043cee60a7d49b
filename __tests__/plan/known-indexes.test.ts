import { describe, expect, it } from '@jest/globals';
import { indexAddresses, indexOfDomain, TOOL_INDEX } from '../../src/plan/known-indexes.ts';

describe('indexAddresses', () => {
  it('gives the public index of that name where nothing is said', () => {
    expect(indexAddresses('pypi').domain).not.toBe(indexAddresses('testpypi').domain);
    for (const name of ['pypi', 'testpypi'] as const) {
      const { upload, simple, web, domain } = indexAddresses(name);
      expect(upload).toMatch(/^https:\/\/.*\/legacy\/$/);
      expect(simple).toBe(`${web}/simple/`);
      expect(new URL(web).hostname).toBe(domain);
    }
  });

  it('knows a public index by its upload address, with or without the last slash, whichever input has it', () => {
    const pypi = indexAddresses('pypi');
    expect(indexAddresses('testpypi', pypi.upload)).toBe(pypi);
    expect(indexAddresses('pypi', pypi.upload.replace(/\/$/, ''))).toBe(pypi);
  });

  it.each([
    ['https://index.example/legacy/', 'https://index.example'],
    ['https://index.example/legacy', 'https://index.example'],
    ['https://index.example/team/legacy/', 'https://index.example/team'],
    ['https://index.example/root/dev/', 'https://index.example/root/dev'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ])('takes %s for an index whose root is %s', (upload, web) => {
    const domain = new URL(upload).hostname;
    expect(indexAddresses('pypi', upload)).toEqual({ upload, web, simple: `${web}/simple/`, domain });
  });

  it('fetches tools from the public PyPI', () => {
    expect(TOOL_INDEX).toBe(indexAddresses('pypi').simple);
  });
});

describe('indexOfDomain', () => {
  it.each(['pypi', 'testpypi'] as const)('knows %s by its home and by its upload host', (name) => {
    const { domain, upload } = indexAddresses(name);
    expect(indexOfDomain(domain)).toBe(name);
    expect(indexOfDomain(new URL(upload).hostname)).toBe(name);
  });

  it('does not know a private index', () => {
    expect(indexOfDomain('index.example')).toBeUndefined();
    expect(indexOfDomain('')).toBeUndefined();
  });
});
