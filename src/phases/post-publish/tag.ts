import type { Refs } from '../../ports/forge.ts';
import type { Target } from '../../release/converge.ts';
import { fault } from '../../release/fault.ts';

export interface WantedTag {
  readonly name: string;
  readonly commit: string;
  readonly message: string;
}

/** The tag: absent, on the same commit, or on another. A tag that stands is never moved. */
export function tagTarget(refs: Refs, name: string): Target<WantedTag, string | undefined, WantedTag> {
  return {
    name: `tag ${name}`,

    observe: (wanted) => refs.tag(wanted.name),

    decide(wanted, seen) {
      if (seen === undefined) return { kind: 'act', change: wanted, evidence: 'there is no such tag' };
      if (seen === wanted.commit) return { kind: 'satisfied', evidence: `it points at ${seen}` };
      const conflict = fault('tag-conflict', { tag: wanted.name, ours: wanted.commit, theirs: seen });
      return { kind: 'conflict', fault: conflict, evidence: `it points at ${seen}` };
    },

    act: (change) => refs.createTag(change),
  };
}
