import path from 'node:path';
import { isoDate } from '../../packaging/changelog-date.ts';
import type { NamedText } from '../../packaging/markup.ts';
import { withReleasedSection } from '../../packaging/released-section.ts';
import { placeReader } from '../../packaging/version-places.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../ports/world.ts';
import type { Project } from '../../release/facts.ts';
import { ownName } from '../setup/own-name.ts';

/**
 * Writes the settled version to every place that holds the old one, lock files among them, and dates the changelog's Unreleased section.
 * All texts are made before the first is written, so that nothing is half done. Where a link leads to such a file, what is behind it is written.
 *
 * @returns the files of the checkout that were changed, relative to the working directory
 */
export async function writeVersion(
  project: Project,
  plan: Plan,
  world: Pick<World, 'files' | 'clock' | 'checkout'>,
): Promise<readonly string[]> {
  const { files, checkout } = world;
  const texts = new Map<string, string>();
  for (const place of project.versionPlaces) {
    const { version } = place;
    const file = (await ownName(place.file, plan, files)) ?? place.file;
    const old = texts.get(file) ?? (await files.text(path.join(plan.directory, file)));
    if (old === undefined || version === project.version) continue;
    const text = placeReader(place)?.rewritten(old, version, project.version);
    if (text !== undefined && text !== old) texts.set(file, text);
  }
  const dated = await datedChangelog(project, plan, world);
  if (dated !== undefined) texts.set(dated.file, dated.text);
  for (const [file, text] of texts) await files.write(path.join(plan.directory, file), text);
  // A lock file that git ignores is written, lest a locked sync refuses it, but it is no part of the release commit.
  return checkout.tracked([...texts.keys()]);
}

/** The changelog with the release in it; undefined where nothing is to be dated. */
async function datedChangelog(
  { changelog: file, version, tag, previousTag }: Project,
  plan: Plan,
  { files, clock, checkout }: Pick<World, 'files' | 'clock' | 'checkout'>,
): Promise<NamedText | undefined> {
  const old = file === undefined ? undefined : await files.text(path.join(plan.directory, file));
  if (file === undefined || old === undefined) return undefined;
  const date = isoDate(clock.now());
  const before = previousTag === undefined ? undefined : await checkout.committed(file, previousTag);
  const previous = before && Buffer.from(before).toString();
  const text = withReleasedSection({ file, text: old }, { version, tag, date, previous });
  return text === undefined || text === old ? undefined : { file, text };
}
