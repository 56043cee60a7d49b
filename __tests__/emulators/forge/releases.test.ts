import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { AT, commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

const DOCS = 'https://docs.github.com/rest/releases/releases#create-a-release';
const draft = { ...AT, tag_name: 'v1.0', target_commitish: 'main', draft: true } as const;

describe('a release by octokit', () => {
  it('goes from draft over assets to published, and the tag comes last, on the commit', async () => {
    forge = await runningForge();
    const { rest } = forge.octokit;
    const made = await rest.repos.createRelease({ ...draft, name: 'Demo 1.0', body: 'notes' });
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe(made.data.url);
    expect(made.data).toMatchObject({ draft: true, published_at: null, immutable: false, tag_name: 'v1.0' });
    expect(made.data.html_url).toMatch(/\/octo\/demo\/releases\/tag\/untagged-[0-9a-f]+$/);
    expect((await forge.world()).tags).toEqual({});

    const data = 'bytes of a wheel';
    const uploaded = await rest.repos.uploadReleaseAsset({
      ...AT,
      release_id: made.data.id,
      url: made.data.upload_url,
      name: 'demo-1.0+abc-py3-none-any.whl',
      data,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const sha256 = createHash('sha256').update(data).digest('hex');
    expect(uploaded.status).toBe(201);
    expect(uploaded.data).toMatchObject({
      state: 'uploaded',
      size: 16,
      digest: `sha256:${sha256}`,
      label: '',
    });
    expect(uploaded.data.name).toBe('demo-1.0+abc-py3-none-any.whl');

    const published = await rest.repos.updateRelease({ ...AT, release_id: made.data.id, draft: false });
    expect(published.data).toMatchObject({ draft: false, name: 'Demo 1.0', body: 'notes' });
    expect(published.data.created_at).toBe('2023-11-14T23:13:20Z');
    expect(published.data.published_at).not.toBeNull();
    expect(published.data.html_url).toBe(`${forge.url}/octo/demo/releases/tag/v1.0`);
    expect(await forge.world()).toEqual({
      tags: { 'v1.0': forge.second },
      branches: { main: forge.second },
      releases: [
        {
          tag: 'v1.0',
          draft: false,
          prerelease: false,
          name: 'Demo 1.0',
          assets: { 'demo-1.0+abc-py3-none-any.whl': sha256 },
        },
      ],
    });
    expect((await fetch(published.data.html_url)).status).toBe(200);
  });

  it('pages its list with a link header that octokit follows', async () => {
    forge = await runningForge();
    for (let n = 0; n < 7; n += 1)
      await forge.octokit.rest.repos.createRelease({ ...draft, tag_name: `v${n}` });
    const all = await forge.octokit.paginate(forge.octokit.rest.repos.listReleases, { ...AT, per_page: 3 });
    expect(all.map((release) => release.tag_name)).toEqual(['v6', 'v5', 'v4', 'v3', 'v2', 'v1', 'v0']);
    const { headers } = await forge.call('GET', '/releases?per_page=3&page=2');
    const relations = [...(headers.get('link') ?? '').matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(
      (m) => `${m[2]}=${m[1]}`,
    );
    expect(relations).toEqual(['prev=1', 'next=3', 'last=3', 'first=1']);
  });

  it('finds a tag with slash and plus, which octokit percent-encodes', async () => {
    forge = await runningForge();
    await forge.octokit.rest.repos.createRelease({ ...draft, tag_name: 'pkg/v1.0+x', draft: false });
    const found = await forge.octokit.rest.repos.getReleaseByTag({ ...AT, tag: 'pkg/v1.0+x' });
    expect(found.data.tag_name).toBe('pkg/v1.0+x');
    const ref = await forge.octokit.rest.git.getRef({ ...AT, ref: 'tags/pkg/v1.0+x' });
    expect(ref.data.object).toMatchObject({ sha: forge.second, type: 'commit' });
  });
});

describe('a draft', () => {
  it('is never found by its tag, and is listed only for those who may push', async () => {
    forge = await runningForge();
    await forge.call('POST', '/releases', draft);
    expect((await forge.call('GET', '/releases/tags/v1.0')).status).toBe(404);
    expect((await forge.call('GET', '/releases')).body).toHaveLength(1);
    expect((await forge.call('GET', '/releases', undefined, null)).body).toEqual([]);
  });

  it('may be made twice for one tag, but only one can be published', async () => {
    forge = await runningForge();
    const one = await forge.call('POST', '/releases', draft);
    const two = await forge.call('POST', '/releases', draft);
    expect((await forge.call('PATCH', `/releases/${one.body.id}`, { draft: false })).status).toBe(200);
    const refused = await forge.call('PATCH', `/releases/${two.body.id}`, { draft: false });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([{ resource: 'Release', code: 'already_exists', field: 'tag_name' }]);
  });

  it('is published by one of two that come at once', async () => {
    forge = await runningForge();
    const drafts = [
      await forge.call('POST', '/releases', draft),
      await forge.call('POST', '/releases', draft),
    ];
    const answers = await Promise.all(
      drafts.map(({ body }) => forge.call('PATCH', `/releases/${body.id}`, { draft: false })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await forge.world()).releases.filter((each) => !each.draft)).toHaveLength(1);
  });

  it('keeps an asset that comes while it is changed', async () => {
    forge = await runningForge();
    const { body } = await forge.call('POST', '/releases', draft);
    const upload = body.upload_url.replace('{?name,label}', '?name=');
    const changes = [1, 2, 3, 4].flatMap((n) => [
      forge.call('PATCH', `/releases/${body.id}`, { name: `n${n}` }),
      forge.call('POST', `${upload}${n}`, 'x'),
    ]);
    await Promise.all(changes);
    expect(Object.keys((await forge.world()).releases[0]?.assets ?? {}).sort()).toEqual(['1', '2', '3', '4']);
  });

  it('keeps the tag that is there, whatever its target', async () => {
    forge = await runningForge();
    await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1.0', sha: forge.first });
    await forge.call('POST', '/releases', { ...draft, draft: false });
    expect((await forge.world()).tags).toEqual({ 'v1.0': forge.first });
  });
});

describe('a refusal', () => {
  it('of a second release of a tag has the recorded body', async () => {
    forge = await runningForge();
    await forge.call('POST', '/releases', { ...draft, draft: false });
    const refused = await forge.call('POST', '/releases', { ...draft, draft: false });
    expect(refused.status).toBe(422);
    expect(refused.body).toEqual({
      message: 'Validation Failed',
      errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }],
      documentation_url: DOCS,
      status: '422',
    });
  });

  it.each([
    ['a target that is nowhere', { target_commitish: 'no-such-branch' }, 'target_commitish'],
    ['a tag name that git would not take', { tag_name: 'a..b' }, 'tag_name'],
  ])('names %s', async (_, change, field) => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/releases', { ...draft, ...change });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, field]);
  });

  it.each([
    ['a boolean make_latest', { make_latest: true }, "For 'properties/make_latest', true is not a string."],
    ['no tag_name', { tag_name: undefined }, '"tag_name" wasn\'t supplied.'],
    ['a draft in quotes', { draft: 'true' }, 'For \'properties/draft\', "true" is not a boolean.'],
  ])('of %s says which field', async (_, change, problem) => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/releases', { ...draft, ...change });
    expect(refused).toMatchObject({ status: 422, body: { message: `Invalid request.\n\n${problem}` } });
  });

  it('of an unknown discussion category is a plain 404', async () => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/releases', { ...draft, discussion_category_name: 'Nope' });
    expect([refused.status, refused.body.message]).toEqual([404, 'Not Found']);
  });

  it('by a ruleset comes when the tag would be made, not before', async () => {
    forge = await runningForge({ flags: ['tag-ruleset'] });
    const made = await forge.call('POST', '/releases', draft);
    expect(made.status).toBe(201);
    const refused = await forge.call('PATCH', `/releases/${made.body.id}`, { draft: false });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]).toMatchObject({ code: 'custom', field: 'pre_receive' });
    expect((await forge.call('GET', `/releases/${made.body.id}`)).body.draft).toBe(true);
  });

  it('for a commit that changes workflows is a 404', async () => {
    forge = await runningForge({ flags: ['workflow-guard'] });
    const blob = await forge.call('POST', '/git/blobs', { content: 'on: push' });
    const tree = [{ path: '.github/workflows/x.yml', mode: '100644', type: 'blob', sha: blob.body.sha }];
    const made = await forge.call('POST', '/git/trees', { base_tree: forge.second, tree });
    const parents = [forge.second];
    const changed = await forge.call('POST', '/git/commits', { message: 'm', tree: made.body.sha, parents });
    const target = { ...draft, target_commitish: changed.body.sha };
    expect((await forge.call('POST', '/releases', target)).status).toBe(404);
    expect((await forge.call('POST', '/releases', draft)).status).toBe(201);
  });

  it('is not for a commit from before the default branch got its workflow', async () => {
    forge = await runningForge({ flags: ['workflow-guard'] });
    const { call, first, second } = forge;
    const tree = [{ path: '.github/workflows/x.yml', mode: '100644', type: 'blob', content: 'on: push' }];
    const made = await call('POST', '/git/trees', { base_tree: second, tree });
    const wanted = { message: 'm', tree: made.body.sha, parents: [second] };
    const { body } = await call('POST', '/git/commits', wanted);
    await call('PATCH', '/git/refs/heads/main', { sha: body.sha });
    expect((await call('POST', '/releases', { ...draft, target_commitish: first })).status).toBe(201);
  });
});

