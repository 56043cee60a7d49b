import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { claims, mint, NOW, PUBLISHER, type Served, sdist, serveIndex, upload, wheel } from './harness.ts';

const PENDING = {
  owner: 'acme',
  owner_id: '1234567',
  repository: 'fresh',
  workflow: 'release.yml',
  environment: '',
  project: 'fresh',
};
const ref = (repository: string) => `acme/${repository}/.github/workflows/release.yml@refs/tags/v1.0`;
const fresh = (change = {}) =>
  claims(
    { repository: 'acme/fresh', job_workflow_ref: ref('fresh'), environment: undefined, ...change },
    clock,
  );
const wellFormed = (change = {}) => claims(change, clock);
const NOT_FOUND = 'Publisher with matching claims was not found';

let clock = NOW;
let served: Served;
beforeEach(async () => {
  clock = NOW;
  served = await serveIndex({ now: () => clock, publishers: [PUBLISHER], pending: [PENDING] });
});
afterEach(() => served.close());

const exchange = async (change: Record<string, unknown> = {}, kid?: string | null) =>
  mint(served, await served.sign(wellFormed(change), kid));
const seconds = NOW.getTime() / 1000;

describe('the audience', () => {
  it('is the name of the index, by GET only', async () => {
    const address = `${served.base}/_/oidc/audience`;
    expect(await (await fetch(address)).text()).toBe('{"audience":"pypi"}');
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(405);
    expect((await fetch(`${address}/`)).status).toBe(404);
  });

  it('is refused when trusted publishing is off', async () => {
    served.state.flags.add('disallow-oidc');
    const response = await fetch(`${served.base}/_/oidc/audience`);
    expect([response.status, await response.json()]).toEqual([
      403,
      { message: 'Trusted publishing functionality not enabled' },
    ]);
    expect(await exchange()).toMatchObject({
      status: 422,
      code: 'not-enabled',
      description: 'github trusted publishing functionality not enabled',
    });
  });
});

describe('an exchange that is granted', () => {
  it('gives a token for 900 seconds, in sorted compact JSON', async () => {
    const body = JSON.stringify({ token: await served.sign(wellFormed()), extra: 1 });
    const response = await fetch(`${served.base}/_/oidc/github/mint-token`, { method: 'POST', body });
    expect(response.headers.get('Content-Type')).toBe('application/json');
    expect(await response.text()).toMatch(
      new RegExp(`^\\{"expires":${seconds + 900},"success":true,"token":"pypi-[A-Za-z0-9_-]{85,}"\\}$`),
    );
  });

  it('gives a token that uploads any number of files to the projects of the publisher', async () => {
    const { token } = await exchange();
    expect(await upload(served, wheel('demo', '1.0'), {}, token)).toMatchObject({ status: 200 });
    expect(await upload(served, await sdist('demo', '1.0'), {}, token)).toMatchObject({ status: 200 });
    clock = new Date(NOW.getTime() + 900_000);
    expect(await upload(served, wheel('demo', '1.1'), {}, token)).toMatchObject({
      status: 403,
      reason: 'Invalid API Token: token is expired, token is expired',
    });
  });

  it('gives a token that does not reach other projects, there or not', async () => {
    await upload(served, wheel('other', '1.0'));
    const { token } = await exchange();
    const { status, reason } = await upload(served, wheel('other', '1.1'), {}, token);
    expect(status).toBe(403);
    expect(reason).toMatch(
      /^Invalid API Token: OIDC scoped token is not valid for project 'other', project-scoped token is not valid for project: 'other', OIDC/,
    );
    expect(await upload(served, wheel('unmade', '1.0'), {}, token)).toMatchObject({
      status: 400,
      reason: expect.stringMatching(/^Non-user identities cannot create new projects\./),
    });
  });

  it('gives a token that ends with the publisher, and stops at a quarantine', async () => {
    const { token } = await exchange();
    const project = served.state.projects.get('demo');
    if (project === undefined) throw new Error('no project');
    served.state.projects.set('demo', { ...project, status: 'quarantined' });
    expect(await upload(served, wheel('demo', '1.0'), {}, token)).toMatchObject({
      status: 403,
      reason: "The given token isn't allowed to upload to project 'demo'.",
    });
    served.state.publishers = [];
    expect(await upload(served, wheel('demo', '1.0'), {}, token)).toMatchObject({
      reason: expect.stringMatching(/^Invalid or non-existent/),
    });
  });

  it.each([
    ['an environment in other letters', { environment: 'PyPI' }],
    ['a claim nobody knows', { brand_new: '1' }],
    [
      'a job at a commit',
      { ref: '', job_workflow_ref: `acme/demo/.github/workflows/release.yml@${'0'.repeat(40)}` },
    ],
    ['an issue time within the leeway', { iat: seconds + 29, nbf: seconds + 29 }],
    ['an expiry within the leeway', { exp: seconds - 29 }],
  ])('takes %s', async (_claim, change) => {
    expect(await exchange(change)).toMatchObject({ status: 200 });
  });
});

