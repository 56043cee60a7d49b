/**
 * Tells the world of a release, once. That it is still to be told is written into the notes with which the release is published, where
 * whoever reads them does not see it: the run that publishes may be killed before it has told, and the next one sees it there. Files cannot
 * say it, since an immutable release takes none any more; its notes may change (GitHub docs, "Immutable releases").
 *
 * The mark is taken off before the webhook is called: a webhook cannot be asked whether it has spoken, and to be told twice is worse than to
 * be told by hand. What is left is a kill between those two requests.
 */

import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Announcement } from '../../release/facts.ts';

const MARK = '<!-- pypi-release: not announced yet -->';

/** The notes to publish with: with the mark where somebody is to be told. A draft that stays one is nobody's news. */
export function toBeAnnounced(notes: string, { announce, forge }: Plan): string {
  return announce && forge.release === 'publish' ? `${notes}\n\n${MARK}` : notes;
}

/**
 * Sends the announcement of a release that waits for it.
 *
 * @param release as it stands now; undefined where there is none
 * @throws Stopped announcement-failed, which no later run tries again
 */
export async function announceOnce(
  announcement: Announcement,
  release: ForgeRelease | undefined,
  plan: Plan,
  { forge, announcer }: Pick<World, 'forge' | 'announcer'>,
  emit: Emit,
): Promise<void> {
  const title = 'Announce';
  if (!plan.announce)
    return skipped(emit, title, 'no announce-webhook is given; the text is in the announcement output');
  if (release === undefined || release.draft || !release.notes.includes(MARK))
    return skipped(emit, title, 'no release waits for it: none was published, or it was announced before');
  await step(
    emit,
    title,
    async () => {
      await forge.releases.annotate(release, release.notes.replace(MARK, '').trim());
      await announcer.announce({ ...announcement, url: release.url });
    },
    () => 'sent',
  );
}
