import { describe, expect, it } from '@jest/globals';
import { none, yes } from '../../../src/phases/monitor/answers.ts';
import type { Look } from '../../../src/phases/monitor/look.ts';
import { measured, metricsInWords } from '../../../src/phases/monitor/metrics.ts';
import type { Described } from '../../../src/ports/package-index.ts';
import type { World } from '../../../src/ports/world.ts';
import { fault, Stopped } from '../../../src/release/fault.ts';
import { METRIC_IDS, type Metric, type MetricId } from '../../../src/release/metrics.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryForge } from '../../support/memory-forge.ts';
import { type MemoryIndexOptions, memoryIndex } from '../../support/memory-index.ts';
import { aPlan, aWorld, fakeMarkup, fakeWeb } from '../../support/world.ts';

const SUBJECT = { name: 'Demo', version: '1.2.0' };
const MARKDOWN: Described = { description: '# Demo', contentType: 'text/markdown', urls: [] };

interface Parts extends Partial<Omit<Look, 'world'>> {
  readonly pypi?: MemoryIndexOptions;
  readonly doors?: Partial<World>;
}

function looked({ pypi = {}, doors = {}, ...look }: Parts = {}): Promise<readonly Metric[]> {
  const index = memoryIndex({ described: MARKDOWN, ...pypi });
  return measured({
    subjects: [SUBJECT],
    plan: aPlan({ pypi: { simple: 'https://index.dev/simple/' } }),
    world: aWorld({ indexes: { testpypi: memoryIndex(), pypi: index }, ...doors }),
    installs: async () => yes('import demo'),
    isFresh: false,
    ...look,
  });
}

async function metric(id: MetricId, parts: Parts = {}): Promise<Omit<Metric, 'title'> | undefined> {
  const { title, ...found } = (await looked(parts)).find((each) => each.id === id) ?? {};
  return found as Omit<Metric, 'title'>;
}

describe('the success metrics', () => {
  it('are all told, in their order, where all is well', async () => {
    const statistics = { downloads: async () => ({ day: 3, week: 20, month: 90 }) };
    const forge = memoryForge({
      repository: { stars: 12, forks: 4 },
      community: { issues: async () => 0, reactions: async () => [{ tag: 'v1.2.0', count: 5 }] },
    });
    const metrics = await looked({ doors: { statistics, forge } });
    expect(metrics.map(({ id, value, verdict }) => [id, value, verdict])).toEqual([
      ['page', true, 'good'],
      ['install', true, 'good'],
      ['readme', true, 'good'],
      ['links', 0, 'good'],
      ['downloads', 90, 'none'],
      ['critical-issues', 0, 'good'],
      ['stars', 12, 'none'],
      ['forks', 4, 'none'],
      ['reactions', 5, 'none'],
    ]);
    expect(metrics.map(({ id }) => id)).toEqual([...METRIC_IDS]);
    expect(metricsInWords(metrics)).toBe('all is well');
  });

  it('are asked side by side, and trouble of one hides no other', async () => {
    const refusal = new Stopped([fault('forge-token-missing', {})]);
    const broken = async (): Promise<never> => {
      throw new Error('a bug');
    };
    const forge = memoryForge({ refusal, community: { issues: async () => 2, reactions: broken } });
    const metrics = await looked({ doors: { forge } });
    const told = Object.fromEntries(metrics.map(({ id, value }) => [id, value]));
    expect(told).toMatchObject({
      page: true,
      'critical-issues': 2,
      stars: null,
      forks: null,
      reactions: null,
    });
    expect(metrics.find(({ id }) => id === 'stars')?.says).toBe(refusal.faults[0]?.finding);
    expect(metrics.find(({ id }) => id === 'reactions')?.says).toBe('a bug');
    expect(metricsInWords(metrics)).toBe(
      'bad: critical-issues; not to be had: downloads, stars, forks, reactions',
    );
  });

  it('are given up where there is no answer in time', async () => {
    const clock = { ...fakeClock(), within: async () => undefined };
    const metrics = await looked({ doors: { clock } });
    expect(metrics.map(({ value }) => value)).toEqual(METRIC_IDS.map(() => null));
    expect(metrics[0]?.says).toBe('no answer within 60 s');
  });

  it('leave to later what cannot have begun a moment after the release', async () => {
    const metrics = await looked({ isFresh: true });
    const early = metrics.filter(({ says }) => says.startsWith('too early'));
    expect(early.map(({ id }) => id)).toEqual(['downloads', 'reactions']);
  });

  it('say of the index nothing where it could not be asked, and of the forge all the same', async () => {
    const metrics = await looked({ subjects: [] });
    expect(metrics.find(({ id }) => id === 'page')?.says).toContain('could not be asked');
    expect(metrics.find(({ id }) => id === 'stars')?.value).toBe(0);
  });

  it('of several packages are true where they are of all, and are added up', async () => {
    const subjects = [SUBJECT, { name: 'demo-core', version: '1.2.0' }];
    const statistics = {
      downloads: async (name: string) => ({ day: 0, week: 1, month: name === 'demo' ? 10 : 5 }),
    };
    const installs: Look['installs'] = async ({ name }) =>
      name === 'Demo' ? yes('import demo') : none('it lets nobody read');
    const parts = { subjects, installs, doors: { statistics } };
    expect(await metric('downloads', parts)).toMatchObject({ value: 15, verdict: 'none' });
    const half = {
      downloads: async (name: string) =>
        name === 'demo' ? { day: 0, week: 1, month: 10 } : { problem: 'it counts none' },
    };
    expect(await metric('downloads', { ...parts, doors: { statistics: half } })).toMatchObject({
      ...{ value: 10, verdict: 'none' },
      says: expect.stringContaining('demo-core: it counts none'),
    });
    expect(await metric('page', parts)).toMatchObject({ value: true, verdict: 'good' });
    expect(await metric('install', parts)).toEqual({
      ...{ id: 'install', value: null, verdict: 'none' },
      says: 'demo: import demo; demo-core: it lets nobody read',
    });
  });
});

