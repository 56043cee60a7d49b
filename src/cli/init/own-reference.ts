/** How a workflow is to name this action: at the very commit that this command line is of, where a runner can fetch that. */

import { realpath } from 'node:fs/promises';
import { gitIn } from '../local-git.ts';
import { gitPlace } from './git-place.ts';

/** Where the action is published, as its documentation says. */
const PUBLISHED = 'org/pypi-release';

/**
 * What `uses` says of this action, with a comment.
 *
 * @param directory where the action lies
 * @param version its version, for the tag of its major one
 * @param host of the forge whose runners are to fetch it: they look on their own forge, or on github.com
 */
export async function ownReference(directory: string, version: string, host: string): Promise<string> {
  const place = await gitPlace(directory);
  const isOwn = place !== undefined && place.top === (await realpath(directory));
  const isInReach = place?.forge?.host === host || place?.forge?.host === 'github.com';
  const pin = isOwn && isInReach ? await pinOf(directory) : undefined;
  if (place?.forge === undefined || pin === undefined) return unpinnedReference(version);
  return `${place.forge.owner}/${place.forge.name}@${pin.commit} # ${pin.called}`;
}

/** Not the commit, but the tag that moves along with the releases. The linter of workflows is told why. */
export function unpinnedReference(version: string): string {
  const [major] = version.split('.');
  return `${PUBLISHED}@v${major} # zizmor: ignore[unpinned-uses] put the SHA that you have read in place of v${major}`;
}

interface Pin {
  readonly commit: string;
  /** The release that it is, else the branch that has it. */
  readonly called: string;
}

/**
 * The commit that is checked out, where it came from the forge: what nobody has pushed no runner can fetch. A tag alone does not show that,
 * unless the clone was made for tags alone (`git clone --depth 1 --branch TAG`).
 */
async function pinOf(directory: string): Promise<Pin | undefined> {
  const { line, lines } = gitIn(directory);
  const commit = await line('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  const release = (await lines('tag', '--points-at', 'HEAD')).find((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  const branches = await lines(
    'branch',
    '--remotes',
    '--contains',
    'HEAD',
    '--format=%(refname:lstrip=3)',
    'origin/*',
  );
  const branch = branches.find((name) => name !== 'HEAD');
  const fetched = await lines('config', '--get-all', 'remote.origin.fetch');
  const isFetched = release !== undefined && fetched.some((spec) => spec.includes(`refs/tags/${release}:`));
  const called = branch === undefined && !isFetched ? undefined : (release ?? branch);
  return commit === undefined || called === undefined ? undefined : { commit, called };
}
