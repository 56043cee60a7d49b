import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attestationList } from '../../../src/emulators/index/attestation-model.ts';
import { claims, mint, PUBLISHER, type Served, serveIndex, upload, wheel } from './harness.ts';
import { type Change, PUBLISH, type TestAttestation, type TestSigstore, testSigstore } from './signing.ts';

const GOOD = wheel('demo', '1.0');
const SLSA = 'https://slsa.dev/provenance/v1';
const REFUSED = 'Invalid attestations supplied during upload: ';
const UNVERIFIED = `${REFUSED}Could not verify the uploaded artifact using the included attestation: Verification failed: `;
const UNKNOWN = `${REFUSED}Unknown error while trying to verify included attestations: `;

let sigstore: TestSigstore;
let other: TestSigstore;
let good: TestAttestation;
let served: Served;
let token = '';

beforeAll(async () => {
  [sigstore, other] = await Promise.all([testSigstore(), testSigstore()]);
  good = await sigstore.attestation(GOOD);
});
beforeEach(async () => {
  served = await serveIndex({ publishers: [PUBLISHER], trustedRoot: async () => sigstore.trustedRoot });
  token = (await mint(served, await served.sign(claims()))).token;
});
afterEach(() => served.close());

const send = (attestations: unknown, dist = GOOD) =>
  upload(served, dist, { attestations: JSON.stringify(attestations) }, token);
const provenance = (headers: Record<string, string> = {}) =>
  fetch(`${served.base}/integrity/Demo/1.0/${GOOD.filename}/provenance`, { headers });

/** The good attestation with another log entry. */
const withEntry = (entry: NonNullable<Change['entry']>): TestAttestation => ({
  ...good,
  verification_material: {
    ...good.verification_material,
    transparency_entries: good.verification_material.transparency_entries.map((one) => entry(one as never)),
  },
});
const withProof = (proof: object) =>
  withEntry((entry) => ({ ...entry, inclusionProof: { ...entry.inclusionProof, ...proof } }));

