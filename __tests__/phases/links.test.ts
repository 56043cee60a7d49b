import { describe, expect, it } from '@jest/globals';
import { type Awaited, type LinkReport, linksInWords, lookAtLinks } from '../../src/phases/links.ts';
import type { Described } from '../../src/ports/package-index.ts';
import type { Visit } from '../../src/ports/web.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { aPlan, fakeMarkup, fakeWeb } from '../support/world.ts';

const GONE: Visit = { kind: 'answered', status: 404 };
const PUBLIC = { pypi: { simple: 'https://index.dev/simple/' }, forge: { server: 'https://forge.dev' } };

function markdown(description: string, urls: Described['urls'] = []): Described {
  return { description, contentType: 'text/markdown; charset=UTF-8', urls };
}

interface Seen {
  readonly described: Described;
  readonly visits?: Readonly<Record<string, Visit>>;
  readonly awaited?: Awaited;
}

async function looked({ described, visits = {}, awaited }: Seen) {
  const web = fakeWeb(visits);
  const world = { web, markup: fakeMarkup(), clock: fakeClock() };
  return { report: await lookAtLinks([described], aPlan(PUBLIC), world, awaited), visited: web.visited };
}

async function reported(seen: Seen): Promise<LinkReport> {
  const { report } = await looked(seen);
  if ('unchecked' in report) throw new Error(report.unchecked);
  return report;
}

describe('the links of a release', () => {
  it('are those of the description and of the metadata, each asked once, without its fragment', async () => {
    const described = markdown('[a](https://a.dev/#x) [b](https://b.dev) http://localhost:1', [
      ['Docs', 'https://a.dev/#y'],
    ]);
    const { report, visited } = await looked({ described });
    expect(visited).toEqual(['https://a.dev/', 'https://b.dev']);
    expect(report).toEqual({ alive: 2, dead: [], untold: [], awaited: 0 });
  });

  it('of reStructuredText are read in what docutils makes of it; without a type it is that', async () => {
    const described = { description: 'https://a.dev', contentType: undefined, urls: [] };
    expect((await looked({ described })).visited).toEqual(['https://a.dev']);
    const plain = { ...described, contentType: 'text/plain' };
    expect((await looked({ described: plain })).report).toMatchObject({ alive: 0 });
  });

  it.each<readonly [string, Visit, 'dead' | 'untold', string]>([
    ['404', GONE, 'dead', '404'],
    ['410', { kind: 'answered', status: 410 }, 'dead', '410'],
    ['a host that was not found', { kind: 'nowhere' }, 'dead', 'its host was not found'],
    ['401', { kind: 'answered', status: 401 }, 'untold', '401'],
    ['403', { kind: 'answered', status: 403 }, 'untold', '403'],
    ['429', { kind: 'answered', status: 429 }, 'untold', '429'],
    ['503', { kind: 'answered', status: 503 }, 'untold', '503'],
    ['no answer', { kind: 'unanswered', reason: 'no answer within 10 s' }, 'untold', 'no answer within 10 s'],
  ])('with %s are told so', async (_what, visit, kind, why) => {
    const described = markdown('[a](https://a.dev) [b](https://b.dev)');
    const report = await reported({ described, visits: { 'https://b.dev': visit } });
    expect(report[kind]).toEqual([
      {
        url: 'https://b.dev',
        place: 'README',
        isMetadata: false,
        why,
        isGone: kind === 'dead' && /^4/.test(why),
      },
    ]);
    expect(report).toMatchObject({ alive: 1, [kind === 'dead' ? 'untold' : 'dead']: [] });
  });

  it('are not told where no address answers at all', async () => {
    const visits = { 'https://a.dev': { kind: 'nowhere' }, 'https://b.dev': { kind: 'nowhere' } } as const;
    const { report } = await looked({ described: markdown('https://a.dev https://b.dev'), visits });
    expect(report).toEqual({ unchecked: 'no address answered, as where the network is closed' });
  });

  it('are asked of nobody where the index has no public address', async () => {
    const web = fakeWeb();
    const plan = aPlan({ pypi: { simple: 'http://127.0.0.1:8000/simple/' } });
    const world = { web, markup: fakeMarkup(), clock: fakeClock() };
    const report = await lookAtLinks([markdown('https://a.dev')], plan, world);
    expect([report, web.visited]).toEqual([{ unchecked: 'the index is not on the public web' }, []]);
  });

  it('into a repository that is not open to everybody are not called dead', async () => {
    const visits = { 'https://forge.dev/org/demo': GONE, 'https://forge.dev/Org/demo/wiki': GONE };
    const described = markdown('https://a.dev https://forge.dev/Org/demo/wiki');
    const report = await reported({ described, visits });
    expect(report.dead).toEqual([]);
    expect(report.untold).toMatchObject([{ why: 'the repository is not open to everybody' }]);
    const open = await reported({ described, visits: { 'https://forge.dev/Org/demo/wiki': GONE } });
    expect(open.dead).toMatchObject([{ url: 'https://forge.dev/Org/demo/wiki' }]);
  });

  it.each([
    'https://forge.dev/org/demo.git',
    'https://forge.dev/org/demo?tab=readme-ov-file',
    'http://forge.dev/org/demo/issues?q=is%3Aopen',
  ])('may lead there as %s, too', async (url) => {
    const hidden = { 'https://forge.dev/org/demo': GONE };
    const report = await reported({
      described: markdown(`https://a.dev ${url}`),
      visits: { ...hidden, [url]: GONE },
    });
    expect([report.dead, report.untold]).toMatchObject([[], [{ url }]]);
    const other = 'https://forge.dev/org/demo.github.io';
    const visits = { ...hidden, [other]: GONE };
    expect((await reported({ described: markdown(`https://a.dev ${other}`), visits })).dead).toHaveLength(1);
  });

  it('count as those of the metadata where they stand in that of any package', async () => {
    const described = [markdown('https://b.dev', [['Docs', 'https://a.dev']]), markdown('https://a.dev')];
    const world = { web: fakeWeb({ 'https://a.dev': GONE }), markup: fakeMarkup(), clock: fakeClock() };
    const report = await lookAtLinks(described, aPlan(PUBLIC), world);
    expect(report).toMatchObject({ dead: [{ url: 'https://a.dev', place: 'Docs', isMetadata: true }] });
  });

  it('that were not asked in time are not told, and the others are', async () => {
    const clock = { ...fakeClock(), within: async () => undefined };
    const web = {
      visit: (url: string) =>
        url === 'https://a.dev' ? Promise.resolve(GONE) : new Promise<Visit>(() => {}),
    };
    const described = [markdown('https://a.dev https://b.dev')];
    const report = await lookAtLinks(described, aPlan(PUBLIC), { clock, web, markup: fakeMarkup() });
    expect(report).toMatchObject({
      dead: [{ url: 'https://a.dev' }],
      untold: [{ url: 'https://b.dev', why: 'there was no time left' }],
    });
  });
});

