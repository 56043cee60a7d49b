import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createFiles } from '../../../src/adapters/node/files.ts';
import { readmeFaults, renewBadges } from '../../../src/phases/build/renew-badges.ts';
import { writeVersion } from '../../../src/phases/build/write-version.ts';
import { ownName, repositoryTop } from '../../../src/phases/setup/own-name.ts';
import { requireProject } from '../../../src/phases/setup/project.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';
import { aPlan, aProject, aReading, codesOf, fakeCheckout } from '../../support/world.ts';

const files = createFiles();

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
  scratch.write({ 'repo/.git/HEAD': '', 'repo/a/b/one': '', 'repo/two': '', outside: '' });
});
afterEach(() => scratch.remove());

const place = (directory: string) => ({
  workspace: scratch.directory,
  directory: scratch.file('repo', directory),
});

describe('the top of the repository', () => {
  it('is the nearest directory with git’s own, which may be a file', async () => {
    expect(await repositoryTop(place('a/b'), files)).toBe(scratch.file('repo'));
    scratch.write({ 'repo/a/.git': 'gitdir: elsewhere\n' });
    expect(await repositoryTop(place('a/b'), files)).toBe(scratch.file('repo/a'));
  });
});

describe('the own name of a file', () => {
  const link = (target: string, name: string) => symlinkSync(target, scratch.file('repo', name));
  const named = (file: string, directory = 'a/b') => ownName(file, place(directory), files);

  it('is that of what a link leads to, above the working directory or below', async () => {
    link('../../two', 'a/b/up');
    link('a/b', 'linked');
    expect(await named('up')).toBe('../../two');
    expect(await named('linked/one', '.')).toBe('a/b/one');
    expect(await named('../two', 'linked/../a')).toBe('../two');
  });

  it('is the one given where nothing leads elsewhere, or nothing is there yet', async () => {
    expect(await named('one')).toBe('one');
    expect(await named('../../gone')).toBe('../../gone');
  });

  it('is none above a working directory that is a link, where `..` would mean two places', async () => {
    link('a/b', 'linked');
    link('../../two', 'a/b/up');
    link('../outer', 'away');
    scratch.write({ 'outer/one': '' });
    expect(await named('one', 'linked')).toBe('one');
    for (const file of ['up', '../two', '../gone'])
      expect([file, await named(file, 'linked')]).toEqual([file, undefined]);
    for (const file of ['one', 'gone']) expect([file, await named(file, 'away')]).toEqual([file, undefined]);
  });

  it('is none outside the repository, nor in git’s own directory', async () => {
    link('../../../outside', 'a/b/out');
    link('../../.git/HEAD', 'a/b/head');
    for (const file of ['out', 'head', '../../../outside', '../../../gone', '../../.git/x'])
      expect([file, await named(file)]).toEqual([file, undefined]);
  });
});

describe('a release', () => {
  const TOML = '[project]\nname = "demo"\nversion = "1.2.0"\n';
  const BADGES = '<!-- pypi-release:badges -->\n<!-- /pypi-release:badges -->\n';
  const plan = () => aPlan({ ...place('a'), badges: 'update', version: { kind: 'given', version: '1.3.0' } });

  it('writes through links to what is behind them, and names that', async () => {
    scratch.write({
      'repo/a/pyproject.toml': TOML,
      'repo/docs/log.md': '# Changes\n\n## Unreleased\n\n- New\n',
      'repo/README.md': BADGES,
      'repo/version.py': '__version__ = "1.2.0"\n',
      'repo/a/demo/x': '',
    });
    symlinkSync('../docs/log.md', scratch.file('repo/a/CHANGELOG.md'));
    symlinkSync('../README.md', scratch.file('repo/a/README.md'));
    symlinkSync('../../version.py', scratch.file('repo/a/demo/__init__.py'));
    const project = await requireProject(plan(), aReading(files));
    expect(project.changelog).toBe('../docs/log.md');
    const world = { files, clock: fakeClock('2026-03-04T00:00:00Z'), checkout: fakeCheckout() };
    expect(await writeVersion(project, plan(), world)).toEqual([
      'pyproject.toml',
      '../version.py',
      '../docs/log.md',
    ]);
    expect(await files.text(scratch.file('repo/docs/log.md'))).toContain('1.3.0');
    expect(await readmeFaults(plan(), files)).toEqual([]);
    expect(await renewBadges(project, plan(), files)).toEqual(['../README.md']);
    expect(await files.real(scratch.file('repo/a/CHANGELOG.md'))).toBe(scratch.file('repo/docs/log.md'));
  });

  it('refuses files that lie outside the repository', async () => {
    scratch.write({ 'repo/a/pyproject.toml': TOML, 'NEWS.md': '', 'README.md': BADGES });
    symlinkSync('../../NEWS.md', scratch.file('repo/a/CHANGELOG.md'));
    symlinkSync('../../README.md', scratch.file('repo/a/README.md'));
    expect(await codesOf(requireProject(plan(), aReading(files)))).toEqual(['file-outside']);
    expect((await readmeFaults(plan(), files)).map(({ code }) => code)).toEqual(['file-outside']);
    expect(await renewBadges(aProject(), plan(), files)).toEqual([]);
  });
});
