import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  checkOut,
  checkOutSubmodules,
  fillForge,
  pushTag,
  sourceOf,
  tagsOnTip,
} from '../../src/cli/repository.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

function git(directory: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...identity, '-C', directory, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

/** A repository with two commits on a branch, a tag on the first, and a project below its top. */
function aRepository(branch = 'trunk'): string {
  scratch.write({ 'repo/packages/demo/pyproject.toml': 'one', 'repo/README.md': '' });
  const top = scratch.file('repo');
  git(top, 'init', '--quiet', '--initial-branch', branch);
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '-m', 'one');
  git(top, 'tag', 'v1.0.0');
  scratch.write({ 'repo/packages/demo/pyproject.toml': 'two' });
  git(top, 'commit', '--quiet', '--all', '-m', 'two');
  return top;
}

function aForge(): string {
  const bare = scratch.file('forge.git');
  git(scratch.directory, 'init', '--quiet', '--bare', bare);
  return bare;
}

describe('sourceOf', () => {
  it('finds the repository that a project lies in', async () => {
    const top = aRepository();
    expect(await sourceOf(scratch.file('repo', 'packages', 'demo'), scratch.directory)).toEqual({
      top,
      prefix: 'packages/demo',
      branch: 'trunk',
      dirty: false,
    });
    expect(await sourceOf(top, scratch.directory)).toMatchObject({ prefix: '' });
  });

  it('knows changes of the project that are not committed, and only of the project', async () => {
    aRepository();
    const project = scratch.file('repo', 'packages', 'demo');
    scratch.write({ 'repo/other.txt': '' });
    expect((await sourceOf(project, scratch.directory)).dirty).toBe(false);
    scratch.write({ 'repo/packages/demo/new.py': '' });
    expect((await sourceOf(project, scratch.directory)).dirty).toBe(true);
  });

  it('calls the branch main where none is checked out', async () => {
    const top = aRepository();
    git(top, 'checkout', '--quiet', '--detach');
    expect((await sourceOf(top, scratch.directory)).branch).toBe('main');
  });

  it('commits a copy of a project that lies in no repository, and leaves the project as it is', async () => {
    scratch.write({ 'plain/pyproject.toml': 'x', 'plain/src/a.py': '' });
    const source = await sourceOf(scratch.file('plain'), scratch.file('scratch'));
    expect(source).toEqual({
      top: scratch.file('scratch', 'copy'),
      prefix: '',
      branch: 'main',
      dirty: false,
    });
    expect(git(source.top, 'ls-files')).toBe('pyproject.toml\nsrc/a.py');
    expect(git(source.top, 'status', '--porcelain')).toBe('');
    expect(existsSync(scratch.file('plain', '.git'))).toBe(false);
  });
});

describe('tagsOnTip', () => {
  it('gives the tags on the commit to be released, light and annotated, and no older ones', async () => {
    const top = aRepository();
    const source = await sourceOf(top, scratch.directory);
    expect(await tagsOnTip(source)).toEqual([]);
    git(top, 'tag', '1.1.0');
    git(top, 'tag', '--annotate', '--message', 'one', 'core-v1.1.0');
    expect(await tagsOnTip(source)).toEqual(['1.1.0', 'core-v1.1.0']);
  });
});

