/** Whether the index can still take this version. */

import { isOfVersion } from '../../packaging/distribution.ts';
import { compareVersions, sameVersion } from '../../packaging/version.ts';
import { versionParts } from '../../packaging/version-parts.ts';
import type { Plan } from '../../plan/plan.ts';
import type { IndexProject } from '../../ports/package-index.ts';
import type { World } from '../../ports/world.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { hasSeveral } from '../../release/packages.ts';
import { type Closing, closingFaults } from '../../upload/closing.ts';
import { findJournal, keepsJournal } from '../journal/journal.ts';

/**
 * A version must be above the latest of its line (`1.2`): a back-port to an older line is fine. A re-run of the same version is, too, as
 * long as the index takes what it lacks.
 */
export async function unreleasable(
  seen: Omit<Closing, 'name' | 'there'>,
  release: Project,
  { indexes, forge }: Pick<World, 'indexes' | 'forge'>,
): Promise<readonly Fault[]> {
  const { project, plan } = seen;
  const there = await indexes.pypi.project(project.normalizedName);
  const versions = there?.versions ?? [];
  if (there !== undefined && versions.some((version) => sameVersion(version, project.version))) {
    const taken = await takenFaults({ ...release, name: project.name }, plan, { there, forge });
    return taken.length > 0 ? taken : await closingFaults({ ...seen, name: 'pypi', there });
  }
  const line = lineOf(project.version);
  const higher = versions.filter(
    (version) => lineOf(version) === line && compareVersions(version, project.version) > 0,
  );
  const [latest] = higher.toSorted((one, other) => compareVersions(other, one));
  return latest === undefined
    ? []
    : [
        fault('version-behind', {
          ...{ version: project.version, index: 'pypi', latest },
          ...(hasSeveral(release) ? { project: project.name } : {}),
        }),
      ];
}

/**
 * A version on the index whose files no journal holds was not begun by this action. A pushed tag insists on its version: then the bytes
 * are compared once they are built.
 */
async function takenFaults(
  { name, version, tag }: Project,
  plan: Plan,
  { there, forge }: { readonly there: IndexProject; readonly forge: World['forge'] },
): Promise<readonly Fault[]> {
  if (plan.version.kind === 'tag' || !plan.phases.includes('build') || !keepsJournal(plan)) return [];
  if ((await findJournal(plan, { tag }, forge)).kind === 'kept') return [];
  const files = there.files
    .map(({ filename }) => filename)
    .filter((filename) => isOfVersion(filename, version));
  const { repository } = plan.forge;
  if (files.length === 0) return [];
  return [fault('version-taken', { project: name, version, index: 'pypi', files, tag, repository })];
}

function lineOf(version: string): string | undefined {
  const parts = versionParts(version);
  return parts === undefined ? undefined : `${parts.epoch}!${parts.release[0] ?? 0}.${parts.release[1] ?? 0}`;
}
