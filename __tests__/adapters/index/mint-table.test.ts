import { afterEach, describe, expect, it } from '@jest/globals';
import type { Fault, FaultCode } from '../../../src/release/fault.ts';
import { publishers } from '../../../src/release/faults/publishers.ts';
import { faultOf } from '../../support/faults.ts';
import { jwtOf } from '../../support/jwt.ts';
import type { Reply } from '../../support/loopback.ts';
import {
  closeAll,
  PAGE,
  publishing,
  refusal,
  scripted,
  world,
} from '../../support/refused/exchange-scene.ts';
import { EXCHANGES, type ExchangeRow, PUBLISHER_ROWS } from '../../support/refused/exchanges.ts';

afterEach(closeAll);

async function refusedExchange(
  row: ExchangeRow,
): Promise<{ readonly fault: Fault; readonly exchanges: number }> {
  const { index, listening, requests, sign } = await world();
  await row.prepare?.(index);
  const { exchange } = publishing(
    listening.url,
    async (audience) => row.token ?? sign(audience, row.change ?? {}, row.kid),
  );
  const fault = await faultOf(exchange());
  return { fault, exchanges: requests.filter(({ path }) => path.endsWith('/mint-token')).length };
}

describe('a refused exchange', () => {
  it.each(EXCHANGES)('is $code where $claim, and is not tried again', async (row) => {
    const { fault, exchanges } = await refusedExchange(row);
    expect(fault.code).toBe(row.code);
    expect(fault.finding).toContain(row.says);
    expect(fault.remedy).toContain(row.cure);
    expect(exchanges).toBe(1);
  });

  it('never shows the identity token', async () => {
    let shown = '';
    const { listening, sign } = await world();
    const { exchange } = publishing(listening.url, async (audience) => {
      shown = await sign(audience, { environment: 'staging' }, undefined);
      return shown;
    });
    expect(JSON.stringify(await faultOf(exchange()))).not.toContain(shown.split('.')[2]);
  });

  it('tells the lapse of a pending publisher, and what its name must be, where a publisher is unknown', async () => {
    const row = PUBLISHER_ROWS[0];
    const { fault } = row === undefined ? { fault: undefined } : await refusedExchange(row);
    expect(fault?.remedy).toMatch(/pending publisher.*the project name as in pyproject\.toml.*30 days/);
  });

  it('of which the index gives another code is told in the index’s own words', async () => {
    const { fault } = await scripted({ mint: [refusal('invalid-moon', 'the moon is full')] });
    expect(fault.code).toBe('exchange-refused');
    expect(fault.finding).toContain('invalid-moon: the moon is full. This run presents ');
  });

  it.each<readonly [code: FaultCode, says: string]>([
    ['publisher-environment', "Check failed for optional claim 'environment'"],
    ['publisher-claim-differs', "Check failed for required claim 'repository_owner_id'"],
    ['identity-incomplete', 'The job_workflow_ref claim is empty'],
    ['issuer-unknown', "JWT issuer 'https://a.example' does not match expected issuer 'https://b.example'"],
  ])('is %s for a publisher of which is said: %s', async (code, says) => {
    const description = `valid token, but no corresponding publisher (${says})`;
    const { fault } = await scripted({ mint: [refusal('invalid-publisher', description)] });
    expect(fault.code).toBe(code);
    expect(fault.finding).toContain(says);
  });

  it('tells a newline in the index’s words as a blank', async () => {
    const description = '1 validation error for TokenPayload\ntoken\n  Field required';
    const { fault } = await scripted({ mint: [refusal('invalid-payload', description)] });
    expect(fault.code).toBe('identity-unverified');
    expect(fault.finding).toContain('TokenPayload token Field required');
  });
});

const TROUBLES: readonly (readonly [trouble: string, reply: Reply | 'drop'])[] = [
  ['500', { status: 500, body: 'oops' }],
  ['502 with a page', { status: 502, body: PAGE }],
  ['503', { status: 503, body: { message: 'away' } }],
  ['429', { status: 429, body: { message: 'slow down' } }],
  ['a page with 200', { status: 200, body: PAGE }],
  ['a page with 403', { status: 403, body: PAGE }],
  ['half an answer', { status: 200, body: '{"token": "pypi-' }],
  ['nothing at all', 'drop'],
];

describe('trouble', () => {
  it.each(TROUBLES)(
    'in the exchange (%s) is tried again, each time with a fresh identity',
    async (_, reply) => {
      const { token, shown, slept } = await scripted({
        mint: [reply, reply, { status: 200, body: { token: 'pypi-late' } }],
      });
      expect(token).toBe('pypi-late');
      expect(new Set(shown).size).toBe(3);
      expect(slept).toHaveLength(2);
    },
  );

  it.each(TROUBLES)('in the exchange that stays (%s) is the index’s', async (_, reply) => {
    const { fault, shown } = await scripted({ mint: [reply] });
    expect(fault).toMatchObject({ code: 'index-trouble', blame: 'world' });
    expect(fault.finding).toContain('The exchange of the identity for a token failed after 3 tries');
    expect(new Set(shown).size).toBe(3);
  });

  it.each(TROUBLES)('in asking for the audience (%s) is tried again', async (_, reply) => {
    const { token, asked } = await scripted({
      audience: [reply, reply, { status: 200, body: { audience: 'pypi' } }],
    });
    expect(token).toBe('pypi-minted');
    expect(asked.audience).toBe(3);
  });

  it.each(TROUBLES)(
    'in asking for the audience that stays (%s) is the index’s, and no identity is shown',
    async (_, reply) => {
      const { fault, asked } = await scripted({ audience: [reply] });
      expect(fault).toMatchObject({ code: 'index-trouble', blame: 'world' });
      expect(asked.audience).toBeGreaterThan(1);
      expect(asked.mint).toBe(0);
    },
  );

  it('of an identity that counts as used is tried again with another, and in the end told as what it is', async () => {
    const used = refusal('invalid-reuse-token', 'invalid token: already used');
    expect((await scripted({ mint: [used, { status: 200, body: { token: 'pypi-late' } }] })).token).toBe(
      'pypi-late',
    );
    const { fault, shown } = await scripted({ mint: [used] });
    expect(fault).toMatchObject({ code: 'identity-used', blame: 'world' });
    expect(new Set(shown).size).toBe(3);
  });
});

describe('an index without trusted publishing', () => {
  it.each([401, 404, 405, 410])('is known by %i, at either address', async (status) => {
    const gone: Reply = { status, body: PAGE };
    expect((await scripted({ audience: [gone] })).fault.code).toBe('trusted-publishing-unsupported');
    expect((await scripted({ mint: [gone] })).fault.code).toBe('trusted-publishing-unsupported');
  });

  it('is told apart from one that has it switched off', async () => {
    const { index, listening } = await world();
    index.state.flags.add('disallow-oidc');
    const { exchange } = publishing(listening.url, async () => jwtOf({}));
    expect(await faultOf(exchange())).toMatchObject({
      code: 'trusted-publishing-disabled',
      finding: expect.stringContaining('answered 403: Trusted publishing functionality not enabled.'),
      blame: 'world',
    });
  });
});

describe('the table of refused exchanges', () => {
  it('meets every fault that the catalogue has for an exchange', () => {
    const elsewhere = [
      'identity-refused',
      'identity-used',
      'exchange-refused',
      'publisher-environment',
      'trusted-publishing-unsupported',
    ];
    const met = new Set<string>([...EXCHANGES.map(({ code }) => code), ...elsewhere]);
    expect(Object.keys(publishers).filter((code) => !met.has(code))).toEqual([]);
  });
});
