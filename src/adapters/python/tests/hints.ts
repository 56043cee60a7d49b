import { userInfo } from 'node:os';
import path from 'node:path';
import { createCheckout } from '../../git/checkout.ts';
import { absentSubmodules } from '../../git/tracked-files.ts';
import type { PythonOptions } from '../options.ts';

// Neither the directory of that name nor pytest's own `rootdir`.
const ABOUT_ROOT = /(?<!\/)root(?!dir|\/)|permission/i;

/**
 * What of the surroundings may be the reason, each with its cure.
 *
 * @param output of the runner
 */
export async function hints(
  { processes, directory, files }: Pick<PythonOptions, 'processes' | 'directory' | 'files'>,
  outcome: 'failed' | 'no tests',
  output = '',
): Promise<readonly string[]> {
  const absent = await absentSubmodules(processes, directory);
  const submodules =
    absent.length === 0
      ? []
      : [`git submodule ${absent.join(', ')} is not checked out: give actions/checkout \`submodules: true\``];
  if (outcome === 'failed') {
    const asRoot =
      userInfo().uid === 0 && ABOUT_ROOT.test(output)
        ? ['they ran as root, which some suites do not bear']
        : [];
    return [...submodules, ...asRoot];
  }
  const prefix = await createCheckout(processes, directory).prefix();
  const top = path.join(directory, '../'.repeat(prefix.split('/').length - 1));
  const above = prefix !== '' && (await files.list(path.join(top, 'tests'))) !== undefined;
  const parent = above
    ? ['the checkout has tests at its top: name those of this project by test-command']
    : [];
  return [...submodules, ...parent];
}
