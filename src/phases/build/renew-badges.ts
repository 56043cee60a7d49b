/** The badges in the README, which ride in the release commit. */

import path from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Project } from '../../release/facts.ts';
import { type Fault, fault } from '../../release/fault.ts';
import { badgesOf, withBadges } from '../badges.ts';
import { readmeIn } from '../readme.ts';
import { ownName } from '../setup/own-name.ts';

/**
 * Renews them where that is asked for. Before the build, since the README goes into the metadata. Where a link leads to the README,
 * what is behind it is written.
 *
 * @returns the file that was changed, relative to the working directory
 */
export async function renewBadges(project: Project, plan: Plan, files: Files): Promise<readonly string[]> {
  if (!renews(plan)) return [];
  const readme = await readmeIn(plan.directory, files);
  const name = readme && (await ownName(readme.file, plan, files));
  if (readme === undefined || name === undefined) return [];
  const renewed = withBadges(readme, badgesOf(project, plan, readme));
  if (renewed === undefined || renewed === readme.text) return [];
  await files.write(path.join(plan.directory, name), renewed);
  return [name];
}

/** A README that is to be written must lie in the repository. */
export async function readmeFaults(plan: Plan, files: Files): Promise<readonly Fault[]> {
  const readme = renews(plan) ? await readmeIn(plan.directory, files) : undefined;
  if (readme === undefined || (await ownName(readme.file, plan, files)) !== undefined) return [];
  return [fault('file-outside', { what: 'The README', file: readme.file })];
}

/** On a tag push there is no release commit to carry it. */
function renews({ badges, version }: Plan): boolean {
  return badges === 'update' && version.kind !== 'tag';
}
