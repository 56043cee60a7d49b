import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../ports/files.ts';
import { filesFitting } from './glob.ts';

/** The file system as adapters use it: the port, and what programs and scratch directories need. */
export interface LocalFiles extends Files {
  /** Makes a directory with those above it; nothing where it is there. */
  makeDirectory(directory: string): Promise<void>;
  /** Lets everybody execute a file (mode 755); without effect on Windows. */
  makeExecutable(file: string): Promise<void>;
}

/** The machine's own file system. */
export function createFiles(): LocalFiles {
  return {
    text: async (file) => (await content(file))?.toString('utf8'),
    bytes: content,
    list: async (directory) => (await readdir(directory).catch(noneWhereAbsent))?.sort(),
    real: async (entry) => realpath(entry).catch(noneWhereAbsent),
    executable: isExecutable,
    glob: filesFitting,
    write: writeWhole,
    remove: (entry) => rm(entry, { recursive: true, force: true, maxRetries: 3 }),
    makeDirectory: async (directory) => void (await mkdir(directory, { recursive: true })),
    makeExecutable: (file) => chmod(file, 0o755),
  };
}

async function content(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch(noneWhereAbsent);
}

function noneWhereAbsent(error: NodeJS.ErrnoException): undefined {
  if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(error.code ?? '')) return undefined;
  throw error;
}

async function isExecutable(file: string): Promise<boolean> {
  const seen = await stat(file).catch(noneWhereAbsent);
  // Windows has no mode bits: there the name alone makes a program.
  return seen?.isFile() === true && (path.sep === '\\' || (seen.mode & 0o100) !== 0);
}

/** A reader sees the old content or the new, never a part: the new file takes the old one's name in one step. */
async function writeWhole(file: string, bytes: string | Uint8Array): Promise<void> {
  const target = (await realpath(file).catch(noneWhereAbsent)) ?? file;
  const former = await stat(target).catch(noneWhereAbsent);
  await mkdir(path.dirname(target), { recursive: true });
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}`);
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    if (former !== undefined) await chmod(beside, former.mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
