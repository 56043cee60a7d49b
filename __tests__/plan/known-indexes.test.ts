import { describe, expect, it } from '@jest/globals';
import {
  indexAddresses,
  indexOfDomain,
  projectPage,
  TOOL_INDEX,
  versionPage,
} from '../../src/plan/known-indexes.ts';

/** Assembled here, so that no test holds the host of a registry. */
const HOSTED = ['europe-west1-python', 'pkg', 'dev'].join('.');

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
    ['PyPI', 'https://index.example/legacy/', 'https://index.example', '/simple/'],
    ['PyPI, without the last slash', 'https://index.example/legacy', 'https://index.example', '/simple/'],
    ['Pulp', 'https://index.example/team/legacy/', 'https://index.example/team', '/simple/'],
    ['pypiserver', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080', '/simple/'],
    [
      'pypiserver below a prefix',
      'https://index.example/python/',
      'https://index.example/python',
      '/simple/',
    ],
    [
      'pypiserver deeper',
      'https://index.example/tools/pypi/',
      'https://index.example/tools/pypi',
      '/simple/',
    ],
    ['pypicloud', 'https://index.example/simple/', 'https://index.example', '/simple/'],
    ['devpi', 'https://index.example/team/prod/', 'https://index.example/team/prod', '/+simple/'],
    [
      'devpi below a prefix',
      'https://a.example/devpi/team/dev',
      'https://a.example/devpi/team/dev',
      '/+simple/',
    ],
    [
      'devpi with a user for tokens',
      'http://[::1]:3141/__token__/dev/',
      'http://[::1]:3141/__token__/dev',
      '/+simple/',
    ],
    [
      'GitLab',
      'https://gitlab.example/api/v4/projects/group%2Fdemo/packages/pypi',
      'https://gitlab.example/api/v4/projects/group%2Fdemo/packages/pypi',
      '/simple/',
    ],
    [
      'Artifactory',
      'https://index.example/artifactory/api/pypi/team-local/',
      'https://index.example/artifactory/api/pypi/team-local',
      '/simple/',
    ],
    [
      'Nexus',
      'https://index.example/repository/team-hosted/',
      'https://index.example/repository/team-hosted',
      '/simple/',
    ],
    [
      'CodeArtifact',
      'https://team-1.d.codeartifact.example/pypi/team/',
      'https://team-1.d.codeartifact.example/pypi/team',
      '/simple/',
    ],
    ['Artifact Registry', `https://${HOSTED}/team-1/wheels/`, `https://${HOSTED}/team-1/wheels`, '/simple/'],
    [
      'Forgejo',
      'https://forge.example/api/packages/team/pypi',
      'https://forge.example/api/packages/team/pypi',
      '/simple/',
    ],
    [
      'Azure Artifacts',
      'https://feeds.example/org/project/_packaging/feed/pypi/upload/',
      'https://feeds.example/org/project/_packaging/feed/pypi',
      '/simple/',
    ],
  ])('knows how %s lays its addresses out, from %s', (_server, upload, web, simple) => {
    const domain = new URL(upload).hostname;
    expect(indexAddresses('pypi', upload)).toEqual({ upload, web, simple: `${web}${simple}`, domain });
  });

  it('knows devpi, which keeps its simple API elsewhere', () => {
    expect(indexAddresses('pypi', 'https://index.example/root/dev/').simple).toBe(
      'https://index.example/root/dev/+simple/',
    );
  });

  it.each(['https://dl.index.example/team/python/simple', 'https://dl.index.example/team/python/simple/'])(
    'takes the root of the simple API from the user where that is given: %s',
    (simple) => {
      const { upload, ...rest } = indexAddresses('pypi', 'https://python.index.example/team/prod/', simple);
      expect([upload, rest.simple]).toEqual([
        'https://python.index.example/team/prod/',
        'https://dl.index.example/team/python/simple/',
      ]);
      expect(indexAddresses('pypi', undefined, simple)).toMatchObject({
        simple: rest.simple,
        web: indexAddresses('pypi').web,
      });
    },
  );

  it('fetches tools from the public PyPI', () => {
    expect(TOOL_INDEX).toBe(indexAddresses('pypi').simple);
  });
});

describe('versionPage', () => {
  it.each([
    ['https://index.example/legacy/', 'https://index.example/project/tiny-tide/1.2.0/'],
    ['https://index.example/team/prod/', 'https://index.example/team/prod/tiny-tide/1.2.0'],
    ['https://index.example/repository/team/', 'https://index.example/repository/team/simple/tiny-tide/'],
    ['https://index.example', 'https://index.example/simple/tiny-tide/'],
  ])('of an index that is uploaded to at %s is %s', (upload, page) => {
    expect(versionPage(indexAddresses('pypi', upload), 'tiny-tide', '1.2.0')).toBe(page);
  });

  it.each(['pypi', 'testpypi'] as const)('of the public %s is on its web host', (name) => {
    const addresses = indexAddresses(name);
    const page = `${addresses.web}/project/tiny-tide/1.2.0/`;
    expect(versionPage(addresses, 'tiny-tide', '1.2.0')).toBe(page);
  });
});

describe('projectPage', () => {
  it.each([
    ['https://index.example/legacy/', 'https://index.example/project/tiny-tide/'],
    ['https://index.example/team/prod/', 'https://index.example/team/prod/tiny-tide'],
    ['https://index.example/repository/team/', 'https://index.example/repository/team/simple/tiny-tide/'],
  ])('of an index that is uploaded to at %s is %s', (upload, page) => {
    expect(projectPage(indexAddresses('pypi', upload), 'tiny-tide')).toBe(page);
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
