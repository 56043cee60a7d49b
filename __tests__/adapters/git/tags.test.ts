import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createTags } from '../../../src/adapters/git/tags.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

const PATH = process.env.PATH ?? '';
const processes = createProcesses({ environment: { PATH } });
const IDENTITY = ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.org'];

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

function git(...args: readonly string[]): string {
  const options = { cwd: scratch.directory, env: { PATH }, encoding: 'utf8' } as const;
  return execFileSync('git', [...IDENTITY, ...args], options).trim();
}

/** Two commits with tags on both, and one tag on a branch aside. */
function history(): void {
  git('init', '--quiet', '--initial-branch', 'main');
  git('commit', '--quiet', '--allow-empty', '--message', 'first');
  git('tag', 'v1.0');
  git('checkout', '--quiet', '-b', 'aside');
  git('commit', '--quiet', '--allow-empty', '--message', 'aside');
  git('tag', '--annotate', 'v2.0', '--message', 'text');
  git('checkout', '--quiet', 'main');
  git('commit', '--quiet', '--allow-empty', '--message', 'second');
  git('tag', 'v1.1');
}

const tags = (...below: readonly string[]) => createTags(processes, scratch.file(...below));

describe('the tags', () => {
  it('are told apart by where they are', async () => {
    history();
    expect(await tags().read()).toEqual({
      all: ['v1.0', 'v1.1', 'v2.0'],
      local: ['v1.0', 'v1.1', 'v2.0'],
      onHead: ['v1.1'],
      inHistory: ['v1.0', 'v1.1'],
      shallow: false,
    });
  });

  it('of a shallow clone are those of where it was cloned from', async () => {
    history();
    git('clone', '--quiet', '--depth', '1', '--no-tags', `file://${scratch.directory}`, 'shallow');
    const read = await tags('shallow').read();
    expect(read).toEqual({
      all: ['v1.0', 'v1.1', 'v2.0'],
      local: [],
      onHead: [],
      inHistory: [],
      shallow: true,
    });
  });

  it('of a shallow clone whose origin is gone are its own', async () => {
    history();
    git('clone', '--quiet', '--depth', '1', `file://${scratch.directory}`, 'shallow');
    git('-C', 'shallow', 'remote', 'set-url', 'origin', scratch.file('gone'));
    expect((await tags('shallow').read()).all).toEqual(['v1.1']);
  });

  it('are none outside a repository, nor before the first commit', async () => {
    const none = { all: [], local: [], onHead: [], inHistory: [], shallow: false };
    expect(await tags().read()).toEqual(none);
    git('init', '--quiet');
    expect(await tags().read()).toEqual(none);
  });
});

describe('a tag for some work', () => {
  it('is on the head meanwhile, and found by git describe without options', async () => {
    history();
    const described = await tags().during('v1.2', async () => git('describe'));
    expect(described).toBe('v1.2');
    expect(git('tag', '--list')).toBe('v1.0\nv1.1\nv2.0');
  });

  it('goes when the work fails, too', async () => {
    history();
    await expect(tags().during('v1.2', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(git('tag', '--list', 'v1.2')).toBe('');
  });

  it('stays where it was there before', async () => {
    history();
    await tags().during('v1.1', async () => undefined);
    expect(git('tag', '--list', 'v1.1')).toBe('v1.1');
  });
});
