import { afterEach, describe, expect, it } from '@jest/globals';
import { createForgeCalls } from '../../../src/adapters/github/octokit.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';

const NAMED = { owner: 'octo', repo: 'demo' };
const FINE: Reply = { status: 200, body: { full_name: 'octo/demo', sha: 'abc' } };
const TROUBLE: Reply = { status: 503, body: { message: 'Unavailable' } };
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

let server: Loopback | undefined;
afterEach(() => server?.close());

/** A forge that answers so, one reply after the other; the last stays. */
async function forge(...replies: readonly (Reply | 'drop')[]) {
  let asked = 0;
  server = await startLoopback(() => replies[Math.min(asked++, replies.length - 1)] ?? 'drop');
  const clock = fakeClock('2026-09-01T12:00:00Z');
  const calls = createForgeCalls({ token: 'ghs_token', api: `${server.base}/api`, clock });
  const read = () => calls.call('Reading', async ({ rest }) => (await rest.repos.get(NAMED)).data.full_name);
  const write = () =>
    calls.call('Writing', ({ rest }) => rest.git.createRef({ ...NAMED, ref: 'refs/tags/v1', sha: 'abc' }));
  const make = () => calls.call('Making', ({ rest }) => rest.git.createBlob({ ...NAMED, content: 'x' }));
  return { calls, clock, read, write, make };
}

const asked = () => server?.asked.length;

describe('a read', () => {
  it('goes past every cache, with the token', async () => {
    const { read } = await forge(FINE);
    expect(await read()).toBe('octo/demo');
    expect(server?.asked[0]?.headers).toMatchObject({
      authorization: 'token ghs_token',
      'cache-control': 'no-cache',
      'if-none-match': '',
    });
  });

  it.each([
    ['a 503', TROUBLE],
    ['a lost connection', 'drop' as const],
    [
      'a page of a proxy',
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad Gateway</html>' },
    ],
  ])('is tried again after %s, with growing pauses', async (_, trouble) => {
    const { read, clock } = await forge(trouble, trouble, FINE);
    expect(await read()).toBe('octo/demo');
    expect(asked()).toBe(3);
    const [first = 0, second = 0] = clock.slept;
    expect(first).toBeGreaterThanOrEqual(500);
    expect(second).toBeGreaterThan(first);
  });

  it('gives up after four tries, and says so', async () => {
    const { read } = await forge(TROUBLE);
    expect(await faultOf(read())).toMatchObject({
      code: 'forge-trouble',
      blame: 'world',
      finding: 'Reading failed after 4 tries: 503 Unavailable.',
    });
    expect(asked()).toBe(4);
  });

  it('is tried again where the answer breaks off', async () => {
    const half = {
      status: 200,
      headers: { 'content-type': 'application/json', 'content-length': '1000' },
      body: '{"full_name":',
    };
    const { read } = await forge(half, FINE);
    setTimeout(() => server?.cut(), 100);
    expect(await read()).toBe('octo/demo');
    expect(asked()).toBe(2);
  });

  it('is not tried again on a refusal', async () => {
    const { read } = await forge({
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    expect((await faultOf(read())).code).toBe('forge-forbidden');
    expect(asked()).toBe(1);
  });
});

describe('a write', () => {
  it.each([
    ['a 502', { status: 502, body: { message: 'Bad Gateway' } }],
    ['a lost connection', 'drop' as const],
  ])('is not sent again after %s: it may have been done', async (_, trouble) => {
    const { write } = await forge(trouble, FINE);
    expect(await faultOf(write())).toMatchObject({ code: 'forge-trouble', blame: 'world' });
    expect(asked()).toBe(1);
  });

  it('is sent again where it makes an object that nothing refers to', async () => {
    const { make } = await forge('drop', { status: 201, body: { sha: 'abc' } });
    await make();
    expect(asked()).toBe(2);
  });

  it.each([403, 429])('waits for the limit of %i as long as the forge says', async (status) => {
    const { write, clock } = await forge(
      { status, headers: { 'retry-after': '42' }, body: { message: SECONDARY } },
      { ...FINE, status: 201 },
    );
    await write();
    expect(clock.slept).toEqual([42_000]);
  });
});

describe('a rate limit', () => {
  const spent = (reset: number): Reply => ({
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
    body: { message: 'API rate limit exceeded for installation ID 1.' },
  });
  const noon = Date.parse('2026-09-01T12:00:00Z') / 1000;

  it('is waited for until its reset', async () => {
    const { read, clock } = await forge(spent(noon + 90), FINE);
    await read();
    expect(clock.slept).toEqual([91_000]);
  });

  it('without a time is waited for longer and longer, three times', async () => {
    const { read, clock } = await forge({ status: 403, body: { message: SECONDARY } });
    expect(await faultOf(read())).toMatchObject({ code: 'forge-trouble', blame: 'world' });
    expect(clock.slept).toEqual([60_000, 120_000, 240_000]);
  });

  it('is not waited for where that takes more than ten minutes', async () => {
    const { read, clock } = await forge(spent(noon + 1_800));
    const fault = await faultOf(read());
    expect(fault.finding).toContain('API rate limit exceeded');
    expect(clock.slept).toEqual([]);
  });
});

describe('createForgeCalls', () => {
  it('gives an expected status as an answer, and nothing for what is not there', async () => {
    const { calls } = await forge({ status: 404, body: { message: 'Not Found' } });
    expect(await calls.find('Reading', ({ rest }) => rest.repos.get(NAMED))).toBeUndefined();
    expect(await calls.attempt('Reading', [404], ({ rest }) => rest.repos.get(NAMED))).toMatchObject({
      status: 404,
    });
  });

  it('does not take a lost connection for an expected 500', async () => {
    const { calls } = await forge('drop');
    const work = calls.attempt('Writing', [500], ({ rest }) =>
      rest.git.createRef({ ...NAMED, ref: 'refs/x/y', sha: 'abc' }),
    );
    expect((await faultOf(work)).code).toBe('forge-trouble');
  });

  it('lets other errors through as they are', async () => {
    const { calls } = await forge(FINE);
    const bug = new RangeError('a bug');
    await expect(calls.call('Reading', () => Promise.reject(bug))).rejects.toBe(bug);
  });
});
