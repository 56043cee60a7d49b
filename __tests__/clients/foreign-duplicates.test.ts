/**
 * What many kinds of index say to a name that they have, through the real upload tools: what the index holds decides, not what it says.
 * The listing comes too late for the look before the upload, as where two runs race or a page is cached.
 */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createProcesses } from '../../src/adapters/actions/process.ts';
import { createPackageIndex } from '../../src/adapters/index/package-index.ts';
import type { UploadAnswer } from '../../src/adapters/index/uploader-output.ts';
import { createUploader, type UploaderName } from '../../src/adapters/index/uploaders.ts';
import { createHttp } from '../../src/adapters/node/http.ts';
import { hostEnvironment } from '../../src/cli/runner-environment.ts';
import { fakeClock } from '../support/fake-clock.ts';
import { faultOf } from '../support/faults.ts';
import { foreignPlan } from '../support/foreign-release.ts';
import { type Loopback, type Reply, startLoopback } from '../support/loopback.ts';
import { pythonTools } from '../support/python-tools.ts';
import { type TinyWheel, tinyWheel } from '../support/tiny-wheel.ts';

const FILE = 'tiny_demo-1.0-py3-none-any.whl';
const OTHER = 'ab'.repeat(32);
const html = (text: string): string =>
  `<!DOCTYPE html><html><head><title>Error</title></head><body><h1>${text}</h1></body></html>`;

interface Row {
  readonly server: string;
  /** Path of the upload address. */
  readonly upload: string;
  readonly says: Reply;
}

/** As the servers were seen to answer, in reports of users of twine and uv. */
const ROWS: readonly Row[] = [
  {
    server: 'PyPI',
    upload: '/legacy/',
    says: {
      status: 400,
      phrase: `File already exists ('${FILE}', with blake2_256 hash '${OTHER}').`,
      body: html(`400 File already exists (&#x27;${FILE}&#x27;, with blake2_256 hash &#x27;${OTHER}&#x27;).`),
    },
  },
  {
    server: 'Artifact Registry',
    upload: '/team/wheels/',
    says: { status: 400, body: { error: { code: 400, message: `${FILE} already exists.` } } },
  },
  {
    server: 'pypiserver',
    upload: '/',
    says: { status: 409, body: html(`Package '${FILE}' already exists! You may use the overwrite option.`) },
  },
  {
    server: 'CodeArtifact',
    upload: '/pypi/team/',
    says: { status: 409, body: { message: `The asset ${FILE} is there.`, resourceType: 'package-version' } },
  },
  {
    server: 'Forgejo',
    upload: '/api/packages/team/pypi/',
    says: { status: 409, body: 'package file already exists' },
  },
  {
    server: 'Nexus',
    upload: '/repository/team/',
    says: {
      status: 400,
      phrase: 'Repository does not allow updating assets: team',
      body: html('Error 400</h1><p>Repository does not allow updating assets: team</p><h1>'),
    },
  },
  {
    server: 'Nexus, newer',
    upload: '/repository/team/',
    says: { status: 400, body: html(`packages/tiny-demo/1.0/${FILE} cannot be updated`) },
  },
  {
    server: 'Artifactory',
    upload: '/artifactory/api/pypi/team/',
    says: {
      status: 403,
      body: {
        errors: [{ status: 403, message: `Not enough permissions to overwrite artifact 'team:${FILE}'` }],
      },
    },
  },
  {
    server: 'Artifactory, newer',
    upload: '/artifactory/api/pypi/team/',
    says: {
      status: 403,
      body: `Not enough permissions to delete/overwrite all artifacts under 'team:tiny-demo'`,
    },
  },
  {
    server: 'Artifactory, where the file is hidden',
    upload: '/artifactory/api/pypi/team/',
    says: {
      status: 404,
      body: { errors: [{ status: 404, message: `Could not locate artifact 'team:${FILE}'` }] },
    },
  },
  {
    server: 'GitLab',
    upload: '/api/v4/projects/7/packages/pypi',
    says: { status: 400, body: { message: 'Validation failed: File name has already been taken' } },
  },
  {
    server: 'devpi',
    upload: '/team/prod/',
    says: { status: 409, phrase: `${FILE} already exists in non-volatile index`, body: html('409 Conflict') },
  },
];

