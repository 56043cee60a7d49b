import { afterEach, describe, expect, it } from '@jest/globals';
import { Hono } from 'hono';
import { type Listening, listen, type RecordedRequest } from '../../src/emulators/listen.ts';
import { parseMishap } from '../../src/emulators/mishaps.ts';

let server: Listening;
let handled: number;
let requests: RecordedRequest[];

async function start(...specs: readonly string[]): Promise<void> {
  handled = 0;
  requests = [];
  const app = new Hono();
  app.all('*', (c) => {
    handled += 1;
    return c.text('well', 200);
  });
  server = await listen({ service: 'pypi', app, mishaps: specs.map(parseMishap), requests });
}

async function post(path = '/legacy/'): Promise<number | 'lost'> {
  try {
    return (await fetch(server.url + path, { method: 'POST', body: 'x' })).status;
  } catch (error) {
    // By its message: Node's own TypeError is of another realm than the test's.
    if (String(error) === 'TypeError: fetch failed') return 'lost';
    throw error;
  }
}

describe('a mishap', () => {
  afterEach(() => server.close());

  it('answers before the handler, as often as its count says', async () => {
    await start('pypi:POST /legacy/:503:2');
    expect([await post(), await post(), await post()]).toEqual([503, 503, 200]);
    expect(handled).toBe(1);
  });

  it('without a count never ends', async () => {
    await start('pypi:POST /legacy/:502');
    expect([await post(), await post(), await post()]).toEqual([502, 502, 502]);
  });

  it('lets the handler work and answers with trouble', async () => {
    await start('pypi:POST /legacy/:500-after:1');
    expect([await post(), handled]).toEqual([500, 1]);
    expect(await post()).toBe(200);
  });

  it('loses the answer after the handler worked', async () => {
    await start('pypi:POST /legacy/:lost:1');
    expect([await post(), handled]).toEqual(['lost', 1]);
    expect(await post()).toBe(200);
    expect(requests.map(({ status }) => status)).toEqual([0, 200]);
  });

  it('drops the connection before the handler', async () => {
    await start('pypi:POST /legacy/:drop:1');
    expect([await post(), handled]).toEqual(['lost', 0]);
    expect(await post()).toBe(200);
  });

  it('drops the connection in the middle of the request, before the handler', async () => {
    await start('pypi:POST /legacy/:drop-midway:1');
    const body = 'x'.repeat(200_000);
    const sent = fetch(`${server.url}/legacy/`, { method: 'POST', body });
    await expect(sent).rejects.toThrow('fetch failed');
    expect([await post(), handled]).toEqual([200, 1]);
  });

  it('breaks off the answer of a handler that worked', async () => {
    await start('pypi:GET /page:truncated:1');
    const { status, headers, body } = await fetch(`${server.url}/page`);
    expect([status, headers.get('content-length'), handled]).toEqual([200, '4', 1]);
    await expect(new Response(body).text()).rejects.toThrow('terminated');
    expect(await (await fetch(`${server.url}/page`)).text()).toBe('well');
    expect(requests.map((each) => each.status)).toEqual([0, 200]);
  });

  it('garbles an answer, which is whole as a message', async () => {
    await start('pypi:GET /page:garbled:1');
    const texts = [await fetch(`${server.url}/page`), await fetch(`${server.url}/page`)];
    expect(await Promise.all(texts.map((each) => each.text()))).toEqual(['we', 'well']);
  });

  it('begins with the request that its ordinal says, of those that it is meant for', async () => {
    await start('pypi:POST /legacy/:503@2:1');
    expect(await post('/other')).toBe(200);
    expect([await post(), await post(), await post()]).toEqual([200, 503, 200]);
    await server.close();
    await start('pypi:POST /legacy/:503@3');
    expect([await post(), await post(), await post(), await post()]).toEqual([200, 200, 503, 503]);
  });

  it('counts with its ordinal what other mishaps befell', async () => {
    await start('pypi:* /:503:1', 'pypi:POST /legacy/:429@2:1');
    expect([await post(), await post(), await post()]).toEqual([503, 429, 200]);
  });

  it('no longer happens when it is taken out of the list', async () => {
    const list = [parseMishap('pypi:POST /legacy/:503')];
    await start();
    await server.close();
    server = await listen({ service: 'pypi', app: new Hono(), mishaps: list, requests });
    expect(await post()).toBe(503);
    list.length = 0;
    expect(await post()).toBe(404);
  });

  it('asks to come again later', async () => {
    await start('pypi:POST /legacy/:429-retry-after-7:1');
    const { status, headers } = await fetch(`${server.url}/legacy/`, { method: 'POST' });
    expect([status, headers.get('retry-after')]).toEqual([429, '7']);
  });

  it('answers with a page where JSON is due', async () => {
    await start('pypi:GET /simple/:html-503:1');
    const response = await fetch(`${server.url}/simple/demo/`);
    expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html']);
    expect(await response.text()).toContain('<html>');
  });

  it('slows down and then lets the handler answer', async () => {
    await start('pypi:POST /legacy/:slow-150:1');
    const before = performance.now();
    expect(await post()).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(145);
  });

  it('befalls only its method, its addresses and its service', async () => {
    await start(
      'pypi:GET /legacy/:503',
      'testpypi:POST /legacy/:503',
      'pypi:POST /other:503',
      'pypi:POST /a/*/b:503',
    );
    expect(await post()).toBe(200);
    expect(await post('/a/x/c')).toBe(200);
    expect(await post('/a/x/bees')).toBe(503);
    expect(await post('/other/thing')).toBe(503);
  });

  it('comes one after the other, in the order given', async () => {
    await start('pypi:* /:503:1', 'pypi:POST /legacy/:429:1');
    expect([await post(), await post(), await post()]).toEqual([503, 429, 200]);
  });
});

describe('a spec', () => {
  it.each([
    '',
    'pypi:POST /legacy/',
    'gitlab:POST /x:503',
    'pypi:post /x:503',
    'pypi:POST x:503',
    'pypi:POST /x:boom',
    'pypi:POST /x:999',
    'pypi:POST /x:503:0',
    'pypi:POST /x:503:-1',
    'pypi:POST /x:503@0',
    'pypi:POST /x:503:1@2',
  ])('%j is refused with what is allowed', (spec) => {
    expect(() => parseMishap(spec)).toThrow(RangeError);
    expect(() => parseMishap(spec)).toThrow(
      /services: pypi, testpypi, github, oidc, cache, sigstore, statistics;.*NNN-after.*slow-MILLISECONDS/,
    );
  });
});
