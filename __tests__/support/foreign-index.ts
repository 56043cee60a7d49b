/** Indexes that this project did not write: pypiserver and devpi-server, each a process on a free port of 127.0.0.1. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { pythonTools } from './python-tools.ts';

const LOCK = path.join(path.dirname(fileURLToPath(import.meta.url)), '../fixtures/foreign/indexes.txt');
/** Milliseconds that a server may take until it answers. */
const PATIENCE = 180_000;
const run = promisify(execFile);

/** An index that runs. */
export interface ForeignIndex {
  /** Where distributions are posted. */
  readonly upload: string;
  /** Root of the server, without a trailing slash. */
  readonly base: string;
  close(): Promise<void>;
}

export interface PypiserverOptions {
  /** Password of the user, without which nothing may be read or uploaded; anybody may where absent. */
  readonly password?: string;
  /** `__token__` where absent. */
  readonly user?: string;
  /** Simple API that whoever asks for an unknown project is sent to; a 404 where absent. */
  readonly fallback?: string;
  /** Digest in the fragments of its project pages: `sha256` where absent. */
  readonly digest?: string;
}

/** A pypiserver that runs. */
export interface Pypiserver extends ForeignIndex {
  /** Where its files lie, by their names. */
  readonly directory: string;
}

/** pypiserver over an empty directory: HTML pages, no API of releases, 409 for a name that it has. */
export async function startPypiserver({
  password,
  user = '__token__',
  fallback,
  digest = 'sha256',
}: PypiserverOptions = {}): Promise<Pypiserver> {
  const home = await mkdtemp(path.join(tmpdir(), 'pypi-release-pypiserver-'));
  const [users, packages, port] = [path.join(home, 'users'), path.join(home, 'packages'), await freePort()];
  await mkdir(packages);
  const sha1 = createHash('sha1')
    .update(password ?? '')
    .digest('base64');
  await writeFile(users, `${user}:{SHA}${sha1}\n`);
  const rights =
    password === undefined ? ['-P', '.', '-a', '.'] : ['-P', users, '-a', 'update,download,list'];
  const beyond = fallback === undefined ? ['--disable-fallback'] : ['--fallback-url', fallback];
  const address = ['--interface', '127.0.0.1', '--port', `${port}`, '--hash-algo', digest];
  const args = ['-m', 'pypiserver', 'run', ...address, ...rights, ...beyond, packages];
  const base = await started(home, args, port);
  return { upload: base.url, base: base.url, directory: packages, close: base.close };
}

/** A devpi-server, and ways to make indexes on it. */
export interface Devpi extends Omit<ForeignIndex, 'upload'> {
  /** Whose indexes they are. */
  readonly user: string;
  readonly password: string;
  /** Makes an index and gives its upload address. On a volatile one files are overwritten. */
  index(name: string, volatile: boolean): Promise<string>;
}

/** devpi-server without its mirror of PyPI, with one user. */
export async function startDevpi(user: string): Promise<Devpi> {
  const home = await mkdtemp(path.join(tmpdir(), 'pypi-release-devpi-'));
  const [state, port, password] = [path.join(home, 'state'), await freePort(), 'tide-and-time'];
  const init = 'import sys; from devpi_server.init import init; sys.exit(init())';
  await run(await foreignPython(), ['-c', init, '--serverdir', state, '--no-root-pypi'], { cwd: home });
  const args = ['-m', 'devpi_server', '--serverdir', state, '--host', '127.0.0.1', '--port', `${port}`];
  const { url, close } = await started(home, [...args, '--offline-mode'], port);
  await put(`${url}/${user}`, { password });
  return {
    base: url,
    user,
    password,
    close,
    async index(name, volatile) {
      await put(`${url}/${user}/${name}`, { volatile, bases: [] }, `${user}:${password}`);
      return `${url}/${user}/${name}/`;
    },
  };
}

async function put(url: string, body: object, credential?: string): Promise<void> {
  const basic = Buffer.from(credential ?? '').toString('base64');
  const headers = {
    'content-type': 'application/json',
    ...(credential === undefined ? {} : { authorization: `Basic ${basic}` }),
  };
  const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

async function started(
  home: string,
  args: readonly string[],
  port: number,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const child = spawn(await foreignPython(), args, { cwd: home, stdio: 'ignore' });
  const close = async (): Promise<void> => {
    await ended(child);
    await rm(home, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (const since = Date.now(); Date.now() - since < PATIENCE; await sleep(100)) {
    if (child.exitCode !== null) break;
    // Any answer will do: a closed index says 401.
    if (await fetch(url).catch(() => undefined)) return { url, close };
  }
  await close();
  throw new Error(`did not start: ${args.join(' ')}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

let made: Promise<string> | undefined;

/** A Python that has both servers, of the versions in the lock; made once on a machine, which takes network. */
function foreignPython(): Promise<string> {
  made ??= provided();
  return made;
}

async function provided(): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(LOCK))
    .digest('hex')
    .slice(0, 16);
  const directory = path.join(tmpdir(), `pypi-release-foreign-indexes-${hash}`);
  const windows = process.platform === 'win32';
  const python = path.join(directory, windows ? 'Scripts/python.exe' : 'bin/python');
  if (await exists(python)) return python;
  // Made under a name of its own and renamed when whole: whoever else makes it at the same time does no harm.
  const own = await mkdtemp(`${directory}-`);
  const { uv, python: maker } = await pythonTools();
  const quiet = ['--quiet', '--no-config'];
  await run(uv, ['venv', ...quiet, '--clear', '--python', maker, own]);
  await run(uv, ['pip', 'sync', ...quiet, '--require-hashes', '--python', own, LOCK]);
  await rename(own, directory).catch(async (error: unknown) => {
    await rm(own, { recursive: true, force: true });
    if (!(await exists(python))) throw error;
  });
  return python;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
