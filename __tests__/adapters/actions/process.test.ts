import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses, type ProcessSpan, type RunOptions } from '../../../src/adapters/actions/process.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = makeScratch();
});
afterAll(() => scratch.remove());

const node = process.execPath;
const PATH = process.env.PATH ?? '';

function script(
  code: string,
  options: Partial<RunOptions> = {},
  environment: Record<string, string> = { PATH },
) {
  return createProcesses({ environment }).run(node, ['-e', code], {
    directory: scratch.directory,
    ...options,
  });
}

describe('a child process', () => {
  it('never sees a variable that is not allowed', async () => {
    process.env.SECRET_OF_OURS = 'hidden';
    const environment = { PATH, ALLOWED: 'yes' };
    const { stdout } = await script('console.log(JSON.stringify(process.env))', {}, environment);
    delete process.env.SECRET_OF_OURS;
    expect(JSON.parse(stdout)).toEqual({ PATH, ALLOWED: 'yes' });
  });

  it('sees what one call adds, before what is allowed for all', async () => {
    const code = 'console.log(process.env.ALLOWED, process.env.ADDED)';
    const options = { environment: { ALLOWED: 'of this call', ADDED: 'too' } };
    const { stdout } = await script(code, options, { PATH, ALLOWED: 'for all' });
    expect(stdout).toBe('of this call too\n');
  });

  it('gets its arguments as they are, without a shell or a quoting rule between', async () => {
    const args = ['two words', '"quoted"', '$HOME', 'back\\slash', '', 'a;b', '-n'];
    const code = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const processes = createProcesses({ environment: { PATH } });
    const { stdout } = await processes.run(node, ['-e', code, '--', ...args], scratch);
    expect(JSON.parse(stdout)).toEqual(args);
  });

  it('runs from a file whose name has spaces and quotes', async () => {
    scratch.write({ 'a "b" c/tool': '#!/bin/sh\necho "$1"\n' });
    const processes = createProcesses({ environment: { PATH } });
    const file = scratch.file('a "b" c', 'tool');
    await processes.run('chmod', ['755', file], scratch);
    expect((await processes.run(file, ['here'], scratch)).stdout).toBe('here\n');
  });

  it('is found on its own PATH, not on ours', async () => {
    scratch.write({ 'bin/only-there': '#!/bin/sh\necho found\n' });
    await createProcesses({ environment: { PATH } }).run(
      'chmod',
      ['755', scratch.file('bin/only-there')],
      scratch,
    );
    const processes = createProcesses({ environment: { PATH: scratch.file('bin') } });
    expect((await processes.run('only-there', [], scratch)).stdout).toBe('found\n');
    expect((await processes.run('git', ['--version'], scratch)).exitCode).toBe(127);
  });

  it('prints nothing to our own streams', async () => {
    const written: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = ((text: string) => written.push(text) > 0) as typeof write;
    await script('console.log("::error::forged"); console.error("::set-output::")');
    process.stdout.write = write;
    expect(written).toEqual([]);
  });

  it('does not wait for input that never comes', async () => {
    const code = 'process.stdin.on("end", () => console.log("end of input")).resume()';
    expect((await script(code)).stdout).toBe('end of input\n');
  });

  it('reads the input it is given, and may also ignore it', async () => {
    expect((await script('process.stdin.pipe(process.stdout)', { input: 'text' })).stdout).toBe('text');
    expect((await script('process.exit(3)', { input: 'x'.repeat(1_000_000) })).exitCode).toBe(3);
  });
});

