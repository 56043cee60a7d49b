import { randomUUID } from 'node:crypto';
import { constants, cp, lstat, rename, rm } from 'node:fs/promises';

/**
 * Copies a directory with all in it as it is: modes, times, and links as links. What is no file, directory or link (a socket, a pipe) is
 * of the process that made it, and is left out. The copy shares its blocks with the original where the file system can.
 *
 * @param to what is not there yet, and lies outside the original
 */
export async function copyDirectory(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    mode: constants.COPYFILE_FICLONE,
    filter: isCopied,
  });
}

/** Puts a copy of a directory in the place of another, which stays where the copy does not come to be whole. */
export async function replaceDirectory(from: string, to: string): Promise<void> {
  const beside = `${to}.${randomUUID()}`;
  try {
    await copyDirectory(from, beside);
    await rm(to, { recursive: true, force: true, maxRetries: 3 });
    await rename(beside, to);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Whether this is a directory, and no link to one; undefined where nothing is there. */
export async function isPlainDirectory(entry: string): Promise<boolean | undefined> {
  return (await lstat(entry).catch(() => undefined))?.isDirectory();
}

async function isCopied(entry: string): Promise<boolean> {
  const seen = await lstat(entry);
  return seen.isFile() || seen.isDirectory() || seen.isSymbolicLink();
}