let wheel: TinyWheel;
const servers: Loopback[] = [];
/** What each tool came to at each server: the tools run once, each answer is then looked into against several listings. */
const answers = new Map<string, UploadAnswer>();
const posts = new Map<string, number>();

beforeAll(async () => {
  wheel = await tinyWheel('tiny_demo', '1.0');
  await Promise.all([ask('uv'), ask('twine')]);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await wheel.remove();
});

/** One after another: two tools at a time are enough for a small machine. */
async function ask(uploader: UploaderName): Promise<void> {
  const tools = await pythonTools();
  const processes = createProcesses({ environment: hostEnvironment(process.env) });
  const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
  for (const { server, upload, says } of ROWS) {
    const started = await startLoopback(() => says);
    servers.push(started);
    const to = { url: `${started.base}${upload}`, user: '__token__', token: 'tide', attestations: [] };
    const answer = await createUploader(uploader, { processes, commands }).upload(wheel.file, to);
    answers.set(`${uploader} ${server}`, answer);
    posts.set(`${uploader} ${server}`, started.asked.length);
  }
}

/** Uploads to an index that refuses as it did the tool, and lists the file from then on with this digest, or not at all. */
async function upload(uploader: UploaderName, { server, upload: at }: Row, sha256: string | undefined) {
  const answer = answers.get(`${uploader} ${server}`);
  if (answer === undefined) throw new Error(`${uploader} was not run against ${server}`);
  const line = `<a href="../../files/${FILE}#sha256=${sha256}">${FILE}</a>`;
  const listing = await startLoopback(({ url }) =>
    sha256 !== undefined && url.endsWith('simple/tiny-demo/')
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: `<h1>Links for tiny-demo</h1>${line}` }
      : { status: 404 },
  );
  servers.push(listing);
  const index = createPackageIndex({
    plan: foreignPlan(`${listing.base}${at}`),
    http: createHttp({ clock: fakeClock(), userAgent: 'test' }),
    uploader: { upload: async () => answer },
    credential: async () => 'tide',
  });
  await index.upload({ file: wheel.file, filename: FILE, sha256: wheel.sha256 });
}

describe.each(['uv', 'twine'] as const)('a name that is taken, by %s', (uploader) => {
  describe.each(ROWS.map((row) => [row.server, row] as const))('on %s', (server, row) => {
    it('is asked for once', () => {
      expect(posts.get(`${uploader} ${server}`)).toBe(1);
    });

    it('is ours where the same bytes are there', async () => {
      await expect(upload(uploader, row, wheel.sha256)).resolves.toBeUndefined();
    });

    it('is a conflict of both digests where other bytes are there, and is not tried again', async () => {
      const fault = await faultOf(upload(uploader, row, OTHER));
      expect([fault.code, fault.blame]).toEqual(['upload-conflict', 'user']);
      expect(fault.finding).toContain(OTHER);
      expect(fault.finding).toContain(wheel.sha256);
    });

    it('is told as the index tells it where nothing is listed, and is not tried again', async () => {
      const fault = await faultOf(upload(uploader, row, undefined));
      expect([fault.code, fault.blame]).toEqual(['file-exists', 'user']);
    });
  });

  it('is the same to a devpi that answers 200 to the same bytes', async () => {
    const says = { status: 200, phrase: 'Upload of identical file to non volatile index.' };
    const server = await startLoopback(() => says);
    servers.push(server);
    const tools = await pythonTools();
    const processes = createProcesses({ environment: hostEnvironment(process.env) });
    const commands = { uv: async () => tools.uv, twine: async () => tools.twine };
    const to = { url: `${server.base}/team/prod/`, user: '__token__', token: 'tide', attestations: [] };
    const answer = await createUploader(uploader, { processes, commands }).upload(wheel.file, to);
    expect(answer).toEqual({ kind: 'stored' });
  });
});
