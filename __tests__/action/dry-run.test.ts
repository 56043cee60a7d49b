import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bringBack, onCopy } from '../../src/action/dry-run.ts';
import { type Environment, environmentOf } from '../../src/action/environment.ts';
import { parsedInputs } from '../../src/action/inputs.ts';
import { planFrom } from '../../src/action/plan-from.ts';
import { replaceDirectory } from '../../src/adapters/node/copy-directory.ts';
import { createFiles } from '../../src/adapters/node/files.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

// Windows keeps neither in its file system.
const posix = process.platform === 'win32' ? it.skip : it;
const files = createFiles();
let scratch: Scratch;
let callers: Environment;
beforeEach(() => {
  scratch = makeScratch();
  scratch.write({ 'work/demo/pyproject.toml': 'x', 'work/demo/tool.sh': 'y' });
  callers = environmentOf(
    { GITHUB_WORKSPACE: scratch.file('work/demo'), RUNNER_TEMP: scratch.file('temp') },
    scratch.directory,
  );
});
afterEach(() => scratch.remove());

/** The environment on the copy, of a checkout that can be copied. */
async function copied(): Promise<Environment> {
  const { place, refusals } = await onCopy(callers, files);
  expect(refusals).toEqual([]);
  return place;
}

describe('the copy that a dry run works on', () => {
  it('has the files with their modes, and links as links', async () => {
    await files.makeExecutable(scratch.file('work/demo/tool.sh'));
    symlinkSync('pyproject.toml', scratch.file('work/demo/link'));
    const { workspace } = await copied();
    expect(workspace.startsWith(scratch.file('temp'))).toBe(true);
    expect(readFileSync(`${workspace}/pyproject.toml`, 'utf8')).toBe('x');
    expect(lstatSync(`${workspace}/tool.sh`).mode).toBe(lstatSync(scratch.file('work/demo/tool.sh')).mode);
    expect(readlinkSync(`${workspace}/link`)).toBe('pyproject.toml');
  });

  it('is made anew for each run', async () => {
    const { workspace } = await copied();
    await files.write(`${workspace}/left.txt`, '');
    expect((await copied()).workspace).toBe(workspace);
    expect(existsSync(`${workspace}/left.txt`)).toBe(false);
  });

  posix('has no socket and no pipe, which no copy of a file is', async () => {
    execFileSync('mkfifo', [scratch.file('work/demo/pipe')]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(scratch.file('work/demo/socket'), resolve));
    const { workspace } = await copied();
    server.close();
    expect(await files.list(workspace)).toEqual(['pyproject.toml', 'tool.sh']);
  });

  it('is refused where git works in the repository of another directory', async () => {
    const git = (directory: string, ...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-C', directory, ...args]);
    git(scratch.file('work/demo'), 'init', '--quiet');
    git(scratch.file('work/demo'), 'commit', '--quiet', '--allow-empty', '-m', 'one');
    git(scratch.file('work/demo'), 'worktree', 'add', '--quiet', scratch.file('linked'));
    const linked = { ...callers, workspace: scratch.file('linked') };
    const { place, refusals } = await onCopy(linked, files);
    expect([place, refusals.map(({ code }) => code)]).toEqual([linked, ['dry-run-linked']]);
    expect((await copied()).workspace).not.toBe(callers.workspace);
    scratch.write({ 'relinked/pyproject.toml': 'x' });
    symlinkSync(scratch.file('work/demo/.git'), scratch.file('relinked/.git'));
    const relinked = await onCopy({ ...callers, workspace: scratch.file('relinked') }, files);
    expect(relinked.refusals.map(({ code }) => code)).toEqual(['dry-run-linked']);
  });

  it('that cannot be made is a fault, and nobody works on the original', async () => {
    scratch.write({ 'temp/pypi-release/dry-run': 'a file where the copy should go' });
    const { place, refusals } = await onCopy(callers, files);
    expect([place, refusals.map(({ code }) => code)]).toEqual([callers, ['dry-run-copy']]);
    expect(refusals[0]?.finding).toContain(callers.workspace);
  });

  it('is none where there is no checkout: the plan says so', async () => {
    const elsewhere = { ...callers, workspace: scratch.file('missing') };
    expect(await onCopy(elsewhere, files)).toEqual({ place: elsewhere, refusals: [] });
  });
});

describe('the distributions of a dry run', () => {
  it.each([
    ['A', 'prepare', true],
    ['A', 'build', true],
    ['C', 'build..pypi', true],
    ['A', 'build..post-publish', false],
    ['A', 'all', false],
    ['A', 'setup..develop', false],
  ])('of path %s, phase %s, are brought to the caller: %s', async (path, phase, brought) => {
    const place = await copied();
    const { inputs } = parsedInputs({ path, phase, 'dry-run': 'true', 'packages-dir': 'out/dist' }, {});
    const { plan } = planFrom(inputs, place);
    await files.write(`${plan.packages}/demo-1.0.tar.gz`, 'sdist');
    scratch.write({ 'work/demo/out/dist/demo-0.9.tar.gz': 'old' });
    expect(await bringBack(callers, plan, files)).toEqual([]);
    expect(await files.list(scratch.file('work/demo/out'))).toEqual(['dist']);
    expect(await files.list(scratch.file('work/demo/out/dist'))).toEqual([
      brought ? 'demo-1.0.tar.gz' : 'demo-0.9.tar.gz',
    ]);
  });

  it('leave those of the caller as they were where they cannot be brought', async () => {
    const place = await copied();
    const { inputs } = parsedInputs(
      { path: 'A', phase: 'build', 'dry-run': 'true', 'packages-dir': 'out/dist' },
      {},
    );
    const { plan } = planFrom(inputs, place);
    await files.write(`${plan.packages}/demo-1.0.tar.gz`, 'sdist');
    scratch.write({ 'work/demo/out': 'a file where the directory should go' });
    const found = await bringBack(callers, plan, files);
    expect(found.map(({ code }) => code)).toEqual(['dry-run-copy']);
    expect(await files.text(scratch.file('work/demo/out'))).toContain('a file');
  });
});

describe('replaceDirectory', () => {
  it('leaves what is there where the copy does not come to be whole', async () => {
    scratch.write({ 'dist/old.txt': 'old' });
    await expect(replaceDirectory(scratch.file('missing'), scratch.file('dist'))).rejects.toThrow('ENOENT');
    expect(await files.list(scratch.file('dist'))).toEqual(['old.txt']);
    expect((await files.list(scratch.directory))?.filter((name) => name.startsWith('dist'))).toEqual([
      'dist',
    ]);
  });
});
