import { describe, expect, it } from '@jest/globals';
import type { Distribution } from '../../src/packaging/distribution.ts';
import type { AttestationPolicy } from '../../src/plan/plan.ts';
import type { Signer } from '../../src/ports/signer.ts';
import { fault, Stopped } from '../../src/release/fault.ts';
import { attestationFaults, attested } from '../../src/upload/attestations.ts';
import { uploadTarget } from '../../src/upload/upload.ts';
import { anAttestation } from '../support/attestation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { memoryIndex } from '../support/memory-index.ts';
import {
  aDistribution,
  aPlan,
  aProject,
  codesOf,
  fakeSigner,
  type PlanChanges,
  recorder,
} from '../support/world.ts';

const WHEEL = aDistribution();
const SDIST = aDistribution('demo-1.2.0.tar.gz');
const CALLED = {
  repository: 'org/demo',
  workflow: 'org/demo/.github/workflows/release.yml@refs/tags/v1.2.0',
  jobWorkflow: 'org/shared/.github/workflows/publish.yml@refs/heads/main',
};

const attestations = (policy: AttestationPolicy) => ({ policy, fulcio: undefined, rekor: undefined });

function attesting(policy: AttestationPolicy, changes: PlanChanges = {}, signer: Partial<Signer> = {}) {
  const signed: string[] = [];
  const files = memoryFiles();
  const told = recorder();
  const counting = fakeSigner({
    attest: async (subject) => {
      signed.push(subject.filename);
      return anAttestation(subject, { signature: `${signed.length}AAA` });
    },
    ...signer,
  });
  const plan = aPlan({ attestations: attestations(policy), ...changes });
  const world = { files, clock: fakeClock(), signer: counting };
  const begin = (...wanted: readonly Distribution[]) =>
    attested({ name: 'pypi', plan, world, emit: told.emit }, async () => wanted);
  return { begin, signed, files, told };
}

describe('attested', () => {
  it('signs each file and keeps its attestation away from the distributions', async () => {
    const { begin, signed, files } = attesting('required');
    const made = await begin(WHEEL, SDIST);
    expect(signed).toEqual([WHEEL.filename, SDIST.filename]);
    expect(made.map(({ file }) => file)).toEqual(
      [WHEEL, SDIST].map(({ filename }) => `/scratch/attestations/${filename}.publish.attestation`),
    );
    expect(await files.text(made[0]?.file ?? '')).toBe(JSON.stringify(made[0]?.attestation));
  });

  it('signs nothing twice in one job', async () => {
    const { begin, signed, told } = attesting('required');
    const first = await begin(WHEEL, SDIST);
    const second = await begin(WHEEL, SDIST);
    expect(signed).toHaveLength(2);
    expect(second.map(({ attestation }) => attestation)).toEqual(first.map(({ attestation }) => attestation));
    expect(told.of('step-ended').map(({ says }) => says)).toEqual([
      '2 signed',
      '2 signed earlier in this job',
    ]);
  });

  it.each([
    ['of other bytes', JSON.stringify(anAttestation({ ...WHEEL, sha256: '0'.repeat(64) }))],
    ['of another type', JSON.stringify(anAttestation(WHEEL, { type: 'https://slsa.dev/provenance/v1' }))],
    ['that is broken', '{'],
  ])('signs anew in place of one %s', async (_claim, text) => {
    const { begin, signed, files } = attesting('required');
    await files.write(`/scratch/attestations/${WHEEL.filename}.publish.attestation`, text);
    await begin(WHEEL);
    expect(signed).toEqual([WHEEL.filename]);
  });

  it('signs nothing in a dry run, and says what it would', async () => {
    const { begin, signed, told } = attesting('required', { mode: 'dry-run' });
    expect(await begin(WHEEL, SDIST)).toEqual([]);
    expect(signed).toEqual([]);
    expect(told.of('step-ended')).toMatchObject([
      { outcome: 'skipped', says: expect.stringContaining('2 would be signed') },
    ]);
  });

  it('signs nothing for an index with a token, and says why', async () => {
    const { begin, signed, told } = attesting('required', {
      pypi: { credential: { kind: 'token', user: '__token__' } },
    });
    expect(await begin(WHEEL)).toEqual([]);
    expect([signed, told.of('step-ended').map(({ says }) => says)]).toEqual([
      [],
      ['pypi takes none with a token'],
    ]);
  });

  it('says why nothing is signed where nobody asked for that', async () => {
    const reason = 'the public Sigstore takes no jobs of forge.example';
    const { begin, told } = attesting('off', { attestations: { ...attestations('off'), reason } });
    expect(await begin(WHEEL)).toEqual([]);
    expect(told.of('step-ended').map(({ says }) => says)).toEqual([reason]);
  });

  it('does not even look where attestations are off', async () => {
    const { begin, told } = attesting('off');
    expect(await begin(WHEEL)).toEqual([]);
    expect(told.events).toEqual([]);
  });

  it('does not wait for what will not pass', async () => {
    const refused = new Stopped([fault('sigstore-refused', { operation: 'Signing', reason: '400' })]);
    const { begin } = attesting('required', {}, { attest: () => Promise.reject(refused) });
    await expect(begin(WHEEL)).rejects.toBe(refused);
  });

  it('goes without in a reusable workflow where best-effort is asked, with a warning', async () => {
    const { begin, signed, told } = attesting('best-effort', {}, { signatory: async () => CALLED });
    expect(await begin(WHEEL)).toEqual([]);
    expect(signed).toEqual([]);
    expect(told.of('noticed')).toMatchObject([
      { level: 'warning', title: expect.stringContaining('reusable workflow') },
    ]);
  });
});

