import { afterEach, describe, expect, it } from '@jest/globals';
import { servedProvenance } from '../../../src/adapters/index/integrity.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { anAttestation } from '../../support/attestation.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { indexPlan } from '../../support/index-plan.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';
import { codesOf } from '../../support/world.ts';

const FILE = { name: 'Demo_Pkg', version: '1!1.0', filename: 'demo_pkg-1!1.0.tar.gz' };
const ATTESTATION = anAttestation({ filename: FILE.filename, sha256: 'abc' });

let server: Loopback | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function read(reply: Reply) {
  server = await startLoopback(() => reply);
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  return servedProvenance({ plan: indexPlan(server.base), http }, FILE);
}

describe('the provenance of a file', () => {
  it('is what the index gives out, with whom it took it from', async () => {
    const publisher = { kind: 'GitHub', repository: 'org/demo', workflow: 'release.yml', environment: null };
    const body = {
      version: 1,
      attestation_bundles: [{ publisher, attestations: [ATTESTATION, { version: 9 }] }],
    };
    expect(await read({ status: 200, body })).toEqual([
      {
        publisher: { kind: 'GitHub', repository: 'org/demo', workflow: 'release.yml' },
        attestations: [ATTESTATION],
      },
    ]);
  });

  it('is asked for by the normal name, past the caches', async () => {
    await read({ status: 404, body: { message: 'No provenance available' } });
    expect(server?.asked[0]?.url).toBe('/integrity/demo-pkg/1!1.0/demo_pkg-1!1.0.tar.gz/provenance');
    expect(server?.asked[0]?.headers).toMatchObject({
      accept: expect.stringMatching(/^application\/vnd\.pypi\.integrity\.v1\+json/),
      'cache-control': 'no-cache',
    });
  });

  it('may leave out what another kind of publisher does not have', async () => {
    const body = { attestation_bundles: [{ publisher: { kind: 'Google', email: 'x' }, attestations: [] }] };
    expect(await read({ status: 200, body })).toEqual([
      { publisher: { kind: 'Google', repository: undefined, workflow: undefined }, attestations: [] },
    ]);
  });

  it.each([403, 404, 406])('is none where the index answers %i', async (status) => {
    expect(await read({ status, body: 'none' })).toBeUndefined();
  });

  it.each<[string, Reply]>([
    ['503', { status: 503 }],
    ['a page', { status: 200, body: '<html></html>' }],
  ])('stops at %s', async (_claim, reply) => expect(await codesOf(read(reply))).toEqual(['index-trouble']));
});
