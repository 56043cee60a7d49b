import { describe, expect, it } from '@jest/globals';
import { createCredential } from '../../../src/adapters/index/credential.ts';
import type { CredentialPlan } from '../../../src/plan/plan.ts';
import { faultOf } from '../../support/faults.ts';
import { indexPlan } from '../../support/index-plan.ts';

const source = (credential: CredentialPlan, token?: string) =>
  createCredential(indexPlan('https://index.example', { credential }), {
    token,
    exchange: async () => 'pypi-minted',
  });

describe('createCredential', () => {
  it('gives the token of the user, without the white space that secrets are pasted with', async () => {
    expect(await source({ kind: 'token', user: '__token__' }, ' pypi-mine\n')()).toBe('pypi-mine');
  });

  it('gives an exchanged token where the plan is trusted publishing, whatever else is there', async () => {
    expect(await source({ kind: 'trusted-publishing' }, 'pypi-mine')()).toBe('pypi-minted');
  });

  it('stops with the reason of the plan where there is no credential', async () => {
    expect(await faultOf(source({ kind: 'none', reason: 'The event is a fork’s.' })())).toMatchObject({
      code: 'credential-missing',
      finding: 'The event is a fork’s.',
    });
  });

  it('stops where the planned token is empty', async () => {
    expect(await faultOf(source({ kind: 'token', user: '__token__' }, ' ')())).toMatchObject({
      code: 'token-empty',
    });
  });
});
