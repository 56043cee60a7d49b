import { afterEach, describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/emulators/forge/emulator.ts';
import { AT, type RunningForge, runningForge, TOKEN } from './fixture.ts';

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

describe('how often one may ask', () => {
  afterEach(() => forge.stop());

  it('is refused beyond the limit until its hour is over; asking for the limits is free', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    forge = await runningForge({ flags: ['primary-limit'], now: () => now });
    for (let time = 0; time < 12; time += 1) expect((await forge.call('GET', '')).status).toBe(200);
    const refused = await forge.call('GET', '');
    expect([refused.status, refused.body.message]).toEqual([
      403,
      expect.stringMatching(/^API rate limit exceeded for installation ID/),
    ]);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(refused.headers.get('x-ratelimit-reset'));
    const { status, body } = await forge.call('GET', `${forge.url}/api/rate_limit`);
    expect([status, body.rate]).toEqual([200, { limit: 12, used: 12, remaining: 0, reset }]);
    now = new Date(reset * 1000);
    const { headers, status: again } = await forge.call('GET', '');
    expect([again, headers.get('x-ratelimit-used')]).toEqual([200, '1']);
  });

  it('is refused to a change that comes too fast, once, with the time to wait', async () => {
    forge = await runningForge({ flags: ['secondary-limit'] });
    expect((await forge.call('GET', '')).status).toBe(200);
    const change = () => forge.call('POST', '/git/blobs', { content: 'x' });
    const refused = await change();
    expect([refused.status, refused.headers.get('retry-after'), refused.body.message]).toEqual([
      403,
      '1',
      expect.stringMatching(/^You have exceeded a secondary rate limit/),
    ]);
    expect(refused.headers.get('x-ratelimit-remaining')).not.toBe('0');
    expect((await change()).status).toBe(201);
  });
});

describe('a list', () => {
  afterEach(() => forge.stop());

  it('is gone through by its links, whose pages can be looked at without their rows', async () => {
    forge = await runningForge();
    for (const tag of ['v1', 'v2', 'v3'])
      await forge.call('POST', '/releases', { tag_name: tag, draft: true });
    const first = await forge.call('GET', '/releases?per_page=2');
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const looked = await fetch(next, { method: 'HEAD', headers: { authorization: `token ${TOKEN}` } });
    expect([looked.status, await looked.text()]).toEqual([200, '']);
    expect(looked.headers.get('link')).toMatch(/rel="prev".*rel="first"/);
    expect((await forge.call('GET', next)).body).toHaveLength(1);
  });
});

describe('an Enterprise Server', () => {
  afterEach(() => forge.stop());

  it('has its API and its uploads at other addresses, and no limits', async () => {
    forge = await runningForge({ flags: ['enterprise-server', 'immutable-releases'] });
    const at = (path: string) => `${forge.url}/api/v3${path}`;
    const repository = await forge.call('GET', at('/repos/octo/demo'));
    expect(repository.body.url).toBe(at('/repos/octo/demo'));
    expect(repository.headers.get('x-github-enterprise-version')).toBe('3.19.0');
    expect(repository.headers.get('x-ratelimit-limit')).toBeNull();
    expect((await forge.call('GET', at('/rate_limit'))).body.message).toBe('Rate limiting is not enabled.');
    expect((await forge.call('GET', '')).status).toBe(404);
    expect((await forge.call('GET', at('/repos/octo/demo/immutable-releases'))).status).toBe(404);
    const { body } = await forge.call('POST', at('/repos/octo/demo/releases'), {
      tag_name: 'v1',
      draft: true,
    });
    expect(body.upload_url).toBe(
      `${forge.url}/api/uploads/repos/octo/demo/releases/${body.id}/assets{?name,label}`,
    );
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
