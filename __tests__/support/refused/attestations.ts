import { issueToken } from '../../../src/emulators/index/macaroon.ts';
import { NOW, type Served } from '../../emulators/index/harness.ts';
import type { RefusedRow } from './row.ts';

/** A token of a trusted publisher of demo. */
function minted({ state }: Served): string {
  const projects = [state.projects.get('demo')?.id ?? ''];
  const publisher = { id: 'p', owner: 'acme', ownerId: '1', repository: 'demo', workflow: 'release.yml' };
  state.publishers = [{ ...publisher, environment: '', projects }];
  const seconds = NOW.getTime() / 1000;
  return issueToken(state, '127.0.0.1', { publisher: 'p' }, [
    [4, 'p', null],
    [2, projects],
    [0, seconds + 900, seconds],
  ]);
}

const MATERIAL = { certificate: 'AAAA', transparency_entries: [{ logIndex: '0' }] };
const SHAPED = {
  version: 1,
  verification_material: MATERIAL,
  envelope: { statement: 'AAAA', signature: 'AAAA' },
};

/** Attestations that are refused before anything of them is verified: step 28 of an upload. */
export const ATTESTATIONS: readonly RefusedRow[] = [
  {
    claim: 'attestations come with an API token',
    code: 'attestations-untrusted',
    says: 'only supported when using Trusted Publishing',
    fields: { attestations: '[]' },
  },
  ...(
    [
      ['are no JSON', 'nope', '1 validation error'],
      ['are an empty list', '[]', 'an empty attestation set is not permitted'],
      ['have another version', JSON.stringify([{ ...SHAPED, version: 2 }]), '1 validation error'],
      ['lack everything', '[{}]', '3 validation errors'],
      [
        'are three',
        JSON.stringify([SHAPED, SHAPED, SHAPED]),
        'A maximum of 2 attestations per file are supported',
      ],
    ] as const
  ).map(([claim, attestations, says]) => ({
    claim: `the attestations ${claim}`,
    code: 'attestations-malformed' as const,
    says,
    token: minted,
    fields: { attestations },
  })),
];
