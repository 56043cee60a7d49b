import { describe, expect, it } from '@jest/globals';
import { createWeb } from '../../../src/adapters/node/web.ts';

interface Answer {
  readonly status: number;
  readonly location?: string;
}

/** A web of these pages, each by its method and address, or by its address alone. */
function aWeb(
  pages: Readonly<Record<string, Answer | Error>>,
  lookup: (host: string) => Promise<readonly string[]> = async () => ['192.0.2.1'],
) {
  const asked: string[] = [];
  const headers: Headers[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    asked.push(`${init?.method} ${url}`);
    headers.push(new Headers(init?.headers));
    const page = pages[`${init?.method} ${url}`] ?? pages[url] ?? { status: 404 };
    if (page instanceof Error) throw page;
    const { status, location } = page;
    return new Response(null, { status, headers: location === undefined ? {} : { location } });
  };
  return { web: createWeb({ userAgent: 'test', fetch, lookup }), asked, headers };
}

function trouble(code: string, message = ''): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

const A = 'https://a.dev/x';

describe('a visit', () => {
  it('asks for the head alone where that answers, with nothing of the job', async () => {
    const { web, asked, headers } = aWeb({ [A]: { status: 200 } });
    expect(await web.visit(A)).toEqual({ kind: 'answered', status: 200 });
    expect(asked).toEqual([`HEAD ${A}`]);
    expect([...(headers[0] ?? [])].map(([name]) => name)).toEqual(['accept', 'user-agent']);
  });

  it.each([403, 404, 405, 501])('asks as a browser would where HEAD gets %s', async (status) => {
    const { web, asked } = aWeb({ [`HEAD ${A}`]: { status }, [`GET ${A}`]: { status: 200 } });
    expect(await web.visit(A)).toEqual({ kind: 'answered', status: 200 });
    expect(asked).toEqual([`HEAD ${A}`, `GET ${A}`]);
  });

  it('is answered by GET where both refuse', async () => {
    const { web } = aWeb({ [`HEAD ${A}`]: { status: 403 }, [`GET ${A}`]: { status: 410 } });
    expect(await web.visit(A)).toEqual({ kind: 'answered', status: 410 });
  });

  it('follows redirects, over plain http too', async () => {
    const { web } = aWeb({
      'http://a.dev/': { status: 301, location: 'https://a.dev/' },
      'https://a.dev/': { status: 302, location: '/gone' },
    });
    expect(await web.visit('http://a.dev/')).toEqual({ kind: 'answered', status: 404 });
  });

  it.each([
    'http://127.0.0.1:8000/',
    'http://169.254.169.254/x',
    'http://localhost/',
    'ftp://a.dev/',
    undefined,
  ])('never goes where a redirect to %s leads', async (location) => {
    const { web, asked } = aWeb({ [A]: { status: 302, ...(location === undefined ? {} : { location }) } });
    expect(await web.visit(A)).toEqual({ kind: 'answered', status: 302 });
    expect(asked).toEqual([`HEAD ${A}`]);
  });

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
  ])('is not made to a host with the address %s, nor by a redirect', async (address) => {
    const lookup = async (host: string) => (host === 'inner.dev' ? ['192.0.2.1', address] : ['2001:db8::1']);
    const { web, asked } = aWeb({ [A]: { status: 302, location: 'https://inner.dev/' } }, lookup);
    const refused = { kind: 'unanswered', reason: 'its host has an address of a private network' };
    expect([await web.visit('https://inner.dev/'), await web.visit(A)]).toEqual([refused, refused]);
    expect(asked).toEqual([`HEAD ${A}`]);
  });

  it('ends where redirects go round', async () => {
    const { web, asked } = aWeb({ [A]: { status: 302, location: A } });
    expect(await web.visit(A)).toEqual({ kind: 'answered', status: 302 });
    expect(asked).toHaveLength(11);
  });

  it('tells a host that nobody has from a network that could not ask', async () => {
    const { web } = aWeb({
      'https://nobody.dev': trouble('ENOTFOUND'),
      'https://closed.dev': trouble('EAI_AGAIN', 'getaddrinfo EAI_AGAIN'),
      'https://refused.dev': trouble('ECONNREFUSED'),
      'https://slow.dev': Object.assign(new Error('aborted'), { name: 'TimeoutError' }),
      'https://odd.dev': new TypeError('odd'),
    });
    expect(await web.visit('https://nobody.dev')).toEqual({ kind: 'nowhere' });
    const reasons = ['closed', 'refused', 'slow', 'odd'].map((name) => web.visit(`https://${name}.dev`));
    expect(await Promise.all(reasons)).toEqual(
      ['getaddrinfo EAI_AGAIN', 'ECONNREFUSED', 'no answer within 10 s', 'odd'].map((reason) => ({
        kind: 'unanswered',
        reason,
      })),
    );
  });

  it.each(['http://localhost:1', 'http://10.0.0.1', 'https://user:pass@a.dev'])(
    'is not made to %s',
    async (url) => {
      const { web, asked } = aWeb({});
      expect(await web.visit(url)).toMatchObject({ kind: 'unanswered' });
      expect(asked).toEqual([]);
    },
  );
});
