import { readdir, readFile } from 'node:fs/promises';

// proc_pid_stat(5): number, name in brackets, which may hold any character, state, number of the parent.
const STAT = /^(\d+) \(.*\) \S (\d+) /s;

/** Lines of each process's number and its parent's, as Linux tells them in files; empty elsewhere. */
export async function linuxProcesses(): Promise<string> {
  const names = await readdir('/proc').catch(() => []);
  const stats = names
    .filter((name) => /^\d+$/.test(name))
    // A process may end meanwhile.
    .map((name) => readFile(`/proc/${name}/stat`, 'utf8').catch(() => ''));
  const rows = (await Promise.all(stats)).map((text) => STAT.exec(text)?.slice(1).join(' ') ?? '');
  return rows.filter((row) => row !== '').join('\n');
}
