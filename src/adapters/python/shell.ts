import type { CommandResult } from '../../ports/toolchain.ts';
import type { Completed } from '../actions/process.ts';
import { programFile } from '../node/which.ts';
import type { PythonOptions } from './options.ts';

/** Where a command line of the user's runs. */
export interface LineOptions {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds after which it is ended. */
  readonly limit?: number;
}

type Shell = readonly [program: string, ...args: readonly string[]];

// As the runner starts `shell: bash` and `sh` steps: of several lines, the first that fails ends it.
const SHELLS: readonly Shell[] = [
  // Node's pipes are sockets, and over a socket bash takes itself for a remote shell and reads .bashrc.
  ['bash', '--noprofile', '--norc', '-e', '-c'],
  ['sh', '-e', '-c'],
  ['cmd', '/d', '/s', '/c'],
];

/** Runs a command line by bash, or where there is none by sh or cmd. */
export async function runLine(
  line: string,
  { searchPath, processes }: Pick<PythonOptions, 'searchPath' | 'processes'>,
  run: LineOptions,
): Promise<CommandResult & Pick<Completed, 'overran'>> {
  for (const [name, ...args] of SHELLS) {
    const program = await programFile(name, { directories: searchPath });
    if (program === undefined) continue;
    const { exitCode, output, overran } = await processes.run(program, [...args, line], run);
    return { exitCode, output, ...(overran === undefined ? {} : { overran }) };
  }
  return { exitCode: 127, output: 'There is neither bash nor sh on PATH.' };
}
