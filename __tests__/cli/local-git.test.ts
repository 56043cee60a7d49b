import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localPlace } from '../../src/cli/local-git.ts';
import { faultOf } from '../support/faults.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

/** A repository of one commit, with a project below its top; gives its top. */
function repository(): string {
  scratch.write({ 'repo/packages/demo/pyproject.toml': '' });
  const top = scratch.file('repo');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: top });
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'First');
  return top;
}

describe('the place of a directory', () => {
  it('is told by the top of its repository, its name below that, and the branch', async () => {
    const top = repository();
    expect(await localPlace(top)).toEqual({ top, prefix: '', branch: 'trunk' });
    const below = scratch.file('repo', 'packages', 'demo');
    expect(await localPlace(below)).toEqual({ top, prefix: 'packages/demo', branch: 'trunk' });
  });

  it('is the same through a link', async () => {
    const top = repository();
    symlinkSync(top, scratch.file('link'));
    expect(await localPlace(scratch.file('link', 'packages', 'demo'))).toMatchObject({
      top,
      prefix: 'packages/demo',
    });
  });

  it('has no branch where a commit is checked out', async () => {
    const top = repository();
    execFileSync('git', ['checkout', '--quiet', '--detach'], { cwd: top });
    expect((await localPlace(top))?.branch).toBeUndefined();
  });

  it('is none outside a repository', async () => {
    expect(await localPlace(scratch.directory)).toBeUndefined();
  });

  it('cannot be told without git, which is another matter', async () => {
    const { PATH } = process.env;
    process.env.PATH = scratch.directory;
    try {
      expect((await faultOf(localPlace(scratch.directory))).code).toBe('tool-failed');
    } finally {
      process.env.PATH = PATH;
    }
  });
});
