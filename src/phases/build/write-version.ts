import path from 'node:path';
import { withReleasedSection } from '../../packaging/released-section.ts';
import { placeFormat, withVersion } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import type { Project } from '../../release/facts.ts';

/**
 * Writes the settled version to every static place that holds the old one, and dates the changelog's Unreleased section.
 * All texts are made before the first is written, so that nothing is half done.
 *
 * @returns the files that were changed, below the working directory
 */
export async function writeVersion(
  project: Project,
  plan: Plan,
  { files, clock }: Pick<World, 'files' | 'clock'>,
): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  for (const { file, version } of project.versionPlaces) {
    const old = await files.text(path.join(plan.directory, file));
    const format = placeFormat(file);
    if (old === undefined || format === undefined || version === project.version) continue;
    const text = withVersion(old, format, version, project.version);
    if (text !== undefined) texts.set(file, text);
  }
  if (project.changelog !== undefined) {
    const file = project.changelog;
    const old = await files.text(path.join(plan.directory, file));
    const date = clock.now().toISOString().slice(0, 10);
    const text =
      old === undefined
        ? undefined
        : withReleasedSection({ file, text: old }, { version: project.version, tag: project.tag, date });
    if (text !== undefined && text !== old) texts.set(file, text);
  }
  for (const [file, text] of texts) await files.write(path.join(plan.directory, file), text);
  return [...texts.keys()];
}
