import { gitIn, localPlace } from '../local-git.ts';
import { type ForgeAddress, forgeAddress } from './forge-address.ts';

/** Where a directory lies, as git on this machine knows it. */
export interface GitPlace {
  /** Top of the repository, absolute and without links. */
  readonly top: string;
  /** Where `origin` leads; undefined where that is no forge, or there is none. */
  readonly forge: ForgeAddress | undefined;
  /** The branch that a run by hand begins from: the forge's default one, else the present one. */
  readonly branch: string;
}

/** Looks at the repository around a directory; undefined outside one. Throws `tool-failed` where there is no git program. */
export async function gitPlace(directory: string): Promise<GitPlace | undefined> {
  const place = await localPlace(directory);
  if (place === undefined) return undefined;
  const { line } = gitIn(directory);
  const remote = await line('remote', 'get-url', 'origin');
  const onForge = await line('symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  return {
    top: place.top,
    forge: forgeAddress(remote ?? ''),
    branch: onForge?.replace(/^origin\//, '') ?? place.branch ?? 'main',
  };
}
