import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createCheckout } from '../../../src/adapters/git/checkout.ts';
import { untrackedFiles } from '../../../src/adapters/git/untracked.ts';
import { faultOf } from '../../support/faults.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const PATH = process.env.PATH ?? '';
const processes = createProcesses({ environment: { PATH } });
const IDENTITY = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org'];
const TIME = 1_700_000_000;

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

function git(...args: readonly string[]): string {
  const dated = { PATH, GIT_COMMITTER_DATE: `${TIME} +0000`, GIT_AUTHOR_DATE: '1600000000 +0000' };
  return execFileSync('git', [...IDENTITY, ...args], {
    cwd: scratch.directory,
    env: dated,
    encoding: 'utf8',
  }).trim();
}

function commitAll(files: Readonly<Record<string, string>>): string {
  scratch.write(files);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'first');
  return git('rev-parse', 'HEAD');
}

const checkout = (...below: readonly string[]) => createCheckout(processes, scratch.file(...below));

describe('the head', () => {
  it('is the commit with its committer time', async () => {
    const commit = commitAll({ a: '1' });
    expect(await checkout().head()).toEqual({ commit, time: TIME, shallow: false });
  });

  it('tells a shallow clone', async () => {
    commitAll({ a: '1' });
    git('commit', '--quiet', '--allow-empty', '--message', 'second');
    git('clone', '--quiet', '--depth', '1', `file://${scratch.directory}`, 'shallow');
    expect(await checkout('shallow').head()).toMatchObject({ shallow: true });
  });

  it('is not there outside a repository, nor before the first commit', async () => {
    expect(await checkout().head()).toBeUndefined();
    git('init', '--quiet');
    expect(await checkout().head()).toBeUndefined();
  });

  it('is read although the checkout belongs to another user', async () => {
    const commit = commitAll({ a: '1' });
    if (process.getuid?.() === 0) execFileSync('chown', ['-R', '65534', scratch.directory]);
    expect(await checkout().head()).toMatchObject({ commit });
  });

  it('is a fault where there is no git program', async () => {
    const without = createCheckout(
      createProcesses({ environment: { PATH: scratch.directory } }),
      scratch.directory,
    );
    expect(await faultOf(without.head())).toMatchObject({ code: 'tool-failed', title: 'git failed' });
  });
});

describe('changes', () => {
  it('are files that differ, are new or gone, each by itself, but not ignored ones', async () => {
    commitAll({ kept: '', changed: '', gone: '', 'ä b': '', '.gitignore': 'ignored\n' });
    scratch.write({ changed: '2', 'new/one': '', 'new/two': '', 'ä b': '2', ignored: '' });
    rmSync(scratch.file('gone'));
    const changes = await checkout().changes();
    expect([...changes].sort()).toEqual(['changed', 'gone', 'new/one', 'new/two', 'ä b']);
  });

  it('name both files of a rename', async () => {
    commitAll({ old: 'a long enough text\n' });
    git('mv', 'old', 'new');
    expect([...(await checkout().changes())].sort()).toEqual(['new', 'old']);
  });

  it('are those of the working directory, relative to it', async () => {
    commitAll({ 'a/b/one': '', 'a/two': '' });
    scratch.write({ 'a/b/one': '2', 'a/b/three': '', 'a/two': '2' });
    expect(await checkout('a', 'b').changes()).toEqual(['one', 'three']);
  });

  it('are none outside a repository', async () => {
    scratch.write({ a: '' });
    expect(await checkout().changes()).toEqual([]);
  });
});

describe('tracked files', () => {
  const files = ['changed', './ä b', 'ignored', 'new', 'gone'];

  it('are those that git knows, changed or not, by the names that were given', async () => {
    commitAll({ 'a/changed': '', 'a/ä b': '', '.gitignore': 'ignored\n', new: '' });
    scratch.write({ 'a/changed': '2', 'a/ignored': '', 'a/new': '' });
    expect(await checkout('a').tracked(files)).toEqual(['changed', './ä b']);
    expect(await checkout('a').tracked([])).toEqual([]);
  });

  it('are no submodules, whose changes are another repository’s', async () => {
    const sha = commitAll({ a: '' });
    git('update-index', '--add', '--cacheinfo', `160000,${sha},vendor`);
    git('commit', '--quiet', '--message', 'submodule');
    expect(await checkout().tracked(['a', 'vendor'])).toEqual(['a']);
  });

  it('may be directories, with a tracked file in them', async () => {
    const sha = commitAll({ 'build/tools/make.py': '', '.gitignore': 'dist\n' });
    git('update-index', '--add', '--cacheinfo', `160000,${sha},build/a`);
    scratch.write({ 'dist/demo.whl': '', 'new/file': '' });
    expect(await checkout().tracked(['build', 'dist', 'new'])).toEqual(['build']);
  });

  it('are names, no patterns', async () => {
    commitAll({ a1: '' });
    expect(await checkout().tracked(['a*'])).toEqual([]);
  });

  it('are none outside a repository', async () => {
    scratch.write({ changed: '' });
    expect(await checkout().tracked(files)).toEqual([]);
  });
});

