import { stop } from '../../release/fault.ts';
import { linesOf } from '../../release/last-lines.ts';
import type { Completed } from '../actions/process.ts';

const SHOWN_LINES = 15;

/** The last lines of a tool's output, without blank ones at the end and without colours. Untrusted text. */
export function lastLines(output: string): string {
  const lines = linesOf(output);
  const end = lines.findLastIndex((line) => line.trim() !== '') + 1;
  return lines.slice(Math.max(0, end - SHOWN_LINES), end).join('\n');
}

/** Gives the child's result where it ended well; throws `tool-failed` with its last lines where not. */
export function succeeded(completed: Completed, what: string, remedy: string): Completed {
  if (completed.exitCode === 0) return completed;
  const [tool = what] = what.split(' ');
  return stop('tool-failed', {
    tool,
    what,
    exitCode: completed.exitCode,
    tail: lastLines(completed.output),
    remedy,
  });
}
