/** Looks into the git repositories of this machine. What changes one of them is with its command. */

import { realpath } from 'node:fs/promises';
import { createProcesses } from '../adapters/actions/process.ts';
import { createGit, type Git } from '../adapters/git/git.ts';
import { hostEnvironment } from './runner-environment.ts';

/** Where a directory lies. */
export interface LocalPlace {
  /** Top of the repository, absolute and without links. */
  readonly top: string;
  /** The directory below the top, with `/`; empty at the top. */
  readonly prefix: string;
  /** The branch that is checked out; undefined where a commit is. */
  readonly branch: string | undefined;
}

/** Looks at the repository around a directory; undefined outside one. Throws `tool-failed` where there is no git program. */
export async function localPlace(directory: string): Promise<LocalPlace | undefined> {
  const { line } = gitIn(directory);
  const top = await line('rev-parse', '--show-toplevel');
  if (top === undefined || top === '') return undefined;
  const prefix = (await line('rev-parse', '--show-prefix')) ?? '';
  return {
    top: await realpath(top),
    prefix: prefix.replace(/\/$/, ''),
    branch: await line('symbolic-ref', '--short', 'HEAD'),
  };
}

/** `git` in a directory of this machine. */
export function gitIn(directory: string): Git {
  return createGit(createProcesses({ environment: hostEnvironment(process.env) }), directory);
}
