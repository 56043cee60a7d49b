/**
 * Distributions in directories below the one that they belong in: `actions/download-artifact` makes one for each artifact that it fetches,
 * unless `merge-multiple` is set. To pass over them would release a part of the package.
 */

import path from 'node:path';
import { parsedFileName } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { isHanded } from '../../release/record.ts';
import type { Handed } from './handed-files.ts';

/** An artifact's directory, and one in the artifact itself (`wheelhouse/`). */
const DEPTHS = ['*', '*/*', '*/*/*'];

/**
 * What lies in the directory of the distributions and below it, each with the name of its directory.
 *
 * @returns nothing where no distribution lies below it, or where it is no directory for them alone
 */
export async function strewnFiles(
  { packages, directory, workspace }: Plan,
  files: Files,
): Promise<readonly Handed[]> {
  if ([directory, workspace].includes(packages)) return [];
  const found = (await Promise.all(DEPTHS.map((pattern) => files.glob(packages, pattern)))).flat();
  const handed = found.filter((file) => isHanded(nameOf(file)));
  if (!handed.some((file) => file.includes('/') && parsedFileName(nameOf(file)) !== undefined)) return [];
  const read = handed.map(async (file): Promise<readonly Handed[]> => {
    const bytes = await files.bytes(path.join(packages, file));
    const artifact = path.posix.join(path.basename(packages), path.posix.dirname(file));
    return bytes === undefined ? [] : [{ artifact, name: nameOf(file), bytes }];
  });
  return (await Promise.all(read)).flat();
}

function nameOf(file: string): string {
  return path.posix.basename(file);
}
