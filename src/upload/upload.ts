/** The upload of one distribution as a target: observed by digest, decided, sent. */

import path from 'node:path';
import type { Distribution } from '../packaging/distribution.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { PackageIndex } from '../ports/package-index.ts';
import type { Target } from '../release/converge.ts';
import type { Project } from '../release/facts.ts';
import { fault } from '../release/fault.ts';

/** What an index holds under a file name: the sha256 of the file, or nothing. */
type Held = string | undefined;

/**
 * Per file: absent, the same bytes, or other bytes. Only the first is acted on; the last is a conflict, never overwritten or passed over.
 */
export function uploadTarget(
  name: IndexName,
  index: PackageIndex,
  { plan, project }: { readonly plan: Plan; readonly project: Project },
): (distribution: Distribution) => Target<Distribution, Held, Distribution> {
  return ({ filename }) => ({
    name: `${name} ${filename}`,

    async observe(wanted) {
      const files = await index.release(project.normalizedName, project.version);
      return files.find((file) => file.filename === wanted.filename)?.sha256;
    },

    decide(wanted, held) {
      if (held === undefined) return { kind: 'act', change: wanted, evidence: `${name} does not have it` };
      if (held === wanted.sha256)
        return { kind: 'satisfied', evidence: `${name} has it with the same sha256` };
      const conflict = fault('upload-conflict', {
        index: name,
        filename: wanted.filename,
        ours: wanted.sha256,
        theirs: held,
      });
      return { kind: 'conflict', fault: conflict, evidence: `${name} has other bytes: sha256 ${held}` };
    },

    async act(change) {
      await index.upload({
        file: path.join(plan.packages, change.filename),
        filename: change.filename,
        sha256: change.sha256,
      });
    },
  });
}
