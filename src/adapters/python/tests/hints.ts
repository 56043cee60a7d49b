import { userInfo } from 'node:os';
import path from 'node:path';
import { levelsAbove } from '../../git/levels.ts';
import { absentSubmodules } from '../../git/tracked-files.ts';
import { projectTexts } from '../environment/test-requirements.ts';
import { toxCommand } from '../requirements/tox.ts';
import type { Workshop } from '../toolchain.ts';

// Not the word by itself: trees have roots, and so do modules of them.
const ABOUT_ROOT =
  /\b(?:as|by|is|not|be|running|user) root\b|ROOT_INSTALL|geteuid|PermissionError|permission denied/i;

/** What of the surroundings may be the reason that tests failed, each with its cure. */
export async function failureHints({ options }: Workshop, output: string): Promise<readonly string[]> {
  const isRoot = userInfo().uid === 0 && ABOUT_ROOT.test(output);
  return [
    ...(await submoduleHint(options)),
    ...(isRoot ? ['they ran as root, which some suites do not bear'] : []),
  ];
}

/** Where the tests may be that were not found, and who runs them. */
export async function absenceHints({ options, project }: Workshop): Promise<readonly string[]> {
  const { processes, directory, files } = options;
  const tox = await toxCommand(await projectTexts(options, project.layout));
  const [, ...above] = await levelsAbove(processes, directory);
  const top = above.at(-1);
  const hasTestsAbove = top !== undefined && (await files.list(path.join(top, 'tests'))) !== undefined;
  return [
    ...(await submoduleHint(options)),
    ...(tox === undefined ? [] : [`${tox.origin} runs \`${tox.command}\``]),
    ...(hasTestsAbove
      ? ['the checkout has tests at its top: name those of this project by test-command']
      : []),
  ];
}

async function submoduleHint({ processes, directory }: Workshop['options']): Promise<readonly string[]> {
  const absent = await absentSubmodules(processes, directory);
  if (absent.length === 0) return [];
  return [
    `git submodule ${absent.join(', ')} is not checked out: give actions/checkout \`submodules: true\``,
  ];
}