describe('a discussion', () => {
  it('is opened for a release once, when it is published', async () => {
    forge = await runningForge();
    const wanted = { ...draft, discussion_category_name: 'General' };
    const made = await forge.call('POST', '/releases', wanted);
    expect(made.body.discussion_url).toBeUndefined();
    const change = { draft: false, discussion_category_name: 'Announcements' };
    const published = await forge.call('PATCH', `/releases/${made.body.id}`, change);
    expect(published.body.discussion_url).toMatch(/\/octo\/demo\/discussions\/\d+$/);
    const again = await forge.call('PATCH', `/releases/${made.body.id}`, change);
    expect(again.body.discussion_url).toBe(published.body.discussion_url);
    const plain = await forge.call('POST', '/releases', { ...draft, tag_name: 'v9', draft: false });
    expect(plain.body.discussion_url).toBeUndefined();
  });
});

describe('an immutable release', () => {
  async function published(): Promise<{ readonly id: number; readonly upload_url: string }> {
    forge = await runningForge({ flags: ['immutable-releases'] });
    return (await forge.call('POST', '/releases', { ...draft, draft: false })).body;
  }

  it('takes no asset, no way back, no other tag, and keeps its tag', async () => {
    const { id, upload_url } = await published();
    const upload = await forge.call('POST', upload_url.replace('{?name,label}', '?name=a.txt'), 'x');
    expect(upload.status).toBe(422);
    expect(upload.body).toEqual({
      message: 'Cannot upload assets to an immutable release.',
      documentation_url: 'https://docs.github.com/rest',
      request_id: expect.any(String),
    });
    const back = await forge.call('PATCH', `/releases/${id}`, { draft: true });
    expect(back.body.errors[0].message).toBe('state cannot be changed when release is immutable');
    expect((await forge.call('PATCH', `/releases/${id}`, { tag_name: 'v2' })).status).toBe(422);
    expect((await forge.call('DELETE', '/git/refs/tags/v1.0')).status).toBe(422);
    const moved = await forge.call('PATCH', '/git/refs/tags/v1.0', { sha: forge.first, force: true });
    expect(moved.status).toBe(422);
  });

  it('lets name and text be changed', async () => {
    const { id } = await published();
    const changed = await forge.call('PATCH', `/releases/${id}`, { name: 'n', body: 'b' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'n', body: 'b', immutable: true } });
  });

  it('burns its tag name when it is deleted, and leaves the tag', async () => {
    const { id } = await published();
    expect((await forge.call('DELETE', `/releases/${id}`)).status).toBe(204);
    expect((await forge.world()).tags).toEqual({ 'v1.0': forge.second });
    const again = await forge.call('POST', '/releases', { ...draft, draft: false });
    expect(again.status).toBe(422);
    expect(again.body.errors[0].message).toBe('tag_name was used by an immutable release');
    expect((await forge.call('POST', '/releases', draft)).status).toBe(201);
  });
});

