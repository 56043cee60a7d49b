/** The adapter against the emulated forge: real git objects, real HTTP. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createForge } from '../../../src/adapters/github/forge.ts';
import { type ServiceOptions, type Services, startServices } from '../../../src/emulators/serve.ts';
import { sha256Hex } from '../../../src/packaging/digest.ts';
import type { ReleaseFields } from '../../../src/ports/forge.ts';
import { runningForge, TOKEN } from '../../emulators/forge/fixture.ts';
import { type DemoRepository, demoRepository } from '../../support/demo-repository.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';

let services: Services | undefined;
let scratch: string | undefined;
afterEach(async () => {
  await services?.close();
  services = undefined;
  if (scratch !== undefined) await rm(scratch, { recursive: true, force: true });
});

async function world(options: Omit<ServiceOptions, 'scratch'> = {}) {
  scratch = await mkdtemp(join(tmpdir(), 'pypi-release-forge-'));
  const clock = fakeClock();
  services = await startServices({ forgeNow: clock.now, ...options, scratch });
  const { api, token, repository, gitDirectory } = services.github;
  const demo: DemoRepository = demoRepository(scratch, gitDirectory);
  /** Asks the API beside the adapter. */
  const ask = async (method: string, at: string): Promise<unknown> => {
    const address = `${api}/repos/${repository}${at}`;
    const answer = await fetch(address, { method, headers: { authorization: `token ${token}` } });
    return answer.status === 204 ? undefined : answer.json();
  };
  /** Another job's view, which remembers nothing of this one's. */
  const stranger = createForge({ token, repository, api, clock });
  return {
    ask,
    stranger,
    demo,
    clock,
    services,
    forge: createForge({ token, repository, api, clock }),
    head: demo.git('rev-parse', 'HEAD'),
  };
}

const fields = (commit: string, over: Partial<ReleaseFields> = {}): ReleaseFields => ({
  tag: 'v1.0',
  commit,
  name: 'demo 1.0',
  notes: 'All new.',
  draft: true,
  prerelease: false,
  latest: undefined,
  discussionCategory: undefined,
  ...over,
});
const WHEEL = { name: 'demo-1.0-py3-none-any.whl', content: Buffer.from('a wheel') };

describe('the repository', () => {
  it('is read', async () => {
    const { forge } = await world();
    expect(await forge.repository.read()).toMatchObject({
      fullName: 'octo/demo',
      defaultBranch: 'main',
      archived: false,
    });
  });

  it('is hidden from a token that may not see it', async () => {
    const { services } = await world();
    const { api, repository } = services.github;
    const stranger = createForge({ token: 'ghs_wrong', repository, api, clock: fakeClock() });
    const fault = await faultOf(stranger.repository.read());
    expect(fault.code).toBe('forge-refused');
    expect(fault.finding).toContain('401 Bad credentials');
  });

  it('is known by its new name after it was renamed', async () => {
    const { forge, head } = await world({ flags: ['renamed'] });
    expect((await forge.repository.read()).fullName).not.toBe('octo/demo');
    expect(await forge.refs.branch('main')).toBe(head);
  });

  it('cannot be asked without a token', async () => {
    const forge = createForge({
      token: '',
      repository: 'octo/demo',
      api: 'http://127.0.0.1:1',
      clock: fakeClock(),
    });
    expect((await faultOf(forge.repository.read())).code).toBe('forge-token-missing');
  });
});

describe('a whole release', () => {
  /** Draft, file, tag, published, and the file read back. */
  async function released({ forge, head }: Awaited<ReturnType<typeof world>>) {
    const draft = await forge.releases.save(fields(head));
    const asset = await forge.assets.attach(draft, WHEEL);
    await forge.refs.createTag({ name: 'v1.0', commit: head, message: 'demo 1.0' });
    const { draft: unpublished } = await forge.releases.save(fields(head, { draft: false }), draft.id);
    return [unpublished, Buffer.from(await forge.assets.download(asset)).toString()];
  }

  it.each(['renamed', 'asset-redirect', 'list-lag', 'secondary-limit', 'enterprise-server'])(
    'is made on a forge that is %s',
    async (flag) => {
      expect(await released(await world({ flags: [flag] }))).toEqual([false, 'a wheel']);
    },
  );

  it('is made through the API of an Enterprise Server and uploaded beside it', async () => {
    const made = await world({ flags: ['enterprise-server', 'rulesets-hidden'] });
    await released(made);
    const paths = made.services.requests.map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('/api/v3/repos/octo/demo'))).toEqual([
      expect.stringMatching(/^\/api\/uploads\/repos\/octo\/demo\/releases\/\d+\/assets$/),
    ]);
    expect([await made.forge.rules.tag('v2.0'), await made.forge.rules.branch('main')]).toEqual([[], []]);
  });

  it('waits until it may ask again', async () => {
    const clock = fakeClock();
    const running = await runningForge({ flags: ['primary-limit'], now: () => clock.now() });
    try {
      const api = `${running.url}/api`;
      const forge = createForge({ token: TOKEN, repository: 'octo/demo', api, clock });
      const began = clock.now().getTime();
      for (let time = 0; time < 30; time += 1) await forge.refs.branch('main');
      expect(clock.now().getTime() - began).toBeGreaterThanOrEqual(2000);
    } finally {
      await running.stop();
    }
  });
});

