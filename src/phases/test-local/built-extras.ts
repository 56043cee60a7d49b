import path from 'node:path';
import { type Distribution, uploadOrder } from '../../packaging/distribution.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Share, shares } from '../../release/packages.ts';
import { opened } from '../build/distributions.ts';

/**
 * The project with the extras that its distributions offer, where all are asked for: what setup.py or a back end computes stands in their
 * metadata alone. A wheel is asked before an sdist, whose PKG-INFO may be short.
 *
 * @throws Stopped `distribution-unfit` where a distribution cannot be opened
 */
export async function withBuiltExtras(
  project: Project,
  distributions: readonly Distribution[],
  { packages: directory, toolchain }: Plan,
  files: Files,
): Promise<Project> {
  if (toolchain.extras !== 'all') return project;
  const offered = async ({ project: { version: _, ...named }, distributions: own }: Share) => {
    const [first] = uploadOrder(own);
    const bytes = first && (await files.bytes(path.join(directory, first.filename)));
    const metadata = bytes && (await opened(first, bytes)).metadata;
    return { ...named, extras: metadata?.providesExtra ?? named.extras };
  };
  return { ...project, packages: await Promise.all(shares(project, distributions).map(offered)) };
}
