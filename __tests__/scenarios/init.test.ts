import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Services, World } from '../../src/emulators/serve.ts';
import { errorsOf, PROJECT, sampleTree, type Told, type WorkflowRun, workflowRun } from '../support/act.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { commitAll } from '../support/plain-clone.ts';
import { command, type Ended } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

/** Workflows as `init` writes them, run as they stand: the servers' addresses are the project's own settings. */
const scratch = makeScratch();
const TAG = 'v0.3.0';

interface Begun {
  readonly said: Ended;
  readonly written: string;
  readonly told: Told;
}

let pushed: Begun;
let byHand: Begun;

beforeAll(async () => {
  const action = await bundledAction(scratch.file('action'));
  const settings = '\n[tool.pypi-release]\npath = "ultra-fast"\n';
  pushed = await begun({ action, home: scratch.file('pushed'), tag: TAG }, (directory) =>
    appendFile(path.join(directory, 'pyproject.toml'), settings),
  );
  const inputs = { path: 'C', bump: 'minor' };
  byHand = await begun({ action, home: scratch.file('by-hand'), inputs }, versionFromTags);
}, 600_000);
afterAll(() => scratch.remove());

type Asked = Pick<WorkflowRun, 'action' | 'home' | 'tag' | 'inputs'>;

/** Puts the sample into a repository, lets `init` write the workflow, and runs it. */
async function begun(asked: Asked, prepare: (directory: string) => Promise<unknown>): Promise<Begun> {
  let said: Ended | undefined;
  let written = '';
  const fill = async (directory: string, services: Services): Promise<void> => {
    await sampleTree(directory);
    await prepare(directory);
    await commitAll(directory);
    await command('git', ['-C', directory, 'remote', 'add', 'origin', 'git@github.com:octo/demo.git']);
    const args = [path.join(asked.action, 'dist/cli.js'), 'init', '--project', directory];
    said = await command(process.execPath, args);
    written = await readFile(path.join(directory, '.github/workflows/release.yml'), 'utf8');
    await lead(directory, services);
  };
  const told = await workflowRun({
    ...asked,
    workflow: 'release.yml',
    calledAs: 'org/pypi-release@v1',
    fill,
  });
  if (said === undefined) throw new Error('the repository was not filled');
  return { said, written, told };
}

/** Leads the release to the servers. */
async function lead(directory: string, { pypi, testpypi, sigstore }: Services): Promise<void> {
  const file = path.join(directory, 'pyproject.toml');
  const values = {
    'pypi-url': pypi.upload,
    'testpypi-url': testpypi.upload,
    'fulcio-url': sigstore.fulcio,
    'rekor-url': sigstore.rekor,
  };
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}\n`);
  const table = '[tool.pypi-release]\n';
  const text = await readFile(file, 'utf8');
  const settings = text.includes(table) ? text : `${text}\n${table}`;
  await writeFile(file, settings.replace(table, `${table}${lines.join('')}`));
}

/** The sample with its version in tags alone, the last one on the commit before. */
async function versionFromTags(directory: string): Promise<void> {
  const edit = async (name: string, change: (text: string) => string): Promise<void> => {
    const file = path.join(directory, name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };
  await edit('pyproject.toml', (text) =>
    text
      .replace('requires = ["setuptools>=77"]', 'requires = ["setuptools>=77", "setuptools-scm>=8"]')
      .replace('version = "0.3.0"\n', 'dynamic = ["version"]\n')
      .concat('\n[tool.setuptools_scm]\n'),
  );
  await edit('src/gauge_middleware/__init__.py', (text) => text.replace(/.*__version__.*\n/, ''));
  await commitAll(directory);
  await command('git', ['-C', directory, 'tag', '0.3.0']);
  await writeFile(path.join(directory, 'NEXT.md'), 'More gauges.\n');
}

const files = (index: World['pypi'], version: string) =>
  Object.keys(index[PROJECT]?.[version] ?? {}).toSorted();

describe('the workflow that init writes for the sample, run by act for a pushed tag', () => {
  it('is written with what to enter before it can run', () => {
    expect(pushed.said).toMatchObject({ exitCode: 0, stderr: '' });
    expect(pushed.said.stdout).toMatch(/^Written: \.github\/workflows\/release\.yml$/m);
    expect(pushed.said.stdout).toMatch(
      /^ +Owner +octo\n +Repository name +demo\n +Workflow name +release\.yml\n/m,
    );
    expect(pushed.written).toContain("path: ${{ inputs.path || 'C' }}");
  });

  it('ends well, job by job', () => {
    expect(errorsOf(pushed.told)).toEqual([]);
    expect(pushed.told.exitCode).toBe(0);
    const jobs = new Set(pushed.told.lines.flatMap(({ job }) => job?.replace(/^.*\//, '').trim() ?? []));
    expect([...jobs].toSorted()).toEqual(['Prepare', 'Publish']);
  });

  it('leaves the files, the tag on the commit and the published release', () => {
    const { pypi, testpypi, tags, releases } = pushed.told.world;
    expect(files(pypi, '0.3.0')).toEqual([
      'gauge_middleware-0.3.0-py3-none-any.whl',
      'gauge_middleware-0.3.0.tar.gz',
    ]);
    expect(testpypi).toEqual({});
    expect(tags).toEqual({ [TAG]: pushed.told.commit });
    expect(releases).toMatchObject([{ tag: TAG, draft: false }]);
  });
});

describe('the workflow that init writes for a version from tags, run by act by hand', () => {
  it('asks how to raise the version, and takes the form of the tags', () => {
    expect(byHand.said.exitCode).toBe(0);
    expect(byHand.written).toContain("tags: ['[0-9]*']");
    expect(byHand.written).toContain('bump: ${{ inputs.bump }}');
  });

  it('releases the next version, in both jobs the same', () => {
    expect(errorsOf(byHand.told)).toEqual([]);
    expect(byHand.told.exitCode).toBe(0);
    const { pypi, tags, releases } = byHand.told.world;
    expect(files(pypi, '0.4.0')).toEqual([
      'gauge_middleware-0.4.0-py3-none-any.whl',
      'gauge_middleware-0.4.0.tar.gz',
    ]);
    expect(Object.keys(tags).toSorted()).toEqual(['0.3.0', '0.4.0']);
    expect(releases).toMatchObject([{ tag: '0.4.0', draft: false }]);
  });
});
