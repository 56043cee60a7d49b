import type { IndexFile, PackageIndex } from '../ports/package-index.ts';
import type { Project } from '../release/facts.ts';

/** What an index has of a release, of all its packages. */
export async function held(
  index: PackageIndex,
  { packages, version }: Pick<Project, 'packages' | 'version'>,
): Promise<readonly IndexFile[]> {
  return (
    await Promise.all(packages.map(({ normalizedName }) => index.release(normalizedName, version)))
  ).flat();
}