describe('the page', () => {
  it.each([
    [{ status: 404 }, false, 'bad', /answered 404/],
    [{ status: 410 }, false, 'bad', /answered 410/],
    [{ status: 503 }, null, 'none', /answered 503/],
    [{ text: '<title>Client Challenge</title>' }, null, 'none', /names no 1\.2\.0/],
    [{ text: 'demo 1.1.0' }, null, 'none', /names no 1\.2\.0/],
    [{ text: 'DEMO 1.2.0' }, true, 'good', /^https/],
  ] as const)('of %j has value %s', async (page, value, verdict, says) => {
    const found = await metric('page', { pypi: { page } });
    expect(found).toEqual({ id: 'page', value, verdict, says: expect.stringMatching(says) });
  });
});

describe('the README', () => {
  const readme = (description: string, contentType: string | undefined, judged?: 'fails') =>
    metric('readme', {
      pypi: { described: { description, contentType, urls: [] } },
      doors: { markup: fakeMarkup(undefined, judged) },
    });

  it.each([
    ['# Demo', 'text/markdown; variant=GFM', undefined, true],
    ['Demo', 'text/plain', undefined, true],
    ['Demo', undefined, undefined, true],
    ['Demo', 'text/x-rst', 'fails', false],
    ['Demo', undefined, 'fails', false],
    ['Demo', 'text/asciidoc', undefined, false],
    ['  ', 'text/markdown', undefined, null],
  ] as const)('%j of type %s has value %s', async (description, type, judged, value) => {
    expect((await readme(description, type, judged))?.value).toBe(value);
  });

  it('is not to be had of an index that does not tell it, nor where nobody can judge', async () => {
    const untold = memoryIndex();
    const indexes = { testpypi: untold, pypi: untold };
    expect(await metric('readme', { doors: { indexes } })).toMatchObject({ value: null });
    const described = { description: 'Demo', contentType: 'text/x-rst', urls: [] };
    const markup = fakeMarkup(undefined, { problem: 'no Python' });
    expect(await metric('readme', { pypi: { described }, doors: { markup } })).toMatchObject({
      value: null,
      says: 'no Python',
    });
  });
});

describe('links and reactions', () => {
  it('count the dead ones, and are not to be had where nothing answers', async () => {
    const described = { ...MARKDOWN, description: 'https://a.dev https://b.dev' };
    const gone = { 'https://b.dev': { kind: 'answered', status: 404 } } as const;
    const dead = await metric('links', { pypi: { described }, doors: { web: fakeWeb(gone) } });
    expect(dead).toMatchObject({ value: 1, verdict: 'bad', says: expect.stringContaining('https://b.dev') });
    const plan = aPlan({ pypi: { simple: 'http://127.0.0.1:1/simple/' } });
    expect(await metric('links', { plan })).toMatchObject({ value: null, verdict: 'none' });
  });

  it('are those to the release of that version, as the project writes its tags', async () => {
    const reactions = async () => [
      { tag: 'v1.2.0rc1', count: 1 },
      { tag: 'demo-v1.2', count: 7 },
      { tag: 'nightly', count: 9 },
    ];
    const forge = memoryForge({ community: { reactions } });
    const parts = { doors: { forge }, plan: aPlan({ tagFormat: 'demo-v{version}' }) };
    expect(await metric('reactions', parts)).toMatchObject({ value: 7, says: 'to demo-v1.2' });
    const other = { ...parts, subjects: [{ name: 'Demo', version: '1.1' }] };
    expect(await metric('reactions', other)).toMatchObject({ value: null });
  });
});
