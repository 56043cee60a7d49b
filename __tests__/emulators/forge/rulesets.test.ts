import { afterEach, describe, expect, it } from '@jest/globals';
import type { Ruleset } from '../../../src/emulators/forge/state.ts';
import { AT, commit, type RunningForge, runningForge } from './fixture.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

const aRuleset = (changes: Partial<Ruleset>): Ruleset => ({
  id: 9,
  name: 'Some',
  target: 'tag',
  enforcement: 'active',
  include: ['~ALL'],
  exclude: [],
  rules: [{ type: 'creation' }],
  bypass: 'never',
  ...changes,
});
const tagged = async (name: string) =>
  (await forge.call('POST', '/git/refs', { ref: `refs/tags/${name}`, sha: forge.first })).status;

/** A commit on top of `main`, on a branch of its own. */
const ahead = () =>
  commit(forge, { at: 1_700_009_999, files: { a: 'b' }, parent: forge.second, ref: 'refs/heads/x' });

describe('a ruleset', () => {
  it('is listed by its target, without its rules, and shown whole by its number', async () => {
    forge = await runningForge({ flags: ['tag-ruleset', 'branch-ruleset'] });
    const { rest } = forge.octokit;
    expect((await rest.repos.getRepoRulesets(AT)).data.map(({ id }) => id)).toEqual([31, 32]);
    const [listed, ...others] = (await rest.repos.getRepoRulesets({ ...AT, targets: 'tag' })).data;
    expect([listed?.name, listed?.rules, others]).toEqual(['Release tags', undefined, []]);
    const { data } = await rest.repos.getRepoRuleset({ ...AT, ruleset_id: 31 });
    expect(data).toMatchObject({
      target: 'tag',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~ALL'], exclude: [] } },
      rules: [{ type: 'creation' }, { type: 'update' }, { type: 'deletion' }],
      current_user_can_bypass: 'never',
    });
    expect((await forge.call('GET', '/rulesets/99')).status).toBe(404);
  });

  it('does not tell nobody what it may bypass', async () => {
    forge = await runningForge({ flags: ['tag-ruleset'] });
    const { body } = await forge.call('GET', '/rulesets/31', undefined, null);
    expect(Object.keys(body)).not.toContain('current_user_can_bypass');
  });

  it('shows a branch its active rules, each with the ruleset it is of', async () => {
    forge = await runningForge({
      flags: ['tag-ruleset', 'branch-ruleset'],
      rulesets: [aRuleset({ target: 'branch', enforcement: 'evaluate' })],
    });
    const rules = async (branch: string) =>
      (await forge.octokit.rest.repos.getBranchRules({ ...AT, branch })).data;
    expect((await rules('main')).map(({ type, ruleset_id }) => [type, ruleset_id])).toEqual([
      ['deletion', 32],
      ['pull_request', 32],
    ]);
    expect(await rules('not/there')).toEqual([]);
  });

  it('is hidden where rulesets are', async () => {
    forge = await runningForge({ flags: ['tag-ruleset', 'rulesets-hidden'] });
    for (const path of ['/rulesets', '/rulesets/31', '/rules/branches/main'])
      expect((await forge.call('GET', path)).status).toBe(404);
    expect(await tagged('v1')).toBe(422);
  });
});

describe('what rulesets forbid', () => {
  it('is a change of the branch without a pull request', async () => {
    forge = await runningForge({ flags: ['branch-ruleset'] });
    const refused = await forge.call('PATCH', '/git/refs/heads/main', { sha: await ahead() });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        message: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
      },
    });
    expect((await forge.call('DELETE', '/git/refs/heads/main')).body.message).toContain('Cannot delete');
    expect((await forge.call('PATCH', '/git/refs/heads/main', { sha: forge.second })).status).toBe(200);
    expect(await tagged('v1')).toBe(201);
  });

  it('is nothing to whom they let pass, nor while they are not enforced', async () => {
    forge = await runningForge({
      flags: ['tag-ruleset', 'branch-ruleset', 'ruleset-bypass'],
      rulesets: [aRuleset({ enforcement: 'evaluate' }), aRuleset({ enforcement: 'disabled' })],
    });
    expect(await tagged('v1')).toBe(201);
    expect((await forge.call('PATCH', '/git/refs/heads/main', { sha: await ahead() })).status).toBe(200);
  });

  it('is what their patterns cover', async () => {
    forge = await runningForge({
      rulesets: [aRuleset({ include: ['refs/tags/v*', 'refs/tags/a/**/z?'], exclude: ['refs/tags/v0.*'] })],
    });
    const statuses = [];
    for (const name of ['v1.0', 'v0.1', 'w1', 'v/1', 'a/b/c/z1', 'a/z1', 'a/z'])
      statuses.push(await tagged(name));
    expect(statuses).toEqual([422, 201, 201, 201, 422, 422, 201]);
  });

  it('is told to some tokens without its reason', async () => {
    forge = await runningForge({ flags: ['tag-ruleset', 'rulesets-opaque'] });
    const refused = await forge.call('POST', '/git/refs', { ref: 'refs/tags/v1', sha: forge.first });
    expect([refused.status, refused.body.message]).toEqual([422, 'Reference update failed']);
  });
});
