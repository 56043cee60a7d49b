/** uv and twine for tests: pinned, in one environment outside the checkout, made once for all test files of this machine. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface PythonTools {
  /** Absolute, like the others. */
  readonly uv: string;
  readonly twine: string;
  readonly python: string;
}

const PINNED = ['uv==0.13.9', 'twine==7.0.0', 'pypiserver==2.4.2'];
const POLL = 200;
/** After this many milliseconds another process that was making the environment counts as dead. */
const STALE = 300_000;
const run = promisify(execFile);

let made: Promise<PythonTools> | undefined;

/** The tools; the first call on a machine takes some seconds, and network. */
export function pythonTools(): Promise<PythonTools> {
  made ??= pythonEnvironment(PINNED).then((program) => ({
    uv: program('uv'),
    twine: program('twine'),
    python: program('python'),
  }));
  return made;
}

/**
 * An environment with these requirements, made once for all test files of this machine.
 *
 * @returns where its programs are, absolute, by name
 */
export async function pythonEnvironment(pinned: readonly string[]): Promise<(program: string) => string> {
  const hash = createHash('sha256').update(pinned.join('\n')).digest('hex').slice(0, 16);
  const directory = join(tmpdir(), `pypi-release-test-tools-${hash}`);
  const [ready, lock] = [join(directory, 'ready'), `${directory}.lock`];
  while (!(await exists(ready))) {
    if (await locked(lock)) await underLock(lock, () => install(directory, ready, pinned));
    else await waitFor(lock, ready);
  }
  const scripts = join(directory, process.platform === 'win32' ? 'Scripts' : 'bin');
  return (name) => join(scripts, process.platform === 'win32' ? `${name}.exe` : name);
}

/** Test files run side by side, each in a process of its own: making a directory tells who was first. */
async function locked(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function underLock(lock: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function waitFor(lock: string, ready: string): Promise<void> {
  const since = Date.now();
  while ((await exists(lock)) && !(await exists(ready)) && Date.now() - since < STALE) await sleep(POLL);
  if (Date.now() - since >= STALE) await rm(lock, { recursive: true, force: true });
}

async function install(directory: string, ready: string, pinned: readonly string[]): Promise<void> {
  if (await exists(ready)) return;
  await rm(directory, { recursive: true, force: true });
  await run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', directory]);
  const scripts = join(directory, process.platform === 'win32' ? 'Scripts' : 'bin');
  await run(join(scripts, 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    ...pinned,
  ]);
  await writeFile(ready, `${pinned.join('\n')}\n`);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
