import { createCheckout } from '../../git/checkout.ts';
import { trackedFiles } from '../../git/tracked-files.ts';
import { succeeded } from '../tool-failure.ts';
import type { Workshop } from '../toolchain.ts';
import script from './hook_files.py';
import type { HookScope } from './pre-commit.ts';

/**
 * The files that pre-commit gives a hook in `pre-commit run --all-files`; undefined outside a repository. Its patterns are Python's,
 * so Python reads them. Raises `tool-failed` where they are none.
 */
export async function hookFiles(
  { options, project }: Workshop,
  { extensions, files, exclude }: HookScope,
): Promise<readonly string[] | undefined> {
  const { processes, directory, scratch } = options;
  const tracked = await trackedFiles(processes, directory);
  const names = tracked?.filter((name) => extensions.some((extension) => name.endsWith(extension)));
  if (names === undefined || files.length + exclude.length === 0) return names;
  const prefix = await createCheckout(processes, directory).prefix();
  const run = { directory: scratch, input: JSON.stringify({ prefix, names, files, exclude }) };
  const chosen = await processes.run(project.layout.python, ['-I', '-c', script], run);
  return JSON.parse(succeeded(chosen, 'python', REMEDY).stdout) as readonly string[];
}

const REMEDY =
  'Mend `files` and `exclude` of .pre-commit-config.yaml: they are regular expressions of Python’s.';
