import { afterEach, describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/emulators/forge/emulator.ts';
import { AT, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;

describe('who may do what', () => {
  afterEach(() => forge.stop());

  it('refuses a wrong token with 401 "Bad credentials", even for reading', async () => {
    forge = await runningForge();
    const refused = await forge.call('GET', '', undefined, 'token nope');
    expect(refused.status).toBe(401);
    expect(refused.body).toEqual({
      message: 'Bad credentials',
      documentation_url: 'https://docs.github.com/rest',
      status: '401',
    });
  });

  it('takes the token after "token" and after "Bearer"', async () => {
    forge = await runningForge();
    expect((await forge.call('GET', '', undefined, 'Bearer ghs_test')).status).toBe(200);
    expect((await forge.call('GET', '', undefined, 'token ghs_test')).status).toBe(200);
  });

  it('lets anybody read a public repository, and nobody change it without a token', async () => {
    forge = await runningForge();
    expect((await forge.call('GET', '', undefined, null)).status).toBe(200);
    expect((await forge.call('POST', '/releases', { tag_name: 'v1' }, null)).status).toBe(401);
  });

  it('refuses what the job was not permitted and says what it would take', async () => {
    forge = await runningForge({ permissions: { contents: 'read', 'pull-requests': 'write' } });
    const refused = await forge.call('POST', '/releases', { tag_name: 'v1' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
    expect(refused.body).toEqual({
      message: 'Resource not accessible by integration',
      documentation_url: 'https://docs.github.com/rest/releases/releases#create-a-release',
      status: '403',
    });
    expect((await forge.call('POST', '/pulls', { head: 'x', base: 'main' })).status).toBe(422);
  });

  it('refuses changes to an archived repository', async () => {
    forge = await runningForge({ flags: ['archived'] });
    expect((await forge.octokit.rest.repos.get(AT)).data.archived).toBe(true);
    const refused = await forge.call('POST', '/releases', { tag_name: 'v1' });
    expect([refused.status, refused.body.message]).toEqual([403, 'Repository was archived so is read-only.']);
  });

  it('tells whether releases are immutable only to an administrator', async () => {
    forge = await runningForge({ permissions: { contents: 'write' }, flags: ['immutable-releases'] });
    expect((await forge.call('GET', '/immutable-releases')).status).toBe(403);
    await forge.stop();
    forge = await runningForge({ flags: ['immutable-releases'] });
    expect((await forge.call('GET', '/immutable-releases')).body).toEqual({
      enabled: true,
      enforced_by_owner: false,
    });
    await forge.stop();
    forge = await runningForge();
    expect((await forge.call('GET', '/immutable-releases')).status).toBe(404);
  });
});

describe('an answer', () => {
  afterEach(() => forge.stop());

  it('carries the headers of the API', async () => {
    forge = await runningForge();
    const { headers } = await forge.call('GET', '');
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('x-github-request-id')).toMatch(/^[0-9A-F-]{36}$/);
    expect(headers.get('x-ratelimit-used')).toBe('1');
    expect((await forge.call('GET', '')).headers.get('x-ratelimit-used')).toBe('2');
    const { body } = await forge.call('GET', `${forge.url}/api/rate_limit`);
    expect(body.rate.limit).toBe(body.rate.used + body.rate.remaining);
  });

  it('to a body that is no JSON is 400', async () => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/releases', 'hello');
    expect([refused.status, refused.body.message]).toEqual([400, 'Problems parsing JSON']);
  });

  it('about another repository or an unknown address is a JSON 404', async () => {
    forge = await runningForge();
    for (const path of ['/api/repos/octo/other', '/api/nothing']) {
      const { status, body } = await forge.call('GET', forge.url + path);
      expect([status, body.message, body.status]).toEqual([404, 'Not Found', '404']);
    }
  });

  it('about a renamed repository leads to its number, and octokit ends at the new name', async () => {
    forge = await runningForge({ flags: ['renamed'] });
    const moved = await forge.call('POST', '/releases', { tag_name: 'v1' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      307,
      `${forge.url}/api/repositories/7/releases`,
    ]);
    const { data } = await forge.octokit.rest.repos.get(AT);
    expect(data.full_name).toBe('octo/demo-renamed');
  });
});

describe('making a forge', () => {
  const options = { base: () => '', ownerId: '3', repositoryId: '7', directory: '.', token: 't' };

  it('refuses a repository that is not owner/name', () => {
    expect(() => createForge({ ...options, repository: 'demo' })).toThrow(
      new RangeError('repository "demo": allowed is owner/name'),
    );
  });
});
