import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { attestationList } from '../../../src/emulators/index/attestation-model.ts';
import { claims, type Dist, mint, PUBLISHER, type Served, serveIndex, upload, wheel } from './harness.ts';

const GOOD = wheel('demo', '1.0');
const PUBLISH = 'https://docs.index.example/attestations/publish/v1';
const SLSA = 'https://slsa.dev/provenance/v1';

/** An attestation that nobody signed, of the right shape. */
function attestation(
  dist: Dist,
  change: { type?: string; name?: string; sha256?: string; subjects?: readonly unknown[] } = {},
) {
  const sha256 = change.sha256 ?? createHash('sha256').update(dist.bytes).digest('hex');
  const subject = change.subjects ?? [{ name: change.name ?? dist.filename, digest: { sha256 } }];
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: change.type ?? PUBLISH,
    predicate: null,
  };
  return {
    version: 1,
    verification_material: { certificate: 'AAAA', transparency_entries: [{ logIndex: '0' }] },
    envelope: { statement: Buffer.from(JSON.stringify(statement)).toString('base64'), signature: 'AAAA' },
  };
}

let served: Served;
let token = '';
beforeEach(async () => {
  served = await serveIndex({ publishers: [PUBLISHER] });
  token = (await mint(served, await served.sign(claims()))).token;
});
afterEach(() => served.close());

const send = (attestations: unknown, dist: Dist = GOOD) =>
  upload(served, dist, { attestations: JSON.stringify(attestations) }, token);
const provenance = (headers: Record<string, string> = {}) =>
  fetch(`${served.base}/integrity/Demo/1.0/${GOOD.filename}/provenance`, { headers });

describe('an upload with attestations', () => {
  it('keeps them with the identity of the publisher, and what PEP 740 does not name is dropped', async () => {
    const one = attestation(GOOD);
    expect(await send([{ ...one, extra: 1 }])).toMatchObject({ status: 200 });
    const response = await provenance();
    expect(response.headers.get('Content-Type')).toBe('application/vnd.pypi.integrity.v1+json');
    expect(await response.json()).toEqual({
      version: 1,
      attestation_bundles: [
        {
          attestations: [one],
          publisher: {
            kind: 'GitHub',
            repository: 'acme/demo',
            workflow: 'release.yml',
            environment: 'pypi',
          },
        },
      ],
    });
    const simple = await fetch(`${served.base}/simple/demo/`, {
      headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
    });
    expect(await simple.json()).toMatchObject({
      files: [{ provenance: `${served.base}/integrity/demo/1.0/${GOOD.filename}/provenance` }],
    });
  });

  it('takes one of each type, and another spelling of the filename', async () => {
    const spelt = attestation(GOOD, { type: SLSA, name: 'Demo-1.0.0-py3-none-any.whl' });
    expect(await send([attestation(GOOD), spelt])).toMatchObject({ status: 200 });
  });

  it.each<[claim: string, attestations: () => unknown, why: string]>([
    ['an empty set', () => [], 'Malformed attestations: an empty attestation set is not permitted'],
    [
      'three of them',
      () => [1, 2, 3].map(() => attestation(GOOD)),
      'A maximum of 2 attestations per file are supported',
    ],
    [
      'one type twice',
      () => [attestation(GOOD), attestation(GOOD)],
      `Multiple attestations for the same file with the same predicate type (${PUBLISH}) are not supported`,
    ],
    [
      'another file',
      () => [attestation(GOOD, { name: 'demo-1.1-py3-none-any.whl' })],
      `subject does not match distribution name: demo-1.1-py3-none-any.whl != ${GOOD.filename}`,
    ],
    [
      'another content',
      () => [attestation(GOOD, { sha256: '0'.repeat(64) })],
      'Verification failed: subject does not match distribution digest',
    ],
    [
      'two subjects',
      () => [attestation(GOOD, { subjects: [{}, {}] })],
      'Verification failed: too many subjects in statement',
    ],
    [
      'a subject that is no distribution',
      () => [attestation(GOOD, { name: 'demo' })],
      'Verification failed: invalid subject',
    ],
    [
      'an unknown type',
      () => [attestation(GOOD, { type: 'https://example.org/v1' })],
      'Verification failed: unknown attestation type: https://example.org/v1',
    ],
  ])('refuses %s', async (_claim, attestations, why) => {
    const { status, reason } = await send(attestations());
    expect([status, reason]).toEqual([400, expect.stringContaining(why)]);
    expect(reason).toMatch(/^Invalid attestations supplied during upload: /);
    expect(served.world()).toEqual({});
  });

  it('is refused with an API token', async () => {
    const { reason } = await upload(served, GOOD, { attestations: '[]' });
    expect(reason).toBe(
      'Invalid attestations supplied during upload: Attestations are only supported when using Trusted Publishing',
    );
  });

  it('is stored without them when the index does not look', async () => {
    served.state.flags.add('disable-pep740');
    expect(await upload(served, GOOD, { attestations: 'nope' })).toMatchObject({ status: 200 });
    expect((await provenance()).status).toBe(403);
    served.state.flags.clear();
    expect(await (await provenance()).json()).toEqual({
      message: `No provenance available for ${GOOD.filename}`,
    });
  });

  it('adds nothing to a file that is there', async () => {
    await upload(served, GOOD, {}, token);
    expect(await send([attestation(GOOD)])).toMatchObject({ status: 200 });
    expect((await provenance()).status).toBe(404);
  });
});

describe('the integrity API', () => {
  it.each([
    ['application/json', 200],
    ['text/html', 406],
  ])('answers Accept %s with %i', async (accept, status) => {
    await send([attestation(GOOD)]);
    expect((await provenance({ Accept: accept })).status).toBe(status);
  });

  it('does not know other files', async () => {
    const response = await fetch(`${served.base}/integrity/demo/1.0/other.whl/provenance`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      404,
      'text/html; charset=UTF-8',
    ]);
  });
});

describe('attestationList', () => {
  const good = attestation(GOOD);
  it.each<[claim: string, value: unknown, words: readonly string[]]>([
    [
      'nothing in it',
      [{}],
      [
        '3 validation errors for list[Attestation]\n0.version\n  Field required [type=missing, input_value={}, input_type=dict]',
        '0.verification_material',
        '0.envelope',
      ],
    ],
    [
      'another version',
      [{ ...good, version: 2 }],
      [
        '1 validation error for list[Attestation]\n0.version\n  Input should be 1 [type=literal_error, input_value=2, input_type=int]\n    For further information visit https://errors.pydantic.dev/2.13/v/literal_error',
      ],
    ],
    [
      'no log entry',
      [{ ...good, verification_material: { certificate: 'AAAA', transparency_entries: [] } }],
      ['0.verification_material.transparency_entries\n', 'type=too_short'],
    ],
    [
      'a certificate that is no base64',
      [{ ...good, verification_material: { certificate: '=', transparency_entries: [1] } }],
      ['0.verification_material.certificate\n', 'base64'],
    ],
    [
      'an envelope that is none',
      [{ ...good, envelope: 'x' }],
      ['0.envelope\n', "input_value='x', input_type=str"],
    ],
    ['no list', {}, ['Input should be a valid array']],
  ])('says what is wrong with %s', (_claim, value, words) => {
    const trouble = attestationList(JSON.stringify(value));
    for (const word of words) expect(trouble).toContain(word);
  });
});
