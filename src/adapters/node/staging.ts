import { copyFile, link, mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

/** Files that lie side by side for a while, under the names they had. */
export interface Stage {
  /** Absolute. */
  readonly directory: string;
  /** Takes them away; the originals stay. */
  remove(): Promise<void>;
}

/** Puts files side by side. */
export type Staging = (files: readonly string[]) => Promise<Stage>;

/**
 * A stage for tools that look for one file beside another: a directory of their own below `directory`, with links to the files, or
 * copies where the file system has no links.
 */
export function createStaging(directory: string): Staging {
  return async (files) => {
    await mkdir(directory, { recursive: true });
    const stage = await mkdtemp(path.join(directory, 'stage-'));
    const remove = () => rm(stage, { recursive: true, force: true, maxRetries: 3 });
    const placing = files.map((file) => linkOrCopy(file, path.join(stage, path.basename(file))));
    const failed = (await Promise.allSettled(placing)).find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') return { directory: stage, remove };
    await remove();
    throw failed.reason;
  };
}

async function linkOrCopy(file: string, place: string): Promise<void> {
  try {
    await link(file, place);
  } catch {
    // Another volume, or a file system without links; a file that is not there fails again, with its name.
    await copyFile(file, place);
  }
}
