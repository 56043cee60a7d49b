import { describe, expect, it } from '@jest/globals';
import { credentialFor } from '../../src/plan/credential.ts';

describe('credentialFor', () => {
  it('takes a token where one is given, whatever the job may do', () => {
    for (const identity of [true, false])
      expect(credentialFor('pypi', 'pypi-secret', identity)).toEqual({ kind: 'token' });
  });

  it('takes the identity of the job where no token is given', () => {
    expect(credentialFor('pypi', undefined, true)).toEqual({ kind: 'trusted-publishing' });
  });

  it('says for which index there is neither', () => {
    const none = credentialFor('testpypi', undefined, false);
    expect(none).toEqual({ kind: 'none', reason: expect.stringContaining('testpypi-token is not given') });
  });

  it('never puts the secret into the plan', () => {
    expect(JSON.stringify(credentialFor('pypi', 'pypi-secret', true))).not.toContain('secret');
  });
});
