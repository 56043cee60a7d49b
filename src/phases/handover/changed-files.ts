/** What a release changes in the working tree, carried from the job that changes it to the one that commits it. */

import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import type { ChangedFile } from '../../release/facts.ts';

/**
 * The files as they were just committed in this checkout.
 *
 * @param names relative to the working directory; one that is not there was removed by the release
 */
export async function changedFiles(
  names: readonly string[],
  { directory }: Plan,
  { files, checkout }: Pick<World, 'files' | 'checkout'>,
): Promise<readonly ChangedFile[]> {
  const prefix = await checkout.prefix();
  const read = names.map(async (name): Promise<ChangedFile> => {
    const bytes = await files.bytes(path.join(directory, name));
    // In the tree of another system git may have line endings that are not the repository's.
    const committed = bytes?.includes(CARRIAGE_RETURN) ? ((await checkout.committed(name)) ?? bytes) : bytes;
    const content = committed === undefined ? null : Buffer.from(committed).toString('base64');
    return { file: path.posix.join(prefix, name.replaceAll('\\', '/')), content };
  });
  return Promise.all(read);
}

const CARRIAGE_RETURN = 0x0d;

/** Their names, for a line of the log. */
export function changedNames(changed: readonly ChangedFile[]): string {
  return changed.map(({ file }) => file).join(', ');
}

/** Bytes of a changed file; null where it is removed. */
export function bytesOf({ content }: ChangedFile): Uint8Array | null {
  return content === null ? null : new Uint8Array(Buffer.from(content, 'base64'));
}

/**
 * Puts the files into the working tree, which may be a fresh checkout: notes and checklist read it. Files that are so already are left alone.
 */
export async function settleTree(
  changed: readonly ChangedFile[],
  { directory }: Plan,
  { files, checkout }: Pick<World, 'files' | 'checkout'>,
): Promise<void> {
  const prefix = await checkout.prefix();
  for (const each of changed) {
    const target = path.join(directory, path.posix.relative(prefix, each.file));
    const [wanted, present] = [bytesOf(each), await files.bytes(target)];
    if (wanted === null) await files.remove(target);
    else if (present === undefined || Buffer.compare(present, wanted) !== 0)
      await files.write(target, wanted);
  }
}
