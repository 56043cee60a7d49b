import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claims, mint, PUBLISHER, post, type Served, serveIndex, uploadForm, wheel } from './harness.ts';

const GUIDE = 'See https://packaging.python.org/specifications/core-metadata for more information.';
const BAD = { classifiers: 'Nope <b> & ü ☃' };

describe('bodies by Accept', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serveIndex();
  });
  afterAll(() => served.close());

  const refusal = (accept: string) => post(served, uploadForm(wheel('demo', '1.0'), BAD), { accept });

  it('puts the whole detail into the reason, brought down to Latin-1', async () => {
    const { status, reason } = await refusal('*/*');
    expect(status).toBe(400);
    expect(reason).toBe(`'Nope <b> & ü ?' is not a valid classifier. ${GUIDE}`);
  });

  it('writes HTML with the reason as it is and the detail escaped', async () => {
    const { body, headers } = await refusal('*/*');
    expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(body).toContain("<h1>400 'Nope <b> & ü ?' is not a valid classifier.");
    expect(body).toContain('<br/><br/>\n&#x27;Nope &lt;b&gt; &amp; &#252; &#9731;&#x27; is not');
  });

  it('writes JSON in ASCII with the three members in order', async () => {
    const { body, headers } = await refusal('application/json');
    expect(headers.get('Content-Type')).toBe('application/json');
    expect(body).toMatch(
      /^\{"message": "The server could not comply .*\\u2603.*", "code": "400 'Nope .*", "title": "Bad Request"\}$/,
    );
    expect(Object.keys(JSON.parse(body) as object)).toEqual(['message', 'code', 'title']);
  });

  it.each([
    ['text/plain', 'text/plain; charset=UTF-8'],
    ['text/*', 'text/html; charset=UTF-8'],
    ['image/png', 'text/plain; charset=UTF-8'],
    ['text/html;q=0.5, application/json', 'application/json'],
    ['text/html, application/json;q=0.5', 'text/html; charset=UTF-8'],
    ['application/json;q=0.9, text/plain;q=0.8, text/html;q=0.7', 'application/json'],
  ])('answers Accept %s with %s', async (accept, type) => {
    const { headers } = await refusal(accept);
    expect(headers.get('Content-Type')).toBe(type);
  });

  it('answers every good upload alike', async () => {
    const form = () => uploadForm(wheel('demo', '1.0'));
    const first = await post(served, form(), { accept: 'application/json' });
    const again = await post(served, form(), { accept: 'application/json' });
    expect(first.body).toBe('{"message": "\\n\\n\\n\\n\\n", "code": "200 OK", "title": "OK"}');
    expect([again.status, again.body]).toEqual([200, first.body]);
  });
});

describe('a reason with newlines', () => {
  it('goes out as bare line feeds, and the body tells it whole', async () => {
    const served = await serveIndex({ publishers: [PUBLISHER] });
    const { token } = await mint(served, await served.sign(claims()));
    const request = new Request(`${served.base}/legacy/`, {
      method: 'POST',
      body: uploadForm(wheel('demo', '1.0'), { attestations: 'nope' }),
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
    });
    const raw = await rawExchange(request);
    await served.close();
    const [head = '', body = ''] = raw.split('\r\n\r\n');
    expect(head).toMatch(
      /^HTTP\/1\.1 400 Invalid attestations .* list\[Attestation\]\n {2}Invalid JSON: expected ident at line 1 column 2/,
    );
    expect(JSON.parse(body)).toMatchObject({ title: 'Bad Request' });
  });
});

/** Sends a request over a plain socket, since HTTP clients may refuse what comes back. */
async function rawExchange(request: Request): Promise<string> {
  const { hostname, port, pathname } = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const headers = [...request.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${headers}Content-Length: ${body.length}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () =>
      socket.write(Buffer.concat([Buffer.from(head), body])),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      socket.end();
      resolve(Buffer.concat(chunks).toString('latin1'));
    });
  });
}
