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
