/** `twine check --strict` over distributions, and what to do where it refuses them. */

import path from 'node:path';
import type { CoreMetadata } from '../../packaging/core-metadata.ts';
import type { Distribution } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import { fault, Stopped } from '../../release/fault.ts';
import { lastLines } from '../../release/last-lines.ts';
import { open } from '../opened-distribution.ts';

interface Lack {
  readonly isIn: (metadata: CoreMetadata) => boolean;
  readonly remedy: string;
}

/** What twine only warns of without `--strict`, told by the metadata itself. */
const LACKS: readonly Lack[] = [
  {
    isIn: ({ description }) => description.trim() === '',
    remedy:
      'Give the project a README for its page, of which one line is enough (`readme = { text = "See the main package.", content-type = "text/markdown" }`, or a file): by readme in [project] of pyproject.toml, else long_description and its content type in setup.cfg or setup.py.',
  },
  {
    isIn: ({ description, descriptionContentType }) =>
      description.trim() !== '' && descriptionContentType === undefined,
    remedy:
      'Say what the README is written in, text/x-rst or text/markdown: by readme in [project] of pyproject.toml (the ending of its file tells), else by long_description_content_type in setup.cfg or setup.py.',
  },
];

const ANY = 'Mend the metadata or the README: the index would show or refuse it as it is.';

/**
 * Asks twine for all the distributions at once.
 *
 * @throws Stopped `tool-failed` where it finds anything
 */
export async function checkMetadata(
  { packages }: Plan,
  { builder, files }: Pick<World, 'builder' | 'files'>,
  distributions: readonly Distribution[],
): Promise<void> {
  const { exitCode, output } = await builder.check(
    distributions.map(({ filename }) => path.join(packages, filename)),
  );
  if (exitCode === 0) return;
  const opened = await Promise.all(distributions.map((each) => open(each, packages, files)));
  const metadata = opened.flatMap((each) => each.metadata ?? []);
  const remedies = LACKS.filter(({ isIn }) => metadata.some(isIn)).map(({ remedy }) => remedy);
  throw new Stopped([
    fault('tool-failed', {
      tool: 'twine check',
      what: 'twine check --strict',
      exitCode,
      tail: lastLines(unfit(output, packages), 12),
      remedy: remedies.length > 0 ? remedies.join(' ') : ANY,
    }),
  ]);
}

/** What twine says of the files that did not pass, by their names alone. */
function unfit(output: string, packages: string): string {
  return output
    .replaceAll(path.join(packages, path.sep), '')
    .split('\n')
    .filter((line) => !line.endsWith(': PASSED'))
    .join('\n');
}