describe('refs', () => {
  it('reads a tag that is not there, a light one, and an annotated one', async () => {
    const { forge, demo, head } = await world();
    expect(await forge.refs.tag('v1.0')).toBeUndefined();
    demo.git('tag', 'light');
    demo.git('tag', '-a', '-m', 'Heavy', 'heavy');
    demo.git('tag', '-a', '-m', 'Nested', 'nested', 'heavy');
    demo.git('push', '--quiet', 'origin', '--tags');
    expect([
      await forge.refs.tag('light'),
      await forge.refs.tag('heavy'),
      await forge.refs.tag('nested'),
    ]).toEqual([head, head, head]);
  });

  it('does not take a tag for another that it begins', async () => {
    const { forge, demo } = await world();
    demo.git('tag', 'v1.0.1');
    demo.git('push', '--quiet', 'origin', '--tags');
    expect(await forge.refs.tag('v1.0')).toBeUndefined();
  });

  it.each(['v1.0', 'release/v1.0+build'])('makes the annotated tag %s', async (name) => {
    const { forge, demo, head } = await world();
    await forge.refs.createTag({ name, commit: head, message: 'demo 1.0' });
    expect(await forge.refs.tag(name)).toBe(head);
    demo.git('fetch', '--quiet', '--tags', 'origin');
    expect(demo.git('cat-file', '-t', name)).toBe('tag');
    expect(demo.git('tag', '--list', '--format=%(contents:subject)', name)).toBe('demo 1.0');
  });

  it('is content where the tag appears on the commit meanwhile', async () => {
    const { forge, head } = await world();
    const tag = { name: 'v1.0', commit: head, message: 'demo 1.0' };
    await forge.refs.createTag(tag);
    await expect(forge.refs.createTag(tag)).resolves.toBeUndefined();
  });

  it('stops where the tag stands on another commit', async () => {
    const { forge, demo, head } = await world();
    const later = demo.commit({ 'a.txt': 'a' });
    await forge.refs.createTag({ name: 'v1.0', commit: head, message: 'first' });
    const fault = await faultOf(forge.refs.createTag({ name: 'v1.0', commit: later, message: 'second' }));
    expect(fault).toMatchObject({
      code: 'tag-conflict',
      finding: `v1.0 points at ${head}; this release is of ${later}.`,
    });
  });

  it('stops where a rule of the repository forbids the tag', async () => {
    const { forge, head } = await world({ flags: ['tag-ruleset'] });
    const fault = await faultOf(forge.refs.createTag({ name: 'v1.0', commit: head, message: 'demo 1.0' }));
    expect(fault).toMatchObject({ code: 'rules-forbid', blame: 'user' });
  });

  it('stops where the job may only read', async () => {
    const { forge, head } = await world({ permissions: { contents: 'read' } });
    const fault = await faultOf(forge.refs.createTag({ name: 'v1.0', commit: head, message: 'demo 1.0' }));
    expect(fault).toMatchObject({
      code: 'forge-forbidden',
      remedy: 'Give the job `permissions: contents: write`.',
    });
  });

  it('moves a branch forward, and never aside', async () => {
    const { forge, demo, head } = await world();
    const commit = await forge.commits.create({ parent: head, message: 'Release 1.0', files: {} });
    const rival = demo.commit({ 'a.txt': 'a' });
    const fault = await faultOf(forge.refs.advanceBranch('main', commit));
    expect(fault).toMatchObject({
      code: 'branch-moved',
      finding: `main is at ${rival}, but the release commit is made on ${head}.`,
    });
    const next = await forge.commits.create({ parent: rival, message: 'Release 1.0', files: {} });
    await forge.refs.advanceBranch('main', next);
    expect(await forge.refs.branch('main')).toBe(next);
  });
});

