import { appendFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Services } from '../../src/emulators/serve.ts';
import { errorsOf, PROJECT, sampleTree, type Told, workflowRun } from '../support/act.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { command, type Ended } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

/** The workflow as `init` writes it, run as it stands: the servers' addresses are the project's own settings. */
const scratch = makeScratch();
const TAG = 'v0.3.0';

let said: Ended;
let written: string;
let told: Told;

beforeAll(async () => {
  const action = await bundledAction(scratch.file('action'));
  const fill = async (directory: string, services: Services): Promise<void> => {
    await sampleTree(directory);
    const git = (...args: readonly string[]) => command('git', ['-C', directory, ...args]);
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('remote', 'add', 'origin', 'git@github.com:octo/demo.git');
    await appendFile(path.join(directory, 'pyproject.toml'), '\n[tool.pypi-release]\npath = "ultra-fast"\n');
    const args = [path.join(action, 'dist/cli.js'), 'init', '--project', directory];
    said = await command(process.execPath, args);
    written = await readFile(path.join(directory, '.github/workflows/release.yml'), 'utf8');
    await appendFile(path.join(directory, 'pyproject.toml'), settings(services));
  };
  told = await workflowRun({
    workflow: 'release.yml',
    action,
    calledAs: 'org/pypi-release@v1',
    home: scratch.file('run'),
    tag: TAG,
    fill,
  });
}, 420_000);
afterAll(() => scratch.remove());

function settings({ pypi, testpypi, sigstore }: Services): string {
  const values = {
    'pypi-url': pypi.upload,
    'testpypi-url': testpypi.upload,
    'fulcio-url': sigstore.fulcio,
    'rekor-url': sigstore.rekor,
  };
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`)
    .join('');
}

describe('the workflow that init writes for the sample, run by act for a pushed tag', () => {
  it('is written with what to enter before it can run', () => {
    expect(said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(said.stdout).toMatch(/^Written: \.github\/workflows\/release\.yml$/m);
    expect(said.stdout).toMatch(/^ +Owner +octo\n +Repository name +demo\n +Workflow name +release\.yml\n/m);
    expect(written).toContain("path: ${{ inputs.path || 'C' }}");
  });

  it('ends well, job by job', () => {
    expect(errorsOf(told)).toEqual([]);
    expect(told.exitCode).toBe(0);
    const jobs = new Set(told.lines.flatMap(({ job }) => job?.replace(/^.*\//, '').trim() ?? []));
    expect([...jobs].toSorted()).toEqual(['Prepare', 'Publish']);
  });

  it('leaves the files, the tag on the commit and the published release', () => {
    const { pypi, testpypi, tags, releases } = told.world;
    expect(Object.keys(pypi[PROJECT]?.['0.3.0'] ?? {}).toSorted()).toEqual([
      'gauge_middleware-0.3.0-py3-none-any.whl',
      'gauge_middleware-0.3.0.tar.gz',
    ]);
    expect(testpypi).toEqual({});
    expect(tags).toEqual({ [TAG]: told.commit });
    expect(releases).toMatchObject([{ tag: TAG, draft: false }]);
  });
});
