import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  createHttp,
  type HttpRequest,
  type HttpResponse,
  type HttpSpan,
  HttpTrouble,
} from '../../../src/adapters/node/http.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { type Loopback, type Reply, type Script, startLoopback } from '../../support/loopback.ts';

const servers: Loopback[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serving(script: Script): Promise<Loopback> {
  const server = await startLoopback(script);
  servers.push(server);
  return server;
}

/** Answers with each of these in turn, then with the last for ever. */
function inTurn(...replies: readonly (Reply | 'drop')[]): Script {
  let asked = 0;
  return () => replies[Math.min(asked++, replies.length - 1)] ?? 'drop';
}

function client() {
  const clock = fakeClock();
  const spans: HttpSpan[] = [];
  const http = createHttp({ clock, userAgent: 'tested/1', onSpan: (span) => spans.push(span) });
  return { clock, spans, request: http.request };
}

async function troubleOf(work: Promise<unknown>): Promise<HttpTrouble> {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof HttpTrouble)) throw error;
  return error;
}

describe('a request', () => {
  it('tells who asks, and gives status, headers and body', async () => {
    const { base, asked } = await serving(() => ({ status: 404, headers: { 'x-one': '1' }, body: { ä: 1 } }));
    const response = await client().request(`${base}/a?b=c`, { expect: 'json', headers: { 'X-Two': '2' } });
    expect(response).toMatchObject({ status: 404, url: `${base}/a?b=c`, attempts: 1 });
    expect(response.headers.get('x-one')).toBe('1');
    expect([response.text(), response.json()]).toEqual(['{"ä":1}', { ä: 1 }]);
    expect(asked[0]?.headers).toMatchObject({
      'user-agent': 'tested/1',
      accept: 'application/json',
      'x-two': '2',
    });
  });

  it('is sent again after an answer that makes no sense, and gives the last one whatever it is', async () => {
    const page = { status: 200, body: '<html>Log in</html>' };
    const sound = (answer: HttpResponse) => answer.text().startsWith('{');
    const passing = await serving(inTurn(page, { status: 200, body: { all: 'well' } }));
    const answer = await client().request(passing.base, { sound });
    expect([answer.json(), answer.attempts]).toEqual([{ all: 'well' }, 2]);
    const lasting = await serving(() => page);
    const last = await client().request(lasting.base, { sound });
    expect([last.text(), last.attempts, lasting.asked.length]).toEqual([page.body, 5, 5]);
  });

  it('sends its body', async () => {
    const { base, asked } = await serving(() => ({ status: 201 }));
    await client().request(base, {
      method: 'post',
      body: 'text',
      headers: { accept: 'text/plain' },
      expect: 'json',
    });
    expect(asked[0]).toMatchObject({ method: 'POST', headers: { accept: 'text/plain' } });
    expect(asked[0]?.body.toString()).toBe('text');
  });

  it('is refused over plain http beyond this machine, before anything is sent', async () => {
    await expect(client().request('http://index.example/simple/')).rejects.toThrow(/neither https/);
  });

  it('does not tell the value of a header that cannot be sent', async () => {
    const { base } = await serving(() => ({ status: 200 }));
    const headers = { authorization: 'Bearer secret\nvalue' };
    const error = await client()
      .request(base, { headers })
      .catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('authorization');
    expect(String(error)).not.toContain('secret');
  });

  it('tells its time, without the query', async () => {
    const { base } = await serving(inTurn({ status: 503 }, 'drop', { status: 200 }));
    const { spans, request } = client();
    await request(`${base}/a?token=secret`);
    expect(spans.map(({ status }) => status)).toEqual([503, undefined, 200]);
    expect(new Set(spans.map(({ url }) => url))).toEqual(new Set([`${base}/a`]));
  });
});