describe('commits', () => {
  it('makes a commit of the given files on its parent, and keeps the modes of files that were there', async () => {
    const { forge, demo, head } = await world();
    const files = { 'run.sh': Buffer.from('#!/bin/sh\ntrue\n'), 'docs/new.bin': Buffer.from([0, 255]) };
    const sha = await forge.commits.create({ parent: head, message: 'Release 1.0', files });
    demo.git('fetch', '--quiet', 'origin', sha);
    expect(demo.git('ls-tree', '-r', sha, '--format=%(objectmode) %(path)').split('\n')).toEqual([
      '100644 docs/new.bin',
      '100644 pyproject.toml',
      '100755 run.sh',
    ]);
    expect(demo.git('show', `${sha}:run.sh`)).toBe('#!/bin/sh\ntrue');
    const tree = demo.git('rev-parse', `${sha}^{tree}`);
    expect(await forge.commits.read(sha)).toEqual({ sha, tree, parents: [head], message: 'Release 1.0' });
  });

  it('names neither author nor committer, for only then the forge signs', async () => {
    const { forge, head, ask } = await world();
    const sha = await forge.commits.create({ parent: head, message: 'Release 1.0', files: {} });
    expect(await ask('GET', `/git/commits/${sha}`)).toMatchObject({ verification: { verified: true } });
  });

  it('knows no commit that is not there', async () => {
    const { forge } = await world();
    expect(await forge.commits.read('0'.repeat(40))).toBeUndefined();
  });

  it('proposes a commit once, however often it is asked', async () => {
    const { forge, head, services } = await world();
    const commit = await forge.commits.create({
      parent: head,
      message: 'Release 1.0',
      files: { 'a.txt': Buffer.from('a') },
    });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: 'Please.' };
    const page = await forge.commits.propose(proposal);
    expect(page).toMatch(/\/octo\/demo\/pull\/\d+$/);
    expect(await forge.commits.propose(proposal)).toBe(page);
    expect(await forge.refs.branch('release/v1.0')).toBe(commit);
    const opened = services.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/pulls'),
    );
    expect(opened).toHaveLength(1);
  });

  it('does not propose again what was merged, though its branch has gone', async () => {
    const { forge, head, ask } = await world();
    const files = { 'a.txt': Buffer.from('a') };
    const commit = await forge.commits.create({ parent: head, message: 'Release 1.0', files });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: '' };
    const page = await forge.commits.propose(proposal);
    await ask('PUT', `/pulls/${page.split('/').at(-1)}/merge`);
    await ask('DELETE', '/git/refs/heads/release%2Fv1.0');
    expect(await forge.commits.propose(proposal)).toBe(page);
    expect(await forge.refs.branch('release/v1.0')).toBeUndefined();
    const tip = (await forge.refs.branch('main')) ?? '';
    const later = await forge.commits.create({ parent: tip, message: 'Release 1.1', files: {} });
    expect(await forge.commits.propose({ ...proposal, commit: later })).not.toBe(page);
  });

  it('proposes anew what was closed and not merged', async () => {
    const { forge, head, services } = await world();
    const files = { 'a.txt': Buffer.from('a') };
    const commit = await forge.commits.create({ parent: head, message: 'Release 1.0', files });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: '' };
    const page = await forge.commits.propose(proposal);
    const { api, token, repository } = services.github;
    await fetch(`${api}/repos/${repository}/pulls/${page.split('/').at(-1)}`, {
      method: 'PATCH',
      headers: { authorization: `token ${token}` },
      body: '{"state":"closed"}',
    });
    expect(await forge.commits.propose(proposal)).not.toBe(page);
  });

  it('takes the pull request of another run that was faster', async () => {
    const { forge, stranger, head } = await world();
    const files = { 'a.txt': Buffer.from('a') };
    const commit = await forge.commits.create({ parent: head, message: 'Release 1.0', files });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: '' };
    const pages = await Promise.all([forge, stranger, forge].map(({ commits }) => commits.propose(proposal)));
    expect(new Set(pages).size).toBe(1);
  });

  it('says where pull requests are allowed, where the job may open none', async () => {
    const { forge, head } = await world({ flags: ['no-pulls-by-actions'] });
    const files = { 'a.txt': Buffer.from('a') };
    const commit = await forge.commits.create({ parent: head, message: 'Release 1.0', files });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: '' };
    expect((await faultOf(forge.commits.propose(proposal))).remedy).toContain('allow GitHub Actions');
  });

  it('does not touch a branch of that name on another commit', async () => {
    const { forge, demo, head } = await world();
    demo.git('push', '--quiet', 'origin', 'main:refs/heads/release/v1.0');
    const commit = await forge.commits.create({
      parent: head,
      message: 'Release 1.0',
      files: { 'a.txt': Buffer.from('a') },
    });
    const proposal = { branch: 'release/v1.0', base: 'main', commit, title: 'Release 1.0', body: '' };
    expect((await faultOf(forge.commits.propose(proposal))).finding).toContain(`the branch is at ${head}`);
  });
});

