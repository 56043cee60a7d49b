/**
 * Tells the world of a release, once. The mark of one that waits for it is taken off before the webhook is called: a webhook cannot be asked
 * whether it has spoken, and to be told twice is worse than to be told by hand. What is left is a kill between those two requests.
 */

import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease, Releases } from '../../ports/forge.ts';
import type { World } from '../../ports/world.ts';
import { type Converged, converge, type Target } from '../../release/converge.ts';
import { type Emit, skipped, step } from '../../release/event.ts';
import type { Announcement } from '../../release/facts.ts';
import { unmarked, waits } from '../journal/announcement-mark.ts';
import { isRecorded } from '../journal/forge-release.ts';

type AnnouncingWorld = Pick<World, 'forge' | 'announcer' | 'clock'>;

const TITLE = 'Announce';

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
  world: AnnouncingWorld,
  emit: Emit,
): Promise<void> {
  const waiting = release !== undefined && waits(release) ? release : undefined;
  if (!plan.announce) {
    // An earlier run had a webhook. The notes are public, and this release is done.
    if (waiting !== undefined) await takeOff(waiting, plan, world, emit);
    return skipped(emit, TITLE, 'no announce-webhook is given; the text is in the announcement output');
  }
  if (waiting === undefined) return skipped(emit, TITLE, reasonOf(release));
  await step(
    emit,
    TITLE,
    async () => {
      if ((await takeOff(waiting, plan, world, emit)) !== 'act') return 'another run has done it';
      await world.announcer.announce({ ...announcement, url: waiting.url });
      return 'sent';
    },
    (says) => says,
  );
}

function takeOff(
  release: ForgeRelease,
  { mode }: Plan,
  { forge, clock }: AnnouncingWorld,
  emit: Emit,
): Promise<Converged> {
  return converge(unmarkedTarget(forge.releases), release, { mode, clock, emit });
}

/** Who gets no answer looks again: where the mark is gone after all, nobody else would ever announce. */
function unmarkedTarget(releases: Releases): Target<ForgeRelease, ForgeRelease | undefined, ForgeRelease> {
  return {
    name: 'the mark that the release is to be announced',
    observe: async ({ id, tag }) => (await releases.find(tag)).find((each) => each.id === id),
    decide: (_release, seen) =>
      seen !== undefined && waits(seen)
        ? { kind: 'act', change: seen, evidence: 'its notes have it' }
        : { kind: 'satisfied', evidence: 'its notes have none' },
    act: (seen) => releases.annotate(seen, unmarked(seen.notes)),
  };
}

/** Why no release waits. */
function reasonOf(release: ForgeRelease | undefined): string {
  if (release === undefined) return 'no release was published';
  if (release.draft) return 'the release is a draft still';
  if (release.immutable && !isRecorded(release))
    return 'somebody else published it as an immutable release, which cannot hold what tells a later run that it was announced; the text is in the announcement output';
  return 'it was announced before, or published while no announce-webhook was given';
}
