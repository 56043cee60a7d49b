import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { REPOSITORY_IDS } from '../../src/emulators/job.ts';
import { type Services, startServices, type World } from '../../src/emulators/serve.ts';
import { commitAll } from '../support/plain-clone.ts';
import { ACTION, command } from '../support/scenario.ts';
import { makeScratch } from '../support/scratch.ts';

const WORKFLOW = '.github/workflows/rehearsal.yml';
const TAG = 'v0.3.0';
const PROJECT = 'gauge-middleware';

/** A line of `act --json`. */
interface Line {
  readonly msg?: string;
  readonly job?: string;
  readonly command?: string;
  readonly raw_output?: boolean;
}

interface Told {
  readonly exitCode: number;
  readonly lines: readonly Line[];
  readonly world: World;
  readonly commit: string;
}

const scratch = makeScratch();
let pushed: Told;
let dispatched: Told;

beforeAll(async () => {
  const { exitCode, stdout, stderr } = await command('bash', ['.ci/act'], { directory: ACTION });
  if (exitCode !== 0) throw new Error(`.ci/act: ${stderr}`);
  const act = stdout.trim();
  const repository = scratch.file('repository');
  const commit = await scratchRepository(repository);
  const run = { act, repository, commit };
  [pushed, dispatched] = await Promise.all([
    workflowRun({ ...run, event: 'push', ref: `refs/tags/${TAG}`, more: [] }),
    workflowRun({ ...run, event: 'workflow_dispatch', ref: 'refs/heads/main', more: ['--input', 'path=B'] }),
  ]);
}, 420_000);
afterAll(() => scratch.remove());

/** A repository that holds the action and the sample, laid out as the workflow wants it. */
async function scratchRepository(directory: string): Promise<string> {
  await mkdir(path.join(directory, path.dirname(WORKFLOW)), { recursive: true });
  await cp(path.join(ACTION, 'dist'), path.join(directory, 'dist'), { recursive: true });
  await copyFile(path.join(ACTION, 'action.yml'), path.join(directory, 'action.yml'));
  await copyFile(path.join(ACTION, 'examples/workflows/rehearsal.yml'), path.join(directory, WORKFLOW));
  const sample = `examples/${PROJECT}`;
  const files = await command('git', ['-C', ACTION, 'ls-files', '-z', '--', sample]);
  for (const file of files.stdout.split('\0').filter((name) => name !== '')) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await copyFile(path.join(ACTION, file), path.join(directory, file));
  }
  return commitAll(directory);
}

interface WorkflowRun {
  readonly act: string;
  readonly repository: string;
  readonly commit: string;
  readonly event: 'push' | 'workflow_dispatch';
  readonly ref: string;
  readonly more: readonly string[];
}

/** Runs the workflow by act against servers of its own, whose forge holds the repository. */
async function workflowRun(run: WorkflowRun): Promise<Told> {
  const home = scratch.file(run.event);
  const services = await startServices({
    scratch: path.join(home, 'servers'),
    pending: [
      {
        owner: 'octo',
        owner_id: '3',
        repository: 'demo',
        workflow: 'rehearsal.yml',
        environment: 'pypi',
        project: PROJECT,
      },
    ],
    claims: claimsOf(run),
  });
  try {
    // What act copies is the tree; the tag that started the run must be in it too.
    const tree = path.join(home, 'tree');
    await cp(run.repository, tree, { recursive: true });
    const refs = ['HEAD:refs/heads/main'];
    if (run.event === 'push') {
      await command('git', ['-C', tree, 'tag', TAG]);
      refs.push(`refs/tags/${TAG}`);
    }
    await command('git', ['-C', tree, 'push', '--quiet', services.github.gitDirectory, ...refs]);
    const payload = path.join(home, 'event.json');
    await writeFile(payload, JSON.stringify(payloadOf(run)));
    const args = [run.event, ...actArguments(services, payload), ...run.more];
    const environment = await actEnvironment(home);
    const { exitCode, stdout } = await command(run.act, args, { directory: tree, environment });
    return { exitCode, lines: linesOf(stdout), world: await services.world(), commit: run.commit };
  } finally {
    await services.close();
  }
}

