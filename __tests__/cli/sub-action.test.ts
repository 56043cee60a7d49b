/** The sub-action `rehearse`, run as a runner runs it: on the shallow checkout of a pull request from a fork, without a right or a secret. */

import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JobResult, runJob } from '../../src/cli/job.ts';
import type { StepLine } from '../../src/cli/runner/step-line.ts';
import { hostEnvironment, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import type { World } from '../../src/emulators/serve.ts';
import { bundledAction } from '../support/bundled-action.ts';
import { ACTION } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const TINY = path.join(ACTION, '__tests__/fixtures/projects/tiny');
const SECRET = 'tide-and-time-wait-for-none';
const scratch = makeScratch();
let action: string;
let origin: string;
let jobs = 0;

interface Told {
  readonly result: JobResult;
  readonly lines: readonly StepLine[];
  readonly workspace: string;
}

let released: Told;
let refused: Told;

beforeAll(async () => {
  action = await bundledAction(scratch.file('action'));
  origin = await pullRequest();
  [released, refused] = await Promise.all([
    job({ path: 'C', inputs: 'bump=minor\nrelease = draft' }),
    // What a build prints is not for this job's runner to obey.
    job({
      path: 'C',
      inputs: 'build-command=echo "::error title=Pwned::by the build"; echo "::add-mask::tiny"; exit 3',
    }),
  ]);
}, 240_000);
afterAll(() => scratch.remove());

function git(directory: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@t.example', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', [...identity, '-C', directory, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
}

/** A repository whose HEAD merges a pull request, as the forge makes the commit that is tested. */
async function pullRequest(): Promise<string> {
  const top = scratch.file('origin', 'tiny-tide');
  await cp(TINY, top, { recursive: true });
  git(top, 'init', '--quiet', '--initial-branch', 'main');
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '-m', 'one');
  git(top, 'checkout', '--quiet', '-b', 'proposal');
  await writeFile(path.join(top, 'NOTES.txt'), 'proposed\n');
  git(top, 'add', '--all');
  git(top, 'commit', '--quiet', '-m', 'two');
  git(top, 'checkout', '--quiet', 'main');
  git(top, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'proposal');
  git(top, 'update-ref', 'refs/pull/7/merge', 'HEAD');
  return top;
}

/** What a job finds in its workspace. */
async function checkedOut(workspace: string): Promise<string> {
  git(workspace, 'init', '--quiet');
  git(
    workspace,
    'fetch',
    '--quiet',
    '--depth',
    '1',
    `file://${origin}`,
    '+refs/pull/7/merge:refs/remotes/pull/7/merge',
  );
  git(workspace, 'checkout', '--quiet', '--detach', 'refs/remotes/pull/7/merge');
  return git(workspace, 'rev-parse', 'HEAD');
}

/** A job of the pull request that checks out as actions/checkout does, and uses the sub-action. */
async function job(inputs: Readonly<Record<string, string>>, fill = checkedOut): Promise<Told> {
  jobs += 1;
  const [workspace, temp] = [scratch.file(`job-${jobs}`, 'demo', 'demo'), scratch.file(`temp-${jobs}`)];
  await mkdir(temp, { recursive: true });
  await mkdir(workspace, { recursive: true });
  const commit = await fill(workspace);
  const [repository, ref] = ['org/demo', 'refs/pull/7/merge'];
  const run = { ref, commit, event: 'pull_request', repository, inputs: {}, workspace, temp };
  const lines: StepLine[] = [];
  const result = await runJob(
    {
      action: path.join(action, 'rehearse'),
      inputs,
      environment: {
        ...hostEnvironment(process.env),
        ...(await runnerEnvironment(run)),
        // Nothing of this job's own may reach the rehearsed one.
        GITHUB_API_URL: 'http://127.0.0.1:9/api',
        GITHUB_REPOSITORY: repository,
        ACTIONS_RUNTIME_TOKEN: SECRET,
        'INPUT_PYPI-TOKEN': SECRET,
        UV_PUBLISH_TOKEN: SECRET,
      },
      secrets: [],
      workspace,
      temp,
      node: process.execPath,
    },
    (line) => void lines.push(line),
  );
  return { result, lines, workspace };
}

const annotations = ({ lines }: Told) => lines.filter((line) => line.kind === 'annotation');

describe('the rehearsal of a pull request', () => {
  it('ends well, and tells how the release would have gone', async () => {
    const { result } = released;
    expect([result.conclusion, result.exitCode, result.outputs.get('outcome')]).toEqual([
      'success',
      0,
      'released',
    ]);
    expect([...result.outputs.keys()]).toEqual(['outcome', 'report']);
    const report = JSON.parse(await readFile(result.outputs.get('report') ?? '', 'utf8'));
    const world = report.world as World;
    expect([report.outcome, report.project.version]).toEqual(['released', '1.3.0']);
    expect(Object.keys(world.pypi['tiny-tide'] ?? {})).toEqual(['1.3.0']);
    expect(world.releases.map(({ tag, draft }) => [tag, draft])).toEqual([['v1.3.0', true]]);
  });

  it('shows the summary of the release below a heading that says what it is', () => {
    expect(released.result.summary).toMatch(/^# Rehearsal of the release\n/);
    expect(released.result.summary).toContain('tiny_tide-1.3.0-py3-none-any.whl');
  });

  it('shows the log as it comes, in groups', () => {
    const groups = released.lines.flatMap((line) => (line.kind === 'group' ? [line.title] : []));
    expect(groups).toEqual([
      expect.stringMatching(/^build: /),
      expect.stringMatching(/^pypi: /),
      expect.stringMatching(/^post-publish: /),
    ]);
    expect(annotations(released).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('changes nothing in the checkout', () => {
    expect(git(released.workspace, 'status', '--porcelain', '--ignored')).toBe('');
    expect(git(released.workspace, 'tag', '--list')).toBe('');
  });
});

describe('a rehearsal that fails', () => {
  it('fails the job, with each fault as an annotation that says what it is of', () => {
    const { result } = refused;
    expect([result.conclusion, result.outputs.get('outcome')]).toEqual(['failure', 'failed']);
    const errors = annotations(refused).filter(({ level }) => level === 'error');
    expect(errors.map(({ title }) => title)).toEqual([expect.stringMatching(/^Rehearsal: /)]);
    expect(result.summary).toContain('by the build');
  });

  it('obeys nothing that the build printed', () => {
    const texts = refused.lines.flatMap((line) => (line.kind === 'text' ? [line.text] : []));
    expect(texts.join('\n')).toContain('::error title=Pwned::by the build');
    expect(annotations(refused).filter(({ title }) => title.includes('Pwned'))).toEqual([]);
    // A mask of the build's would hide its word in what is told of it afterwards.
    expect(texts.filter((text) => text.includes('add-mask::tiny')).length).toBeGreaterThan(2);
  });
});

describe('an input that is not one', () => {
  it('is refused with all others, before anything is started', async () => {
    const told = await job({ project: '../elsewhere', event: 'merge', inputs: 'bmup=minor\nbump' });
    expect([told.result.conclusion, [...told.result.outputs]]).toEqual(['failure', [['outcome', 'failed']]]);
    expect(annotations(told).map(({ text }) => text)).toEqual([
      expect.stringContaining('project is "../elsewhere"'),
      expect.stringContaining('event is "merge"'),
      expect.stringContaining('inputs is "bmup=minor"'),
      expect.stringContaining('inputs is "bump"'),
      expect.stringContaining('../elsewhere'),
    ]);
  });

  it('is one that would lead the rehearsal out to real servers, however it got there', async () => {
    const names = [
      'pypi-url',
      'pypi-simple-url',
      'pypi-user',
      'pypi-token',
      'github-token',
      'announce-webhook',
    ];
    const told = await job({ inputs: names.map((name) => `${name}=https://real.example`).join('\n') });
    expect(annotations(told).map(({ title }) => title)).toEqual(
      ['pypi-url', 'pypi-simple-url', 'pypi-user', 'pypi-token', 'github-token', 'announce-webhook'].map(
        (name) => `A rehearsal takes no ${name}`,
      ),
    );
    expect(told.result.outputs.get('outcome')).toBe('failed');
  });

  it('is told of by the rehearsed release itself where it is one of its inputs', async () => {
    const told = await job({ path: 'D', phase: 'build' });
    expect(annotations(told)).toMatchObject([
      { level: 'error', title: 'Rehearsal: Input path is not valid' },
    ]);
  });

  it('is a project that is not there', async () => {
    const told = await job({ project: 'packages/none' });
    expect(annotations(told)).toMatchObject([
      { level: 'error', text: expect.stringContaining('packages/none') },
    ]);
  });
});

describe('a workspace without a commit', () => {
  it.each([
    ['that is empty', async () => 'c0ffee'],
    [
      'that is a repository all the same',
      async (workspace: string) => {
        git(workspace, 'init', '--quiet');
        return 'c0ffee';
      },
    ],
  ])('%s is a fault that says what to do, without a stack trace', async (_what, fill) => {
    const { result, lines } = await job({}, fill);
    expect(annotations({ result, lines, workspace: '' })).toMatchObject([
      {
        level: 'error',
        title: 'The rehearsal cannot begin',
        text: expect.stringContaining('actions/checkout'),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('.js:');
    expect([...result.outputs]).toEqual([['outcome', 'failed']]);
  });
});

describe('settings of the project that lead to servers', () => {
  it('are not used, which is said', async () => {
    const told = await job({ path: 'C', phase: 'build' }, async (workspace) => {
      const commit = await checkedOut(workspace);
      const file = path.join(workspace, 'pyproject.toml');
      const settings =
        '[tool.pypi-release]\npypi-user = "ci"\npypi-url = "https://real.example/legacy/"\npypi-simple-url = "https://real.example/simple/"\n';
      await writeFile(file, `${await readFile(file, 'utf8')}\n${settings}`);
      git(workspace, 'commit', '--quiet', '--all', '-m', 'settings');
      return commit;
    });
    const texts = told.lines.flatMap((line) => (line.kind === 'text' ? [line.text] : [])).join('\n');
    for (const name of ['pypi-user', 'pypi-url', 'pypi-simple-url'])
      expect(texts).toContain(`${name} of pyproject.toml is not used in the rehearsal`);
    expect([annotations(told).filter(({ level }) => level === 'error'), told.result.exitCode]).toEqual([
      [],
      0,
    ]);
  });
});
