/** What the adapter makes of the rulesets of an emulated forge. */

import { afterEach, describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import type { Ruleset } from '../../../src/emulators/forge/state.ts';
import { type RunningForge, runningForge, TOKEN } from '../../emulators/forge/fixture.ts';
import { fakeClock } from '../../support/fake-clock.ts';

let forge: RunningForge;
afterEach(() => forge.stop());

async function rules(options: Parameters<typeof runningForge>[0]) {
  forge = await runningForge(options);
  const api = `${forge.url}/api`;
  return createForge({ token: TOKEN, repository: 'octo/demo', api, clock: fakeClock() }).rules;
}

const aRuleset = (changes: Partial<Ruleset> = {}): Ruleset => ({
  id: 9,
  name: 'Releases',
  target: 'tag',
  enforcement: 'active',
  include: ['refs/tags/v*'],
  exclude: ['refs/tags/v0.*'],
  rules: [{ type: 'creation' }, { type: 'deletion' }],
  bypass: 'never',
  ...changes,
});
const FORBIDDEN = ['the ruleset "Releases" (only those who may bypass it make such tags)'];

describe('the rules for a tag', () => {
  it('are told where a ruleset forbids to make it', async () => {
    const { tag } = await rules({ rulesets: [aRuleset()] });
    expect([await tag('v1.0'), await tag('v0.9'), await tag('w1')]).toEqual([FORBIDDEN, [], []]);
  });

  it('cover every tag where the ruleset does', async () => {
    const { tag } = await rules({ flags: ['tag-ruleset'] });
    expect(await tag('any/name')).toHaveLength(1);
  });

  it.each<readonly [string, Partial<Ruleset>, readonly string[]]>([
    ['that it may bypass', { bypass: 'always' }, []],
    ['that it is exempt from', { bypass: 'exempt' }, []],
    ['that it may bypass by pull requests', { bypass: 'pull_requests_only' }, FORBIDDEN],
    ['that are only tried out', { enforcement: 'evaluate' }, []],
    ['that are switched off', { enforcement: 'disabled' }, []],
    ['that forbid other things', { rules: [{ type: 'deletion' }] }, []],
    ['for branches', { target: 'branch', include: ['~ALL'] }, []],
  ])('from rulesets %s are known for what they are', async (_which, changes, told) => {
    const { tag } = await rules({ rulesets: [aRuleset(changes)] });
    expect(await tag('v1.0')).toEqual(told);
  });
});

describe('the rules for a branch', () => {
  const branchRuleset = (changes: Partial<Ruleset> = {}): Ruleset =>
    aRuleset({ target: 'branch', include: ['~DEFAULT_BRANCH'], exclude: [], ...changes });

  it.each([
    ['pull_request', 'changes must be made through a pull request'],
    ['merge_queue', 'changes must be made through the merge queue'],
    ['required_status_checks', 'status checks must pass before a commit is pushed'],
    ['required_deployments', 'a commit must be deployed before it is pushed'],
    ['update', 'only those who may bypass it push to such branches'],
  ])('of type %s are told', async (type, says) => {
    const { branch } = await rules({ rulesets: [branchRuleset({ rules: [{ type }] })] });
    expect([await branch('main'), await branch('other')]).toEqual([[`the ruleset "Releases" (${says})`], []]);
  });

  it.each(['creation', 'deletion', 'non_fast_forward', 'required_linear_history', 'required_signatures'])(
    'of type %s do not stand in the way of a signed commit on top',
    async (type) => {
      const { branch } = await rules({ rulesets: [branchRuleset({ rules: [{ type }] })] });
      expect(await branch('main')).toEqual([]);
    },
  );

  it('are of those rulesets alone that bind the token', async () => {
    const { branch } = await rules({
      flags: ['branch-ruleset'],
      rulesets: [branchRuleset({ bypass: 'always', rules: [{ type: 'update' }] })],
    });
    expect(await branch('main')).toEqual([
      'the ruleset "Reviewed changes" (changes must be made through a pull request)',
    ]);
  });

  it('are all told, whatever ruleset each is of', async () => {
    const { branch } = await rules({
      flags: ['branch-ruleset'],
      rulesets: [branchRuleset({ rules: [{ type: 'update' }, { type: 'required_deployments' }] })],
    });
    expect(await branch('main')).toHaveLength(3);
  });
});

it('are unknown where the forge does not show them', async () => {
  const { tag, branch } = await rules({ flags: ['tag-ruleset', 'branch-ruleset', 'rulesets-hidden'] });
  expect([await tag('v1.0'), await branch('main')]).toEqual([[], []]);
});

it('are unknown where the forge does not tell what the token may bypass', async () => {
  const { tag } = await rules({ rulesets: [aRuleset({ bypass: undefined as never })] });
  expect(await tag('v1.0')).toEqual([]);
});
