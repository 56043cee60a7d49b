import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChildProcess } from 'node:child_process';
import type { Channel } from 'node:diagnostics_channel';
import type { Clock } from '../../ports/clock.ts';
import { TimeOver, within } from '../node/time-limit.ts';
import { descendants, kill, killTree } from './process-tree.ts';

/** The children that run at present. */
export interface RunningChildren {
  /** Asks all to end, and ends them, with all that they had started, when so many milliseconds are over or they have ended. */
  stop(grace: number): Promise<void>;
  /**
   * Does work that starts children, and ends them with all that they started when the time is over. The work then ends as it
   * does when its children end.
   */
  limited<Value>(milliseconds: number, work: () => Promise<Value>): Promise<Limited<Value>>;
}

export interface Limited<Value> {
  readonly value: Value;
  readonly overran: boolean;
}

/**
 * Keeps hold of the children that this process starts. @actions/exec gives no handle on its child, so that a cancelled run
 * could not end it; Node tells of every new one on its diagnostics channel `child_process`.
 */
export function createRunningChildren(starts: Channel, clock: Clock): RunningChildren {
  const running = new Set<ChildProcess>();
  // Node tells of a child in the asynchronous context of whoever starts it.
  const work = new AsyncLocalStorage<ChildProcess[]>();
  starts.subscribe((message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    running.add(child);
    work.getStore()?.push(child);
    child.once('exit', () => running.delete(child));
    // The channel speaks before the streams are there. A child that ends before it has read its input breaks the pipe,
    // which is no fault of ours.
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
  });
  return {
    async limited(milliseconds, doing) {
      const children: ChildProcess[] = [];
      const value = work.run(children, doing);
      try {
        return { value: await within(milliseconds, value), overran: false };
      } catch (error) {
        if (!(error instanceof TimeOver)) throw error;
        await Promise.all(children.map(({ pid }) => (pid === undefined ? undefined : killTree(pid))));
        return { value: await value, overran: true };
      }
    },
    async stop(grace) {
      // Before any of them ends: of one that has, such as a shell, nobody could tell what it had started.
      const started = await descendants(numbersOf(running));
      for (const child of running) child.kill('SIGTERM');
      const until = clock.now().getTime() + grace;
      while (running.size > 0 && clock.now().getTime() < until) await clock.sleep(50);
      await Promise.all(numbersOf(running).map(killTree));
      // Work that does not know of the end may have begun another meanwhile, to try again.
      for (const child of running) child.kill('SIGKILL');
      kill(started);
    },
  };
}

function numbersOf(children: Iterable<ChildProcess>): readonly number[] {
  return [...children].flatMap(({ pid }) => pid ?? []);
}
