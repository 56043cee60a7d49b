import { afterEach, describe, expect, it } from '@jest/globals';
import { openGit } from '../../../src/emulators/forge/git.ts';
import { AT, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

async function git(...args: readonly string[]): Promise<string> {
  return (await openGit(forge.gitDirectory)(args)).toString();
}

describe('a commit through the API', () => {
  it('is made of blobs and a tree on its parent, and git finds it sound', async () => {
    forge = await runningForge();
    const { rest } = forge.octokit;
    const content = Buffer.from([0, 255, 10]).toString('base64');
    const blob = await rest.git.createBlob({ ...AT, content, encoding: 'base64' });
    const tree = await rest.git.createTree({
      ...AT,
      base_tree: forge.second,
      tree: [
        { path: 'src/demo/data.bin', mode: '100644', type: 'blob', sha: blob.data.sha },
        { path: 'src/demo/__init__.py', mode: '100644', type: 'blob', content: 'x = 1\n' },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const made = await rest.git.createCommit({
      ...AT,
      message: 'Release 1.0',
      tree: tree.data.sha,
      parents: [forge.second],
    });
    await rest.git.updateRef({ ...AT, ref: 'heads/main', sha: made.data.sha });
    expect((await git('ls-tree', '-r', '--name-only', 'main')).split('\n')).toEqual([
      'pyproject.toml',
      'src/demo/__init__.py',
      'src/demo/data.bin',
      '',
    ]);
    expect(await git('fsck', '--strict')).toBe('');
    const read = await rest.git.getCommit({ ...AT, commit_sha: made.data.sha });
    expect(read.data).toMatchObject({
      message: 'Release 1.0',
      parents: [{ sha: forge.second }],
      tree: { sha: tree.data.sha },
    });
    expect((await rest.git.getBlob({ ...AT, file_sha: blob.data.sha })).data).toMatchObject({
      size: 3,
      encoding: 'base64',
    });
  });

  it('is signed by the forge when it names nobody, so its SHA differs each time', async () => {
    forge = await runningForge();
    const commit = {
      message: 'm',
      tree: (await git('rev-parse', 'main^{tree}')).trim(),
      parents: [forge.second],
    };
    const one = await forge.call('POST', '/git/commits', commit);
    const two = await forge.call('POST', '/git/commits', commit);
    expect(one.body.verification).toMatchObject({ verified: true, reason: 'valid' });
    expect(one.body.committer).toMatchObject({ name: 'GitHub', email: 'noreply@github.com' });
    expect(one.body.author.name).toBe('github-actions[bot]');
    expect(one.body.sha).not.toBe(two.body.sha);
    expect(await git('show', '-s', '--format=%cn', one.body.sha)).toBe('GitHub\n');
  });

  it('is unsigned when it names an author', async () => {
    forge = await runningForge();
    const tree = (await git('rev-parse', 'main^{tree}')).trim();
    const author = { name: 'Ann', email: 'ann@example.org', date: '2026-01-02T03:04:05+01:00' };
    const made = await forge.call('POST', '/git/commits', {
      message: 'm',
      tree,
      parents: [forge.second],
      author,
    });
    expect(made.body.verification).toMatchObject({ verified: false, reason: 'unsigned' });
    expect(made.body.author).toEqual({ ...author, date: '2026-01-02T02:04:05Z' });
    expect(made.body.committer.name).toBe('Ann');
  });

  it.each([
    ['an unknown tree', { tree: 'f'.repeat(40) }, 'Tree SHA does not exist'],
    [
      'an unknown parent',
      { parents: ['f'.repeat(40)] },
      'Parent SHA does not exist or is not a commit object',
    ],
  ])('is refused for %s', async (_, change, message) => {
    forge = await runningForge();
    const tree = (await git('rev-parse', 'main^{tree}')).trim();
    const refused = await forge.call('POST', '/git/commits', { message: 'm', tree, ...change });
    expect(refused).toMatchObject({ status: 422, body: { message } });
  });
});

describe('a tree', () => {
  it.each([
    ['a blob that is not there', { path: 'a', mode: '100644', type: 'blob', sha: 'f'.repeat(40) }],
    ['a path that leaves it', { path: '../a', mode: '100644', type: 'blob', content: 'x' }],
    ['a mode of another type', { path: 'a', mode: '040000', type: 'blob', content: 'x' }],
    ['neither sha nor content', { path: 'a', mode: '100644', type: 'blob' }],
  ])('is refused for %s', async (_, row) => {
    forge = await runningForge();
    expect((await forge.call('POST', '/git/trees', { tree: [row] })).status).toBe(422);
  });

  it('is listed with all below it when asked', async () => {
    forge = await runningForge();
    const tree = [{ path: 'a/b.txt', mode: '100644', type: 'blob', content: 'x' }];
    const made = await forge.call('POST', '/git/trees', { tree });
    const flat = await forge.octokit.rest.git.getTree({ ...AT, tree_sha: made.body.sha });
    const deep = await forge.octokit.rest.git.getTree({ ...AT, tree_sha: made.body.sha, recursive: 'true' });
    expect(flat.data.tree.map(({ path }) => path)).toEqual(['a']);
    expect(deep.data.tree.map(({ path, size }) => [path, size])).toEqual([
      ['a', undefined],
      ['a/b.txt', 1],
    ]);
  });
});

describe('an annotated tag', () => {
  it('is an object until a reference names it, and peels to the commit', async () => {
    forge = await runningForge();
    const { rest } = forge.octokit;
    const object = await rest.git.createTag({
      ...AT,
      tag: 'v1.0',
      message: 'demo 1.0',
      object: forge.second,
      type: 'commit',
    });
    expect((await forge.world()).tags).toEqual({});
    await rest.git.createRef({ ...AT, ref: 'refs/tags/v1.0', sha: object.data.sha });
    const ref = await rest.git.getRef({ ...AT, ref: 'tags/v1.0' });
    expect(ref.data.object).toMatchObject({ type: 'tag', sha: object.data.sha });
    const peeled = await rest.git.getTag({ ...AT, tag_sha: ref.data.object.sha });
    expect(peeled.data.object).toMatchObject({ sha: forge.second, type: 'commit' });
    expect(peeled.data.message).toBe('demo 1.0');
    expect((await forge.world()).tags).toEqual({ 'v1.0': forge.second });
    expect(await git('cat-file', '-t', 'v1.0')).toBe('tag\n');
  });

  it('is refused for an object that is not there', async () => {
    forge = await runningForge();
    const wanted = { tag: 'v1', message: 'm', object: 'f'.repeat(40), type: 'commit' };
    expect((await forge.call('POST', '/git/tags', wanted)).status).toBe(422);
  });
});
