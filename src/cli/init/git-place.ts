import path from 'node:path';
import { createProcesses } from '../../adapters/actions/process.ts';
import { createGit } from '../../adapters/git/git.ts';
import { hostEnvironment } from '../runner-environment.ts';
import { type ForgeAddress, forgeAddress } from './forge-address.ts';

/** Where a directory lies, as git on this machine knows it. */
export interface GitPlace {
  /** Top of the repository, absolute. */
  readonly top: string;
  /** Where `origin` leads; undefined where that is no forge, or there is none. */
  readonly forge: ForgeAddress | undefined;
  /** The branch that a run by hand begins from: the forge's default one, else the present one. */
  readonly branch: string;
}

/** Looks at the repository around a directory; undefined outside one. Throws `tool-failed` where there is no git program. */
export async function gitPlace(directory: string): Promise<GitPlace | undefined> {
  const { line } = gitIn(directory);
  const top = await line('rev-parse', '--show-toplevel');
  if (top === undefined || top === '') return undefined;
  const remote = await line('remote', 'get-url', 'origin');
  const branch =
    (await line('symbolic-ref', '--short', 'refs/remotes/origin/HEAD'))?.replace(/^origin\//, '') ??
    (await line('symbolic-ref', '--short', 'HEAD')) ??
    'main';
  return { top: path.resolve(top), forge: forgeAddress(remote ?? ''), branch };
}

/** `git` in a directory of this machine. */
export function gitIn(directory: string) {
  return createGit(createProcesses({ environment: hostEnvironment(process.env) }), directory);
}
