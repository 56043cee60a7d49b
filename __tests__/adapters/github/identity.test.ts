import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createIdentity } from '../../../src/adapters/github/identity.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';

let server: Loopback | undefined;
let printed: string[];
const write = process.stdout.write;

beforeEach(() => {
  printed = [];
  // @actions/core masks by printing a workflow command.
  process.stdout.write = (text: string | Uint8Array) => {
    printed.push(String(text));
    return true;
  };
});
afterEach(async () => {
  process.stdout.write = write;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_URL;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  await server?.close();
});

async function identity(...replies: readonly (Reply | 'drop')[]) {
  let asked = 0;
  server = await startLoopback(() => replies[Math.min(asked++, replies.length - 1)] ?? 'drop');
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL = `${server.base}/idtoken?api-version=2.0`;
  process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = 'request-token';
  const clock = fakeClock();
  return { ...createIdentity({ clock }), clock };
}

const given: Reply = { status: 200, body: { count: 1, value: 'the.jwt' } };

describe('createIdentity', () => {
  it('asks for the audience, with the token of the runner, and masks what it gets', async () => {
    const { token } = await identity(given);
    expect(await token('a b')).toBe('the.jwt');
    expect(server?.asked[0]?.url).toBe('/idtoken?api-version=2.0&audience=a%20b');
    expect(server?.asked[0]?.headers.authorization).toBe('Bearer request-token');
    expect(printed.join('')).toContain('::add-mask::the.jwt');
  });

  it.each([
    ['429', { status: 429, body: {} }],
    ['500', { status: 500, body: {} }],
    ['a lost connection', 'drop' as const],
    ['an answer without a token', { status: 200, body: {} }],
  ])('asks again after %s', async (_, trouble) => {
    const { token, clock } = await identity(trouble, trouble, given);
    expect(await token('pypi')).toBe('the.jwt');
    expect(clock.slept).toEqual([1_000, 4_000]);
  });

  it('asks again where an answer is broken off, which the client would wait for till the end of days', async () => {
    const cut: Reply = { status: 200, headers: { 'content-length': '1000' }, body: '{"count": 1, "val' };
    const { clock } = await identity(cut, given);
    setTimeout(() => server?.cut(), 50);
    const { token } = createIdentity({ clock, limit: 300 });
    expect(await token('pypi')).toBe('the.jwt');
  });

  it('stops after three tries with what was answered, in one line', async () => {
    const { token } = await identity({ status: 500, body: { message: 'no' } });
    const fault = await faultOf(token('pypi'));
    expect(fault.code).toBe('identity-refused');
    expect(fault.finding).toMatch(/^The request for audience "pypi" answered: .*Error Code : 500.*$/);
    expect(server?.asked).toHaveLength(3);
  });

  it.each([400, 403])('stops on %i at once', async (status) => {
    const { token } = await identity({ status, body: {} });
    expect((await faultOf(token('pypi'))).code).toBe('identity-refused');
    expect(server?.asked).toHaveLength(1);
  });

  it('stops where the job has no identity', async () => {
    const { token } = await identity(given);
    delete process.env.ACTIONS_ID_TOKEN_REQUEST_URL;
    const fault = await faultOf(token('pypi'));
    expect(fault.finding).toContain('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL');
    expect(fault.remedy).toContain('id-token: write');
  });
});
