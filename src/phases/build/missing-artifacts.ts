/** Files that a step before the build should have made, and that no tool misses: the build, twine and an import are all well without them. */

import path from 'node:path';
import type { Distribution } from '../../packaging/distribution.ts';
import { hatchArtifacts, unfilled } from '../../packaging/hatch-artifacts.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files } from '../../ports/files.ts';
import { type Emit, noticed } from '../../release/event.ts';
import type { Project } from '../../release/facts.ts';
import { shares } from '../../release/packages.ts';
import { open } from '../opened-distribution.ts';

/** Warns where hatchling's settings name artifacts of which the distributions of their package have none. */
export async function warnOfMissingArtifacts(
  project: Project,
  distributions: readonly Distribution[],
  plan: Plan,
  files: Files,
  emit: Emit,
): Promise<void> {
  for (const share of shares(project, distributions)) {
    const settings = await files.text(path.join(plan.directory, share.project.directory, 'pyproject.toml'));
    const patterns = hatchArtifacts(settings ?? '');
    if (patterns.length === 0) continue;
    const opened = await Promise.all(share.distributions.map((each) => open(each, plan.packages, files)));
    const missing = unfilled(
      patterns,
      opened.flatMap(({ archive }) => archive.members),
    );
    if (missing.length === 0) continue;
    noticed(
      emit,
      'warning',
      'The distributions lack files that the build settings name',
      `artifacts of [tool.hatch.build] names ${missing.join(', ')}, and no such file is in ${share.distributions.map(({ filename }) => filename).join(', ')}. Where a step makes these files before the build, run it in this job before this action, or in build-command.`,
    );
  }
}
