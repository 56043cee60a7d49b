import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { type Claims, jobClaims } from '../../../src/emulators/issuer/claims.ts';
import { createIssuer, ISSUER } from '../../../src/emulators/issuer/emulator.ts';
import { type Listening, listen } from '../../../src/emulators/listen.ts';

const JOB = { repository: 'octo/demo', repositoryId: '7', ownerId: '3' };
let server: Listening;
let given: Claims;

beforeEach(async () => {
  given = { ref: 'refs/tags/v1', sha: 'a'.repeat(40), environment: 'pypi' };
  const claims = () => jobClaims(JOB, given);
  const issuer = createIssuer({ base: () => server.url, claims, requestToken: 'rt' });
  server = await listen({ service: 'oidc', app: issuer.app, mishaps: [], requests: [] });
});
afterEach(() => server.close());

async function token(query = '&audience=pypi', bearer = 'bearer rt'): Promise<Response> {
  return fetch(`${server.url}/token?api-version=2.0${query}`, { headers: { authorization: bearer } });
}

async function verified(jwt: string): Promise<Record<string, unknown>> {
  const found = (await (await fetch(`${server.url}/.well-known/openid-configuration`)).json()) as {
    jwks_uri: string;
  };
  const keys = (await (await fetch(found.jwks_uri)).json()) as JSONWebKeySet;
  return (await jwtVerify(jwt, createLocalJWKSet(keys), { issuer: ISSUER })).payload;
}

async function signed(body: unknown): Promise<Response> {
  return fetch(`${server.url}/sign`, { method: 'POST', body: JSON.stringify(body) });
}

describe('a job’s identity token', () => {
  it('verifies against the published keys and carries all the claims of a job', async () => {
    const answer = (await (await token()).json()) as { count: number; value: string };
    expect(answer.count).toBe(answer.value.length);
    expect(decodeProtectedHeader(answer.value)).toMatchObject({
      alg: 'RS256',
      typ: 'JWT',
      kid: 'oracle-key',
    });
    const claims = await verified(answer.value);
    const workflow = 'octo/demo/.github/workflows/release.yml@refs/tags/v1';
    expect(claims).toMatchObject({
      aud: 'pypi',
      sub: 'repo:octo/demo:environment:pypi',
      repository: 'octo/demo',
      repository_owner: 'octo',
      repository_owner_id: '3',
      ref: 'refs/tags/v1',
      ref_type: 'tag',
      event_name: 'push',
      environment: 'pypi',
      workflow_ref: workflow,
      job_workflow_ref: workflow,
    });
    const { iat, nbf, exp } = claims as Record<'iat' | 'nbf' | 'exp', number>;
    expect([exp - iat, iat - nbf]).toEqual([300, 600]);
    const numbers = Object.entries(claims)
      .filter(([, value]) => typeof value !== 'string')
      .map(([name]) => name);
    expect(numbers.sort()).toEqual(['exp', 'iat', 'nbf']);
  });

  it('is a new one each time', async () => {
    const jti = async () => (await verified(((await (await token()).json()) as { value: string }).value)).jti;
    expect(await jti()).not.toBe(await jti());
  });

  it('is for the owner when no audience is asked for', async () => {
    const { value } = (await (await token('')).json()) as { value: string };
    expect((await verified(value)).aud).toBe('https://github.com/octo');
  });

  it('is refused to a wrong bearer', async () => {
    expect((await token('&audience=pypi', 'bearer nope')).status).toBe(401);
    expect((await fetch(`${server.url}/token?api-version=2.0&audience=pypi`)).status).toBe(401);
  });

  it('follows the job: without an environment the subject names the ref', async () => {
    given = { ref: 'refs/heads/main', job_workflow_ref: undefined };
    const { value } = (await (await token()).json()) as { value: string };
    const claims = await verified(value);
    expect(claims).toMatchObject({
      sub: 'repo:octo/demo:ref:refs/heads/main',
      event_name: 'workflow_dispatch',
    });
    expect(
      Object.keys(claims).filter((name) => name === 'environment' || name === 'job_workflow_ref'),
    ).toEqual([]);
  });
});

describe('the signer', () => {
  it('signs any claims as they are', async () => {
    const { token: jwt } = (await (await signed({ claims: { aud: ['a'], iss: ISSUER, odd: 1 } })).json()) as {
      token: string;
    };
    expect(await verified(jwt)).toEqual({ aud: ['a'], iss: ISSUER, odd: 1 });
  });

  it('names the key asked for, none for null, and its own otherwise', async () => {
    const kid = async (more: object) => {
      const { token: jwt } = (await (await signed({ claims: {}, ...more })).json()) as { token: string };
      return decodeProtectedHeader(jwt).kid;
    };
    expect(await kid({})).toBe('oracle-key');
    expect(await kid({ kid: 'other' })).toBe('other');
    expect(await kid({ kid: null })).toBeUndefined();
  });

  it.each([[undefined], ['x'], [{ claims: [] }], [{ claims: {}, kid: 3 }]])('refuses %j', async (body) => {
    expect((await signed(body)).status).toBe(400);
  });
});
