/**
 * The journal: a draft release that holds a release's bytes before any index is touched. A run that finds one takes those bytes,
 * whatever a rebuild would give; publishing the draft is the last step. It is looked for by what is in it, never by its age or order.
 */

import type { Plan } from '../../plan/plan.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { Project } from '../../release/facts.ts';
import { stop } from '../../release/fault.ts';
import {
  isOf,
  parsedRecord,
  RECORD_NAME,
  type ReleaseRecord,
  sameDistributions,
} from '../../release/record.ts';
import { type ReleaseForge, theRelease } from './forge-release.ts';

/** Written into the notes of a draft that this action made; whoever reads the notes does not see it. */
export const MARKER = '<!-- pypi-release: journal -->';

/** What stands on the forge for a tag. */
export type Standing =
  | { readonly kind: 'none' }
  /** One that is published without a record: somebody else made it, and no run of ours has joined it yet. */
  | { readonly kind: 'published'; readonly release: ForgeRelease }
  /** A draft of ours whose record never landed: its bytes bind nobody, since no index was touched before the record. */
  | { readonly kind: 'begun'; readonly release: ForgeRelease }
  /** Bytes that bind: what was or will be uploaded. */
  | { readonly kind: 'kept'; readonly release: ForgeRelease; readonly record: ReleaseRecord };

interface Recorded {
  readonly release: ForgeRelease;
  readonly record: ReleaseRecord | undefined;
}

/** Whether this run keeps a journal: it must be the run that releases, for a draft is a write. */
export function keepsJournal(plan: Plan): boolean {
  return plan.phases.includes('post-publish') && plan.forge.release !== 'none';
}

/**
 * Looks for the journal of a release.
 *
 * @throws Stopped draft-foreign, draft-of-another-commit or drafts-disagree, both sides named
 */
export async function findJournal(
  plan: Plan,
  { tag }: Pick<Project, 'tag'>,
  forge: ReleaseForge,
): Promise<Standing> {
  const found = (await forge.releases.find(tag)).toSorted((one, other) => one.id - other.id);
  const recorded = await Promise.all(
    found.map(async (release): Promise<Recorded> => ({ release, record: await recordIn(release, forge) })),
  );
  for (const each of recorded) refuseForeign(each, plan, tag);
  const kept = recorded.flatMap(({ release, record }) => (record === undefined ? [] : [{ release, record }]));
  const [first, ...others] = kept.toSorted(
    (one, other) => Number(one.release.draft) - Number(other.release.draft),
  );
  if (first !== undefined) {
    const differing = others.find(
      ({ record }) => !sameDistributions(record.distributions, first.record.distributions),
    );
    if (differing !== undefined)
      stop('drafts-disagree', { tag, one: first.release.url, other: differing.release.url });
    return { kind: 'kept', ...first };
  }
  const release = theRelease(found);
  if (release === undefined) return { kind: 'none' };
  return { kind: release.draft ? 'begun' : 'published', release };
}

function refuseForeign({ release, record }: Recorded, plan: Plan, tag: string): void {
  if (record !== undefined && !isOf(record, plan.forge.commit)) {
    stop('draft-of-another-commit', {
      tag,
      url: release.url,
      theirs: record.commit,
      ours: plan.forge.commit,
    });
  }
  if (record === undefined && release.draft && !release.notes.includes(MARKER))
    stop('draft-foreign', { tag, url: release.url });
}

async function recordIn(release: ForgeRelease, { assets }: ReleaseForge): Promise<ReleaseRecord | undefined> {
  const asset = release.assets.find(({ name, complete }) => name === RECORD_NAME && complete);
  return asset === undefined
    ? undefined
    : parsedRecord(new TextDecoder().decode(await assets.download(asset)));
}
