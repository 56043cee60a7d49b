import type { Masker } from './masker.ts';
import type { StepLog } from './step-log.ts';

/** Bytes in UTF-16 that the outputs of a job may take (docs: "Workflow syntax", `jobs.<job_id>.outputs`). */
const LARGEST_OUTPUTS = 1_024 * 1_024;

/**
 * The outputs of a step as the jobs after it would get them: one that may hold a secret is dropped (actions/runner,
 * JobExtension). Outputs of more than a megabyte are told; what the forge then does with the job is not known, so all are given.
 */
export function jobOutputs(
  outputs: ReadonlyMap<string, string>,
  { masker, log }: { readonly masker: Masker; readonly log: StepLog },
): ReadonlyMap<string, string> {
  const kept = [...outputs].filter(([name, value]) => {
    const isOpen = masker.mask(value) === value;
    if (!isOpen)
      log.annotate({ level: 'warning', message: `Skip output '${name}' since it may contain secret.` });
    return isOpen;
  });
  const size = kept.reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0);
  if (size > LARGEST_OUTPUTS) {
    const message = `The outputs of the job take ${size} bytes in UTF-16. The forge takes at most ${LARGEST_OUTPUTS} of a job.`;
    log.annotate({ level: 'error', message });
  }
  return new Map(kept);
}
