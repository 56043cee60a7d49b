/** Every request that the action sends to the forge, against GitHub's own descriptions of its API. */

import { afterEach, expect, it } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import type { Forge, ReleaseFields } from '../../../src/ports/forge.ts';
import { type RunningForge, runningForge, TOKEN } from '../../emulators/forge/fixture.ts';
import { apiDescription } from '../../support/api-description.ts';
import { fakeClock } from '../../support/fake-clock.ts';

let running: RunningForge;
afterEach(() => running.stop());

const WHEEL = { name: 'demo-1.0+local-py3-none-any.whl', content: Buffer.from('a wheel') };

/** All that a release asks of the forge, with a release commit that goes by a pull request and one that is pushed. */
async function release(forge: Forge, head: string): Promise<void> {
  const { repository, rules, commits, refs, releases, assets } = forge;
  await repository.read();
  await releases.generatedNotes('v1.0', head);
  await rules.tag('v1.0');
  await rules.branch('main');
  const files = { 'pyproject.toml': Buffer.from('version = "1.0"\n'), 'news/1.md': null };
  const commit = await commits.create({ parent: head, message: 'Release 1.0', files });
  await commits.read(commit);
  await commits.isAncestor(head, commit);
  const fields: ReleaseFields = {
    ...{ tag: 'v1.0', commit, name: 'demo 1.0', notes: 'New.', draft: true, prerelease: false },
    ...{ latest: true, discussionCategory: 'Announcements' },
  };
  const draft = await releases.save(fields);
  const asset = await assets.attach(draft, WHEEL);
  await assets.download(asset);
  await releases.find('v1.0');
  await assets.detach(asset);
  await commits.propose({ branch: 'pypi-release/1.0', base: 'main', commit, title: 'Release 1.0', body: '' });
  await refs.branch('main');
  await refs.advanceBranch('main', commit);
  await refs.createTag({ name: 'v1.0', commit, message: 'demo 1.0' });
  await refs.tag('v1.0');
  await releases.generatedNotes('v1.1', commit, 'v1.0');
  await releases.save({ ...fields, draft: false }, draft.id);
  await releases.annotate(draft, 'New, and told.');
  await releases.discard(await releases.save({ ...fields, tag: 'v1.1' }));
}

it('asks only what GitHub and its Enterprise Servers describe, in the form that they describe', async () => {
  running = await runningForge({
    recorded: true,
    flags: ['tag-ruleset', 'branch-ruleset', 'ruleset-bypass'],
  });
  const api = `${running.url}/api`;
  await release(
    createForge({ token: TOKEN, repository: 'octo/demo', api, clock: fakeClock() }),
    running.second,
  );
  const github = apiDescription('api.github.com');
  const problems = running.exchanges.flatMap((exchange) =>
    github.requestProblems(exchange).map((problem) => `${exchange.method} ${exchange.path}: ${problem}`),
  );
  expect(problems).toEqual([]);
  const kinds = new Set(
    running.exchanges.map(({ method, path }) => `${method} ${github.template(method, path)}`),
  );
  expect(kinds.size).toBeGreaterThan(22);
  for (const version of ['3.17', '3.18', '3.19']) {
    const server = apiDescription(`ghes-${version}`);
    const absent = running.exchanges.filter(
      ({ method, path }) => server.template(method, path) === undefined,
    );
    expect([version, absent.map(({ path }) => path)]).toEqual([version, []]);
  }
});
