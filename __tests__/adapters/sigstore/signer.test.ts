import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createSigner } from '../../../src/adapters/sigstore/signer.ts';
import { type Services, startServices } from '../../../src/emulators/serve.ts';
import { logIndexOf, statementOf } from '../../../src/packaging/attestation.ts';
import { PUBLISH_PREDICATE } from '../../../src/plan/known-indexes.ts';
import type { Identity } from '../../../src/ports/identity.ts';
import { Stopped, stop } from '../../../src/release/fault.ts';
import { attested } from '../../../src/upload/attestations.ts';
import { type FakeClock, fakeClock } from '../../support/fake-clock.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { makeScratch, type Scratch } from '../../support/scratch.ts';
import { aDistribution, aPlan, faultsOf, recorder } from '../../support/world.ts';

const SHA256 = createHash('sha256').update('bytes').digest('hex');
const SUBJECT = { filename: 'demo-1.2.0.tar.gz', sha256: SHA256 };
const SERVED = '2026-11-22T12:00:00Z';

let scratch: Scratch;
let services: Services | undefined;
beforeAll(() => {
  scratch = makeScratch();
});
afterEach(async () => {
  await services?.close();
  services = undefined;
});
afterAll(() => scratch.remove());

interface Signing {
  readonly mishaps?: readonly string[];
  readonly clock?: FakeClock;
  readonly token?: Identity['token'];
}

async function signing({ mishaps = [], clock = fakeClock(), token }: Signing = {}) {
  const running = await startServices({ scratch: scratch.file(`${Math.random()}`), mishaps });
  services = running;
  const audiences: string[] = [];
  const identity: Identity = {
    token: async (audience) => {
      audiences.push(audience);
      return token === undefined ? identityToken(running, audience) : token(audience);
    },
  };
  const { fulcio, rekor } = running.sigstore;
  const spans: unknown[] = [];
  const signer = createSigner({
    identity,
    clock,
    fulcio,
    rekor,
    predicateType: PUBLISH_PREDICATE,
    onSpan: (span) => void spans.push(span),
  });
  const posts = (prefix: string) =>
    running.requests.filter(({ service, path }) => service === 'sigstore' && path.startsWith(prefix)).length;
  return { signer, audiences, posts, spans, clock };
}

async function identityToken({ env }: Services, audience: string): Promise<string> {
  const headers = { authorization: `bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
  const answer = await fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${audience}`, { headers });
  return ((await answer.json()) as { readonly value: string }).value;
}

describe('the signer', () => {
  it('attests that the job publishes the file, by an entry in the log', async () => {
    const { signer, audiences, spans } = await signing();
    const attestation = await signer.attest(SUBJECT);
    expect(statementOf(attestation)).toEqual({ subjects: [SUBJECT], predicateType: PUBLISH_PREDICATE });
    expect(logIndexOf(attestation)).toMatch(/^\d+$/);
    expect(audiences).toEqual(['sigstore']);
    expect(spans).toHaveLength(1);
  });

  it('asks for one certificate for many files', async () => {
    const { signer, posts } = await signing();
    for (const filename of ['a', 'b', 'c']) await signer.attest({ filename, sha256: SHA256 });
    expect([posts('/fulcio'), posts('/rekor')]).toEqual([1, 3]);
  });

  it('asks for another certificate when the first runs out', async () => {
    // The certificate's ten minutes are those of the machine's clock.
    const clock = fakeClock(new Date().toISOString());
    const { signer, posts } = await signing({ clock });
    await signer.attest(SUBJECT);
    clock.pass(9 * 60_000 + 1_000);
    await signer.attest(SUBJECT);
    expect(posts('/fulcio')).toBe(2);
  });

  it('says who would sign, without signing', async () => {
    const { signer, posts, audiences } = await signing();
    const workflow = 'octo/demo/.github/workflows/release.yml@refs/heads/main';
    const expected = { repository: 'octo/demo', workflow, jobWorkflow: workflow };
    expect([await signer.signatory(), await signer.signatory()]).toEqual([expected, expected]);
    expect([posts('/'), audiences.length]).toEqual([0, 1]);
  });

  it.each([
    ['/fulcio', 'Asking for a signing certificate failed: (503)'],
    ['/rekor', 'Writing into the transparency log failed: (503)'],
  ])('stops by the world’s fault where %s is in trouble', async (prefix, finding) => {
    const { signer } = await signing({ mishaps: [`sigstore:POST ${prefix}:503`] });
    const [fault] = await faultsOf(signer.attest(SUBJECT));
    expect([fault?.code, fault?.blame]).toEqual(['sigstore-trouble', 'world']);
    expect(fault?.finding).toContain(finding);
  });

  it.each(['drop', '429', '408'])('takes %s for trouble that passes', async (effect) => {
    const { signer } = await signing({ mishaps: [`sigstore:POST /:${effect}`] });
    expect((await faultsOf(signer.attest(SUBJECT))).map(({ code }) => code)).toEqual(['sigstore-trouble']);
  });

  it('stops by the user’s fault where Sigstore does not take the identity, with its reason', async () => {
    const forged = `${btoa('{"alg":"RS256"}')}.${btoa('{"sub":"mallory"}')}.AAAA`;
    const { signer } = await signing({ token: async () => forged });
    const [fault] = await faultsOf(signer.attest(SUBJECT));
    expect([fault?.code, fault?.blame]).toEqual(['sigstore-refused', 'user']);
    expect(fault?.finding).toContain('There was an error processing the identity token');
  });

  it('never tells a token, not even one that cannot be read', async () => {
    const { signer } = await signing({ token: async () => 'secret-token' });
    const [fault] = await faultsOf(signer.attest(SUBJECT));
    expect(JSON.stringify(fault)).not.toContain('secret-token');
  });

  it('stops with the identity’s own fault where the forge gives no token', async () => {
    const { signer } = await signing({
      token: async (audience) => stop('identity-refused', { audience, problem: 'HTTP 500' }),
    });
    expect((await faultsOf(signer.attest(SUBJECT))).map(({ code }) => code)).toEqual(['identity-refused']);
  });
});