describe('attestationFaults', () => {
  const faults = async (
    policy: AttestationPolicy,
    changes: PlanChanges,
    name: 'pypi' | 'testpypi',
    jobWorkflow?: string,
  ) => {
    const signatory = async () => ({ ...CALLED, ...(jobWorkflow === undefined ? {} : { jobWorkflow }) });
    const plan = aPlan({ attestations: attestations(policy), ...changes });
    return (await attestationFaults(name, plan, fakeSigner({ signatory }))).map(({ code }) => code);
  };
  const REUSABLE = ['attestations-refused-reusable-workflow'];

  it('tells of a reusable workflow once, for the first index that is planned', async () => {
    expect(await faults('required', {}, 'testpypi')).toEqual(REUSABLE);
    expect(await faults('required', {}, 'pypi')).toEqual([]);
    expect(await faults('required', { phases: ['pypi'] }, 'pypi')).toEqual(REUSABLE);
    expect(
      await faults('required', { testpypi: { credential: { kind: 'token', user: '__token__' } } }, 'pypi'),
    ).toEqual(REUSABLE);
  });

  it.each(['best-effort', 'off'] as const)('has none with %s', async (policy) => {
    expect(await faults(policy, {}, 'testpypi')).toEqual([]);
  });

  it('has none where the job stands in the workflow that was started, whatever its ref', async () => {
    const same = 'org/demo/.github/workflows/release.yml@refs/heads/main';
    expect(await faults('required', {}, 'testpypi', same)).toEqual([]);
  });

  it('has the identity’s own fault where there is no token to read', async () => {
    const refused = new Stopped([fault('identity-refused', { audience: 'sigstore', problem: 'HTTP 500' })]);
    const signer = fakeSigner({ signatory: () => Promise.reject(refused) });
    const plan = aPlan({ attestations: attestations('required') });
    expect(await attestationFaults('testpypi', plan, signer)).toEqual(refused.faults);
  });
});

describe('the upload of a file whose attestation the index refuses', () => {
  const refusal = fault('attestations-refused', {
    index: 'pypi',
    filename: WHEEL.filename,
    status: 400,
    reason: 'no',
  });
  const sent: (readonly string[] | undefined)[] = [];
  const target = (onRefusal?: () => void) => {
    sent.length = 0;
    const index = memoryIndex();
    const upload = index.upload.bind(index);
    return uploadTarget(
      'pypi',
      {
        ...index,
        async upload(request) {
          sent.push(request.attestations);
          if ((request.attestations ?? []).length > 0) throw new Stopped([refusal]);
          await upload(request);
        },
      },
      {
        plan: aPlan(),
        project: aProject(),
        attestations: [
          { filename: WHEEL.filename, file: '/scratch/wheel.attestation' },
          { filename: SDIST.filename, file: '/scratch/sdist.attestation' },
        ],
        ...(onRefusal === undefined ? {} : { onRefusal }),
      },
    )(WHEEL);
  };

  it('stops where it is required, having sent its own attestation and no other', async () => {
    expect(await codesOf(target().act(WHEEL))).toEqual(['attestations-refused']);
    expect(sent).toEqual([['/scratch/wheel.attestation']]);
  });

  it('goes up without where that is allowed', async () => {
    let heard = 0;
    await target(() => {
      heard += 1;
    }).act(WHEEL);
    expect([heard, sent.length, sent[1]]).toEqual([1, 2, undefined]);
  });
});
