import { afterEach, describe, expect, it } from '@jest/globals';
import { AT, commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

describe('a pull request', () => {
  it('is opened once for a branch, found by its head, changed and closed', async () => {
    forge = await runningForge();
    const { rest } = forge.octokit;
    const sha = await commit(forge, {
      at: 1_700_010_000,
      files: { v: '2' },
      parent: forge.second,
      ref: 'refs/heads/release/2.0',
    });
    const made = await rest.pulls.create({
      ...AT,
      title: 'Release 2.0',
      head: 'release/2.0',
      base: 'main',
      body: 'b',
    });
    expect(made.data).toMatchObject({
      state: 'open',
      head: { ref: 'release/2.0', sha },
      base: { ref: 'main', sha: forge.second },
    });
    expect((await fetch(made.data.html_url)).status).toBe(200);
    const again = await forge.call('POST', '/pulls', { title: 't', head: 'octo:release/2.0', base: 'main' });
    expect(again.status).toBe(422);
    expect(again.body.errors[0].message).toBe('A pull request already exists for octo:release/2.0.');
    const found = await rest.pulls.list({ ...AT, head: 'octo:release/2.0', base: 'main' });
    expect(found.data.map(({ number }) => number)).toEqual([made.data.number]);
    await rest.pulls.update({ ...AT, pull_number: made.data.number, title: 'New', state: 'closed' });
    expect((await rest.pulls.list(AT)).data).toEqual([]);
    expect((await rest.pulls.get({ ...AT, pull_number: made.data.number })).data.title).toBe('New');
  });

  it.each([
    ['a head that is nowhere', { head: 'nope', base: 'main' }, { field: 'head', code: 'invalid' }],
    ['a base that is nowhere', { head: 'main', base: 'nope' }, { field: 'base', code: 'invalid' }],
    [
      'no commits',
      { head: 'main', base: 'main' },
      { code: 'custom', message: 'No commits between main and main' },
    ],
  ])('is refused for %s', async (_, wanted, error) => {
    forge = await runningForge();
    const refused = await forge.call('POST', '/pulls', { title: 't', ...wanted });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([{ resource: 'PullRequest', ...error }]);
  });
});