describe('an outage of Sigstore', () => {
  const wheel = aDistribution();
  const told = (policy: 'required' | 'best-effort') => ({
    policy,
    plan: aPlan({ attestations: { policy, fulcio: undefined, rekor: undefined } }),
    told: recorder(),
    files: memoryFiles(),
  });

  it('is waited out, each wait told, with no time gone by in the test', async () => {
    const clock = fakeClock(SERVED);
    const { signer, posts } = await signing({ mishaps: ['sigstore:POST /fulcio:503:4'], clock });
    const { plan, told: heard, files } = told('required');
    const world = { signer, clock, files };
    const made = await attested({ name: 'pypi', plan, world, emit: heard.emit }, async () => [wheel]);
    expect(made.map(({ filename }) => filename)).toEqual([wheel.filename]);
    expect(posts('/fulcio')).toBe(5);
    expect(clock.slept).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(heard.of('noticed').map(({ level, says }) => [level, says])).toEqual(
      [5, 10, 20, 40].map((seconds) => [
        'notice',
        expect.stringMatching(
          new RegExp(`^Asking for a signing certificate failed: .*503.* Trying again in ${seconds} s\\.$`),
        ),
      ]),
    );
  });

  it('is not waited for longer than ten minutes', async () => {
    const clock = fakeClock(SERVED);
    const { signer } = await signing({ mishaps: ['sigstore:POST /:503'], clock });
    const { plan, told: heard, files } = told('required');
    const attesting = { name: 'pypi', plan, world: { signer, clock, files }, emit: heard.emit } as const;
    await expect(attested(attesting, async () => [wheel])).rejects.toBeInstanceOf(Stopped);
    const waited = clock.slept.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThan(8 * 60_000);
    expect(waited).toBeLessThanOrEqual(10 * 60_000);
  });

  it('is waited for a minute where attestations are best-effort, and then the files go without', async () => {
    const clock = fakeClock(SERVED);
    const { signer } = await signing({ mishaps: ['sigstore:POST /:503'], clock });
    const { plan, told: heard, files } = told('best-effort');
    const attesting = { name: 'pypi', plan, world: { signer, clock, files }, emit: heard.emit } as const;
    expect(await attested(attesting, async () => [wheel])).toEqual([]);
    expect(clock.slept.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(60_000);
    expect(clock.slept.length).toBeGreaterThan(1);
    expect(heard.of('noticed').at(-1)).toMatchObject({
      level: 'warning',
      says: expect.stringContaining('best-effort'),
    });
  });
});
