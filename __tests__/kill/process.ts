/** The bundled action as a process group of its own, so that all of it can be killed in one blow. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job as RunnerJob } from '../../src/cli/job.ts';
import { jobSecrets } from '../../src/cli/job-secrets.ts';
import { checkOut } from '../../src/cli/repository.ts';
import { startActionStep } from '../../src/cli/runner/action-step.ts';
import { type Definition, definitionOf } from '../../src/cli/runner/definition.ts';
import { createMasker } from '../../src/cli/runner/masker.ts';
import type { StepResult } from '../../src/cli/runner/step.ts';
import { NOTHING } from '../../src/cli/runner/step-environment.ts';
import type { StepLine } from '../../src/cli/runner/step-line.ts';
import { PATIENCE } from '../../src/cli/runner/step-process.ts';
import { hostEnvironment, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import type { Services } from '../../src/emulators/serve.ts';
import type { Report } from '../support/scenario.ts';
import type { Point } from './life.ts';

const HOOK = path.join(path.dirname(fileURLToPath(import.meta.url)), 'hook.cjs').replaceAll('\\', '/');
/** No run takes longer than this many milliseconds; one that does is killed, and told. */
const LIMIT = 120_000;

export interface Job {
  readonly job: RunnerJob;
  readonly definition: Definition;
  /** Where the hook tells of points. */
  readonly points: string;
}

export interface JobOptions {
  readonly services: Services;
  readonly action: string;
  /** A directory of the run's own, which is not there yet. */
  readonly home: string;
  readonly commit: string;
  readonly webhook: string;
  readonly turn?: Turn;
}

/** What makes a job another one than the only job of a run. */
export interface Turn {
  /** In place of path A with `bump: minor`, or beside it. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Variables of the runner, such as GITHUB_JOB and GITHUB_RUN_ATTEMPT. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** A dispatch of path A with `bump: minor`, of this commit, on a fresh checkout and with an empty RUNNER_TEMP. */
export async function jobOf({
  services,
  action,
  home,
  commit,
  webhook,
  turn = {},
}: JobOptions): Promise<Job> {
  const { repository, gitDirectory } = services.github;
  const [workspace, temp, points] = [
    path.join(home, 'work'),
    path.join(home, 'temp'),
    path.join(home, 'points'),
  ];
  await mkdir(temp, { recursive: true });
  await writeFile(points, '');
  const ref = 'refs/heads/main';
  await checkOut(gitDirectory, workspace, { ref, sha: commit });
  const workflow = `${repository}/.github/workflows/release.yml@${ref}`;
  const event = 'workflow_dispatch';
  services.setClaims({ ref, event_name: event, workflow_ref: workflow, job_workflow_ref: workflow });
  const runner = await runnerEnvironment({ ref, commit, event, repository, inputs: {}, workspace, temp });
  const inputs = {
    path: 'A',
    bump: 'minor',
    'pypi-url': services.pypi.upload,
    'testpypi-url': services.testpypi.upload,
    'fulcio-url': services.sigstore.fulcio,
    'rekor-url': services.sigstore.rekor,
    'github-token': services.github.token,
    'announce-webhook': webhook,
    ...turn.inputs,
  };
  const hook = { NODE_OPTIONS: `--require="${HOOK}"`, KILL_LOG: points };
  const environment = {
    ...hostEnvironment(process.env),
    ...services.env,
    ...runner,
    ...hook,
    ...turn.variables,
  };
  const secrets = jobSecrets(services);
  const job = { action, inputs, environment, secrets, workspace, temp, node: process.execPath };
  return { job, definition: await definitionOf(action), points };
}

export interface Ended {
  /** 0 or 1 where the action itself ended; a signal's name where it was killed. */
  readonly exit: number | string;
  readonly report: Report | undefined;
  readonly summary: string;
  readonly log: string;
  readonly seconds: number;
}

export interface Process {
  readonly pid: number;
  readonly workspace: string;
  /** Ends the whole group at once. */
  kill(): void;
  /** Sends a signal to the action alone, as the runner does. */
  signal(name: 'SIGINT' | 'SIGTERM'): void;
  ended(): boolean;
  readonly end: Promise<Ended & { readonly told: readonly Point[] }>;
  /** Processes of the group that live. */
  members(): readonly string[];
}

/** Starts the action's main step, as the runner does; it is left to the caller, and no post follows. */
export function started(
  { job, definition, points }: Job,
  killAt: Pick<Point, 'kind' | 'n' | 'side'> | undefined,
): Process {
  const since = Date.now();
  const chosen = killAt === undefined ? {} : { KILL_AT: `${killAt.kind}:${killAt.n}:${killAt.side}` };
  const lines: StepLine[] = [];
  const step = {
    job: { ...job, environment: { ...job.environment, ...chosen } },
    definition,
    script: definition.runs.main,
    inherited: NOTHING,
    masker: createMasker(job.secrets),
  };
  // Whoever outlives the action is not tidied away, but found by `members`, or makes the run too long.
  const patience = { ...PATIENCE, streams: LIMIT };
  const running = startActionStep(step, { show: (line) => void lines.push(line), patience });
  const { pid } = running.process;
  if (pid === 0) throw new Error('the action could not be started');
  let ended = false;
  const kill = (): void => {
    ended = true;
    killGroup(pid);
  };
  const limit = setTimeout(kill, LIMIT);
  const end = Promise.all([running.process.end, running.result]).then(([exit, result]) => {
    clearTimeout(limit);
    ended = true;
    const seconds = (Date.now() - since) / 1_000;
    return { exit, seconds, ...readings(result, points), log: lines.map(logged).join('\n') };
  });
  return {
    pid,
    workspace: job.workspace,
    kill,
    signal: running.process.signal,
    ended: () => ended,
    end,
    members: () => membersOf(pid),
  };
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function readings(
  { record, summary }: StepResult,
  points: string,
): Pick<Ended, 'report' | 'summary'> & { readonly told: readonly Point[] } {
  const report = record.outputs.get('report');
  const lines = readFileSync(points, 'utf8').split('\n');
  return {
    report:
      report === undefined || !existsSync(report)
        ? undefined
        : (JSON.parse(readFileSync(report, 'utf8')) as Report),
    summary,
    told: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Point),
  };
}

function logged(line: StepLine): string {
  if (line.kind === 'annotation') return `${line.level}: ${line.title}: ${line.text}`;
  if (line.kind === 'group') return line.title;
  return line.kind === 'endgroup' ? '' : line.text;
}

/** Living processes of a group, zombies left out. */
function membersOf(group: number): readonly string[] {
  const table = execFileSync('ps', ['-A', '-o', 'pgid=,stat=,pid=,args='], { encoding: 'utf8' });
  return table.split('\n').filter((line) => {
    const [pgid, state = 'Z'] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state.startsWith('Z');
  });
}
