import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { linuxProcesses } from '../node/linux-processes.ts';

const execute = promisify(execFile);

/**
 * The processes that a process started, and those that they started.
 *
 * @param table lines of a process's number and its parent's: `ps -A -o pid=,ppid=`
 */
export function descendantsOf(root: number, table: string): readonly number[] {
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const found = new Set([root]);
  for (const parent of found)
    for (const [pid, ppid] of rows) if (pid !== undefined && ppid === parent) found.add(pid);
  found.delete(root);
  return [...found];
}

/** All processes of this machine, as `descendantsOf` takes them. Small images have no `ps`; Linux tells the same in files. */
export async function processTable(ps = 'ps'): Promise<string> {
  const told = await execute(ps, ['-A', '-o', 'pid=,ppid=']).catch(() => undefined);
  return told?.stdout ?? linuxProcesses();
}