it('tells what is in the history of a commit', async () => {
  const { forge, head } = await world();
  const next = await forge.commits.create({ parent: head, message: 'More', files: {} });
  expect(await forge.commits.isAncestor(head, next)).toBe(true);
  expect(await forge.commits.isAncestor(head, head)).toBe(true);
  expect(await forge.commits.isAncestor(next, head)).toBe(false);
  expect(await forge.commits.isAncestor('0'.repeat(40), head)).toBe(false);
});

describe('releases', () => {
  it('keeps a draft with its files, then publishes it', async () => {
    const { forge, head, services } = await world();
    expect(await forge.releases.find('v1.0')).toEqual([]);
    const draft = await forge.releases.save(fields(head));
    const asset = await forge.assets.attach(draft, WHEEL);
    expect(asset).toMatchObject({ name: WHEEL.name, complete: true, sha256: sha256Hex(WHEEL.content) });
    expect(await forge.releases.find('v1.0')).toEqual([{ ...draft, assets: [asset] }]);
    await forge.refs.createTag({ name: 'v1.0', commit: head, message: 'demo 1.0' });
    const published = await forge.releases.save(fields(head, { draft: false }), draft.id);
    expect(published).toMatchObject({ id: draft.id, draft: false, name: 'demo 1.0', notes: 'All new.' });
    expect(await forge.releases.find('v1.0')).toEqual([published]);
    await forge.releases.annotate(published, 'All new, and told.');
    expect(await forge.releases.find('v1.0')).toEqual([{ ...published, notes: 'All new, and told.' }]);
    expect((await services.world()).releases).toEqual([
      { tag: 'v1.0', draft: false, assets: { [WHEEL.name]: sha256Hex(WHEEL.content) } },
    ]);
  });

  it('finds all drafts of a tag, among many releases', async () => {
    const { forge, stranger, head } = await world();
    const first = await forge.releases.save(fields(head));
    const second = await forge.releases.save(fields(head));
    for (let at = 0; at < 101; at += 1) await forge.releases.save(fields(head, { tag: `v2.${at}` }));
    const found = await stranger.releases.find('v1.0');
    expect(found.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
  });

  it('finds a draft of this run although the list lags behind', async () => {
    const { forge, head } = await world({ flags: ['list-lag'] });
    const draft = await forge.releases.save(fields(head));
    expect((await forge.releases.find('v1.0')).map(({ id }) => id)).toEqual([draft.id]);
  });

  it('does not make a draft twice whose answer was lost while the list lags', async () => {
    // The first such request of the service: the draft's own making.
    const mishaps = ['github:POST /api/repos/octo/demo/releases:lost:1'];
    const { forge, head, services } = await world({ flags: ['list-lag'], mishaps });
    const draft = await forge.releases.save(fields(head));
    expect(draft).toMatchObject({ tag: 'v1.0', draft: true });
    expect((await services.world()).releases).toHaveLength(1);
  });

  it('gives up on a draft that was never made', async () => {
    const mishaps = ['github:POST /api/repos/octo/demo/releases:503:1'];
    const { forge, head, services } = await world({ mishaps });
    expect((await faultOf(forge.releases.save(fields(head)))).code).toBe('forge-trouble');
    expect((await services.world()).releases).toEqual([]);
  });

  it('discards a draft, once', async () => {
    const { forge, head, services } = await world();
    const draft = await forge.releases.save(fields(head));
    await forge.releases.discard(draft);
    await forge.releases.discard(draft);
    expect([await forge.releases.find('v1.0'), (await services.world()).releases]).toEqual([[], []]);
  });

  it.each([
    ['demo-1.0-py3-none-any.whl', 'application/zip'],
    ['demo-1.0.tar.gz', 'application/gzip'],
    ['SHA256SUMS', 'text/plain'],
    ['release.json', 'application/json'],
    ['demo.exe', 'application/octet-stream'],
  ])('sends %s as %s', async (name, type) => {
    const { forge, head, ask } = await world();
    const draft = await forge.releases.save(fields(head));
    await forge.assets.attach(draft, { name, content: Buffer.from(name) });
    expect(await ask('GET', `/releases/${draft.id}/assets`)).toMatchObject([{ name, content_type: type }]);
  });

  it('keeps a plus in the name of a file', async () => {
    const { forge, head } = await world();
    const draft = await forge.releases.save(fields(head));
    const { name } = await forge.assets.attach(draft, {
      ...WHEEL,
      name: 'demo-1.0+local-py3-none-any.whl',
    });
    expect(name).toBe('demo-1.0+local-py3-none-any.whl');
  });

  it('is content where a file of that name and those bytes is there, and stops where it has others', async () => {
    const { forge, head } = await world();
    const draft = await forge.releases.save(fields(head));
    const asset = await forge.assets.attach(draft, WHEEL);
    expect(await forge.assets.attach(draft, WHEEL)).toEqual(asset);
    const fault = await faultOf(forge.assets.attach(draft, { ...WHEEL, content: Buffer.from('other') }));
    expect(fault.code).toBe('release-conflict');
    expect(fault.finding).toContain(sha256Hex(WHEEL.content));
  });

  it('tells of a file that never landed as the world’s fault, shows it, and takes it off', async () => {
    const { forge, head } = await world({ flags: ['starter-asset'] });
    const draft = await forge.releases.save(fields(head));
    expect(await faultOf(forge.assets.attach(draft, WHEEL))).toMatchObject({
      code: 'forge-trouble',
      blame: 'world',
    });
    expect(await faultOf(forge.assets.attach(draft, WHEEL))).toMatchObject({
      code: 'forge-trouble',
      blame: 'world',
    });
    const broken = (await forge.releases.find('v1.0'))[0]?.assets[0];
    expect(broken).toMatchObject({ name: WHEEL.name, complete: false });
    if (broken === undefined) return;
    await forge.assets.detach(broken);
    await forge.assets.detach(broken);
    expect(await forge.assets.attach(draft, WHEEL)).toMatchObject({ complete: true });
  });

  it('stops where the release is immutable', async () => {
    const { forge, head } = await world({ flags: ['immutable-releases'] });
    const draft = await forge.releases.save(fields(head));
    const published = await forge.releases.save(fields(head, { draft: false }), draft.id);
    expect((await faultOf(forge.assets.attach(published, WHEEL))).code).toBe('release-immutable');
  });

  it('stops where an immutable release once had the tag', async () => {
    const { forge, head, ask } = await world({ flags: ['immutable-releases'] });
    const { id } = await forge.releases.save(fields(head, { draft: false }));
    await ask('DELETE', `/releases/${id}`);
    const fault = await faultOf(forge.releases.save(fields(head, { draft: false })));
    expect(fault).toMatchObject({ code: 'tag-burnt', blame: 'user' });
  });

  it('stops where the repository is archived', async () => {
    const { forge, head } = await world({ flags: ['archived'] });
    const fault = await faultOf(forge.releases.save(fields(head)));
    expect(fault).toMatchObject({
      code: 'forge-refused',
      remedy: expect.stringContaining('out of the archive'),
    });
  });

  it('names what a hidden refusal may mean', async () => {
    const { forge, head } = await world();
    const fault = await faultOf(
      forge.releases.save(fields(head, { draft: false, discussionCategory: 'Nowhere' })),
    );
    expect(fault).toMatchObject({ code: 'forge-refused' });
    expect(fault.remedy).toContain('discussion-category');
  });

  it('has notes written by the forge', async () => {
    const { forge, head, services } = await world({
      mishaps: ['github:POST /api/repos/octo/demo/releases/generate-notes:502:1'],
    });
    expect(await forge.releases.generatedNotes('v1.0', head)).toContain('v1.0');
    expect(services.requests.filter(({ path }) => path.endsWith('/generate-notes'))).toHaveLength(2);
  });

  it('has notes written since a tag that the forge must have', async () => {
    const { forge, head } = await world();
    await forge.refs.createTag({ name: 'v0.9', commit: head, message: 'demo 0.9' });
    expect(await forge.releases.generatedNotes('v1.0', head, 'v0.9')).toContain('v0.9...v1.0');
    const fault = await faultOf(forge.releases.generatedNotes('v1.0', head, 'v0.8'));
    expect(fault).toMatchObject({ code: 'forge-refused' });
  });
});