it('tells where in the checkout the working directory lies', async () => {
  commitAll({ 'a/b/one': '' });
  mkdirSync(scratch.file('.outside'));
  expect(await checkout('a', 'b').prefix()).toBe('a/b/');
  expect(await checkout().prefix()).toBe('');
});

it('tells untracked files from changed and ignored ones', async () => {
  expect(await untrackedFiles(processes, scratch.directory)).toBeUndefined();
  commitAll({ changed: '', '.gitignore': 'ignored\n' });
  scratch.write({ changed: '2', ignored: '', 'new/one': '' });
  expect(await untrackedFiles(processes, scratch.directory)).toEqual(['new/one']);
});

it('gives a file as it is committed, without the line endings of this system, byte for byte', async () => {
  const bytes = Buffer.from([0xff, 0x00, 0x0a, 0xe9]);
  commitAll({ text: 'a\nb\n', 'sub/odd name': bytes.toString('latin1') });
  writeFileSync(scratch.file('sub/odd name'), bytes);
  git('commit', '--quiet', '--all', '--message', 'bytes');
  scratch.write({ text: 'a\r\nb\r\n' });
  expect(Buffer.from((await checkout().committed('text')) ?? []).toString()).toBe('a\nb\n');
  expect(Buffer.from((await checkout('sub').committed('odd name')) ?? [])).toEqual(bytes);
  expect(await checkout().committed('gone')).toBeUndefined();
  git('tag', 'v1.0');
  commitAll({ text: 'later\n' });
  expect(Buffer.from((await checkout().committed('text', 'v1.0')) ?? []).toString()).toBe('a\nb\n');
  expect(await checkout().committed('text', 'v2.0')).toBeUndefined();
  symlinkSync('text', scratch.file('link'));
  git('add', 'link');
  git('commit', '--quiet', '--message', 'link');
  expect(await checkout().committed('link')).toBeUndefined();
});

describe('a commit', () => {
  const named = () => git('show', '--format=%s', '--name-status', '--no-renames').split('\n').filter(Boolean);

  it('takes the files as they are, changed, new, removed by hand or by git, and no other', async () => {
    commitAll({ changed: '', gone: '', removed: '', other: '' });
    scratch.write({ changed: '2', 'new/one': '', other: '2' });
    rmSync(scratch.file('gone'));
    git('rm', '--quiet', 'removed');
    const names = ['changed', 'new/one', 'gone', 'removed'];
    const committed = await checkout().commit(names, 'Release 1.0');
    expect(named()).toEqual(['Release 1.0', 'M\tchanged', 'D\tgone', 'A\tnew/one', 'D\tremoved']);
    expect([...committed].sort()).toEqual([...names].sort());
    expect(await checkout().changes()).toEqual(['other']);
  });

  it('leaves out what git sees no change in, and is none where that is all', async () => {
    const first = commitAll({ 'a/same': 'x', 'a/other': 'x' });
    symlinkSync('other', scratch.file('a/link'));
    git('add', '--all');
    git('commit', '--quiet', '--message', 'link');
    expect(await checkout('a').commit(['same', 'link'], 'Release 1.0')).toEqual([]);
    expect(git('rev-parse', 'HEAD~1')).toBe(first);
    scratch.write({ 'a/other': 'y' });
    expect(await checkout('a').commit(['same', 'other'], 'Release 1.0')).toEqual(['other']);
  });

  it('takes files above the working directory, which it names as they were given', async () => {
    commitAll({ 'a/b/one': '', 'ä.lock': 'x', 'a/gone': '' });
    git('config', 'diff.relative', 'true');
    scratch.write({ 'a/b/one': '2', 'ä.lock': 'y', 'a/new': '' });
    rmSync(scratch.file('a/gone'));
    const names = ['one', '../../ä.lock', '../gone', '../new'];
    expect(await checkout('a/b').tracked(names)).toEqual(['one', '../../ä.lock', '../gone']);
    expect((await checkout('a/b').commit(names, 'Release 1.0')).toSorted()).toEqual(names.toSorted());
    expect(git('status', '--short')).toBe('');
    expect(Buffer.from((await checkout('a/b').committed('../../ä.lock')) ?? []).toString()).toBe('y');
  });

  it('is of files below the working directory, at the time of the commit before it', async () => {
    commitAll({ 'a/one': '', one: '' });
    scratch.write({ 'a/one': '2', one: '2' });
    expect(await checkout('a').commit(['one'], 'Release 1.0')).toEqual(['one']);
    expect(named()).toEqual(['Release 1.0', 'M\ta/one']);
    expect(git('log', '-1', '--format=%ct')).toBe(String(TIME));
  });
});
