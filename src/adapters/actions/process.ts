import { channel } from 'node:diagnostics_channel';
import { StringDecoder } from 'node:string_decoder';
import { exec } from '@actions/exec';
import type { CommandResult } from '../../ports/toolchain.ts';
import { createClock } from '../node/clock.ts';
import { programFile } from '../node/which.ts';
import { createRunningChildren, type Limited } from './running-children.ts';

/** Starts child processes. They get an argv array and an allow-listed environment, and print nothing to our own streams. */
export interface Processes {
  /**
   * Runs a program to its end. Never throws for what the program does: one that cannot be started has exit code 127, one that
   * a signal ended 128, each with a sentence in `output`.
   *
   * @param command a program on the child's PATH, or a file
   */
  run(command: string, args: readonly string[], options: RunOptions): Promise<Completed>;
  /** Asks all running children to end (SIGTERM), and ends those that have not after a grace of so many milliseconds, and what they had started. */
  stop(grace: number): Promise<void>;
}

export interface RunOptions {
  readonly directory: string;
  /** Variables beyond the allow-listed ones; they win over those. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the child reads from its standard input; nothing where absent. */
  readonly input?: string;
  /** How its output becomes text; `latin1` keeps every byte as one character. Default: `utf8`. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Milliseconds after which the child is ended, with all that it started. */
  readonly limit?: number;
}

export interface Completed extends CommandResult {
  /** At most the last characters up to `STREAM_LIMIT`, like `stderr`. Untrusted text. */
  readonly stdout: string;
  readonly stderr: string;
  /** Whether its time was over before its work was done. */
  readonly overran?: boolean;
}

/** One child's time, in milliseconds since the epoch. */
export interface ProcessSpan {
  readonly command: string;
  readonly started: number;
  readonly ended: number;
}

export interface ProcessesOptions {
  /** The variables that every child sees: these and no others. */
  readonly environment: Readonly<Record<string, string>>;
  readonly onSpan?: (span: ProcessSpan) => void;
}

const OUTPUT_LIMIT = 64 * 1024;
/** Characters of `stdout`, and of `stderr`, that are kept: the last. */
export const STREAM_LIMIT = 8 * 1024 * 1024;

/** Child processes with this environment. */
export function createProcesses(options: ProcessesOptions): Processes {
  const clock = createClock();
  const children = createRunningChildren(channel('child_process'), clock);
  return {
    async run(command, args, run) {
      const started = clock.now().getTime();
      const environment = { ...options.environment, ...run.environment };
      const work = () => runToEnd(command, args, { ...run, environment });
      const completed =
        run.limit === undefined ? await work() : overrun(await children.limited(run.limit, work));
      options.onSpan?.({ command: [command, ...args].join(' '), started, ended: clock.now().getTime() });
      return completed;
    },
    stop: children.stop,
  };
}

function overrun({ value, overran }: Limited<Completed>): Completed {
  return { ...value, overran };
}

type ChildOptions = RunOptions & Required<Pick<RunOptions, 'environment'>>;

async function runToEnd(command: string, args: readonly string[], options: ChildOptions): Promise<Completed> {
  const file = await programFile(command, searchPath(options.environment));
  if (file === undefined) return notStarted(`${command} was not found on PATH.`);
  const [combined, stdout, stderr] = [tailOf(OUTPUT_LIMIT), tailOf(STREAM_LIMIT), tailOf(STREAM_LIMIT)];
  const into = (stream: Tail) => {
    const decoder = new StringDecoder(options.encoding ?? 'utf8');
    return (data: Buffer) => {
      const text = decoder.write(data);
      stream.add(text);
      combined.add(text);
    };
  };
  try {
    const exitCode: number | null = await exec(quoted(file), [...args], {
      cwd: options.directory,
      env: { ...options.environment },
      silent: true,
      ignoreReturnCode: true,
      // Also where there is nothing to read: a child that asks would wait for ever on an open pipe.
      input: Buffer.from(options.input ?? ''),
      listeners: { stdout: into(stdout), stderr: into(stderr) },
    });
    if (exitCode === null) combined.add(`\n${command} was ended by a signal.\n`);
    return {
      exitCode: exitCode ?? 128,
      output: combined.text(),
      stdout: stdout.text(),
      stderr: stderr.text(),
    };
  } catch (error) {
    return notStarted(
      `${command} could not be started: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function notStarted(output: string): Completed {
  return { exitCode: 127, output, stdout: '', stderr: output };
}

function searchPath(environment: Readonly<Record<string, string>>) {
  // Windows spells it Path.
  const value = (name: string) =>
    Object.entries(environment).find(([key]) => key.toUpperCase() === name)?.[1];
  return { directories: value('PATH') ?? '', extensions: value('PATHEXT') };
}

/** As `exec` reads its first argument: a command line in which double quotes group and a backslash keeps a quote. */
function quoted(file: string): string {
  return `"${file.replaceAll('"', '\\"')}"`;
}

interface Tail {
  add(text: string): void;
  text(): string;
}

/** Keeps the last `limit` characters of what is added. */
function tailOf(limit: number): Tail {
  let parts: string[] = [];
  let length = 0;
  const text = () => parts.join('').slice(-limit);
  return {
    add(part) {
      parts.push(part);
      length += part.length;
      if (length < 2 * limit) return;
      parts = [text()];
      length = limit;
    },
    text,
  };
}