describe('what a child came to', () => {
  it('has its exit code and both streams, apart and together', async () => {
    const code = 'console.log("out"); setTimeout(() => { console.error("err"); process.exitCode = 7 }, 50)';
    const output = 'out\nerr\n';
    expect(await script(code)).toEqual({ exitCode: 7, output, stdout: 'out\n', stderr: 'err\n' });
  });

  it('keeps characters whole that arrive in two parts', async () => {
    const code =
      'const b = Buffer.from("é"); process.stdout.write(b.subarray(0, 1)); setTimeout(() => process.stdout.write(b.subarray(1)), 50)';
    expect((await script(code)).stdout).toBe('é');
  });

  it('keeps the last 64 KiB for reports, and standard output whole', async () => {
    const { output, stdout } = await script('console.log("x".repeat(300_000) + "end")');
    expect(output).toHaveLength(64 * 1024);
    expect(output.endsWith('end\n')).toBe(true);
    expect(stdout).toHaveLength(300_004);
  });

  it('is exit code 127 and a sentence where it cannot be started', async () => {
    const processes = createProcesses({ environment: { PATH } });
    const missing = await processes.run('no-such-program', [], scratch);
    expect(missing).toMatchObject({ exitCode: 127, output: 'no-such-program was not found on PATH.' });
    const nowhere = await processes.run(node, [], { directory: scratch.file('missing') });
    expect(nowhere.exitCode).toBe(127);
    expect(nowhere.output).toContain('could not be started');
  });

  it('is exit code 128 where a signal ended it', async () => {
    const { exitCode, output } = await script('process.kill(process.pid, "SIGKILL")');
    expect(exitCode).toBe(128);
    expect(output).toContain('was ended by a signal');
  });

  it('tells its time', async () => {
    const spans: ProcessSpan[] = [];
    const processes = createProcesses({ environment: { PATH }, onSpan: (span) => spans.push(span) });
    await processes.run(node, ['-e', 'setTimeout(() => {}, 100)'], scratch);
    const [{ command, started, ended } = { command: '', started: 0, ended: 0 }] = spans;
    expect(command).toBe(`${node} -e setTimeout(() => {}, 100)`);
    expect(ended - started).toBeGreaterThanOrEqual(95);
    expect(Math.abs(Date.now() - ended)).toBeLessThan(5000);
  });
});

describe('a cancelled run', () => {
  it('ends its children, gently first and then not', async () => {
    const processes = createProcesses({ environment: { PATH } });
    const gentle = 'process.on("SIGTERM", () => { console.log("tidied"); process.exit(0) })';
    const deaf = 'process.on("SIGTERM", () => console.log("ignored"))';
    const rest = '; setInterval(() => {}, 1000); console.log("up")';
    const ready = new Promise((resolve) => setTimeout(resolve, 700));
    const running = [gentle, deaf].map((code) => processes.run(node, ['-e', `${code}${rest}`], scratch));
    await ready;
    await processes.stop(300);
    const [first, second] = await Promise.all(running);
    expect(first).toMatchObject({ exitCode: 0, stdout: 'up\ntidied\n' });
    expect(second).toMatchObject({ exitCode: 128, stdout: 'up\nignored\n' });
  });
});

describe('a cancelled run', () => {
  it('ends also what its children had started, though they end by themselves', async () => {
    scratch.write({ beating: '' });
    const processes = createProcesses({ environment: { PATH } });
    const line = '(while true; do sleep 0.1; touch beating; done) & wait';
    const running = processes.run('sh', ['-c', line], scratch);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await processes.stop(300);
    await running;
    rmSync(scratch.file('beating'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(existsSync(scratch.file('beating'))).toBe(false);
  });
});

describe('a child with a time limit', () => {
  it('is ended with all that it started when the time is over', async () => {
    scratch.write({ alive: '' });
    const processes = createProcesses({ environment: { PATH } });
    const grandchild = 'while true; do sleep 0.1; touch alive; done';
    const began = Date.now();
    const line = `echo begun; (${grandchild}) & wait`;
    const completed = await processes.run('sh', ['-c', line], { directory: scratch.directory, limit: 1_000 });
    expect(completed).toMatchObject({ overran: true, stdout: 'begun\n' });
    expect(completed.exitCode).not.toBe(0);
    expect(Date.now() - began).toBeLessThan(5_000);
    rmSync(scratch.file('alive'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(existsSync(scratch.file('alive'))).toBe(false);
  });

  it('and no other is ended, nor one that is done in time', async () => {
    const processes = createProcesses({ environment: { PATH } });
    const run = (code: string, limit?: number) =>
      processes.run(node, ['-e', code], {
        directory: scratch.directory,
        ...(limit === undefined ? {} : { limit }),
      });
    const [over, slow, quick] = await Promise.all([
      run('setInterval(() => {}, 1000)', 300),
      run('setTimeout(() => console.log("done"), 900)'),
      run('console.log("done")', 20_000),
    ]);
    expect([over.overran, slow.stdout, quick.stdout, quick.overran]).toEqual([
      true,
      'done\n',
      'done\n',
      false,
    ]);
  });
});
