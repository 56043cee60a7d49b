/** Renders descriptions for the built-in indexes as PyPI does: with readme_renderer, which twine brings. */

import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import lock from '../adapters/python/check-tools.txt';
import script from '../adapters/python/render.py';
import { descriptionType } from '../packaging/description-type.ts';

const execute = promisify(execFile);
const WINDOWS = process.platform === 'win32';

/**
 * A judge of descriptions. Only reStructuredText can fail to render (it is also what a description without a type is);
 * the renderer is installed when the first of them comes.
 *
 * @param cache a directory that may be kept between runs
 */
export function createReadmeJudge(
  cache: string,
): (description: string, contentType: string | undefined) => Promise<boolean> {
  let python: Promise<string> | undefined;
  return async (description, contentType) => {
    if (descriptionType(contentType) !== 'text/x-rst') return true;
    python ??= provided(cache);
    return renders(await python, description);
  };
}

/** Python of an environment with the renderer, made once for a lock file: whole, or not at all. */
async function provided(cache: string): Promise<string> {
  const directory = path.join(
    cache,
    `readme-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`,
  );
  const program = (environment: string): string =>
    path.join(environment, WINDOWS ? 'Scripts/python.exe' : 'bin/python');
  if (await exists(program(directory))) return program(directory);
  await mkdir(cache, { recursive: true });
  const made = await mkdtemp(path.join(cache, 'new-'));
  // The lock leaves out what twine takes only for keyrings: so nothing is resolved beyond it.
  const requirements = path.join(made, 'check-tools.txt');
  await writeFile(requirements, lock);
  await execute(WINDOWS ? 'python' : 'python3', ['-m', 'venv', made]);
  await execute(program(made), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--no-deps',
    '--require-hashes',
    '--requirement',
    requirements,
  ]);
  try {
    await rename(made, directory);
  } catch (error) {
    // Another process was first: its environment is of the same lock file.
    await rm(made, { recursive: true, force: true });
    if (!(await exists(program(directory)))) throw error;
  }
  return program(directory);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function renders(python: string, description: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, ['-I', '-c', script], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
    child.stdin.end(description);
  });
}
