/** The bundled action as a process group of its own, so that all of it can be killed in one blow. */

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readCommandFile } from '../../src/cli/command-files.ts';
import { checkOut } from '../../src/cli/repository.ts';
import { hostEnvironment, runnerEnvironment } from '../../src/cli/runner-environment.ts';
import type { Services } from '../../src/emulators/serve.ts';
import type { Report } from '../support/scenario.ts';
import type { Point } from './life.ts';

const HOOK = path.join(path.dirname(fileURLToPath(import.meta.url)), 'hook.cjs').replaceAll('\\', '/');
/** No run takes longer than this many milliseconds; one that does is killed, and told. */
const LIMIT = 120_000;

export interface Job {
  readonly script: string;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Files that the runner reads when the step has ended. */
  readonly files: Readonly<Record<'output' | 'summary' | 'log' | 'points', string>>;
}

export interface JobOptions {
  readonly services: Services;
  readonly action: string;
  /** A directory of the run's own, which is not there yet. */
  readonly home: string;
  readonly commit: string;
  readonly webhook: string;
}

/** A dispatch of path A with `bump: minor`, of this commit, on a fresh checkout and with an empty RUNNER_TEMP. */
export async function jobOf({ services, action, home, commit, webhook }: JobOptions): Promise<Job> {
  const { repository, gitDirectory } = services.github;
  const [workspace, temp] = [path.join(home, 'work'), path.join(home, 'temp')];
  await mkdir(temp, { recursive: true });
  const ref = 'refs/heads/main';
  await checkOut(gitDirectory, workspace, { ref, sha: commit });
  const workflow = `${repository}/.github/workflows/release.yml@${ref}`;
  const event = 'workflow_dispatch';
  services.setClaims({ ref, event_name: event, workflow_ref: workflow, job_workflow_ref: workflow });
  const runner = await runnerEnvironment({ ref, commit, event, repository, inputs: {}, workspace, temp });
  const file = (name: string): string => path.join(home, name);
  const files = {
    output: file('output'),
    summary: file('summary'),
    log: file('log'),
    points: file('points'),
  };
  for (const each of Object.values(files)) await writeFile(each, '');
  const given = {
    path: 'A',
    bump: 'minor',
    'pypi-url': services.pypi.upload,
    'testpypi-url': services.testpypi.upload,
    'fulcio-url': services.sigstore.fulcio,
    'rekor-url': services.sigstore.rekor,
    'github-token': services.github.token,
    'announce-webhook': webhook,
  };
  const commands = { GITHUB_OUTPUT: files.output, GITHUB_STEP_SUMMARY: files.summary };
  const others = { GITHUB_ENV: file('env'), GITHUB_PATH: file('path'), GITHUB_STATE: file('state') };
  for (const each of Object.values(others)) await writeFile(each, '');
  return {
    script: path.join(action, 'dist', 'index.js'),
    workspace,
    environment: {
      ...hostEnvironment(process.env),
      ...services.env,
      ...runner,
      ...(await inputsOf(action, given)),
      ...commands,
      ...others,
    },
    files,
  };
}

async function inputsOf(
  action: string,
  given: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const definition = parse(await readFile(path.join(action, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const defaults = Object.entries(definition.inputs).map(([name, input]) => [name, input.default ?? '']);
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(defaults), ...given }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      String(value),
    ]),
  );
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

/** Starts the action. */
export function started(job: Job, killAt: Pick<Point, 'kind' | 'n' | 'side'> | undefined): Process {
  const log = openSync(job.files.log, 'a');
  const since = Date.now();
  const chosen = killAt === undefined ? {} : { KILL_AT: `${killAt.kind}:${killAt.n}:${killAt.side}` };
  const child = spawn(process.execPath, [job.script], {
    cwd: job.workspace,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...job.environment, ...chosen, NODE_OPTIONS: `--require="${HOOK}"`, KILL_LOG: job.files.points },
  });
  closeSync(log);
  const pid = child.pid ?? 0;
  if (pid === 0) throw new Error('the action could not be started');
  let ended = false;
  const kill = (): void => {
    ended = true;
    killGroup(pid);
  };
  const limit = setTimeout(kill, LIMIT);
  const end = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  }).then((exit) => {
    clearTimeout(limit);
    ended = true;
    const seconds = (Date.now() - since) / 1_000;
    return { exit, seconds, ...readings(job) };
  });
  return {
    pid,
    workspace: job.workspace,
    kill,
    signal: (name) => void child.kill(name),
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

function readings({
  files,
}: Job): Pick<Ended, 'report' | 'summary' | 'log'> & { readonly told: readonly Point[] } {
  const report = readCommandFile(readFileSync(files.output, 'utf8')).get('report');
  const lines = readFileSync(files.points, 'utf8').split('\n');
  return {
    report:
      report === undefined || !existsSync(report)
        ? undefined
        : (JSON.parse(readFileSync(report, 'utf8')) as Report),
    summary: readFileSync(files.summary, 'utf8'),
    log: readFileSync(files.log, 'utf8'),
    told: lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Point),
  };
}

/** Living processes of a group, zombies left out. */
function membersOf(group: number): readonly string[] {
  const table = execFileSync('ps', ['-A', '-o', 'pgid=,stat=,pid=,args='], { encoding: 'utf8' });
  return table.split('\n').filter((line) => {
    const [pgid, state = 'Z'] = line.trim().split(/\s+/);
    return Number(pgid) === group && !state.startsWith('Z');
  });
}
