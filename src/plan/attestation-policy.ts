import type { IndexName } from './known-indexes.ts';
import type { AttestationPolicy, Plan } from './plan.ts';

/**
 * What is asked of the attestations on one index. They go with trusted publishing only: an index refuses them of a token's holder
 * (PyPI docs, "Attestations").
 */
export function attestationPolicy(plan: Plan, index: IndexName): AttestationPolicy {
  return plan.indexes[index].credential.kind === 'trusted-publishing' ? plan.attestations.policy : 'off';
}