describe('before the release is out', () => {
  const awaited = { names: ['demo-kit'], version: '1.2.0', isFirst: false };
  const gone = (url: string, changes: Partial<Awaited> = {}) =>
    reported({
      described: markdown(`https://a.dev ${url}`),
      visits: { [url]: GONE },
      awaited: { ...awaited, ...changes },
    });

  it.each([
    'https://forge.dev/org/demo/releases/tag/v1.2.0',
    'https://forge.dev/org/demo/compare/v1.1.0...v1.2.0',
    'https://demo.docs.dev/en/1.2.0/',
    'https://raw.forge.dev/org/demo/1.2.0/logo.svg',
  ])('%s comes with it', async (url) => {
    expect(await gone(url)).toMatchObject({ dead: [], awaited: 1 });
  });

  it.each(['https://demo.docs.dev/en/1.2.01/', 'https://demo.docs.dev/11.2.0/', 'https://b.dev/1.2.0.1'])(
    '%s is of another version',
    async (url) => {
      expect((await gone(url)).dead).toHaveLength(1);
    },
  );

  it('pages that name a project which was never released come with it, but for its repository', async () => {
    expect(await gone('https://badge.dev/pypi/Demo_Kit.svg', { isFirst: true })).toMatchObject({
      awaited: 1,
    });
    expect(await gone('https://demo-kit.docs.dev/', { isFirst: true })).toMatchObject({ awaited: 1 });
    expect((await gone('https://badge.dev/demo-kits.svg', { isFirst: true })).dead).toHaveLength(1);
    expect((await gone('https://forge.dev/org/demo-kit/wiki', { isFirst: true })).dead).toHaveLength(1);
    expect((await gone('https://badge.dev/pypi/demo-kit.svg')).dead).toHaveLength(1);
  });
});

it('tells the dead first, and of many only a few', () => {
  const link = (url: string) => ({ url, place: 'README', isMetadata: false, why: '404', isGone: true });
  const dead = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => link(`https://${name}.dev`));
  expect(linksInWords({ alive: 1, dead, untold: [], awaited: 0 })).toMatch(
    /^dead: https:\/\/a\.dev \(README: 404\), .* and 2 more; 1 link leads somewhere$/,
  );
  expect(linksInWords({ alive: 2, dead: [], untold: [link('https://x.dev')], awaited: 3 })).toBe(
    '2 links lead somewhere; could not be told: https://x.dev (README: 404); 3 come with the release',
  );
});
