/** The adapter against the emulated PyPI, with real uploaders: what a phase will live through. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../../src/adapters/actions/process.ts';
import { createIdentity } from '../../../src/adapters/github/identity.ts';
import { createCredential } from '../../../src/adapters/index/credential.ts';
import { createPackageIndex } from '../../../src/adapters/index/package-index.ts';
import { createTrustedPublishing } from '../../../src/adapters/index/trusted-publishing.ts';
import { createUploader, type UploaderName } from '../../../src/adapters/index/uploaders.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { type ServiceOptions, type Services, startServices } from '../../../src/emulators/serve.ts';
import type { CredentialPlan } from '../../../src/plan/plan.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { indexPlan } from '../../support/index-plan.ts';
import { type PythonTools, pythonTools } from '../../support/python-tools.ts';
import { type TinyWheel, tinyWheel } from '../../support/tiny-wheel.ts';

const PUBLISHER = {
  owner: 'octo',
  owner_id: '3',
  repository: 'demo',
  workflow: 'release.yml',
  environment: 'pypi',
};
const write = process.stdout.write;

let tools: PythonTools;
let wheel: TinyWheel;
let other: TinyWheel;
let services: Services | undefined;
let scratch: string;

beforeAll(async () => {
  tools = await pythonTools();
  wheel = await tinyWheel('tiny_demo', '1.0');
  other = await tinyWheel('tiny_demo', '1.0', 'Summary: other bytes');
});
afterEach(async () => {
  process.stdout.write = write;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_URL;
  delete process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
  await services?.close();
  services = undefined;
  await rm(scratch, { recursive: true, force: true });
});
afterAll(() => Promise.all([wheel.remove(), other.remove()]));

interface Scene extends Omit<ServiceOptions, 'scratch'> {
  readonly uploader?: UploaderName;
  readonly credential?: CredentialPlan;
  readonly token?: string;
}

/** PyPI as seen by a job: over its token, or over trusted publishing. */
async function scene({
  uploader = 'uv',
  credential = { kind: 'token', user: '__token__' },
  token,
  ...options
}: Scene = {}) {
  scratch = await mkdtemp(join(tmpdir(), 'pypi-release-index-'));
  services = await startServices({ ...options, scratch });
  const { pypi, oidc } = services;
  process.env.ACTIONS_ID_TOKEN_REQUEST_URL = oidc.request_url;
  process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = oidc.request_token;
  // The mask of the identity token would stand in the output of the tests.
  process.stdout.write = () => true;
  const clock = { ...fakeClock(), now: () => new Date() };
  const plan = indexPlan(pypi.base, { credential });
  const http = createHttp({ clock, userAgent: 'test' });
  const masked: string[] = [];
  const mask = (secret: string) => masked.push(secret);
  const exchange = createTrustedPublishing({ plan, http, clock, mask, identity: createIdentity({ clock }) });
  const processes = createProcesses({ environment: { PATH: process.env.PATH ?? '', HOME: scratch } });
  const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
  const index = createPackageIndex({
    plan,
    http,
    uploader: createUploader(uploader, { processes, commands }),
    credential: createCredential(plan, { token: token ?? pypi.token, exchange }),
  });
  return { index, masked, services };
}

