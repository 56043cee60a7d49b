import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { killTree } from '../../adapters/actions/process-tree.ts';
import { settlesWithin } from './settles-within.ts';

/** A program and what it is started with: its environment is this and no more. */
export interface Program {
  readonly file: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** How long the runner waits, in milliseconds. */
export interface Patience {
  /** After SIGINT. */
  readonly interrupt: number;
  /** After SIGTERM, which follows. */
  readonly terminate: number;
  /** After the process has ended, for those who keep its streams open. */
  readonly streams: number;
}

/** The runner's own (actions/runner 2.336.0, ProcessInvoker). */
export const PATIENCE: Patience = { interrupt: 7_500, terminate: 2_500, streams: 5_000 };

/** The process of a step. */
export interface StepProcess {
  readonly pid: number;
  /** The exit code or the signal that ended it; comes when its streams are read to the end, too. Rejects where it cannot start. */
  readonly end: Promise<number | NodeJS.Signals>;
  /** Signals the process alone: its children learn of it from nobody else. On Windows it is ended at once. */
  signal(name: 'SIGINT' | 'SIGTERM'): void;
}

/**
 * Starts a program as the leader of a process group: a signal of the terminal does not reach it, as none does on a runner, and
 * what it leaves behind can be found.
 *
 * @param read gets each line of either stream, as it comes
 */
export function startProcess(
  program: Program,
  read: (line: string) => void,
  patience: Patience,
): StepProcess {
  const child = spawn(program.file, [...program.args], {
    cwd: program.directory,
    env: { ...program.environment },
    // On Windows a process of its own group gets a window of its own.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const readers = [child.stdout, child.stderr].map((input) =>
    createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', read),
  );
  const streamsEnd = Promise.all(readers.map((reader) => once(reader, 'close')));
  const end = exitOf(child).then(async (exit) => {
    if (await settlesWithin(patience.streams, streamsEnd)) return exit;
    await killTree(child.pid ?? 0);
    for (const reader of readers) reader.close();
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    return exit;
  });
  return { pid: child.pid ?? 0, end, signal: (name) => void child.kill(name) };
}

function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'SIGKILL'));
  });
}
