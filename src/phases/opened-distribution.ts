/** Distributions as they are looked into: their archive and their metadata. */

import path from 'node:path';
import { type Archive, openArchive } from '../packaging/archive.ts';
import { type CoreMetadata, metadataOf } from '../packaging/core-metadata.ts';
import {
  type Distribution,
  type DistributionName,
  parsedFileName,
  uploadOrder,
} from '../packaging/distribution.ts';
import type { Plan } from '../plan/plan.ts';
import type { Files } from '../ports/files.ts';
import type { Project } from '../release/facts.ts';
import { fault, Stopped } from '../release/fault.ts';
import { shares } from '../release/packages.ts';

/** A distribution, opened. */
export interface Opened {
  readonly distribution: Distribution;
  readonly name: DistributionName;
  readonly archive: Archive;
  readonly metadata: CoreMetadata | undefined;
}

/** Opens a distribution that lies in a directory. */
export async function open(distribution: Distribution, packages: string, files: Files): Promise<Opened> {
  const bytes = await files.bytes(path.join(packages, distribution.filename));
  if (bytes === undefined) throw new Error(`${distribution.filename} has gone while it was looked at`);
  return opened(distribution, bytes);
}

/**
 * Opens the bytes of a distribution.
 *
 * @throws Stopped `distribution-unfit` where they are no archive
 */
export async function opened(distribution: Distribution, bytes: Uint8Array): Promise<Opened> {
  const { filename } = distribution;
  const name = parsedFileName(filename);
  if (name === undefined) throw new RangeError(`"${filename}" is not the name of a distribution`);
  try {
    const archive = await openArchive(filename, bytes);
    return { distribution, name, archive, metadata: metadataOf(archive, name) };
  } catch (error) {
    const problem = `it cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
    throw new Stopped([fault('distribution-unfit', { filename, problem, remedy: 'Build it again.' })], {
      cause: error,
    });
  }
}

/**
 * The metadata of each package of a release, in the order of the packages: what a back end computes stands there alone. A wheel is asked
 * before an sdist, whose PKG-INFO may be short; undefined where neither of a package is there, or has any.
 *
 * @throws Stopped `distribution-unfit` where a distribution cannot be opened
 */
export async function builtMetadata(
  project: Pick<Project, 'packages' | 'version'>,
  distributions: readonly Distribution[],
  { packages }: Pick<Plan, 'packages'>,
  files: Files,
): Promise<readonly (CoreMetadata | undefined)[]> {
  const read = shares(project, distributions).map(async ({ distributions: own }) => {
    const [first] = uploadOrder(own);
    const bytes = first && (await files.bytes(path.join(packages, first.filename)));
    return bytes && (await opened(first, bytes)).metadata;
  });
  return Promise.all(read);
}
