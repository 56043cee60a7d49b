/**
 * The corpus: projects of others, one version of each as it stands on the index, and how its release by path A must end.
 * Where it must stop, it is for the project's own sake, and the remedy tells the maintainer what to do.
 */

import type { CorpusProject } from './project.ts';
import { FLIT } from './projects/flit.ts';
import { HATCHLING } from './projects/hatchling.ts';
import { OTHERS } from './projects/others.ts';
import { POETRY } from './projects/poetry.ts';
import { SETUPTOOLS } from './projects/setuptools.ts';

/** All of them, by back end. */
export const PROJECTS: readonly CorpusProject[] = [
  ...SETUPTOOLS,
  ...HATCHLING,
  ...FLIT,
  ...POETRY,
  ...OTHERS,
];

/** All where `CORPUS=all` is in the environment, those whose name fits where it is another word, else the quick ones. */
export const CHOSEN: readonly CorpusProject[] = chosen(process.env.CORPUS);

function chosen(asked: string | undefined): readonly CorpusProject[] {
  if (asked === 'all') return PROJECTS;
  return PROJECTS.filter(({ name, quick }) => (asked === undefined ? quick === true : name.includes(asked)));
}