describe('an exchange that is refused', () => {
  it.each([
    [
      'hello',
      /^1 validation error for TokenPayload\n {2}Invalid JSON: expected value at line 1 column 1 \[type=json_invalid, input_value=b'hello', input_type=bytes\]/,
    ],
    [
      '',
      /^1 validation error for TokenPayload\n {2}Invalid JSON: EOF while parsing a value at line 1 column 0/,
    ],
    [
      '{"token":null}',
      /^1 validation error for TokenPayload\ntoken\n {2}Input should be a valid string \[type=string_type, input_value=None, input_type=NoneType\]/,
    ],
    ['{}', /^1 validation error for TokenPayload\ntoken\n {2}Field required/],
    ['[]', /^1 validation error for TokenPayload\n {2}Input should be an object/],
    ['{"token":"abc"}', /^malformed JWT$/],
  ])('calls the payload %j invalid', async (body, description) => {
    const response = await fetch(`${served.base}/_/oidc/mint-token`, { method: 'POST', body });
    expect(response.status).toBe(422);
    const answer = (await response.json()) as { errors: readonly { code: string; description: string }[] };
    expect(answer).toMatchObject({ message: 'Token request failed', errors: [{ code: 'invalid-payload' }] });
    expect(answer.errors[0]?.description).toMatch(description);
  });

  it.each([
    ['https://ci.example.org', 'invalid-payload', 'unknown trusted publishing issuer'],
    ['https://token.actions.githubusercontent.com/', 'invalid-payload', 'unknown trusted publishing issuer'],
    ['https://gitlab.com', 'not-enabled', 'gitlab trusted publishing functionality not enabled'],
    ['https://accounts.google.com', 'invalid-token', 'malformed or invalid token'],
  ])('answers the issuer %s', async (iss, code, description) => {
    expect(await exchange({ iss })).toMatchObject({ status: 422, code, description });
  });

  it.each<[claim: string, change: Record<string, unknown>]>([
    ['a list of audiences', { aud: ['pypi'] }],
    ['another audience', { aud: 'testpypi' }],
    ['no audience', { aud: undefined }],
    ['an expiry beyond the leeway', { exp: seconds - 31 }],
    ['no expiry', { exp: undefined }],
    ['no issue time', { iat: undefined }],
    ['an issue time ahead', { iat: seconds + 31 }],
    ['a time before which it is not valid', { nbf: seconds + 31 }],
  ])('calls a token with %s invalid', async (_claim, change) => {
    expect(await exchange(change)).toMatchObject({
      code: 'invalid-token',
      description: 'malformed or invalid token',
    });
  });

  it.each([
    ['another key id', 'other'],
    ['no key id', null],
  ])('calls a token with %s invalid', async (_claim, kid) => {
    expect(await exchange({}, kid)).toMatchObject({ code: 'invalid-token' });
  });

  it.each(['sub', 'jti'])('calls a token invalid whose %s is null (PyJWT)', async (claim) => {
    expect(await exchange({ [claim]: null })).toMatchObject({ code: 'invalid-token' });
  });

  it('calls a token invalid that another key signed, or a shared secret', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256');
    const header = { kid: 'oracle-key' };
    const foreign = await new SignJWT(wellFormed())
      .setProtectedHeader({ alg: 'RS256', ...header })
      .sign(privateKey);
    const secret = Buffer.from(JSON.stringify(await exportJWK(publicKey)));
    const shared = await new SignJWT(wellFormed())
      .setProtectedHeader({ alg: 'HS256', ...header })
      .sign(secret);
    expect([(await mint(served, foreign)).code, (await mint(served, shared)).code]).toEqual([
      'invalid-token',
      'invalid-token',
    ]);
  });

  it.each<[why: string, change: Record<string, unknown>]>([
    [NOT_FOUND, { repository: 'acme/other', job_workflow_ref: ref('other') }],
    [NOT_FOUND, { repository: 'ACME/Demo' }],
    [NOT_FOUND, { job_workflow_ref: 'acme/demo/.github/workflows/ci.yml@refs/tags/v1.0' }],
    [NOT_FOUND, { repository_owner_id: '7' }],
    [NOT_FOUND, { environment: undefined }],
    [NOT_FOUND, { environment: 'staging' }],
    ["Check failed for required claim 'repository_owner'", { repository_owner: 'other' }],
    ["Missing claim 'repository_owner_id'", { repository_owner_id: undefined }],
    ["Missing claim 'jti'", { jti: undefined }],
    ["Missing claim 'event_name'", { event_name: undefined }],
    ["Missing claim 'sha'", { sha: undefined }],
    ['The ref and sha claims are empty', { ref: '', sha: '' }],
    ['Could not job extract workflow filename from OIDC claims', { job_workflow_ref: 'acme/demo' }],
    [
      "Publishing from a workflow invoked via 'pull_request_target' is not supported.",
      { event_name: 'pull_request_target' },
    ],
    [
      `The job_workflow_ref claim does not match, expecting one of ['acme/demo/.github/workflows/release.yml@${'0'.repeat(40)}', '${ref('demo')}'], got 'acme/shared/.github/workflows/release.yml@refs/heads/main'`,
      { job_workflow_ref: 'acme/shared/.github/workflows/release.yml@refs/heads/main' },
    ],
  ])('finds no publisher: %s', async (why, change) => {
    expect(await exchange(change)).toMatchObject({
      status: 422,
      code: 'invalid-publisher',
      description: `valid token, but no corresponding publisher (${why})`,
    });
  });

  it('grants a token once, and burns none that it refused', async () => {
    const good = await served.sign(wellFormed({ jti: 'once' }));
    await exchange({ jti: 'once', environment: undefined });
    expect(await mint(served, good)).toMatchObject({ status: 200 });
    expect(await mint(served, good)).toMatchObject({
      code: 'invalid-reuse-token',
      description: 'invalid token: already used',
    });
  });
});

