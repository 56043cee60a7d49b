/** Directories of the checkout that are projects of their own: vendored ones, plugins, other packages. */

import path from 'node:path';
import { SOURCE_FILES } from '../../packaging/project-source.ts';
import type { Files } from '../../ports/files.ts';

/**
 * Those of the files that lie in no other project below the directory: in no directory, at most two deep, with a pyproject.toml, setup.cfg or
 * setup.py, unless that is a module of a package.
 *
 * @param names relative to the directory
 */
export async function outsideOtherProjects(
  names: readonly string[],
  directory: string,
  files: Files,
): Promise<readonly string[]> {
  const sources = await files.glob(directory, `{*,*/*}/{${SOURCE_FILES}}`);
  const packages = (await files.glob(directory, '{*,*/*}/__init__.py')).map(path.posix.dirname);
  const others = sources
    .filter(
      (file) => path.posix.basename(file) !== 'setup.py' || !packages.includes(path.posix.dirname(file)),
    )
    .map((file) => `${path.posix.dirname(file)}/`);
  return names.filter((name) => !others.some((other) => name.startsWith(other)));
}
