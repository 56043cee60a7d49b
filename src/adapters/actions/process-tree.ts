import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { descendantsOf, processTable } from './process-table.ts';

const execute = promisify(execFile);

/**
 * Kills a process with its descendants, wherever they are, and with its process group, where it leads one. A descendant whose parent has
 * ended is found in that group alone: of a process that leads none it lives on.
 *
 * @param pid living or not
 */
export async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await execute('taskkill', ['/PID', String(pid), '/T', '/F']).catch(() => undefined);
    return;
  }
  // Number 0 would be our own group.
  if (pid <= 1) return;
  // The group first: what lives no longer starts no more.
  kill([-pid, pid, ...descendantsOf(pid, await processTable())]);
}

/** What these processes have started and still runs; nothing on Windows, where `killTree` asks the system. */
export async function descendants(pids: readonly number[]): Promise<readonly number[]> {
  if (process.platform === 'win32' || pids.length === 0) return [];
  const table = await processTable();
  return pids.flatMap((pid) => descendantsOf(pid, table));
}

/** Kills processes, and those groups of which the negative number is given. */
export function kill(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended meanwhile, or is not ours to kill.
    }
  }
}