function claimsOf({ event, ref }: WorkflowRun): Readonly<Record<string, string>> {
  const workflow = `octo/demo/${WORKFLOW}@${ref}`;
  return { ref, event_name: event, environment: 'pypi', workflow_ref: workflow, job_workflow_ref: workflow };
}

function payloadOf({ event, ref, commit }: WorkflowRun): object {
  const repository = {
    full_name: 'octo/demo',
    name: 'demo',
    owner: { login: 'octo' },
    default_branch: 'main',
  };
  return event === 'push'
    ? { ref, after: commit, created: true, deleted: false, repository }
    : { ref, repository, inputs: { path: 'B' } };
}

/** act in host mode, offline, with the variables of a job of these services. */
function actArguments(
  { env, github, pypi, testpypi, sigstore }: Services,
  payload: string,
): readonly string[] {
  const variables = { ...env, GITHUB_RUN_ID: '987', GITHUB_REPOSITORY_ID: REPOSITORY_IDS.repositoryId };
  return [
    ...['-W', WORKFLOW, '-P', 'ubuntu-latest=-self-hosted', '--json'],
    ...['--no-cache-server', '--use-gitignore=false', '--eventpath', payload],
    ...['-a', 'octocat', '-s', `GITHUB_TOKEN=${github.token}`],
    ...['--var', `PYPI_URL=${pypi.upload}`, '--var', `TESTPYPI_URL=${testpypi.upload}`],
    ...['--var', `FULCIO_URL=${sigstore.fulcio}`, '--var', `REKOR_URL=${sigstore.rekor}`],
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ];
}

/** act hands its own environment on in host mode; the Node of `node24` actions is whatever comes first on PATH. */
async function actEnvironment(home: string): Promise<Readonly<Record<string, string>>> {
  const node24 = path.join(ACTION, 'node_modules/node/bin');
  const version = (await command(path.join(node24, 'node'), ['--version'])).stdout;
  if (!version.startsWith('v24.')) throw new Error(`the Node of the tests is ${version}, not 24`);
  const machine = hostEnvironment(process.env);
  await mkdir(path.join(home, 'home'), { recursive: true });
  return {
    ...machine,
    HOME: path.join(home, 'home'),
    PATH: [node24, machine.PATH ?? ''].join(path.delimiter),
  };
}

function linesOf(stdout: string): readonly Line[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

/** What the second job printed of the first one's outputs. */
function announced({ lines }: Told): Readonly<Record<string, string>> {
  const said = lines.filter(({ job, raw_output }) => raw_output === true && job?.includes('Announce'));
  const pairs = said.map(({ msg = '' }) => msg.trim()).filter((text) => /^[a-z-]+=/.test(text));
  return Object.fromEntries(
    pairs.map((text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  );
}

const files = (index: World['pypi']) => Object.keys(index[PROJECT]?.['0.3.0'] ?? {}).toSorted();
const FILES = ['gauge_middleware-0.3.0-py3-none-any.whl', 'gauge_middleware-0.3.0.tar.gz'];

describe.each([
  ['a push of a tag, by path A', () => pushed, FILES],
  ['a dispatch, by path B', () => dispatched, []],
])('the workflow of the examples, run by act: %s', (_what, told, onTestPyPI) => {
  it('ends well', () => {
    const errors = told().lines.filter(({ command: name }) => name === 'error');
    expect(errors.map(({ msg }) => msg)).toEqual([]);
    expect(told().exitCode).toBe(0);
  });

  it('hands the outputs on to the second job', () => {
    expect(announced(told())).toEqual({
      version: '0.3.0',
      tag: TAG,
      'pypi-url': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/project\/gauge-middleware\/0\.3\.0\/$/),
      'release-url': expect.stringMatching(/\/octo\/demo\/releases\/tag\/v0\.3\.0$/),
      outcome: 'released',
    });
  });

  it('leaves the files, the tag on the commit and the published release', () => {
    const { pypi, testpypi, tags, releases } = told().world;
    expect([files(pypi), files(testpypi)]).toEqual([FILES, onTestPyPI]);
    expect(tags).toEqual({ [TAG]: told().commit });
    expect(releases).toMatchObject([{ tag: TAG, draft: false }]);
  });

  it('writes a job summary', () => {
    const summaries = told().lines.filter(({ command: name }) => name === 'summary');
    expect(JSON.stringify(summaries)).toContain('gauge-middleware 0.3.0');
  });
});
