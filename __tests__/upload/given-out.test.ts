import { describe, expect, it } from '@jest/globals';
import type { Attestation } from '../../src/packaging/attestation.ts';
import type { AttestationBundle } from '../../src/ports/package-index.ts';
import { fault, Stopped } from '../../src/release/fault.ts';
import { givenOut } from '../../src/upload/given-out.ts';
import { anAttestation } from '../support/attestation.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { type MemoryIndexOptions, memoryIndex } from '../support/memory-index.ts';
import { aDistribution, aPlan, aProject, type PlanChanges, recorder } from '../support/world.ts';

const WHEEL = aDistribution();
const SDIST = aDistribution('demo-1.2.0.tar.gz');
const SIGNED: PlanChanges = {
  attestations: { policy: 'required', fulcio: undefined, rekor: undefined },
};

const WISHED: PlanChanges = {
  attestations: { policy: 'best-effort', fulcio: undefined, rekor: undefined },
};

const NOBODY = { kind: 'Google', repository: undefined, workflow: undefined };

const bundle = (
  attestations: readonly Attestation[],
  repository: string | undefined = 'Org/Demo',
): AttestationBundle => ({
  publisher: { kind: 'GitHub', repository, workflow: 'release.yml' },
  attestations,
});

async function taking(provenance: MemoryIndexOptions['provenance'], changes: PlanChanges = SIGNED) {
  const pypi = memoryIndex(provenance === undefined ? {} : { provenance });
  const [files, told] = [memoryFiles(), recorder()];
  const world = { indexes: { testpypi: memoryIndex(), pypi }, files };
  const found = await givenOut({
    ...{ plan: aPlan(changes), project: aProject(), distributions: [WHEEL, SDIST], world },
    emit: told.emit,
  });
  return { found, files, told, pypi };
}

describe('the attestations that an index gives out', () => {
  it('are taken for the files at hand, each as a file of its own', async () => {
    const { found, files, told } = await taking((filename) => [
      bundle([anAttestation(filename === SDIST.filename ? SDIST : WHEEL)]),
    ]);
    expect(found.map(({ file }) => file)).toEqual(
      [WHEEL, SDIST].map(({ filename }) => `/scratch/attestations/${filename}.publish.attestation`),
    );
    expect(await files.text(found[0]?.file ?? '')).toBe(JSON.stringify(anAttestation(WHEEL)));
    expect(told.of('step-ended')).toMatchObject([{ says: '2 of 2 files have one from org/demo' }]);
  });

  it.each([
    ['of other bytes', bundle([anAttestation({ ...WHEEL, sha256: '00' })])],
    ['of another file', bundle([anAttestation(SDIST)])],
    ['of another kind', bundle([anAttestation(WHEEL, { type: 'https://slsa.dev/provenance/v1' })])],
    ['from another repository', bundle([anAttestation(WHEEL)], 'org/fork')],
    ['from a publisher without one', { ...bundle([anAttestation(WHEEL)]), publisher: NOBODY }],
  ])('are left where they are %s', async (_what, given) => {
    const { found, files } = await taking((filename) => (filename === WHEEL.filename ? [given] : undefined));
    expect([found, files.changes]).toEqual([[], []]);
  });

  it('are found beside those of another publisher', async () => {
    const { found } = await taking((filename) =>
      filename === WHEEL.filename
        ? [bundle([anAttestation(WHEEL)], 'org/fork'), bundle([anAttestation(WHEEL, { signature: 'ours' })])]
        : undefined,
    );
    expect(found.map(({ attestation }) => attestation.envelope.signature)).toEqual(['ours']);
  });

  const ofWheel = (filename: string) =>
    filename === WHEEL.filename ? [bundle([anAttestation(WHEEL)])] : undefined;
  const NO_IDENTITY: PlanChanges = { pypi: { credential: { kind: 'none', reason: 'no identity' } } };

  it.each<readonly [string, MemoryIndexOptions['provenance'], PlanChanges]>([
    ['of which another has one', ofWheel, NO_IDENTITY],
    ['where this job could have made it', () => undefined, {}],
  ])('are missed for a file %s, where they are required', async (_which, provenance, changes) => {
    const { told } = await taking(provenance, { ...SIGNED, ...changes });
    expect(told.of('noticed')).toMatchObject([
      {
        level: 'warning',
        title: 'The release lacks attestations',
        says: expect.stringContaining(SDIST.filename),
      },
    ]);
  });

  it.each<readonly [string, MemoryIndexOptions['provenance'], PlanChanges]>([
    ['are only wished for', ofWheel, WISHED],
    ['may not be there, for a token has uploaded', () => undefined, NO_IDENTITY],
  ])('are missed by nobody where they %s', async (_where, provenance, changes) => {
    const { told } = await taking(provenance, { ...SIGNED, ...changes });
    expect(told.of('noticed')).toEqual([]);
  });

  it('are not waited for where the index is in trouble: that is said, and the release goes on', async () => {
    const { found, told } = await taking(() => {
      throw new Stopped([
        fault('index-trouble', { index: 'pypi', operation: 'Looking', attempts: 4, last: 'HTTP 503.' }),
      ]);
    });
    expect(found).toEqual([]);
    expect(told.of('noticed')).toMatchObject([
      { level: 'warning', title: 'The release holds no attestations' },
    ]);
  });

  it('are not asked for where the user wants none', async () => {
    const { found, pypi } = await taking(undefined, {});
    expect([found, pypi.calls]).toEqual([[], []]);
  });
});
