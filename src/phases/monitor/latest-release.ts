import { isOfVersion, parsedFileName } from '../../packaging/distribution.ts';
import { compareVersions, isPrerelease, isVersion, latestOf } from '../../packaging/version.ts';
import type { IndexProject } from '../../ports/package-index.ts';

/** The release that people get. */
export interface LatestRelease {
  readonly version: string;
  /** Higher ones that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/**
 * The newest version that an index offers, as installers choose it (PEP 440, "Handling of pre-releases"; PEP 592): none that was withdrawn,
 * and a final one before a pre-release.
 *
 * @returns undefined where all were withdrawn, or there is none
 */
export function latestRelease({ versions, files }: IndexProject): LatestRelease | undefined {
  const named = files.flatMap(({ filename }) => parsedFileName(filename)?.version ?? []);
  const all = [...new Set([...versions, ...named])].filter(isVersion);
  const isOffered = (version: string): boolean =>
    files.some(({ filename, yanked }) => !yanked && isOfVersion(filename, version));
  const offered = all.filter(isOffered);
  const version = latestOf(offered.filter((each) => !isPrerelease(each))) ?? latestOf(offered);
  if (version === undefined) return undefined;
  const withdrawn = all.filter(
    (each) =>
      compareVersions(each, version) > 0 &&
      files.some(({ filename }) => isOfVersion(filename, each)) &&
      !isOffered(each),
  );
  return { version, withdrawn };
}
