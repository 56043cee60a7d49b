import { existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bringBack, onCopy } from '../../src/action/dry-run.ts';
import { type Environment, environmentOf } from '../../src/action/environment.ts';
import { parsedInputs } from '../../src/action/inputs.ts';
import { planFrom } from '../../src/action/plan-from.ts';
import { createFiles } from '../../src/adapters/node/files.ts';
import { makeScratch, type Scratch } from '../support/scratch.ts';

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

describe('the copy that a dry run works on', () => {
  it('has the files with their modes, and links as links', async () => {
    await files.makeExecutable(scratch.file('work/demo/tool.sh'));
    symlinkSync('pyproject.toml', scratch.file('work/demo/link'));
    const { workspace } = await onCopy(callers, files);
    expect(workspace.startsWith(scratch.file('temp'))).toBe(true);
    expect(readFileSync(`${workspace}/pyproject.toml`, 'utf8')).toBe('x');
    expect(lstatSync(`${workspace}/tool.sh`).mode).toBe(lstatSync(scratch.file('work/demo/tool.sh')).mode);
    expect(readlinkSync(`${workspace}/link`)).toBe('pyproject.toml');
  });

  it('is made anew for each run', async () => {
    const { workspace } = await onCopy(callers, files);
    await files.write(`${workspace}/left.txt`, '');
    expect((await onCopy(callers, files)).workspace).toBe(workspace);
    expect(existsSync(`${workspace}/left.txt`)).toBe(false);
  });

  it('is none where there is no checkout: the plan says so', async () => {
    const elsewhere = { ...callers, workspace: scratch.file('missing') };
    expect(await onCopy(elsewhere, files)).toBe(elsewhere);
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
    const place = await onCopy(callers, files);
    const { inputs } = parsedInputs({ path, phase, 'dry-run': 'true', 'packages-dir': 'out/dist' }, {});
    const { plan } = planFrom(inputs, place);
    await files.write(`${plan.packages}/demo-1.0.tar.gz`, 'sdist');
    scratch.write({ 'work/demo/out/dist/demo-0.9.tar.gz': 'old' });
    await bringBack(callers, plan, files);
    expect(await files.list(scratch.file('work/demo/out/dist'))).toEqual([
      brought ? 'demo-1.0.tar.gz' : 'demo-0.9.tar.gz',
    ]);
  });
});
