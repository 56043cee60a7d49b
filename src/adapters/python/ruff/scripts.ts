import path from 'node:path';
import { levelsAbove } from '../../git/levels.ts';
import type { PythonOptions } from '../options.ts';
import type { RuffCheck } from './check.ts';
import { checkedPaths } from './script-words.ts';

/** Where projects write down what they run, here or at the top of the checkout; the first that runs a check says over what. */
const PLACES = [
  '{scripts,script,bin,tools}/{lint,check}*',
  '{tox.ini,tox.toml,setup.cfg,pyproject.toml,noxfile.py,tasks.py,dodo.py}',
  '{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile,Taskfile.yml,Taskfile.yaml}',
  '{scripts,script,bin,tools}/*',
  '.github/workflows/*.{yml,yaml}',
  '{.gitlab-ci.yml,.circleci/config.yml,azure-pipelines.yml,.travis.yml}',
] as const;

/** A file in which the project says that it runs a check of ruff's. */
export interface RuffScript {
  readonly file: string;
  /** What the check is over, relative to the project's directory; `.` alone where that is everything, or cannot be told. */
  readonly paths: readonly string[];
}

type ScriptOptions = Pick<PythonOptions, 'files' | 'directory' | 'processes'>;

/** The first file that says so; undefined where there is none. */
export async function scriptWith(check: RuffCheck, options: ScriptOptions): Promise<RuffScript | undefined> {
  const { files, directory, processes } = options;
  const levels = await levelsAbove(processes, directory);
  for (const level of new Set([directory, levels.at(-1) ?? directory])) {
    const names = await Promise.all(PLACES.map((pattern) => files.glob(level, pattern)));
    for (const file of new Set(names.flat())) {
      const told = checkedPaths(check, (await files.text(path.join(level, file))) ?? '');
      if (told === undefined) continue;
      const paths = told === 'unclear' ? [] : await pathsBelow(told, level, options);
      return { file, paths: paths.length === 0 ? ['.'] : paths };
    }
  }
  return undefined;
}

/** Those that are there and in the project, relative to it; `.` alone where one of them holds all of it. */
async function pathsBelow(
  told: readonly string[],
  level: string,
  { files, directory }: ScriptOptions,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of told) {
    const target = path.join(level, each);
    const below = path.relative(directory, target).replaceAll(path.sep, '/');
    if (below === '' || !path.relative(target, directory).startsWith('..')) return ['.'];
    const isBelow = !below.startsWith('..') && !path.isAbsolute(below);
    if (isBelow && (await files.real(target)) !== undefined) found.push(below);
  }
  return found;
}
