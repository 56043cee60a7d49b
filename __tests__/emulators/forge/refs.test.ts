import { afterEach, describe, expect, it } from '@jest/globals';
import { AT, commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

const shaOf = (answer: { readonly body: { readonly object: { readonly sha: string } } }) =>
  answer.body.object.sha;

describe('a reference', () => {
  it('is created once, then refused with the recorded body, without errors[]', async () => {
    forge = await runningForge();
    const wanted = { ref: 'refs/tags/v1', sha: forge.first };
    const made = await forge.octokit.rest.git.createRef({ ...AT, ...wanted });
    expect(made.status).toBe(201);
    expect(made.data.object).toMatchObject({ sha: forge.first, type: 'commit' });
    const again = await forge.call('POST', '/git/refs', wanted);
    expect(again.status).toBe(422);
    expect(again.body).toEqual({
      message: 'Reference already exists',
      documentation_url: 'https://docs.github.com/rest/git/refs#create-a-reference',
      status: '422',
    });
  });

  it('is created by one of many that come at once', async () => {
    forge = await runningForge();
    const wanted = { ref: 'refs/tags/v1', sha: forge.first };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => forge.call('POST', '/git/refs', wanted)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 422, 422, 422, 422, 422]);
  });

  it.each([
    ['an unknown object', { ref: 'refs/tags/v1', sha: 'f'.repeat(40) }, 'Object does not exist'],
    ['a short name', { ref: 'v1' }, 'Reference name must contain at least three slash-separated components.'],
    ['a malformed name', { ref: 'refs/tags/a..b' }, 'refs/tags/a..b is not a valid ref name.'],
  ])('is refused for %s', async (_, wanted, message) => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/git/refs', { sha: forge.first, ...wanted });
    expect(refused).toMatchObject({ status: 422, body: { message } });
  });

  it('moves forward, and backward only by force', async () => {
    forge = await runningForge();
    const next = await commit(forge, {
      at: 1_700_009_999,
      files: { a: 'b' },
      parent: forge.second,
      ref: 'refs/heads/x',
    });
    expect(shaOf(await forge.call('PATCH', '/git/refs/heads/main', { sha: next }))).toBe(next);
    const back = await forge.call('PATCH', '/git/refs/heads/main', { sha: forge.first });
    expect(back).toMatchObject({ status: 422, body: { message: 'Update is not a fast forward' } });
    expect(shaOf(await forge.call('PATCH', '/git/refs/heads/main', { sha: forge.first, force: true }))).toBe(
      forge.first,
    );
  });

  it('is deleted once', async () => {
    forge = await runningForge();
    await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: forge.first });
    expect((await forge.call('DELETE', '/git/refs/tags/v1')).status).toBe(204);
    const gone = await forge.call('DELETE', '/git/refs/tags/v1');
    expect(gone).toMatchObject({ status: 422, body: { message: 'Reference does not exist' } });
  });

  it('is got by its exact name and listed by the beginning of it', async () => {
    forge = await runningForge();
    for (const tag of ['v1', 'v1.0', 'w1']) {
      await forge.call('POST', '/git/refs', { ref: `refs/tags/${tag}`, sha: forge.first });
    }
    expect((await forge.call('GET', '/git/ref/tags/v')).status).toBe(404);
    const found = await forge.octokit.rest.git.listMatchingRefs({ ...AT, ref: 'tags/v1' });
    expect(found.data.map(({ ref }) => ref)).toEqual(['refs/tags/v1', 'refs/tags/v1.0']);
  });

  it('is forbidden by a tag ruleset with the recorded sentence', async () => {
    forge = await runningForge({ flags: ['tag-ruleset'] });
    const refused = await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: forge.first });
    expect(refused.body.message).toBe(
      'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n\n',
    );
  });
});

describe('an empty repository', () => {
  it('answers every git data call with 409', async () => {
    forge = await runningForge({ empty: true });
    const calls = [
      forge.call('GET', '/git/ref/heads/main'),
      forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: 'f'.repeat(40) }),
      forge.call('POST', '/git/blobs', { content: 'x' }),
    ];
    for (const { status, body } of await Promise.all(calls)) {
      expect([status, body.message]).toEqual([409, 'Git Repository is empty.']);
    }
  });
});