describe('the forge', () => {
  it('gets the branch and the tags with their history', async () => {
    const top = aRepository();
    const bare = aForge();
    const commit = await fillForge(await sourceOf(top, scratch.directory), bare);
    expect(commit).toBe(git(top, 'rev-parse', 'HEAD'));
    expect(git(bare, 'symbolic-ref', 'HEAD')).toBe('refs/heads/trunk');
    expect(git(bare, 'rev-list', '--count', 'trunk')).toBe('2');
    expect(git(bare, 'rev-parse', 'v1.0.0')).toBe(git(top, 'rev-parse', 'v1.0.0'));
  });

  it('gets a tag that lies on no branch', async () => {
    const top = aRepository();
    git(top, 'checkout', '--quiet', '--detach');
    git(top, 'commit', '--quiet', '--allow-empty', '-m', 'aside');
    git(top, 'tag', 'v0.9.1');
    git(top, 'checkout', '--quiet', 'trunk');
    const bare = aForge();
    await fillForge(await sourceOf(top, scratch.directory), bare);
    expect(git(bare, 'rev-parse', 'v0.9.1')).toBe(git(top, 'rev-parse', 'v0.9.1'));
  });

  it('takes a shallow clone too', async () => {
    const top = aRepository();
    const shallow = scratch.file('shallow');
    git(scratch.directory, 'clone', '--quiet', '--depth', '1', `file://${top}`, shallow);
    const commit = await fillForge(await sourceOf(shallow, scratch.directory), aForge());
    expect(commit).toBe(git(top, 'rev-parse', 'HEAD'));
  });

  // Only root may give a directory away.
  const asRoot = process.getuid?.() === 0 ? it : it.skip;
  asRoot('takes a checkout of another user, as a job in a container has it', async () => {
    const top = aRepository();
    for (const name of ['', '.git']) chownSync(path.join(top, name), 12_345, 12_345);
    const source = { top, prefix: '', branch: 'trunk', dirty: false };
    expect(await fillForge(source, aForge())).toBe(git(top, '-c', 'safe.directory=*', 'rev-parse', 'HEAD'));
  });

  it('takes a checkout without a branch', async () => {
    const top = aRepository();
    git(top, 'checkout', '--quiet', '--detach', 'v1.0.0');
    const bare = aForge();
    expect(await fillForge(await sourceOf(top, scratch.directory), bare)).toBe(
      git(top, 'rev-parse', 'v1.0.0'),
    );
    expect(git(bare, 'symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  });

  it('changes nothing in the user’s repository', async () => {
    const top = aRepository();
    const before = git(top, 'for-each-ref');
    await fillForge(await sourceOf(top, scratch.directory), aForge());
    expect([git(top, 'for-each-ref'), git(top, 'status', '--porcelain')]).toEqual([before, '']);
  });

  it('gets a tag pushed once, and keeps the one it has', async () => {
    const top = aRepository();
    const bare = aForge();
    const commit = await fillForge(await sourceOf(top, scratch.directory), bare);
    await pushTag(bare, 'v2.0.0', commit);
    await pushTag(bare, 'v1.0.0', commit);
    expect(git(bare, 'rev-parse', 'v2.0.0')).toBe(commit);
    expect(git(bare, 'rev-parse', 'v1.0.0')).toBe(git(top, 'rev-parse', 'HEAD~1'));
  });
});

describe('checkOut', () => {
  const prepared = async () => {
    const top = aRepository();
    const bare = aForge();
    const sha = await fillForge(await sourceOf(top, scratch.directory), bare);
    const workspace = scratch.file('work', 'demo', 'demo');
    return { bare, sha, workspace, first: git(bare, 'rev-parse', 'v1.0.0') };
  };

  it('stands on the branch for a dispatch', async () => {
    const { bare, sha, workspace } = await prepared();
    await checkOut(bare, workspace, { ref: 'refs/heads/trunk', sha });
    expect(git(workspace, 'symbolic-ref', '--short', 'HEAD')).toBe('trunk');
    expect(git(workspace, 'rev-parse', 'HEAD')).toBe(sha);
    expect(git(workspace, 'tag', '--list')).toBe('v1.0.0');
  });

  it('stands on the commit, off any branch, for a tag', async () => {
    const { bare, first, workspace } = await prepared();
    await checkOut(bare, workspace, { ref: 'refs/tags/v1.0.0', sha: first });
    expect(git(workspace, 'rev-parse', 'HEAD')).toBe(first);
    expect(() => git(workspace, 'symbolic-ref', 'HEAD')).toThrow();
    expect(readFileSync(`${workspace}/packages/demo/pyproject.toml`, 'utf8')).toBe('one');
  });
});

describe('checkOutSubmodules', () => {
  const LOCAL = ['-c', 'protocol.file.allow=always'] as const;

  /** A repository with two submodules, one of which has one itself. */
  function nested(): { readonly top: string; readonly workspace: string } {
    const repository = (name: string): string => {
      scratch.write({ [`${name}/${name}.txt`]: name });
      git(scratch.file(name), 'init', '--quiet', '--initial-branch', 'main');
      git(scratch.file(name), 'add', '--all');
      git(scratch.file(name), 'commit', '--quiet', '-m', name);
      return scratch.file(name);
    };
    const add = (to: string, from: string): void => {
      git(to, ...LOCAL, 'submodule', '--quiet', 'add', from, `data/${path.basename(from)}`);
      git(to, 'commit', '--quiet', '-m', 'with a submodule');
    };
    const [top, inner, other, deep] = ['repo', 'inner', 'other', 'deep'].map(repository) as [
      string,
      string,
      string,
      string,
    ];
    add(inner, deep);
    add(top, inner);
    add(top, other);
    const workspace = scratch.file('workspace');
    git(scratch.directory, 'clone', '--quiet', top, workspace);
    return { top, workspace };
  }

  it('takes those of the user’s checkout, from there, at the commit that is recorded', async () => {
    const { top, workspace } = nested();
    git(top, ...LOCAL, 'submodule', '--quiet', 'update', '--init', '--recursive');
    git(top, 'submodule', '--quiet', 'deinit', 'data/other');
    for (const gone of ['inner', 'other', 'deep']) rmSync(scratch.file(gone), { recursive: true });
    await checkOutSubmodules(top, workspace);
    expect(readFileSync(`${workspace}/data/inner/inner.txt`, 'utf8')).toBe('inner');
    expect(readFileSync(`${workspace}/data/inner/data/deep/deep.txt`, 'utf8')).toBe('deep');
    expect(existsSync(`${workspace}/data/other/other.txt`)).toBe(false);
    expect(git(workspace, 'status', '--porcelain')).toBe('');
    expect(
      git(workspace, 'submodule', 'status')
        .split('\n')
        .map((line) => line.startsWith('-')),
    ).toEqual([false, true]);
  });

  it('has nothing to do where there are none', async () => {
    const top = aRepository();
    await checkOutSubmodules(top, top);
    expect(git(top, 'status', '--porcelain')).toBe('');
  });
});
