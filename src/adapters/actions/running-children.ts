import type { ChildProcess } from 'node:child_process';
import type { Channel } from 'node:diagnostics_channel';
import type { Clock } from '../../ports/clock.ts';

/** The children that run at present. */
export interface RunningChildren {
  stop(grace: number): Promise<void>;
}

/**
 * Keeps hold of the children that this process starts. @actions/exec gives no handle on its child, so that a cancelled run
 * could not end it; Node tells of every new one on its diagnostics channel `child_process`.
 */
export function createRunningChildren(started: Channel, clock: Clock): RunningChildren {
  const running = new Set<ChildProcess>();
  started.subscribe((message) => {
    const { process: child } = message as { readonly process: ChildProcess };
    running.add(child);
    child.once('exit', () => running.delete(child));
    // The channel speaks before the streams are there. A child that ends before it has read its input breaks the pipe,
    // which is no fault of ours.
    child.once('spawn', () => child.stdin?.on('error', () => undefined));
  });
  return {
    async stop(grace) {
      for (const child of running) child.kill('SIGTERM');
      const until = clock.now().getTime() + grace;
      while (running.size > 0 && clock.now().getTime() < until) await clock.sleep(50);
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
