import { describe, expect, it } from '@jest/globals';
import { attestationPolicy } from '../../src/plan/attestation-policy.ts';
import type { AttestationPolicy, CredentialPlan } from '../../src/plan/plan.ts';
import { aPlan } from '../support/world.ts';

const TRUSTED: CredentialPlan = { kind: 'trusted-publishing' };
const TOKEN: CredentialPlan = { kind: 'token', user: '__token__' };
const NONE: CredentialPlan = { kind: 'none', reason: 'no identity' };

describe('what is asked of attestations', () => {
  it.each<[AttestationPolicy, CredentialPlan, AttestationPolicy]>([
    ['required', TRUSTED, 'required'],
    ['best-effort', TRUSTED, 'best-effort'],
    ['off', TRUSTED, 'off'],
    ['required', TOKEN, 'off'],
    ['best-effort', TOKEN, 'off'],
    ['required', NONE, 'off'],
  ])('is, with %s and %o, %s', (policy, credential, asked) => {
    const attestations = { policy, fulcio: undefined, rekor: undefined };
    expect(attestationPolicy(aPlan({ attestations, pypi: { credential } }), 'pypi')).toBe(asked);
  });

  it('is of each index for itself', () => {
    const attestations = { policy: 'required', fulcio: undefined, rekor: undefined } as const;
    const plan = aPlan({ attestations, testpypi: { credential: TOKEN }, pypi: { credential: TRUSTED } });
    expect([attestationPolicy(plan, 'testpypi'), attestationPolicy(plan, 'pypi')]).toEqual([
      'off',
      'required',
    ]);
  });
});
