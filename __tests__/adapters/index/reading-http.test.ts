import { afterEach, describe, expect, it } from '@jest/globals';
import { createReadingHttp } from '../../../src/adapters/index/reading-http.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { userOf } from '../../../src/plan/credential.ts';
import type { CredentialPlan } from '../../../src/plan/plan.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { indexPlan } from '../../support/index-plan.ts';
import { type Loopback, startLoopback } from '../../support/loopback.ts';

const BASIC = basicOf('__token__');

function basicOf(user: string): string {
  return `Basic ${Buffer.from(`${user}:pypi-mine`).toString('base64')}`;
}

let servers: Loopback[] = [];
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

/** A server that answers only those who show the token, as this user. */
async function closedServer(user = '__token__', refusal = 401): Promise<Loopback> {
  const server = await startLoopback(({ headers }) => ({
    status: headers.authorization === basicOf(user) ? 200 : refusal,
  }));
  servers.push(server);
  return server;
}

async function reading(credential: CredentialPlan = { kind: 'token', user: '__token__' }) {
  const server = await closedServer(userOf(credential));
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  const plan = indexPlan(server.base, { credential });
  return { server, http: createReadingHttp({ plan, http, credential: async () => 'pypi-mine' }) };
}

const shown = ({ asked }: Loopback) => asked.map(({ headers }) => headers.authorization);

describe('createReadingHttp', () => {
  it('shows the token where nobody may read without one, and from then on at once', async () => {
    const { server, http } = await reading();
    expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(200);
    expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(200);
    expect(shown(server)).toEqual([undefined, BASIC, BASIC]);
    expect(http.isClosed()).toBe(true);
  });

  it('shows the password of the user whom the plan names', async () => {
    const { server, http } = await reading({ kind: 'token', user: 'tide' });
    expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(200);
    expect(shown(server)).toEqual([undefined, basicOf('tide')]);
  });

  it.each([403, 404])(
    'shows it where a project may be hidden from whoever is not known (%i)',
    async (refusal) => {
      const server = await closedServer('__token__', refusal);
      const http = createReadingHttp({
        plan: indexPlan(server.base),
        http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
        credential: async () => 'pypi-mine',
      });
      expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(200);
      expect(shown(server)).toEqual([undefined, BASIC]);
      expect(http.isClosed()).toBe(true);
    },
  );

  it('takes an index for closed once and for all, whatever it answers to who asked before', async () => {
    let answerLate = (): void => {};
    const late = new Promise<void>((resolve) => {
      answerLate = resolve;
    });
    const server = await startLoopback(({ headers, url }) => ({
      status: headers.authorization === BASIC && !url.includes('missing') ? 200 : 404,
    }));
    servers.push(server);
    const direct = createHttp({ clock: fakeClock(), userAgent: 'test' });
    const http = createReadingHttp({
      plan: indexPlan(server.base),
      http: {
        async request(url, options) {
          if (url.includes('missing')) await late;
          return direct.request(url, options);
        },
      },
      credential: async () => 'pypi-mine',
    });
    const before = http.request(`${server.base}/simple/missing/`);
    await http.request(`${server.base}/simple/demo/`);
    answerLate();
    await before;
    expect(http.isClosed()).toBe(true);
  });

  it('takes an index that hides nothing for open', async () => {
    const server = await startLoopback(() => ({ status: 404 }));
    servers.push(server);
    const http = createReadingHttp({
      plan: indexPlan(server.base),
      http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
      credential: async () => 'pypi-mine',
    });
    expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(404);
    expect((await http.request(`${server.base}/pypi/demo/1.0/json`)).status).toBe(404);
    expect(shown(server)).toEqual([undefined, BASIC, undefined]);
    expect(http.isClosed()).toBe(false);
  });

  it('shows it to no other host', async () => {
    const { server, http } = await reading();
    await http.request(`${server.base}/simple/demo/`);
    const files = await closedServer();
    expect((await http.request(`${files.base}/demo.whl`)).status).toBe(401);
    expect(shown(files)).toEqual([undefined]);
  });

  it('shows no minted token, which is good for uploads alone', async () => {
    const { server, http } = await reading({ kind: 'trusted-publishing' });
    expect((await http.request(`${server.base}/simple/demo/`)).status).toBe(401);
    expect(shown(server)).toEqual([undefined]);
  });
});

describe('a project page that another host gives in the index’s stead', () => {
  const file = 'demo-1.0.tar.gz';

  /** An index that sends everybody on; another name of the machine is another host. */
  async function forwarding() {
    const other = await startLoopback(() => ({ status: 200, body: file }));
    const to = other.base.replace('127.0.0.1', 'localhost');
    const index = await startLoopback(({ url }) => ({ status: 302, headers: { location: `${to}${url}` } }));
    servers.push(other, index);
    const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
    const plan = indexPlan(index.base);
    return { index, http: createReadingHttp({ plan, http, credential: async () => 'pypi-mine' }) };
  }

  it.each(['simple/demo/', 'pypi/demo/1.0/json'])('is none of it: %s', async (page) => {
    const { index, http } = await forwarding();
    const { status, url } = await http.request(`${index.base}/${page}`);
    expect([status, url]).toEqual([404, `${index.base}/${page}`]);
  });

  it('differs from a file, which may come from anywhere', async () => {
    const { index, http } = await forwarding();
    const answer = await http.request(`${index.base}/files/${file}`);
    expect([answer.status, answer.text()]).toEqual([200, file]);
    expect(http.isClosed()).toBe(false);
  });
});