describe('several publishers', () => {
  it('prefers the one with the environment of the token', async () => {
    await served.close();
    const general = { ...PUBLISHER, environment: '', projects: ['general'] };
    const named = { ...PUBLISHER, environment: 'PyPI' };
    served = await serveIndex({ now: () => clock, publishers: [general, named] });
    const first = await exchange();
    const other = await exchange({ environment: 'staging' });
    expect(await upload(served, wheel('demo', '1.0'), {}, first.token)).toMatchObject({ status: 200 });
    expect(await upload(served, wheel('general', '1.0'), {}, other.token)).toMatchObject({ status: 200 });
  });
});

describe('a pending publisher', () => {
  const exchangeFresh = async (change = {}) => mint(served, await served.sign(fresh(change)));

  it('makes its project at once and is an ordinary publisher from then on', async () => {
    const { token } = await exchangeFresh();
    expect(served.state.projects.get('fresh')).toMatchObject({ releases: [], serial: served.state.serial });
    expect((await fetch(`${served.base}/simple/fresh/`)).status).toBe(200);
    expect((await fetch(`${served.base}/pypi/fresh/json`)).status).toBe(404);
    expect(await upload(served, wheel('fresh', '1.0'), {}, token)).toMatchObject({ status: 200 });
    expect(await exchangeFresh()).toMatchObject({ status: 200 });
    expect(served.state.pending).toEqual([]);
  });

  it('that comes too late is gone, and its refusal stays', async () => {
    await upload(served, wheel('fresh', '1.0'));
    expect(await exchangeFresh()).toMatchObject({
      code: 'invalid-pending-publisher',
      description: 'valid token, but project already exists',
    });
    expect(await exchangeFresh()).toMatchObject({
      code: 'invalid-publisher',
      description: `valid token, but no corresponding publisher (${NOT_FOUND})`,
    });
  });

  it('may not take a name too like another, and is kept', async () => {
    await upload(served, wheel('fre5h', '1.0'));
    served.state.prohibited.add('fresh');
    expect(await exchangeFresh()).toMatchObject({
      code: 'invalid-payload',
      description: "The name 'fresh' isn't allowed.",
    });
    expect(served.state.pending).toHaveLength(1);
  });
});
