/** One rehearsal: the release of a project, offline, by the bundled action against the built-in servers. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Services } from '../emulators/serve.ts';
import { stop } from '../release/fault.ts';
import { type JobResult, runJob } from './job.ts';
import type { StepLine } from './runner/step-line.ts';
import { setStage } from './stage.ts';

export interface RehearsalOptions {
  readonly project: string;
  /** Inputs of the action, as a workflow gives them. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'tag' | 'dispatch';
  readonly mishaps: readonly string[];
  /** Whether the servers' and the runner's directories stay for a look. */
  readonly keep: boolean;
}

/** Who looks on. */
export interface Onlooker {
  /** Gets each line as the runner would show it, as it comes. */
  show(line: StepLine): void;
  /** Gets what is to be known of the rehearsal itself. */
  note(text: string): void;
}

/** What the servers hold at the end. */
export type RehearsalWorld = Awaited<ReturnType<Services['world']>>;

export interface Rehearsed {
  /** 0 only where the action ended well. */
  readonly exitCode: number;
  /** Markdown. */
  readonly summary: string;
  /** The action's JSON report; empty where it made none. */
  readonly report: Readonly<Record<string, unknown>>;
  readonly world: RehearsalWorld;
}

/**
 * Rehearses a release. The project's directory stays as it is.
 *
 * @throws Stopped rehearsal-impossible where git gives no commit to rehearse the release of; tool-failed where there is no git program
 */
export async function rehearsal(options: RehearsalOptions, onlooker: Onlooker): Promise<Rehearsed> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'pypi-release-rehearsal-'));
  try {
    return await rehearsalIn(scratch, options, onlooker);
  } finally {
    if (options.keep) onlooker.note(`Kept: ${scratch}`);
    else await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function rehearsalIn(
  scratch: string,
  options: RehearsalOptions,
  { show, note }: Onlooker,
): Promise<Rehearsed> {
  const { services, source, job, overruled } = await setStage({ ...options, scratch }).catch((error) =>
    impossible(options.project, error),
  );
  try {
    if (source.dirty)
      note('Note: changes that are not committed are not part of the rehearsal, as on a runner.');
    for (const setting of overruled)
      note(`Note: ${setting} of pyproject.toml is not used in the rehearsal: built-in servers stand in.`);
    const result = await cancellable((cancel) => runJob(job, show, { cancel }));
    const { summary } = result;
    const report = await reportOf(result);
    return { exitCode: exitCodeOf(result), summary, report, world: await services.world() };
  } finally {
    await services.close();
  }
}

/** What git said, where it was git that failed: the project may be no repository, or one without a commit. */
function impossible(directory: string, error: unknown): never {
  const { cmd, stderr, stdout } = error as Partial<Record<string, string>>;
  if (!cmd?.startsWith('git ')) throw error;
  const said = (stderr || stdout || '').trim().split('\n').at(-1) ?? '';
  return stop('rehearsal-impossible', { directory, problem: said }, { cause: error });
}

function exitCodeOf({ conclusion, exitCode }: JobResult): number {
  if (conclusion === 'success') return 0;
  return exitCode === 0 ? 1 : exitCode;
}

async function reportOf({ outputs }: JobResult): Promise<Rehearsed['report']> {
  const file = outputs.get('report');
  return file === undefined ? {} : JSON.parse(await readFile(file, 'utf8'));
}

/** Ctrl-C, and what else ends a program, cancels the job as the forge would, and is not asked twice. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function cancellable<Result>(run: (cancel: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  for (const name of ENDINGS) process.on(name, cancel);
  try {
    return await run(controller.signal);
  } finally {
    for (const name of ENDINGS) process.off(name, cancel);
  }
}
