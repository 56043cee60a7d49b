import path from 'node:path';
import { levelsAbove } from '../../git/levels.ts';
import type { PythonOptions } from '../options.ts';
import type { RuffCheck } from './check.ts';
import { checkedPaths, namesFilesAlone } from './script-words.ts';

/** Where projects write down what they run, here or at the top of the checkout. */
const PLACES = [
  '{scripts,script,bin,tools}/{lint,check}*',
  '{tox.ini,tox.toml,setup.cfg,pyproject.toml,noxfile.py,tasks.py,dodo.py}',
  '{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}',
  '{scripts,script,bin,tools}/*',
  '.github/workflows/*.{yml,yaml}',
  '{.gitlab-ci.yml,.circleci/config.yml,azure-pipelines.yml,.travis.yml}',
] as const;

/** The files in which the project says that it runs a check of ruff's. */
export interface RuffScripts {
  readonly names: readonly string[];
  /** What the check is over, relative to the project's directory; `.` alone where that is everything, or cannot be told. */
  readonly paths: readonly string[];
}

type ScriptOptions = Pick<PythonOptions, 'files' | 'directory' | 'processes'>;

/**
 * What all of them together say, since each may run a part of the check; undefined where none says so. One command over everything makes
 * it everything; so do single files alone, for a check of these is next to none. What cannot be told of one command, or names only what
 * is not there, counts where no other is clear: it makes it everything, too.
 */
export async function scriptsWith(
  check: RuffCheck,
  options: ScriptOptions,
): Promise<RuffScripts | undefined> {
  const { files, directory, processes } = options;
  const levels = await levelsAbove(processes, directory);
  const told: Told[] = [];
  for (const level of new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const name of new Set(names.flat())) {
      const text = (await files.text(path.join(level, name))) ?? '';
      for (const looked of checkedPaths(check, text)) {
        const paths = looked === 'unclear' ? 'unclear' : await pathsBelow(looked, level, options);
        if (paths !== undefined) told.push({ name, paths });
      }
    }
  }
  if (told.length === 0) return undefined;
  const clear = told.flatMap(({ name, paths }) => (paths === 'unclear' ? [] : [{ name, paths }]));
  const counted = clear.length > 0 ? clear : told.map(({ name }) => ({ name, paths: EVERYTHING }));
  const paths = [...new Set(counted.flatMap((each) => each.paths))];
  const isEverything = paths.includes('.') || namesFilesAlone(paths);
  return { names: [...new Set(counted.map(({ name }) => name))], paths: isEverything ? EVERYTHING : paths };
}

interface Told {
  readonly name: string;
  readonly paths: readonly string[] | 'unclear';
}

const EVERYTHING = ['.'];

/**
 * Those that are there and in the project, relative to it; `.` alone where one of them holds all of it, and where none is named. Undefined
 * where all that are there lie elsewhere: that says nothing of this project.
 */
async function pathsBelow(
  told: readonly string[],
  level: string,
  { files, directory }: ScriptOptions,
): Promise<Told['paths'] | undefined> {
  if (told.length === 0) return EVERYTHING;
  const found: string[] = [];
  for (const each of told) {
    const target = path.join(level, each);
    if ((await files.real(target)) === undefined) continue;
    if (!isOutside(target, directory)) return EVERYTHING;
    found.push(target);
  }
  if (found.length === 0) return 'unclear';
  const below = found.filter((target) => !isOutside(directory, target));
  if (below.length === 0) return undefined;
  return below.map((target) => path.relative(directory, target).replaceAll(path.sep, '/'));
}

function isOutside(directory: string, target: string): boolean {
  const between = path.relative(directory, target);
  return between.split(path.sep)[0] === '..' || path.isAbsolute(between);
}
