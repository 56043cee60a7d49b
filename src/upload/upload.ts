/** The upload of one distribution as a target: observed by digest, decided, sent. */

import path from 'node:path';
import type { Distribution } from '../packaging/distribution.ts';
import type { IndexName } from '../plan/known-indexes.ts';
import type { Plan } from '../plan/plan.ts';
import type { PackageIndex } from '../ports/package-index.ts';
import type { Target } from '../release/converge.ts';
import type { Project } from '../release/facts.ts';
import { type Fault, fault, Stopped } from '../release/fault.ts';

/** What an index holds under a file name: the sha256 of the file, or nothing. */
type Held = string | undefined;

export interface UploadOptions {
  readonly plan: Plan;
  readonly project: Project;
  /** Attestation files that lie ready, by the file they are of. */
  readonly attestations?: readonly { readonly filename: string; readonly file: string }[];
  /** What to do where the index refuses the attestations and not the file, which then goes up without; absent, the refusal stops. */
  readonly onRefusal?: (refusal: Fault) => void;
}

/**
 * Per file: absent, the same bytes, or other bytes. Only the first is acted on; the last is a conflict, never overwritten or passed over.
 */
export function uploadTarget(
  name: IndexName,
  index: PackageIndex,
  { plan, project, attestations = [], onRefusal }: UploadOptions,
): (distribution: Distribution) => Target<Distribution, Held, Distribution> {
  return ({ filename, name: packageName }) => ({
    name: `${name} ${filename}`,

    async observe(wanted) {
      const files = await index.release(packageName, project.version);
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

    async act(change, attempt = 1) {
      const { filename, sha256 } = change;
      const request = { file: path.join(plan.packages, filename), filename, sha256, attempt };
      const vouched = attestations.filter((one) => one.filename === filename).map(({ file }) => file);
      try {
        await index.upload({ ...request, attestations: vouched });
      } catch (error) {
        const refusal = refusalOfAttestations(error);
        if (refusal === undefined || onRefusal === undefined) throw error;
        onRefusal(refusal);
        await index.upload(request);
      }
    },
  });
}

function refusalOfAttestations(error: unknown): Fault | undefined {
  return error instanceof Stopped
    ? error.faults.find(({ code }) => code === 'attestations-refused')
    : undefined;
}
