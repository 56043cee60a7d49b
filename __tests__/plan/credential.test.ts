import { describe, expect, it } from '@jest/globals';
import { credentialFor, userOf } from '../../src/plan/credential.ts';

const ASKED = {
  index: 'pypi',
  token: undefined,
  user: undefined,
  identity: true,
  uploadsNever: false,
  foreignForge: undefined,
};

describe('credentialFor', () => {
  it.each([true, false])('takes a token where one is given, whatever the job may do (%s)', (identity) => {
    expect(credentialFor({ ...ASKED, token: 'pypi-secret', identity })).toEqual({
      kind: 'token',
      user: '__token__',
    });
  });

  it('takes a password together with the user that it belongs to', () => {
    expect(credentialFor({ ...ASKED, token: 'secret', user: 'tide' })).toEqual({
      kind: 'token',
      user: 'tide',
    });
  });

  it('takes the identity of the job where no token is given, whoever is named', () => {
    expect(credentialFor(ASKED)).toEqual({ kind: 'trusted-publishing' });
    expect(credentialFor({ ...ASKED, user: 'tide' })).toEqual({ kind: 'trusted-publishing' });
  });

  it('says for which index there is neither', () => {
    const none = credentialFor({ ...ASKED, index: 'testpypi', identity: false });
    expect(none).toEqual({ kind: 'none', reason: expect.stringContaining('testpypi-token is not given') });
  });

  it('needs none for a dry run that no event would let release', () => {
    expect(credentialFor({ ...ASKED, uploadsNever: true })).toEqual({ kind: 'not-needed' });
    expect(credentialFor({ ...ASKED, token: '', uploadsNever: true })).toEqual({ kind: 'not-needed' });
    expect(credentialFor({ ...ASKED, token: 'secret', uploadsNever: true }).kind).toBe('token');
    expect(credentialFor({ ...ASKED, identity: false, uploadsNever: true })).toEqual({ kind: 'not-needed' });
  });

  it('takes no identity of a forge that the index does not know, and a token from there as from anywhere', () => {
    const foreign = { ...ASKED, foreignForge: 'forge.example' };
    expect(credentialFor(foreign)).toEqual({
      kind: 'none',
      reason: expect.stringContaining('forge.example'),
      forge: 'forge.example',
    });
    expect(credentialFor({ ...foreign, token: 'pypi-secret' }).kind).toBe('token');
  });

  it('never puts the secret into the plan', () => {
    expect(JSON.stringify(credentialFor({ ...ASKED, token: 'pypi-secret' }))).not.toContain('secret');
  });
});

describe('userOf', () => {
  it('is the user that was named, and that of an API token for a minted one', () => {
    expect(userOf({ kind: 'token', user: 'tide' })).toBe('tide');
    expect(userOf({ kind: 'trusted-publishing' })).toBe('__token__');
  });
});
