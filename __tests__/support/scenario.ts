/** A whole release as a test: the bundled action as a job on a runner, against the built-in servers. */

import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Job, type JobResult, runJob } from '../../src/cli/job.ts';
import { jobSecrets } from '../../src/cli/job-secrets.ts';
import { checkOut, fillForge, pushTag, sourceOf } from '../../src/cli/repository.ts';
import type { StepLine } from '../../src/cli/runner/step-line.ts';
import { hostEnvironment, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import { JOB_PERMISSIONS, type Permissions } from '../../src/emulators/job.ts';
import type { RecordedRequest } from '../../src/emulators/listen.ts';
import { type ServiceOptions, type Services, startServices } from '../../src/emulators/serve.ts';
import { makeScratch, type Scratch } from './scratch.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

/** Directory of the action under test: where `action.yml` and `dist/` lie. */
export const ACTION = path.resolve(here, '../..');

const PROJECTS = path.join(here, '../fixtures/projects');
const OWNER = 'octo';

export interface ScenarioOptions
  extends Pick<ServiceOptions, 'mishaps' | 'flags' | 'projects' | 'community' | 'downloads'> {
  /** The project: a directory below `fixtures/projects`, or an absolute one. */
  readonly project: string;
  /** Name in pyproject.toml: what the pending publisher on both indexes is registered for. */
  readonly name: string;
  /** Projects that a publisher is registered for on both indexes. */
  readonly publishes?: readonly string[];
  /** Projects for which one is pending there; that of the name where both are absent. */
  readonly pending?: readonly string[];
  /** Texts that replace or join the project's files. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What differs from a dispatch on `main` with an identity. */
export interface JobOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** A tag whose push started the run; it is made where it is not there. */
  readonly tag?: string;
  /** The commit of the run, as a re-run has the one of its first attempt; the tip of `main` where absent. */
  readonly commit?: string;
  /** The job's `permissions:` map, for the forge and the identity alike; all that a release may need where absent. */
  readonly permissions?: Permissions;
  /** False: those permissions without `id-token: write`. */
  readonly identity?: boolean;
  /** A directory from an earlier job that is put into the checkout as `dist`. */
  readonly carried?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Directory of the action, with its own `dist`; the repository's where absent. */
  readonly action?: string;
}

export interface Child {
  readonly file: string;
  readonly args: readonly string[];
  /** `NAME=value`. */
  readonly environment: readonly string[];
}

/** What a job came to. */
export interface Ran extends Pick<JobResult, 'conclusion' | 'exitCode' | 'summary'> {
  output(name: string): string;
  readonly report: Report;
  /** The log as the runner shows it: masked, one line an entry. */
  readonly log: string;
  /** All that the process printed, workflow commands and all, before any masking. */
  readonly printed: string;
  /** Titles and texts of its error annotations. */
  readonly errors: readonly string[];
  readonly children: readonly Child[];
  /** Requests that came during the run. */
  readonly requests: readonly RecordedRequest[];
  readonly workspace: string;
}

/** Those members of the JSON report that tests look at. */
export interface Report {
  readonly outcome: string;
  readonly commit: string | null;
  readonly tag: { readonly name: string; readonly commit: string; readonly decision: string } | null;
  readonly phases: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly steps: readonly { readonly name: string; readonly outcome: string }[];
  }[];
  readonly distributions: readonly { readonly filename: string; readonly sha256: string }[];
  readonly indexes: Readonly<
    Record<
      'testpypi' | 'pypi',
      {
        readonly files: readonly {
          readonly filename: string;
          readonly sha256: string;
          readonly decision: string;
        }[];
      } | null
    >
  >;
  readonly release: { readonly decision: string; readonly assets: readonly string[] } | null;
  readonly checklist: readonly { readonly id: string; readonly verdict: string; readonly evidence: string }[];
  readonly faults: readonly {
    readonly code: string;
    readonly phase: string | null;
    readonly title: string;
    readonly finding: string;
    readonly remedy: string;
  }[];
}

