import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { killTree } from '../../../src/adapters/actions/process-tree.ts';
import { cancelProcess } from '../../../src/cli/runner/cancel.ts';
import { PATIENCE, type Patience, startProcess } from '../../../src/cli/runner/step-process.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

// Windows has neither signals nor process groups.
const onUnix = process.platform === 'win32' ? describe.skip : describe;

let scratch: Scratch;
beforeEach(() => {
  scratch = makeScratch();
});
afterEach(() => scratch.remove());

const QUICK: Patience = { interrupt: 300, terminate: 300, streams: 300 };

/** Starts a script with these lines of code, and waits until it says `ready`. */
async function started(code: string, patience = QUICK) {
  scratch.write({
    'script.mjs': `import { spawn } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
const on = (signal, act) => process.on(signal, () => { console.log(signal); act?.(); });
const idle = (options) => spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], options);
const stay = () => setTimeout(() => {}, 60_000);
${code}
console.log('ready');`,
  });
  const lines: string[] = [];
  const running = startProcess(
    {
      file: process.execPath,
      args: [scratch.file('script.mjs')],
      directory: scratch.directory,
      environment: { PATH: process.env.PATH ?? '' },
    },
    (line) => void lines.push(line),
    patience,
  );
  while (!lines.includes('ready')) await delay(10);
  const since = Date.now();
  return { running, lines, took: () => Date.now() - since };
}

const pidIn = (name: string): number => Number(readFileSync(scratch.file(name), 'utf8'));

/** Whether a process lives; one that waits for its parent to take note of its end does not. */
async function lives(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 1_000 && isThere(pid); waited += 20) await delay(20);
  return isThere(pid);
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = `/proc/${pid}/stat`;
  return !existsSync(state) || !/\) Z/.test(readFileSync(state, 'utf8'));
}

it('the runner’s patience is that of actions/runner', () => {
  expect(PATIENCE).toEqual({ interrupt: 7_500, terminate: 2_500, streams: 5_000 });
});

describe('the process of a step', () => {
  it('is read line by line to its end, both streams, in UTF-8', async () => {
    const { running, lines } = await started(`
      process.stdout.write('ein St');
      process.stdout.write(Buffer.from([0xc3]));
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stdout.write(Buffer.from([0xbc]));
      process.stdout.write('ck\\r');
      await new Promise((resolve) => setTimeout(resolve, 200));
      process.stdout.write('\\n');
      console.error('to stderr');
      process.on('exit', () => process.stdout.write('no line end'));
      process.exitCode = 3;`);
    expect(await running.end).toBe(3);
    expect(lines.toSorted()).toEqual(['ein Stück', 'no line end', 'ready', 'to stderr']);
  });

  it('has no input, and no variable but those it is given', async () => {
    const { lines } = await started(`
      for await (const chunk of process.stdin) console.log('input', chunk);
      console.log(Object.keys(process.env).filter((name) => !name.startsWith('__')).join());`);
    expect(lines).toEqual(['PATH', 'ready']);
  });

  it('that cannot start is told', async () => {
    const nowhere = scratch.file('nowhere');
    const running = startProcess(
      { file: nowhere, args: [], directory: scratch.directory, environment: {} },
      () => undefined,
      QUICK,
    );
    await expect(running.end).rejects.toThrow('ENOENT');
  });
});

onUnix('streams that a grandchild keeps open', () => {
  it('are waited for, then all of the group is killed', async () => {
    const { running, took } = await started(`
      const child = idle({ stdio: 'inherit' });
      writeFileSync('child', String(child.pid));
      child.unref();`);
    expect(await running.end).toBe(0);
    expect(took()).toBeGreaterThanOrEqual(QUICK.streams - 50);
    expect(await lives(pidIn('child'))).toBe(false);
  });

  it('are not waited for longer than they are open', async () => {
    const { running, lines, took } = await started(
      `spawn(process.execPath, ['-e', 'setTimeout(() => console.log("late"), 200)'], { stdio: 'inherit' }).unref();`,
      { ...QUICK, streams: 20_000 },
    );
    expect(await running.end).toBe(0);
    expect(lines).toEqual(['ready', 'late']);
    expect(took()).toBeLessThan(10_000);
  });

  it('by one that left the group are given up', async () => {
    const { running, lines } = await started(`
      const late = 'setInterval(() => console.log("late"), 600)';
      const child = spawn(process.execPath, ['-e', late], { stdio: 'inherit', detached: true });
      writeFileSync('child', String(child.pid));
      child.unref();`);
    expect(await running.end).toBe(0);
    const told = lines.length;
    await delay(1_500);
    if (isThere(pidIn('child'))) process.kill(pidIn('child'), 'SIGKILL');
    expect(lines).toHaveLength(told);
  });
});

onUnix('a cancelled step', () => {
  it('that ends at SIGINT gets no further signal', async () => {
    const { running, lines, took } = await started(
      `on('SIGINT', () => setTimeout(() => process.exit(4), 100)); on('SIGTERM'); stay();`,
      { ...QUICK, interrupt: 20_000 },
    );
    await cancelProcess(running, { ...QUICK, interrupt: 20_000 });
    expect(await running.end).toBe(4);
    expect(lines).toEqual(['ready', 'SIGINT']);
    expect(took()).toBeLessThan(10_000);
  });

  it('that does not gets SIGTERM when its time is over', async () => {
    const { running, lines, took } = await started(
      `on('SIGINT'); on('SIGTERM', () => process.exit(5)); stay();`,
    );
    await cancelProcess(running, QUICK);
    expect(await running.end).toBe(5);
    expect(lines).toEqual(['ready', 'SIGINT', 'SIGTERM']);
    expect(took()).toBeGreaterThanOrEqual(QUICK.interrupt - 50);
  });

  it('that heeds neither is killed with all its children, also those that left the group', async () => {
    const { running, lines, took } = await started(`
      on('SIGINT'); on('SIGTERM');
      writeFileSync('child', String(idle({ stdio: 'ignore' }).pid));
      writeFileSync('far', String(idle({ stdio: 'ignore', detached: true }).pid));
      stay();`);
    await cancelProcess(running, QUICK);
    expect(await running.end).toBe('SIGKILL');
    expect(lines).toEqual(['ready', 'SIGINT', 'SIGTERM']);
    expect(took()).toBeGreaterThanOrEqual(QUICK.interrupt + QUICK.terminate - 50);
    expect([await lives(pidIn('child')), await lives(pidIn('far'))]).toEqual([false, false]);
  });

  it('without a handler dies at once, and its children learn nothing of it', async () => {
    const { running } = await started(`
      const child = idle({ stdio: 'ignore' });
      writeFileSync('child', String(child.pid));`);
    await cancelProcess(running, QUICK);
    expect(await running.end).toBe('SIGINT');
    expect(isThere(pidIn('child'))).toBe(true);
    process.kill(pidIn('child'), 'SIGKILL');
  });
});

onUnix('killTree', () => {
  it.each([0, 1, -1])('kills nobody for the number %i', async (pid) => {
    await killTree(pid);
    expect(isThere(process.pid)).toBe(true);
  });

  it('is content with a process that is gone', async () => {
    const { running } = await started('');
    await running.end;
    await expect(killTree(running.pid)).resolves.toBeUndefined();
  });
});
