/** A job on a runner, as far as a JavaScript action can tell: its environment, its command files, its main and post steps. */

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { readCommandFile } from './command-files.ts';
import { createStepReader, type StepLine } from './workflow-commands.ts';

export interface Job {
  /** Directory of the action: `action.yml` and `dist/`. */
  readonly action: string;
  /** What the workflow gives under `with:`; the job's token among it, since no expression is evaluated here. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Variables of the job: GITHUB_*, RUNNER_*, ACTIONS_*, and what the machine itself has. */
  readonly environment: Readonly<Record<string, string>>;
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  /** Node that the action runs on. */
  readonly node: string;
}

export interface StepResult {
  readonly exitCode: number;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
}

interface Definition {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post?: string };
}

/**
 * Runs the action's main and post steps as a runner does.
 *
 * @param show gets each line as the runner would show it, as it comes
 */
export async function runJob(job: Job, show: (line: StepLine) => void): Promise<StepResult> {
  const definition = parse(await readFile(path.join(job.action, 'action.yml'), 'utf8')) as Definition;
  const inputs = inputVariables(definition, job);
  const main = await runStep(job, { script: definition.runs.main, variables: inputs }, show);
  if (definition.runs.post !== undefined) {
    const states = [...main.state].map(([name, value]) => [`STATE_${name}`, value] as const);
    const variables = { ...inputs, ...Object.fromEntries(states) };
    await runStep(job, { script: definition.runs.post, variables }, show);
  }
  return main;
}

/** Every declared input is set: to what the workflow gives, else its default, else the empty text. */
function inputVariables({ inputs }: Definition, job: Job): Readonly<Record<string, string>> {
  const names = new Set([...Object.keys(inputs), ...Object.keys(job.inputs)]);
  const values = [...names].map((name) => {
    const value = job.inputs[name] ?? inputs[name]?.default ?? '';
    return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const;
  });
  return Object.fromEntries(values);
}

interface Step {
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

const COMMAND_FILES = {
  GITHUB_OUTPUT: 'set_output_',
  GITHUB_ENV: 'set_env_',
  GITHUB_PATH: 'add_path_',
  GITHUB_STATE: 'save_state_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
} as const;

async function runStep(
  job: Job,
  { script, variables }: Step,
  show: (line: StepLine) => void,
): Promise<StepResult & { readonly state: ReadonlyMap<string, string> }> {
  const files = await freshCommandFiles(job.temp);
  const child = spawn(job.node, [path.join(job.action, script)], {
    cwd: job.workspace,
    env: { ...job.environment, ...variables, ...files },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const interrupt = (): void => void child.kill('SIGINT');
  process.on('SIGINT', interrupt);
  const read = createStepReader();
  const shown = [child.stdout, child.stderr].map(async (stream) => {
    for await (const line of createInterface({ input: stream })) {
      const seen = read(line);
      if (seen !== undefined) show(seen);
    }
  });
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  const exitCode = await exited;
  await Promise.all(shown);
  process.off('SIGINT', interrupt);
  return {
    exitCode,
    outputs: readCommandFile(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    state: readCommandFile(await readFile(files.GITHUB_STATE, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

async function freshCommandFiles(
  temp: string,
): Promise<Readonly<Record<keyof typeof COMMAND_FILES, string>>> {
  const directory = path.join(temp, '_runner_file_commands');
  await mkdir(directory, { recursive: true });
  const files = Object.entries(COMMAND_FILES).map(
    ([name, prefix]) => [name, path.join(directory, `${prefix}${randomUUID()}`)] as const,
  );
  for (const [, file] of files) await writeFile(file, '');
  return Object.fromEntries(files) as Record<keyof typeof COMMAND_FILES, string>;
}