describe('an upload with attestations', () => {
  it('keeps them with the identity of the publisher, and what PEP 740 does not name is dropped', async () => {
    expect(await send([{ ...good, extra: 1 }])).toMatchObject({ status: 200 });
    const response = await provenance();
    expect(response.headers.get('Content-Type')).toBe('application/vnd.pypi.integrity.v1+json');
    expect(await response.json()).toEqual({
      version: 1,
      attestation_bundles: [
        {
          attestations: [good],
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
    const spelt = await sigstore.attestation(GOOD, { type: SLSA, name: 'Demo-1.0.0-py3-none-any.whl' });
    expect(await send([good, spelt])).toMatchObject({ status: 200 });
  });

  it.each<[claim: string, attestations: () => unknown, why: string]>([
    ['an empty set', () => [], `${REFUSED}Malformed attestations: an empty attestation set is not permitted`],
    [
      'three of them',
      () => [good, good, good],
      `${REFUSED}A maximum of 2 attestations per file are supported`,
    ],
    [
      'one type twice',
      () => [good, good],
      `${REFUSED}Multiple attestations for the same file with the same predicate type (${PUBLISH}) are not supported`,
    ],
    [
      'a certificate that is none',
      () => [{ ...good, verification_material: { ...good.verification_material, certificate: 'AAAA' } }],
      `${UNKNOWN}invalid X.509 certificate`,
    ],
    [
      'a log entry that leaves out what protobuf would',
      () => [
        withEntry(({ inclusionProof: { hashes, ...proof }, ...entry }) => ({
          ...entry,
          inclusionProof: proof,
        })),
      ],
      `${UNKNOWN}invalid transparency log entry`,
    ],
    [
      'a log entry without a promise',
      () => [withEntry(({ inclusionPromise, ...entry }) => entry)],
      `${UNKNOWN}bundle must contain an inclusion promise or signed timestamp(s)`,
    ],
    [
      'a log entry without a time',
      () => [withEntry(({ integratedTime, ...entry }) => entry)],
      `${UNVERIFIED}not enough sources of verified time`,
    ],
    [
      'a log entry of Rekor version 2',
      () => [withEntry((entry) => ({ ...entry, kindVersion: { kind: 'dsse', version: '0.0.2' } }))],
      `${UNVERIFIED}Integrated time only supported for dsse/hashedrekord 0.0.1 types`,
    ],
    [
      'a certificate that had run out when the log had it',
      () => [
        withEntry((entry) => ({ ...entry, integratedTime: String(Number(entry.integratedTime) + 3_600) })),
      ],
      `${UNVERIFIED}failed to build timestamp certificate chain: validation failed: cert is not valid at validation time`,
    ],
    [
      'an inclusion that is not proven',
      () => [withProof({ rootHash: Buffer.alloc(32).toString('base64') })],
      `${UNVERIFIED}invalid log entry: inclusion proof contains invalid root hash`,
    ],
    [
      'a proof of another size',
      () => [withProof({ hashes: ['AAAA'] })],
      `${UNVERIFIED}invalid log entry: inclusion proof has wrong size`,
    ],
    [
      'a tree that nobody signed',
      () => [withProof({ checkpoint: { envelope: 'log\n1\nAAAA\n\n' } })],
      `${UNVERIFIED}invalid log entry: checkpoint: Signature not found`,
    ],
    [
      'a promise of another time',
      () => [withEntry((entry) => ({ ...entry, integratedTime: String(Number(entry.integratedTime) + 1) }))],
      `${UNVERIFIED}invalid log entry: SET: invalid inclusion promise`,
    ],
  ])('refuses %s', async (_claim, attestations, why) => {
    const { status, reason } = await send(attestations());
    expect([status, reason]).toEqual([400, expect.stringContaining(why)]);
    expect(served.world()).toEqual({});
  });

  it.each<[claim: string, change: Change, why: string]>([
    [
      'of another file',
      { name: 'demo-1.1-py3-none-any.whl' },
      `subject does not match distribution name: demo-1.1-py3-none-any.whl != ${GOOD.filename}`,
    ],
    ['of other bytes', { sha256: '0'.repeat(64) }, 'subject does not match distribution digest'],
    ['of two files', { subjects: [{}, {}] }, 'too many subjects in statement'],
    ['of what is no distribution', { name: 'demo' }, 'invalid subject: '],
    [
      'of an unknown type',
      { type: 'https://example.org/v1' },
      'unknown attestation type: https://example.org/v1',
    ],
    ['that says something else than was signed', { altered: true }, 'DSSE: invalid signature'],
    ['signed with another key', { foreignKey: true }, 'DSSE: invalid signature'],
    [
      'whose log entry is of another statement',
      { loggedPayload: '{}' },
      'log entry payload hash does not match bundle',
    ],
    [
      'of a job of another forge',
      { claims: { iss: 'https://gitlab.example' } },
      "Certificate's OIDCIssuerV2 does not match (got https://gitlab.example, expected https://token.actions.githubusercontent.com)",
    ],
    [
      'of another repository',
      { claims: { repository: 'acme/other' } },
      "Certificate's OIDCSourceRepositoryURI does not match (got https://github.com/acme/other, expected https://github.com/acme/demo)",
    ],
    [
      'of another workflow, such as one that calls the publisher',
      { claims: { workflow_ref: 'acme/demo/.github/workflows/caller.yml@refs/tags/v1.0' } },
      "Certificate's Build Config URI (https://github.com/acme/demo/.github/workflows/caller.yml@refs/tags/v1.0) does not match expected Trusted Publisher (release.yml @ acme/demo)",
    ],
  ])('refuses one %s', async (_claim, change, why) => {
    const { status, reason } = await send([await sigstore.attestation(GOOD, change)]);
    expect([status, reason]).toEqual([400, expect.stringContaining(`${UNVERIFIED}${why}`)]);
    expect(served.world()).toEqual({});
  });

  it('refuses one of another Sigstore', async () => {
    const { reason } = await send([await other.attestation(GOOD)]);
    expect(reason).toContain(`${UNVERIFIED}failed to build timestamp certificate chain: `);
  });

  it('refuses all where it has no trust root', async () => {
    const bare = await serveIndex({ publishers: [PUBLISHER] });
    const minted = await mint(bare, await bare.sign(claims()));
    const { reason } = await upload(bare, GOOD, { attestations: JSON.stringify([good]) }, minted.token);
    await bare.close();
    expect(reason).toBe(`${UNKNOWN}Failed to refresh TUF metadata`);
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
    expect(await send([good])).toMatchObject({ status: 200 });
    expect((await provenance()).status).toBe(404);
  });
});

describe('the integrity API', () => {
  it.each([
    ['application/json', 200],
    ['text/html', 406],
  ])('answers Accept %s with %i', async (accept, status) => {
    await send([good]);
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
  const good = {
    version: 1,
    verification_material: { certificate: 'AAAA', transparency_entries: [{ logIndex: '0' }] },
    envelope: { statement: 'AAAA', signature: 'AAAA' },
  };
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
