/** What a user has who cloned the repository and installed nothing. */

import { copyFile, mkdir, readdir, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ACTION, command } from './scenario.ts';

const EXECUTABLE = process.platform === 'win32' ? '.exe' : '';

/** Copies the files that git has, or would take, into a repository of their own; no `node_modules`. */
export async function plainClone(directory: string): Promise<void> {
  const listing = ['-C', ACTION, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = (await command('git', listing)).stdout.split('\0').filter((file) => file !== '');
  for (const file of files) {
    const from = path.join(ACTION, file);
    if (!(await isThere(from))) continue;
    await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
    await copyFile(from, path.join(directory, file));
  }
  await commitAll(directory);
}

/** Makes a directory a git repository of one commit on `main`; gives the commit. */
export async function commitAll(directory: string): Promise<string> {
  const git = (...args: readonly string[]) =>
    command('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-C', directory, ...args]);
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('add', '--all');
  await git('commit', '--quiet', '--no-verify', '--message', 'As it is');
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}

/**
 * The program of the oldest Node that is promised to work, 20: one on PATH, else the package index's.
 * npm puts its own, newer Node first on PATH.
 */
export async function node20(): Promise<string> {
  for (const candidate of await onPath('node')) {
    const { stdout } = await command(candidate, ['--version']);
    if (stdout.startsWith('v20.')) return candidate;
  }
  const npm = ['exec', '--yes', '--package=node@20.19.0', '--', 'node', '--print', 'process.execPath'];
  const { exitCode, stdout, stderr } = await command('npm', npm);
  if (exitCode !== 0) throw new Error(`Node 20 is neither on PATH nor to be had: ${stderr}`);
  return stdout.trim();
}

/**
 * A PATH without uv: directories that hold it are left out, and git and Python are linked into one of our own.
 *
 * @param links an empty directory
 */
export async function pathWithoutUv(links: string): Promise<string> {
  await mkdir(links, { recursive: true });
  const withUv = new Set((await onPath('uv')).map((file) => path.dirname(file)));
  for (const name of withUv.size === 0 ? [] : ['git', 'python3', 'python', 'sh', 'env', 'bash']) {
    const [program] = await onPath(name);
    if (program !== undefined) await symlink(program, path.join(links, `${name}${EXECUTABLE}`));
  }
  return [links, ...directoriesOfPath().filter((directory) => !withUv.has(directory))].join(path.delimiter);
}

async function onPath(name: string): Promise<readonly string[]> {
  const files = directoriesOfPath().map((directory) => path.join(directory, `${name}${EXECUTABLE}`));
  const there = await Promise.all(files.map(isThere));
  return files.filter((_file, index) => there[index]);
}

function directoriesOfPath(): readonly string[] {
  return [...new Set((process.env.PATH ?? '').split(path.delimiter))].filter((directory) => directory !== '');
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Every file below a directory, relative to it, with `/`. */
export async function filesBelow(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}
