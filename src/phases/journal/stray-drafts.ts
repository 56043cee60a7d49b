import { parsedFileName } from '../../packaging/distribution.ts';
import type { ForgeRelease } from '../../ports/forge.ts';
import type { Target } from '../../release/converge.ts';
import { type ReleaseForge, theRelease } from './forge-release.ts';
import { MARKER } from './journal.ts';

/**
 * No second draft of ours stays beside the release: one is left where the answer to its making was lost and the list of releases
 * lagged, so that another was made. A draft that holds a distribution which the release has not got as well is somebody's work, and stays.
 */
export function strayDraftsTarget(
  { releases }: ReleaseForge,
  tag: string,
): Target<string, readonly ForgeRelease[], readonly ForgeRelease[]> {
  return {
    name: `stray drafts of ${tag}`,
    observe: () => releases.find(tag),
    decide(_tag, seen) {
      const strays = straysAmong(seen);
      return strays.length === 0
        ? { kind: 'satisfied', evidence: 'there are none' }
        : { kind: 'act', change: strays, evidence: strays.map(({ url }) => url).join(', ') };
    },
    async act(strays) {
      for (const stray of strays) await releases.discard(stray);
    },
  };
}

/** Drafts of ours, other than the release, that hold nothing of their own. */
export function straysAmong(seen: readonly ForgeRelease[]): readonly ForgeRelease[] {
  const release = theRelease(seen);
  if (release === undefined) return [];
  return seen.filter(
    (each) =>
      each.draft && each.id !== release.id && each.notes.includes(MARKER) && holdsNothingElse(each, release),
  );
}

function holdsNothingElse({ assets }: ForgeRelease, release: ForgeRelease): boolean {
  return assets
    .filter(({ name, complete }) => complete && parsedFileName(name) !== undefined)
    .every(({ name, sha256 }) =>
      release.assets.some((asset) => asset.name === name && asset.sha256 === sha256),
    );
}
