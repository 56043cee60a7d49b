/** The action as the present source makes it, for tests that must not wait for `dist` to be committed. */

import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ACTION, command } from './scenario.ts';

/** Bundles the source into a directory of the caller's, which is then the action's. */
export async function bundledAction(directory: string): Promise<string> {
  await mkdir(path.join(directory, 'rehearse'), { recursive: true });
  for (const definition of ['action.yml', 'rehearse/action.yml'])
    await copyFile(path.join(ACTION, definition), path.join(directory, definition));
  const script = path.join(ACTION, '.github', 'scripts', 'bundle.mjs');
  const { exitCode, stderr } = await command(process.execPath, [script, path.join(directory, 'dist')], {
    directory: ACTION,
  });
  if (exitCode !== 0) throw new Error(stderr);
  return directory;
}
