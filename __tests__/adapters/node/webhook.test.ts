import { afterEach, describe, expect, it } from '@jest/globals';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { createAnnouncer } from '../../../src/adapters/node/webhook.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';

const NEWS = {
  short: 'demo 1.0 is out',
  long: 'demo 1.0 is out. It does more.',
  url: 'https://forge.example/r/1',
};

let server: Loopback | undefined;
afterEach(() => server?.close());

async function announcer(reply: Reply | 'drop') {
  server = await startLoopback(() => reply);
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  return createAnnouncer({ http, url: `${server.base}/hooks/secret` });
}

const posted = () => server?.asked.map(({ body }) => JSON.parse(body.toString()));

describe('createAnnouncer', () => {
  it('posts the announcement once, with the text that Slack shows', async () => {
    await (await announcer({ status: 200, body: 'ok' })).announce(NEWS);
    expect(posted()).toEqual([{ text: `${NEWS.short}\n${NEWS.url}`, ...NEWS }]);
    expect(server?.asked[0]?.headers['content-type']).toBe('application/json');
  });

  it('does not tell the address twice', async () => {
    const short = `demo 1.0: ${NEWS.url}`;
    await (await announcer({ status: 204 })).announce({ ...NEWS, short });
    expect(posted()?.[0].text).toBe(short);
  });

  it.each([400, 429, 500, 302])('stops on %i without another try', async (status) => {
    const fault = await faultOf(
      (await announcer({ status, headers: { location: '/elsewhere' } })).announce(NEWS),
    );
    expect(fault).toMatchObject({
      code: 'announcement-failed',
      finding: `The webhook answered HTTP ${status}.`,
    });
    expect(server?.asked).toHaveLength(1);
  });

  it('stops where no answer comes, and keeps the address to itself', async () => {
    const fault = await faultOf((await announcer('drop')).announce(NEWS));
    expect(fault.finding).toContain('The webhook answered nothing (');
    expect(JSON.stringify(fault)).not.toContain('hooks/secret');
  });

  it('tells nobody where no webhook was given', async () => {
    const http = { request: () => Promise.reject(new Error('it asked')) };
    await expect(createAnnouncer({ http, url: undefined }).announce(NEWS)).resolves.toBeUndefined();
  });
});