describe.each(['uv', 'twine'] as const)('publishing by %s', (uploader) => {
  it('puts a distribution where the release, the project page and the file host have it', async () => {
    const { index } = await scene({ uploader });
    expect(await index.project('tiny-demo')).toBeUndefined();
    expect(await index.release('tiny-demo', '1.0')).toEqual([]);
    await index.upload(wheel);
    const [file, ...others] = await index.release('tiny_demo', '1.0');
    expect(others).toEqual([]);
    expect(file).toMatchObject({ filename: wheel.filename, sha256: wheel.sha256 });
    expect(await index.project('tiny-demo')).toEqual({
      name: 'tiny-demo',
      versions: ['1.0'],
      files: [file],
      hasJournal: true,
    });
    expect(await index.digest(file?.url ?? '')).toBe(wheel.sha256);
  });

  it('may be done again with the same bytes, and never with others', async () => {
    const { index } = await scene({ uploader });
    await index.upload(wheel);
    await index.upload(wheel);
    const fault = await faultOf(index.upload(other));
    expect(fault.code).toBe('upload-conflict');
    expect(fault.finding).toContain(`here sha256 ${other.sha256}, on PyPI ${wheel.sha256}`);
  });

  it('stops where the token is none of this index', async () => {
    const { index } = await scene({ uploader, token: `pypi-${'A'.repeat(90)}` });
    expect(await faultOf(index.upload(wheel))).toMatchObject({ code: 'token-unknown', blame: 'user' });
  });

  it('stops in the index’s own words for a release that it refuses', async () => {
    const { index } = await scene({ uploader });
    const guarded = await tinyWheel('tiny_demo', '2.0', 'Classifier: Private :: Do Not Upload');
    const fault = await faultOf(index.upload(guarded));
    await guarded.remove();
    expect(fault.code).toBe('classifier-refused');
    expect(fault.finding).toContain("'Private :: Do Not Upload' is not a valid classifier.");
  });

  it('stops as the world’s fault where the answer is lost, and finds the file afterwards', async () => {
    const { index } = await scene({ uploader, mishaps: ['pypi:POST /legacy/:lost:1'] });
    expect(await faultOf(index.upload(wheel))).toMatchObject({ code: 'index-trouble', blame: 'world' });
    expect(await index.release('tiny-demo', '1.0')).toMatchObject([{ sha256: wheel.sha256 }]);
  });
});

describe('trusted publishing', () => {
  const credential = { kind: 'trusted-publishing' } as const;
  const claims = {
    environment: 'pypi',
    job_workflow_ref: 'octo/demo/.github/workflows/release.yml@refs/tags/v1.0',
    workflow_ref: 'octo/demo/.github/workflows/release.yml@refs/tags/v1.0',
    ref: 'refs/tags/v1.0',
  };

  it('uploads with a minted token, which is masked', async () => {
    const { index, masked } = await scene({
      credential,
      claims,
      publishers: [{ ...PUBLISHER, projects: ['tiny-demo'] }],
    });
    await index.authorise();
    await index.upload(wheel);
    expect(masked).toEqual([expect.stringMatching(/^pypi-/)]);
    expect(await index.release('tiny-demo', '1.0')).toMatchObject([{ sha256: wheel.sha256 }]);
  });

  it('makes the project of a pending publisher', async () => {
    const { index } = await scene({ credential, claims, pending: [{ ...PUBLISHER, project: 'tiny-demo' }] });
    await index.upload(wheel);
    expect((await index.project('tiny-demo'))?.versions).toEqual(['1.0']);
  });

  it('knows before anything is uploaded that the publisher is not registered, and says what to enter', async () => {
    const { index, services } = await scene({
      credential,
      claims,
      publishers: [{ ...PUBLISHER, environment: 'other', projects: ['tiny-demo'] }],
    });
    const { code, remedy } = await faultOf(index.authorise());
    expect(code).toBe('publisher-unknown');
    expect(remedy).toContain(
      'Owner octo, Repository name demo, Workflow name release.yml, Environment name pypi',
    );
    expect(services.requests.some(({ path }) => path.startsWith('/legacy'))).toBe(false);
  });

  it('stops where the publisher is of another project', async () => {
    const { index } = await scene({
      credential,
      claims,
      publishers: [{ ...PUBLISHER, projects: ['elsewhere'] }],
      projects: { 'tiny-demo': { '0.9': ['tiny_demo-0.9.tar.gz'] } },
    });
    expect((await faultOf(index.upload(wheel))).code).toBe('publisher-scope');
  });

  it('goes on where the exchange fails at first', async () => {
    const { index } = await scene({
      credential,
      claims,
      publishers: [{ ...PUBLISHER, projects: ['tiny-demo'] }],
      mishaps: ['pypi:POST /_/oidc/mint-token:lost:1', 'pypi:GET /_/oidc/audience:503:1', 'oidc:GET /:500:1'],
    });
    await expect(index.authorise()).resolves.toBeUndefined();
  });
});
