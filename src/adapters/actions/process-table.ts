import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

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
  return told?.stdout ?? tableOfLinux();
}

// proc_pid_stat(5): number, name in brackets, which may hold any character, state, number of the parent.
const STAT = /^(\d+) \(.*\) \S (\d+) /s;

async function tableOfLinux(): Promise<string> {
  const names = await readdir('/proc').catch(() => []);
  const stats = names
    .filter((name) => /^\d+$/.test(name))
    // A process may end meanwhile.
    .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''));
  const rows = (await Promise.all(stats)).map((text) => STAT.exec(text)?.slice(1).join(' ') ?? '');
  return rows.filter((row) => row !== '').join('\n');
}