export interface Scenario {
  readonly services: Services;
  /** The commit of `main` when the scenario began. */
  readonly commit: string;
  /** Runs one job on a fresh checkout of what the forge holds now. */
  run(options?: JobOptions): Promise<Ran>;
  /** Asks git about the forge's bare repository. */
  forge(...args: readonly string[]): Promise<string>;
  /** Ends the servers; `closeScenarios` does so for all. */
  close(): Promise<void>;
}

const opened: (() => Promise<void>)[] = [];

/** Closes every scenario of this test file: also those of a set-up that failed, which nobody holds any more. */
export async function closeScenarios(): Promise<void> {
  for (const close of opened.splice(0)) await close();
}

/** Starts the servers and puts the project on the forge. End with `closeScenarios`. */
export async function openScenario(options: ScenarioOptions): Promise<Scenario> {
  const scratch = makeScratch();
  const origin = scratch.file('origin', options.name);
  await cp(path.resolve(PROJECTS, options.project), origin, { recursive: true });
  for (const [file, text] of Object.entries(options.files ?? {})) {
    await mkdir(path.dirname(path.join(origin, file)), { recursive: true });
    await writeFile(path.join(origin, file), text);
  }
  const who = { owner: OWNER, owner_id: '3', repository: options.name, workflow: 'release.yml' };
  const publisher = { ...who, environment: '' };
  const { mishaps, flags, projects, community, downloads } = options;
  const services = await startServices({
    repository: `${OWNER}/${options.name}`,
    scratch: scratch.file('servers'),
    pending: (options.pending ?? (options.publishes === undefined ? [options.name] : [])).map((project) => ({
      ...publisher,
      project,
    })),
    publishers: options.publishes === undefined ? [] : [{ ...publisher, projects: options.publishes }],
    ...(mishaps === undefined ? {} : { mishaps }),
    ...(flags === undefined ? {} : { flags }),
    ...(projects === undefined ? {} : { projects }),
    ...(community === undefined ? {} : { community }),
    ...(downloads === undefined ? {} : { downloads }),
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await services.close();
    open = false;
    scratch.remove();
  };
  opened.push(close);
  const commit = await fillForge(await sourceOf(origin, scratch.file('copy')), services.github.gitDirectory);
  let runs = 0;
  return {
    services,
    commit,
    run(job = {}) {
      runs += 1;
      return performed(services, scratch, { number: runs, job });
    },
    forge: async (...args) =>
      (await command('git', ['-C', services.github.gitDirectory, ...args])).stdout.trim(),
    close,
  };
}

interface Run {
  readonly number: number;
  readonly job: JobOptions;
}

async function performed(services: Services, scratch: Scratch, { number, job }: Run): Promise<Ran> {
  const home = scratch.file(`run-${number}`);
  const spied = path.join(home, 'spied.jsonl');
  const lines: StepLine[] = [];
  const prepared = await preparedJob(services, home, job);
  await writeFile(spied, '');
  const environment = { ...prepared.environment, ...job.environment, ...spying(spied) };
  const since = services.requests.length;
  const result = await runJob({ ...prepared, environment }, (line) => void lines.push(line));
  const output = (name: string): string => result.outputs.get(name) ?? '';
  return {
    conclusion: result.conclusion,
    exitCode: result.exitCode,
    summary: result.summary,
    output,
    report: JSON.parse(await readFile(output('report'), 'utf8')) as Report,
    log: lines.map((line) => JSON.stringify(line)).join('\n'),
    errors: lines.flatMap((line) =>
      line.kind === 'annotation' && line.level === 'error' ? [`${line.title}: ${line.text}`] : [],
    ),
    ...seenBy(await readFile(spied, 'utf8')),
    requests: services.requests.slice(since),
    workspace: prepared.workspace,
  };
}

/** Checks the run's commit out below a directory and says to the runner what the forge would. */
async function preparedJob(services: Services, home: string, job: JobOptions): Promise<Job> {
  const { repository, gitDirectory } = services.github;
  const workspace = path.join(home, 'work');
  const temp = path.join(home, 'temp');
  await mkdir(temp, { recursive: true });
  const tip = (await command('git', ['-C', gitDirectory, 'rev-parse', 'refs/heads/main'])).stdout.trim();
  const commit = job.commit ?? tip;
  const ref = job.tag === undefined ? 'refs/heads/main' : `refs/tags/${job.tag}`;
  if (job.tag !== undefined) await pushTag(gitDirectory, job.tag, commit);
  await checkOut(gitDirectory, workspace, { ref, sha: commit });
  if (job.carried !== undefined) await cp(job.carried, path.join(workspace, 'dist'), { recursive: true });
  const event = job.tag === undefined ? 'workflow_dispatch' : 'push';
  const workflow = `${repository}/.github/workflows/release.yml@${ref}`;
  services.setClaims({ ref, event_name: event, workflow_ref: workflow, job_workflow_ref: workflow });
  const runner = await runnerEnvironment({ ref, commit, event, repository, inputs: {}, workspace, temp });
  services.setPermissions(permissionsOf(job));
  return {
    action: job.action ?? ACTION,
    inputs: { ...addresses(services), ...job.inputs },
    environment: { ...hostEnvironment(process.env), ...services.env, ...runner },
    secrets: jobSecrets(services),
    workspace,
    temp,
    node: process.execPath,
  };
}

/** What spy.cjs wrote down. */
function seenBy(spy: string): Pick<Ran, 'printed' | 'children'> {
  const lines = spy.split('\n').filter((line) => line !== '');
  const entries = lines.map((line) => JSON.parse(line) as { readonly printed: string } | Child);
  return {
    printed: entries.map((entry) => ('printed' in entry ? entry.printed : '')).join(''),
    children: entries.flatMap((entry) => ('printed' in entry ? [] : [entry])),
  };
}

/** The inputs that lead to the servers; the forge's token, since no expression is evaluated here. */
function addresses({
  pypi,
  testpypi,
  github,
  sigstore,
  statistics,
}: Services): Readonly<Record<string, string>> {
  return {
    'pypi-url': pypi.upload,
    'testpypi-url': testpypi.upload,
    'fulcio-url': sigstore.fulcio,
    'rekor-url': sigstore.rekor,
    'statistics-url': statistics.url,
    'github-token': github.token,
  };
}

function permissionsOf({ permissions = JOB_PERMISSIONS, identity = true }: JobOptions): Permissions {
  const { 'id-token': idToken, ...others } = permissions;
  return identity && idToken !== undefined ? { ...others, 'id-token': idToken } : others;
}

function spying(file: string): Readonly<Record<string, string>> {
  const spy = path.join(here, 'spy.cjs').replaceAll('\\', '/');
  return { NODE_OPTIONS: `--require="${spy}"`, SPY_FILE: file };
}

/** Requests that change something, as `service METHOD path`. */
export function writes(requests: readonly RecordedRequest[]): readonly string[] {
  return (
    requests
      .filter(({ method }) => method !== 'GET' && method !== 'HEAD')
      // A question, though it is posted: nothing is saved (REST docs, "Generate release notes content").
      .filter(({ path: asked }) => !asked.endsWith('/releases/generate-notes'))
      .map(({ service, method, path: asked }) => `${service} ${method} ${asked}`)
  );
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly directory?: string;
  /** The whole environment; this process's own where absent. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, whatever that is; at most five minutes. */
export function command(
  file: string,
  args: readonly string[],
  { directory, environment }: CommandOptions = {},
): Promise<Ended> {
  const options = {
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 1 << 26,
    ...(directory === undefined ? {} : { cwd: directory }),
    ...(environment === undefined ? {} : { env: environment }),
  } as const;
  return new Promise((resolve, reject) => {
    execFile(file, [...args], options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}
