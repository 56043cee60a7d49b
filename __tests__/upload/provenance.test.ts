import { describe, expect, it } from '@jest/globals';
import type { AttestationPolicy } from '../../src/plan/plan.ts';
import type { Provenance } from '../../src/ports/package-index.ts';
import type { Attested } from '../../src/upload/attestations.ts';
import { readBack, tellUnattested } from '../../src/upload/provenance.ts';
import { anAttestation } from '../support/attestation.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { memoryIndex } from '../support/memory-index.ts';
import { aDistribution, aPlan, aPool, aProject, fakeSigner, faultsOf, recorder } from '../support/world.ts';

const WHEEL = aDistribution();
const SENT: Attested = {
  filename: WHEEL.filename,
  sha256: WHEEL.sha256,
  attestation: anAttestation(WHEEL),
  file: '/scratch/x',
  adopted: false,
};
const OURS = { kind: 'GitHub', repository: 'Org/demo', workflow: 'release.yml' };

function reading(answers: readonly (Provenance | undefined)[], policy: AttestationPolicy = 'required') {
  let looks = 0;
  const provenance = () => answers[Math.min(looks++, answers.length - 1)];
  const told = recorder();
  const clock = fakeClock();
  const given = {
    name: 'pypi',
    plan: aPlan({ attestations: { policy, fulcio: undefined, rekor: undefined } }),
    project: aProject(),
    world: {
      indexes: { pypi: memoryIndex({ provenance }), testpypi: memoryIndex() },
      clock,
      signer: fakeSigner(),
    },
    emit: told.emit,
  } as const;
  return { given, told, clock };
}

const served = (attestation = SENT.attestation, publisher = OURS): Provenance => [
  { publisher, attestations: [attestation] },
];

describe('reading attestations back', () => {
  it('finds what was sent, and tells subject, publisher and log entry', async () => {
    const { given, told } = reading([served()]);
    await readBack(given, [SENT]);
    expect(told.of('step-ended').map(({ says }) => says)).toEqual([
      `${WHEEL.filename} sha256 ${WHEEL.sha256.slice(0, 12)}…, by Org/demo release.yml, log entry 7`,
    ]);
  });

  it('asks for the file of any of several packages', async () => {
    const { given, clock } = reading([served()]);
    await readBack({ ...given, project: aPool('demo', 'other') }, [SENT]);
    expect(clock.slept).toEqual([]);
  });

  it('waits until the index gives them out', async () => {
    const { given, clock } = reading([undefined, undefined, served()]);
    await readBack(given, [SENT]);
    expect(clock.slept).toEqual([1_000, 2_000]);
  });

  it('stops after a minute without them, safe to run again', async () => {
    const { given } = reading([undefined]);
    const [fault] = await faultsOf(readBack(given, [SENT]));
    expect([fault?.code, fault?.blame]).toEqual(['provenance-missing', 'world']);
    expect(fault?.finding).toContain('after 60 s');
  });

  it.each<[claim: string, provenance: Provenance, problem: string]>([
    ['of other bytes', served(anAttestation({ ...WHEEL, sha256: 'beef' })), 'are of sha256 beef'],
    [
      'signed by somebody else',
      served(anAttestation(WHEEL, { signature: 'BBBB' })),
      'signed by somebody else',
    ],
    ['of no file', [], 'are of nothing'],
    [
      'of another repository',
      served(SENT.attestation, { ...OURS, repository: 'mallory/demo' }),
      'mallory/demo',
    ],
    ['of another workflow', served(SENT.attestation, { ...OURS, workflow: 'other.yml' }), 'other.yml'],
  ])('stops at attestations %s', async (_claim, provenance, problem) => {
    const [fault] = await faultsOf(readBack(reading([provenance]).given, [SENT]));
    expect([fault?.code, fault?.finding]).toEqual(['provenance-differs', expect.stringContaining(problem)]);
  });

  it('only warns where they are best-effort', async () => {
    const { given, told } = reading([undefined], 'best-effort');
    await readBack(given, [SENT]);
    expect(told.of('noticed')).toMatchObject([{ level: 'warning' }]);
  });

  it('asks nothing where nothing was sent', async () => {
    const { given, told } = reading([undefined]);
    await readBack(given, []);
    expect(told.events).toEqual([]);
  });
});

describe('files that were there already', () => {
  it('are named where they have no attestations, since none can be added', async () => {
    const { given, told } = reading([undefined]);
    await tellUnattested(given, [WHEEL]);
    expect(told.of('noticed')).toMatchObject([
      { level: 'notice', says: expect.stringContaining(WHEEL.filename) },
    ]);
  });

  it('are passed over where they have some, or none are wanted', async () => {
    const [having, off] = [reading([served()]), reading([undefined], 'off')];
    await tellUnattested(having.given, [WHEEL]);
    await tellUnattested(off.given, [WHEEL]);
    expect([...having.told.events, ...off.told.events]).toEqual([]);
  });
});