describe('the latest release', () => {
  it('is the one marked last, never a pre-release or one that asked not to be', async () => {
    forge = await runningForge();
    const make = (tag_name: string, more: object) => forge.call('POST', '/releases', { tag_name, ...more });
    expect((await forge.call('GET', '/releases/latest')).status).toBe(404);
    await make('v2', {});
    await make('v3rc1', { prerelease: true });
    await make('v1.1', { make_latest: 'false' });
    expect((await forge.call('GET', '/releases/latest')).body.tag_name).toBe('v2');
    await make('v3', { make_latest: 'true' });
    expect((await forge.call('GET', '/releases/latest')).body.tag_name).toBe('v3');
    await make('v1.2', { make_latest: 'legacy', target_commitish: forge.first });
    expect((await forge.call('GET', '/releases/latest')).body.tag_name).toBe('v3');
  });
});

describe('generated notes', () => {
  it('compare with the tag before, and stand behind a given text', async () => {
    forge = await runningForge();
    await forge.call('POST', '/git/refs', { ref: 'refs/tags/v0.9', sha: forge.first });
    const line = `**Full Changelog**: ${forge.url}/octo/demo/compare/v0.9...v1.0`;
    const notes = await forge.octokit.rest.repos.generateReleaseNotes({ ...AT, tag_name: 'v1.0' });
    expect(notes.data).toEqual({ name: 'v1.0', body: line });
    const made = await forge.call('POST', '/releases', {
      ...draft,
      body: 'Mine.',
      generate_release_notes: true,
    });
    expect(made.body).toMatchObject({ name: 'v1.0', body: `Mine.\n\n${line}` });
  });

  it('need contents: write, although they only read', async () => {
    forge = await runningForge({ permissions: { contents: 'read' } });
    const refused = await forge.call('POST', '/releases/generate-notes', { tag_name: 'v1.0' });
    expect([refused.status, refused.body.message]).toEqual([403, 'Resource not accessible by integration']);
  });
});

describe('the release list', () => {
  it('lags behind when asked to, while the id answers at once', async () => {
    let now = new Date('2026-11-22T12:00:00Z');
    forge = await runningForge({ flags: ['list-lag'], now: () => now });
    const made = await forge.call('POST', '/releases', draft);
    expect((await forge.call('GET', '/releases')).body).toEqual([]);
    expect((await forge.call('GET', `/releases/${made.body.id}`)).status).toBe(200);
    now = new Date('2026-11-22T12:00:02Z');
    expect((await forge.call('GET', '/releases')).body).toHaveLength(1);
  });

  it('is ordered by the date of the commit', async () => {
    forge = await runningForge();
    await commit(forge, { at: 1_800_000_000, files: { a: 'b' }, ref: 'refs/heads/later' });
    await forge.call('POST', '/releases', { ...draft, tag_name: 'new', target_commitish: 'later' });
    await forge.call('POST', '/releases', { ...draft, tag_name: 'old', target_commitish: forge.first });
    const tags = (await forge.call('GET', '/releases')).body.map(
      (each: { tag_name: string }) => each.tag_name,
    );
    expect(tags).toEqual(['new', 'old']);
  });
});
