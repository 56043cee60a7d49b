import { afterEach, describe, expect, it } from '@jest/globals';
import { createTrustedPublishing } from '../../../src/adapters/index/trusted-publishing.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { indexPlan } from '../../support/index-plan.ts';
import { jwtOf } from '../../support/jwt.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';

let server: Loopback | undefined;
afterEach(() => server?.close());

const refusal = (code: string, description: string): Reply => ({
  status: 422,
  body: { errors: [{ code, description }], message: 'Token request failed' },
});

interface Scene {
  /** Answers to the exchanges, in order; the last stays. */
  readonly exchanges?: readonly (Reply | 'drop')[];
  readonly audience?: Reply;
}

/** An index that plays this scene, a job with identities, and what became known of both. */
async function scene({ exchanges = [], audience = { status: 200, body: { audience: 'pypi' } } }: Scene) {
  const clock = fakeClock();
  const masked: string[] = [];
  const audiences: string[] = [];
  let exchanged = 0;
  server = await startLoopback(({ url }) => {
    if (url === '/_/oidc/audience') return audience;
    exchanged += 1;
    const expires = clock.now().getTime() / 1000 + 900;
    const minted = { status: 200, body: { success: true, token: `pypi-minted-${exchanged}`, expires } };
    return exchanges[Math.min(exchanged, exchanges.length) - 1] ?? minted;
  });
  const identity = {
    async token(wanted: string) {
      audiences.push(wanted);
      return jwtOf({ jti: `${audiences.length}`, repository: 'acme/demo', repository_owner: 'acme' });
    },
  };
  const plan = indexPlan(server.base, { credential: { kind: 'trusted-publishing' } });
  const http = createHttp({ clock, userAgent: 'test' });
  const token = createTrustedPublishing({
    plan,
    http,
    identity,
    clock,
    mask: (secret) => masked.push(secret),
  });
  const shown = () =>
    server?.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(body.toString()).token) ?? [];
  return { token, clock, masked, audiences, shown };
}

describe('createTrustedPublishing', () => {
  it('exchanges an identity for the audience that the index names, and masks the token', async () => {
    const { token, masked, audiences } = await scene({
      audience: { status: 200, body: { audience: 'mine' } },
    });
    expect(await token()).toBe('pypi-minted-1');
    expect(audiences).toEqual(['mine']);
    expect(masked).toEqual(['pypi-minted-1']);
  });

  it('asks at the authority of the upload address', async () => {
    const { token } = await scene({});
    await token();
    expect(server?.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /_/oidc/audience',
      'POST /_/oidc/mint-token',
    ]);
  });

  it('gives the same token while a minute of its life is left', async () => {
    const { token, clock } = await scene({});
    await token();
    clock.pass(840_000);
    expect(await token()).toBe('pypi-minted-1');
  });

  it('mints anew with a fresh identity when less is left', async () => {
    const { token, clock, shown } = await scene({});
    await token();
    clock.pass(840_001);
    expect(await token()).toBe('pypi-minted-2');
    expect(new Set(shown()).size).toBe(2);
  });

  it('counts on 15 minutes where the index does not say when the token ends', async () => {
    const { token, clock, shown } = await scene({
      exchanges: [{ status: 200, body: { token: 'pypi-silent' } }],
    });
    await token();
    clock.pass(840_000);
    await token();
    expect(shown()).toHaveLength(1);
    clock.pass(1);
    await token();
    expect(shown()).toHaveLength(2);
  });

  it('makes one exchange for all that ask at once', async () => {
    const { token, shown } = await scene({});
    expect(await Promise.all([token(), token(), token()])).toEqual(Array(3).fill('pypi-minted-1'));
    expect(shown()).toHaveLength(1);
  });

  it.each([
    ['a lost answer', 'drop' as const],
    ['a 503', { status: 503, body: '<html>503</html>' }],
    ['an identity that counts as used', refusal('invalid-reuse-token', 'invalid token: already used')],
  ])('shows a fresh identity after %s', async (_, trouble) => {
    const { token, shown } = await scene({
      exchanges: [trouble, { status: 200, body: { token: 'pypi-later' } }],
    });
    expect(await token()).toBe('pypi-later');
    expect(new Set(shown()).size).toBe(2);
  });

  it('gives up after three exchanges, and can be asked again', async () => {
    const { token, shown } = await scene({
      exchanges: ['drop', 'drop', 'drop', { status: 200, body: { token: 'pypi-later' } }],
    });
    const fault = await faultOf(token());
    expect(fault).toMatchObject({ code: 'index-trouble', blame: 'world' });
    expect(fault.finding).toContain('failed after 3 tries');
    expect(await token()).toBe('pypi-later');
    expect(shown()).toHaveLength(4);
  });

  it('says what to enter where the index does not know the publisher', async () => {
    const description =
      'valid token, but no corresponding publisher (Publisher with matching claims was not found)';
    const { token, shown } = await scene({ exchanges: [refusal('invalid-publisher', description)] });
    const { code, finding, remedy } = await faultOf(token());
    expect(code).toBe('publisher-unknown');
    expect(finding).toContain(`invalid-publisher: ${description}`);
    expect(finding).toContain('repository: acme/demo');
    expect(remedy).toContain('Owner acme, Repository name demo');
    expect(shown()).toHaveLength(1);
  });

  it.each([
    ['has no such address', { status: 404, body: 'Not Found' }],
    ['knows no such method', { status: 405, body: 'Method Not Allowed' }],
  ])('knows an index without trusted publishing: it %s', async (_, audience) => {
    const { token, audiences } = await scene({ audience });
    expect((await faultOf(token())).code).toBe('trusted-publishing-unsupported');
    expect(audiences).toEqual([]);
  });
});
