import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPackageIndex } from '../../src/adapters/index/package-index.ts';
import type { UploadAnswer } from '../../src/adapters/index/uploader-output.ts';
import type { CredentialPlan } from '../../src/plan/plan.ts';
import { faultOf } from '../support/faults.ts';
import { indexPlan } from '../support/index-plan.ts';
import { type Prepared, prepared } from './distributions.ts';
import { openTrial, type Ran } from './trial.ts';

const write = process.stdout.write.bind(process.stdout);
let project: Prepared;

beforeAll(async () => {
  project = await prepared();
  // The identity client prints workflow commands.
  process.stdout.write = () => true;
});
afterAll(() => {
  process.stdout.write = write;
  project.remove();
});

async function runIn(...mishaps: readonly string[]): Promise<Ran> {
  const trial = await openTrial(project, { mishaps });
  try {
    return await trial.run();
  } finally {
    await trial.close();
  }
}

describe('an index that wants to be left alone', () => {
  it('gets no second upload before that time, although the upload tool does not hand it on', async () => {
    const { outcome, sent } = await runIn('pypi:POST /legacy/:429-retry-after-45:1');
    expect(outcome).toBe('released');
    const [first, second] = sent.filter(({ index }) => index === 'pypi');
    expect(second?.filename).toBe(first?.filename);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(45_000);
  });

  it('gets no second exchange before that time', async () => {
    const { outcome, seconds } = await runIn('pypi:POST /_/oidc/mint-token:429-retry-after-25:1');
    expect(outcome).toBe('released');
    expect(seconds).toBeGreaterThanOrEqual(25);
  });
});

describe('a token that is no longer taken', () => {
  const request = { file: '/packages/demo-1.0.tar.gz', filename: 'demo-1.0.tar.gz', sha256: 'ab' };

  function uploading(credential: CredentialPlan, ...answers: readonly UploadAnswer[]) {
    const asked: (boolean | undefined)[] = [];
    const script = [...answers];
    const index = createPackageIndex({
      plan: indexPlan('https://index.example', { credential }),
      http: { request: () => Promise.reject(new Error('nothing is to be read')) },
      uploader: { upload: async () => script.shift() ?? { kind: 'stored' } },
      credential: async (renewed) => {
        asked.push(renewed);
        return 'pypi-token';
      },
    });
    return { work: index.upload(request), asked };
  }

  const refusal = (reason: string): UploadAnswer => ({ kind: 'refused', status: 403, reason });
  const expired = refusal('Invalid API Token: token is expired');

  it.each([expired, refusal('Invalid or non-existent authentication information.')])(
    'is minted anew, once',
    async (answer) => {
      const { work, asked } = uploading({ kind: 'trusted-publishing' }, answer);
      await work;
      expect(asked).toEqual([false, true]);
      const twice = uploading({ kind: 'trusted-publishing' }, answer, expired);
      expect((await faultOf(twice.work)).code).toBe('token-expired');
      expect(twice.asked).toEqual([false, true]);
    },
  );

  it('is not asked for again where it is the user’s own', async () => {
    const { work, asked } = uploading({ kind: 'token', user: '__token__' }, expired);
    expect((await faultOf(work)).code).toBe('token-expired');
    expect(asked).toEqual([false]);
  });

  it('is not minted anew for a refusal that is about the project', async () => {
    const foreign = refusal("The user 'alice' isn't allowed to upload to project 'demo'.");
    const { work, asked } = uploading({ kind: 'trusted-publishing' }, foreign);
    expect((await faultOf(work)).code).toBe('project-foreign');
    expect(asked).toEqual([false]);
  });
});
