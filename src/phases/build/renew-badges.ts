/** The badges in the README, which ride in the release commit. */

import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { badgesOf, README, withBadges } from '../badges.ts';
import { ownName } from '../setup/own-name.ts';

/**
 * Renews them where that is asked for. Before the build, since the README goes into the metadata. Where a link leads to the README,
 * what is behind it is written.
 *
 * @returns the file that was changed, relative to the working directory
 */
export async function renewBadges(project: Project, plan: Plan, files: Files): Promise<readonly string[]> {
  const name = renews(plan) ? await ownName(README, plan, files) : undefined;
  if (name === undefined) return [];
  const file = path.join(plan.directory, name);
  const readme = await files.text(file);
  const renewed = readme === undefined ? undefined : withBadges(readme, badgesOf(project, plan, readme));
  if (renewed === undefined || renewed === readme) return [];
  await files.write(file, renewed);
  return [name];
}

/** A README that is to be written must lie in the repository. */
export async function readmeFaults(plan: Plan, files: Files): Promise<readonly Fault[]> {
  return renews(plan) && (await ownName(README, plan, files)) === undefined
    ? [fault('file-outside', { what: 'The README', file: README })]
    : [];
}

/** On a tag push there is no release commit to carry it. */
function renews({ badges, version }: Plan): boolean {
  return badges === 'update' && version.kind !== 'tag';
}
