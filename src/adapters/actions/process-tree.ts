import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { descendantsOf } from './process-table.ts';

const execute = promisify(execFile);

/**
 * Kills a process with all that it started: its process group, and its descendants, wherever they are. What has left the group
 * and whose parent is gone is not found.
 *
 * @param pid the leader of a process group, living or not; on Windows any process
 */
export async function killTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await execute('taskkill', ['/PID', String(pid), '/T', '/F']).catch(() => undefined);
    return;
  }
  // Number 0 would be our own group.
  if (pid <= 1) return;
  const { stdout } = await execute('ps', ['-A', '-o', 'pid=,ppid=']).catch(() => ({ stdout: '' }));
  // The group first: what lives no longer starts no more.
  for (const each of [-pid, pid, ...descendantsOf(pid, stdout)]) kill(each);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile, or is not ours to kill.
  }
}
