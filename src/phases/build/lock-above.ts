/** The lock file of a workspace above the working directory, which no release commit of a member holds. */

import path from 'node:path';
import { lockedMember } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import type { Emit } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { directoriesAbove } from '../setup/directories-above.ts';
import { saidIn } from '../setup/version-places.ts';

/** Warns where a uv.lock above the working directory says another version of a package than it now has, and tells how to mend it. */
export async function warnOfLockAbove(project: Project, plan: Plan, files: Files, emit: Emit): Promise<void> {
  for (const above of directoriesAbove('.', plan)) {
    const file = path.posix.join(above, 'uv.lock');
    const entries = project.packages.map(({ normalizedName, directory }) =>
      lockedMember(normalizedName, fromAbove(above, directory, plan)),
    );
    const places = await Promise.all(entries.map((entry) => saidIn({ file, entry }, plan, files)));
    const stale = places.flat().find(({ version }) => version !== project.version);
    if (stale === undefined) continue;
    emit({
      kind: 'noticed',
      level: 'warning',
      title: 'A lock file above the working directory is now stale',
      says: `${file} says ${project.name} ${stale.version}, which is now ${project.version}. It lies above the working directory and is not in the release commit: run uv lock there and commit it, lest uv lock --check and locked syncs fail.`,
    });
  }
}

function fromAbove(above: string, below: string, { directory }: Plan): string {
  const relative = path.relative(path.join(directory, above), path.join(directory, below));
  return relative.replaceAll(path.sep, '/');
}