describe('trouble', () => {
  it.each([408, 429, 500, 502, 503, 504])('with status %i is asked about again', async (status) => {
    const { base, asked } = await serving(inTurn({ status }, { status }, { status: 200, body: 'at last' }));
    const response = await client().request(base);
    expect([response.status, response.text(), response.attempts, asked.length]).toEqual([
      200,
      'at last',
      3,
      3,
    ]);
  });

  it('that stays is given as the answer it is, after a bounded wait', async () => {
    const { base, asked } = await serving(() => ({ status: 503, body: 'down' }));
    const { clock, request } = client();
    const response = await request(base);
    expect([response.status, response.text(), response.attempts, asked.length]).toEqual([503, 'down', 5, 5]);
    expect(clock.slept).toHaveLength(4);
  });

  it('waits as long as the server says, by seconds or by date, up to a minute', async () => {
    const advice = ['7', 'Tue, 01 Sep 2026 12:00:20 GMT', '3600'];
    const replies = advice.map((after) => ({ status: 429, headers: { 'retry-after': after } }));
    const { base } = await serving(inTurn(...replies, { status: 200 }));
    const { clock, request } = client();
    await request(base);
    expect(clock.slept).toEqual([7000, 13_000, 60_000]);
  });

  it('of the network is asked about again, and told in the end', async () => {
    const { base, asked } = await serving(() => 'drop');
    const trouble = await troubleOf(client().request(base));
    expect(trouble).toMatchObject({ attempts: 5, last: 'other side closed' });
    expect(asked).toHaveLength(5);
  });

  it('of an address that nobody serves names the reason', async () => {
    const { base, close } = await startLoopback(() => 'drop');
    await close();
    const trouble = await troubleOf(client().request(base, { retries: 1 }));
    expect(trouble.message).toMatch(/no answer after 2 tries: .*ECONNREFUSED/);
  });

  it('of a server that never answers ends by its time limit', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const request: HttpRequest = { timeout: 100, retries: 0 };
    const trouble = await troubleOf(client().request(`http://127.0.0.1:${port}/`, request));
    silent.close();
    expect(trouble).toMatchObject({ attempts: 1, last: 'no answer within 0.1 s' });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'of a %s, which may have been acted on, is not',
    async (method) => {
      const { base, asked } = await serving(inTurn({ status: 503 }));
      expect((await client().request(base, { method })).status).toBe(503);
      expect(asked).toHaveLength(1);
    },
  );

  it('of a POST is asked about again where the caller says it may', async () => {
    const { base } = await serving(inTurn('drop', { status: 503 }, { status: 200 }));
    const { request } = client();
    expect((await request(base, { method: 'POST', body: 'text', retries: 2 })).attempts).toBe(3);
  });
});

describe('a redirect', () => {
  const CREDENTIALS = { authorization: 'Bearer secret', cookie: 'secret', 'x-other': 'kept' };

  it('to another host never carries a credential', async () => {
    const other = await serving(() => ({ status: 200 }));
    const first = await serving(() => ({ status: 302, headers: { location: `${other.base}/there` } }));
    const response = await client().request(first.base, { headers: CREDENTIALS });
    expect(response.url).toBe(`${other.base}/there`);
    expect(first.asked[0]?.headers.authorization).toBe('Bearer secret');
    const { authorization, cookie, ...headers } = other.asked[0]?.headers ?? {};
    expect([authorization, cookie, headers['x-other']]).toEqual([undefined, undefined, 'kept']);
  });

  it('does not get a credential back by a detour', async () => {
    const first = await serving(({ url }) =>
      url === '/' ? { status: 302, headers: { location: `${other.base}/` } } : { status: 200 },
    );
    const other = await serving(() => ({ status: 302, headers: { location: `${first.base}/back` } }));
    await client().request(first.base, { headers: CREDENTIALS });
    expect(first.asked[1]?.url).toBe('/back');
    expect(first.asked[1]?.headers.authorization).toBeUndefined();
  });

  it('within the host keeps it', async () => {
    const { base, asked } = await serving(({ url }) =>
      url === '/' ? { status: 301, headers: { location: '/new' } } : { status: 200 },
    );
    await client().request(base, { headers: CREDENTIALS });
    expect(asked[1]).toMatchObject({ url: '/new', headers: { authorization: 'Bearer secret' } });
  });

  it('to plain http beyond this machine is refused, and not tried again', async () => {
    const { base, asked } = await serving(() => ({
      status: 302,
      headers: { location: 'http://index.example/' },
    }));
    await expect(client().request(base)).rejects.toThrow(/redirects to where we do not go.*neither https/);
    expect(asked).toHaveLength(1);
  });

  it('without end is given up', async () => {
    const { base, asked } = await serving(() => ({ status: 302, headers: { location: '/' } }));
    await expect(client().request(base)).rejects.toThrow(/redirects without end/);
    expect(asked).toHaveLength(21);
  });

  it('of a POST is the answer itself, for its body may hold a secret', async () => {
    const { base, asked } = await serving(() => ({ status: 307, headers: { location: '/new' } }));
    expect((await client().request(base, { method: 'POST', body: 'secret' })).status).toBe(307);
    expect(asked).toHaveLength(1);
  });

  it.each([
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'text'],
    [308, 'POST', 'text'],
  ])('%i that is asked for goes on as %s', async (status, method, body) => {
    const { base, asked } = await serving(({ url }) =>
      url === '/' ? { status, headers: { location: '/new' } } : { status: 200 },
    );
    await client().request(base, { method: 'POST', body: 'text', redirect: 'follow' });
    expect([asked[1]?.method, asked[1]?.body.toString()]).toEqual([method, body]);
  });
});
