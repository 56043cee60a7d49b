import { afterEach, describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import type { CommunitySeed } from '../../../src/emulators/forge/state.ts';
import { type RunningForge, runningForge, TOKEN } from '../../emulators/forge/fixture.ts';
import { fakeClock } from '../../support/fake-clock.ts';

let running: RunningForge;
afterEach(() => running.stop());

async function forgeWith(community: CommunitySeed) {
  running = await runningForge({ community });
  const api = `${running.url}/api`;
  return createForge({ token: TOKEN, repository: 'octo/demo', api, clock: fakeClock() });
}

describe('the community of a repository', () => {
  it('has open issues of a label, over as many pages as there are', async () => {
    const issues = Array.from({ length: 130 }, (_, at) => ({
      title: `Issue ${at}`,
      labels: at % 10 === 0 ? ['wish'] : ['critical'],
    }));
    const forge = await forgeWith({ issues });
    expect(await forge.community.issues('critical')).toBe(117);
    expect(await forge.community.issues('nothing')).toBe(0);
  });

  it('gives stars, makes forks, and reacts to releases that are public', async () => {
    const forge = await forgeWith({ stars: 7, forks: 2, reactions: { v1: { heart: 2 }, v3: { eyes: 9 } } });
    expect(await forge.repository.read()).toMatchObject({ stars: 7, forks: 2 });
    for (const [tag, draft] of [
      ['v1', false],
      ['v2', false],
      ['v3', true],
    ] as const)
      await running.call('POST', '/releases', { tag_name: tag, target_commitish: running.second, draft });
    const reactions = await forge.community.reactions();
    expect(Object.fromEntries(reactions.map(({ tag, count }) => [tag, count]))).toEqual({ v1: 2, v2: 0 });
  });
});
