/** Workflows of the examples, run by act in host mode against servers of their own. */

import { copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { REPOSITORY_IDS } from '../../src/emulators/job.ts';
import { type Services, startServices, type World } from '../../src/emulators/serve.ts';
import { commitAll } from './plain-clone.ts';
import { ACTION, command } from './scenario.ts';

/** The sample that the workflows release. */
export const PROJECT = 'gauge-middleware';

const WORKFLOWS = '.github/workflows';

/** A line of `act --json`. */
export interface Line {
  readonly msg?: string;
  readonly job?: string;
  readonly command?: string;
  readonly raw_output?: boolean;
}

export interface Told {
  readonly exitCode: number;
  readonly lines: readonly Line[];
  readonly world: World;
  /** Commit that the run was started from. */
  readonly commit: string;
  /** Asks git about the forge's repository, while it is there. */
  readonly asked: readonly string[];
}

export interface WorkflowRun {
  /** Name of the file below examples/workflows. */
  readonly workflow: string;
  /** Directory of the action: `action.yml` and `dist`. */
  readonly action: string;
  /** An empty directory of this run's own. */
  readonly home: string;
  /** The tag whose push starts the run; a dispatch on main where absent. */
  readonly tag?: string;
  /** Inputs of a dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Arguments of git commands in the forge's repository, run when the workflow has ended. */
  readonly ask?: readonly (readonly string[])[];
  /** Fills the tree of the repository; with the action, the workflows of the examples and the sample where absent. */
  readonly fill?: (directory: string, services: Services) => Promise<void>;
  /** What `uses` calls the action by, where the repository does not hold it. */
  readonly calledAs?: string;
}

/** Runs a workflow on a repository that holds the action, the workflow and the sample. */
export async function workflowRun(run: WorkflowRun): Promise<Told> {
  const act = await actProgram();
  const { home, tag, ask = [], fill = (directory) => exampleTree(directory, run) } = run;
  const tree = path.join(home, 'tree');
  const services = await startServices({
    scratch: path.join(home, 'servers'),
    pending: [
      {
        owner: 'octo',
        owner_id: '3',
        repository: 'demo',
        workflow: run.workflow,
        environment: 'pypi',
        project: PROJECT,
      },
    ],
    claims: claimsOf(run),
  });
  try {
    await fill(tree, services);
    const commit = await commitAll(tree);
    // What act copies is the tree; the tag that started the run must be in it too.
    if (tag !== undefined) await command('git', ['-C', tree, 'tag', tag]);
    const refs = ['HEAD:refs/heads/main', 'refs/tags/*:refs/tags/*'];
    await command('git', ['-C', tree, 'push', '--quiet', services.github.gitDirectory, ...refs]);
    const payload = path.join(home, 'event.json');
    await writeFile(payload, JSON.stringify(payloadOf(run, commit)));
    const environment = await actEnvironment(home);
    const args = [eventOf(run), ...actArguments(run, services, payload)];
    const { exitCode, stdout } = await command(act, args, { directory: tree, environment });
    const asked = ask.map((args) => command('git', ['-C', services.github.gitDirectory, ...args]));
    return {
      exitCode,
      lines: linesOf(stdout),
      world: await services.world(),
      commit,
      asked: (await Promise.all(asked)).map((answer) => answer.stdout.trim()),
    };
  } finally {
    await services.close();
  }
}

/** Texts of the errors that jobs annotated. */
export function errorsOf({ lines }: Told): readonly string[] {
  return lines.filter(({ command: name }) => name === 'error').map(({ msg = '' }) => msg);
}

async function actProgram(): Promise<string> {
  const { exitCode, stdout, stderr } = await command('bash', ['.ci/act'], { directory: ACTION });
  if (exitCode !== 0) throw new Error(`.ci/act: ${stderr}`);
  return stdout.trim();
}

/** The action, all example workflows and the sample: the same tree, whichever of them is run. */
async function exampleTree(directory: string, { action }: WorkflowRun): Promise<void> {
  await cp(path.join(action, 'dist'), path.join(directory, 'dist'), { recursive: true });
  await copyFile(path.join(action, 'action.yml'), path.join(directory, 'action.yml'));
  await cp(path.join(ACTION, 'examples/workflows'), path.join(directory, WORKFLOWS), { recursive: true });
  await sampleTree(path.join(directory, SAMPLE));
}

const SAMPLE = `examples/${PROJECT}`;

/** The sample by itself, as git has it. */
export async function sampleTree(directory: string): Promise<void> {
  const sample = path.join(ACTION, SAMPLE);
  const files = await command('git', ['-C', sample, 'ls-files', '-z']);
  for (const file of files.stdout.split('\0').filter((name) => name !== '')) {
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await copyFile(path.join(sample, file), path.join(directory, file));
  }
}

const eventOf = ({ tag }: WorkflowRun): string => (tag === undefined ? 'workflow_dispatch' : 'push');
const refOf = ({ tag }: WorkflowRun): string => (tag === undefined ? 'refs/heads/main' : `refs/tags/${tag}`);

function claimsOf(run: WorkflowRun): Readonly<Record<string, string>> {
  const ref = refOf(run);
  const workflow = `octo/demo/${WORKFLOWS}/${run.workflow}@${ref}`;
  const event = eventOf(run);
  return { ref, event_name: event, environment: 'pypi', workflow_ref: workflow, job_workflow_ref: workflow };
}

function payloadOf(run: WorkflowRun, commit: string): object {
  const ref = refOf(run);
  const repository = {
    full_name: 'octo/demo',
    name: 'demo',
    owner: { login: 'octo' },
    default_branch: 'main',
  };
  return run.tag === undefined
    ? { ref, repository, inputs: run.inputs ?? {} }
    : { ref, after: commit, created: true, deleted: false, repository };
}

/** act in host mode, offline, with the variables of a job of these services. */
function actArguments(
  { workflow, inputs = {}, calledAs, action }: WorkflowRun,
  { env, github, pypi, testpypi, sigstore }: Services,
  payload: string,
): readonly string[] {
  const variables = { ...env, GITHUB_RUN_ID: '987', GITHUB_REPOSITORY_ID: REPOSITORY_IDS.repositoryId };
  return [
    ...['-W', `${WORKFLOWS}/${workflow}`, '-P', 'ubuntu-latest=-self-hosted', '--json'],
    ...['--no-cache-server', '--use-gitignore=false', '--eventpath', payload],
    ...(calledAs === undefined ? [] : ['--local-repository', `${calledAs}=${action}`]),
    ...['-a', 'octocat', '-s', `GITHUB_TOKEN=${github.token}`],
    ...['--var', `PYPI_URL=${pypi.upload}`, '--var', `TESTPYPI_URL=${testpypi.upload}`],
    ...['--var', `FULCIO_URL=${sigstore.fulcio}`, '--var', `REKOR_URL=${sigstore.rekor}`],
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
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
