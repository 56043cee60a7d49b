import { afterEach, describe, expect, it } from '@jest/globals';
import { createPackageIndex } from '../../../src/adapters/index/package-index.ts';
import type { UploadAnswer } from '../../../src/adapters/index/uploader-output.ts';
import { createHttp } from '../../../src/adapters/node/http.ts';
import { sha256Hex } from '../../../src/packaging/digest.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { faultOf } from '../../support/faults.ts';
import { indexPlan } from '../../support/index-plan.ts';
import { type Loopback, type Reply, startLoopback } from '../../support/loopback.ts';

const BYTES = Buffer.from('the bytes of a wheel');
const DIGEST = sha256Hex(BYTES);
const OTHER = 'cd'.repeat(32);
const WHEEL = 'demo_pkg-1.0-py3-none-any.whl';
const SDIST = 'demo_pkg-1.0.tar.gz';
const REQUEST = { file: `/packages/${WHEEL}`, filename: WHEEL, sha256: DIGEST };

let server: Loopback | undefined;
afterEach(() => server?.close());

type Pages = Readonly<Record<string, Reply | 'drop'>>;

/** An index with these pages (404 for any other), whose uploader answers so. */
async function indexWith(pages: Pages, uploads: readonly UploadAnswer[] = []) {
  server = await startLoopback(({ url }) => pages[url] ?? { status: 404, body: 'Not Found' });
  const sent: unknown[] = [];
  const uploader = {
    async upload(file: string, to: object) {
      sent.push({ file, ...to });
      return uploads[sent.length - 1] ?? ({ kind: 'stored' } as const);
    },
  };
  const http = createHttp({ clock: fakeClock(), userAgent: 'test' });
  const plan = indexPlan(server.base);
  return {
    sent,
    plan,
    index: createPackageIndex({ plan, http, uploader, credential: async () => 'pypi-token' }),
  };
}

const simpleJson = (files: readonly object[], versions?: readonly string[]): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/vnd.pypi.simple.v1+json' },
  body: JSON.stringify({ meta: { 'api-version': '1.4' }, name: 'demo-pkg', files, versions }),
});
const html = (body: string): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});
const file = (filename: string, sha256 = DIGEST) => ({
  filename,
  url: `/files/${filename}`,
  hashes: { sha256 },
});
const seen = (filename: string, sha256 = DIGEST) => ({
  filename,
  url: `${server?.base}/files/${filename}`,
  sha256,
});

describe('project', () => {
  it('is undefined where the index does not know the name', async () => {
    const { index } = await indexWith({});
    expect(await index.project('demo')).toBeUndefined();
  });

  it('tells the size and the time of a file where the index does (PEP 700)', async () => {
    const told = { ...file(WHEEL), size: 1234, 'upload-time': '2026-01-02T03:04:05Z' };
    const { index } = await indexWith({ '/simple/demo-pkg/': simpleJson([told, file(SDIST)], ['1.0']) });
    expect((await index.project('demo-pkg'))?.files).toEqual([
      { ...seen(WHEEL), size: 1234, uploaded: '2026-01-02T03:04:05Z' },
      seen(SDIST),
    ]);
  });

  it('reads the JSON of the simple API, of the name in normal form and past the caches', async () => {
    const { index } = await indexWith({
      '/simple/demo-pkg/': simpleJson([file(WHEEL), file(SDIST, OTHER)], ['1.0']),
    });
    expect(await index.project('Demo_Pkg')).toEqual({
      name: 'demo-pkg',
      versions: ['1.0'],
      files: [seen(WHEEL), seen(SDIST, OTHER)],
    });
    expect(server?.asked[0]?.headers).toMatchObject({
      accept: expect.stringMatching(/^application\/vnd\.pypi\.simple\.v1\+json,/),
      'cache-control': 'no-cache',
    });
  });

  it('reads the versions off the file names where the index does not list them', async () => {
    const { index } = await indexWith({
      '/simple/demo/': simpleJson([
        file('demo-1.0.tar.gz'),
        file('demo-1.0-py3-none-any.whl'),
        file('demo-2.0rc1.tar.gz'),
      ]),
    });
    expect((await index.project('demo'))?.versions).toEqual(['1.0', '2.0rc1']);
  });

  it('reads HTML where the index has no JSON', async () => {
    const { index } = await indexWith({
      '/simple/demo-pkg/': html(`<a href="/files/${WHEEL}#sha256=${DIGEST}">${WHEEL}</a>`),
    });
    expect(await index.project('demo-pkg')).toEqual({
      name: 'demo-pkg',
      versions: ['1.0'],
      files: [seen(WHEEL)],
    });
  });

  it('stops where the index is in trouble, after the retries', async () => {
    const { index } = await indexWith({ '/simple/demo/': { status: 503 } });
    const fault = await faultOf(index.project('demo'));
    expect(fault).toMatchObject({ code: 'index-trouble', blame: 'world' });
    expect(fault.finding).toContain(`Reading the files of demo failed after ${server?.asked.length} tries`);
  });

  it.each([401, 403])(
    'stops where the index lets nobody read (%i), and says where and what to give',
    async (status) => {
      const { index } = await indexWith({ '/simple/demo/': { status } });
      const fault = await faultOf(index.project('demo'));
      expect(fault).toMatchObject({ code: 'index-forbidden', blame: 'user' });
      expect(fault.finding).toContain(`/simple/demo/ answered ${status}.`);
      expect(fault.remedy).toContain('pypi-token');
    },
  );

  it('stops where the connection is lost to the end', async () => {
    const { index } = await indexWith({ '/simple/demo/': 'drop' });
    expect((await faultOf(index.project('demo'))).code).toBe('index-trouble');
  });

  it('stops where the answer is no listing', async () => {
    const { index } = await indexWith({ '/simple/demo/': { status: 200, body: { hello: 'world' } } });
    expect((await faultOf(index.project('demo'))).finding).toContain('no page of the simple API');
  });
});

describe('what an index shows', () => {
  const info = {
    description: '# Demo',
    description_content_type: 'text/markdown',
    project_urls: { Docs: 'https://a.dev' },
  };
  const described = (reply: Reply) =>
    indexWith({ '/pypi/demo-pkg/1.0/json': reply }).then(({ index }) => index.described('Demo_Pkg', '1.0'));
  const json = (body: unknown): Reply => ({
    ...{ status: 200, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(body),
  });

  it('is a page, whatever it answers', async () => {
    const { index } = await indexWith({ '/project/demo-pkg/1.0/': html('demo 1.0') });
    expect(await index.page('Demo_Pkg', '1.0')).toEqual({
      ...{ url: `${server?.base}/project/demo-pkg/1.0/`, status: 200, text: 'demo 1.0' },
    });
    expect(await index.page('demo-pkg', '2.0')).toMatchObject({ status: 404 });
  });

  it('is a description with its type and addresses', async () => {
    expect(await described(json({ info, urls: [] }))).toEqual({
      ...{ description: '# Demo', contentType: 'text/markdown', urls: [['Docs', 'https://a.dev']] },
    });
    expect(await described(json({ info: { description: null, project_urls: null }, urls: [] }))).toEqual({
      ...{ description: '', contentType: undefined, urls: [] },
    });
  });

  it('is no description where it has no such API', async () => {
    expect(await described({ status: 404, body: '' })).toBeUndefined();
    expect(await described(html('<h1>Another page</h1>'))).toBeUndefined();
  });

  it('is which files were withdrawn, with a reason or without', async () => {
    const files = [
      { ...file(WHEEL), yanked: false },
      { ...file(SDIST), yanked: 'broken' },
      { ...file('demo_pkg-2.0.tar.gz'), yanked: true },
      { ...file('demo_pkg-3.0.tar.gz'), yanked: '' },
    ];
    const { index } = await indexWith({ '/simple/demo-pkg/': simpleJson(files) });
    const found = (await index.project('demo-pkg'))?.files.map(({ yanked }) => yanked);
    expect(found).toEqual([undefined, true, true, true]);
  });
});

describe('release', () => {
  it('asks the JSON API, which is fresh before the simple API is', async () => {
    const urls = [
      { filename: WHEEL, url: `https://files.example/${WHEEL}`, digests: { sha256: DIGEST, md5: '0' } },
    ];
    const { index } = await indexWith({
      '/pypi/demo-pkg/1.0/json': { status: 200, body: { urls } },
      '/simple/demo-pkg/': simpleJson([]),
    });
    expect(await index.release('Demo.Pkg', '1.0')).toEqual([
      { filename: WHEEL, url: `https://files.example/${WHEEL}`, sha256: DIGEST },
    ]);
    expect(server?.asked.map(({ headers }) => headers['cache-control'])).toEqual(['no-cache']);
  });

  it.each([
    ['does not know it', { status: 404, body: { message: 'Not Found' } }],
    ['is none', html('<html>a page for every address</html>')],
    ['is forbidden', { status: 403 }],
  ])('asks the simple API where the JSON API %s', async (_, answer) => {
    const files = [file(WHEEL), file('demo_pkg-1.0.0.tar.gz'), file('demo_pkg-1.1.tar.gz')];
    const { index } = await indexWith({
      '/pypi/demo-pkg/1.0/json': answer,
      '/simple/demo-pkg/': simpleJson(files),
    });
    expect(await index.release('demo-pkg', '1.0')).toEqual([seen(WHEEL), seen('demo_pkg-1.0.0.tar.gz')]);
  });

  it('is empty where the index does not know the project', async () => {
    const { index } = await indexWith({});
    expect(await index.release('demo', '1.0')).toEqual([]);
  });

  it('does not take trouble for absence', async () => {
    const { index } = await indexWith({
      '/pypi/demo/1.0/json': { status: 502 },
      '/simple/demo/': simpleJson([]),
    });
    expect((await faultOf(index.release('demo', '1.0'))).code).toBe('index-trouble');
  });

  it('downloads what the index gives no sha256 of', async () => {
    const { index } = await indexWith({
      '/simple/demo-pkg/': html(`<a href="/files/${WHEEL}#md5=00">${WHEEL}</a>`),
      [`/files/${WHEEL}`]: { status: 200, body: BYTES },
    });
    expect(await index.release('demo-pkg', '1.0')).toEqual([seen(WHEEL)]);
  });
});

describe('digest', () => {
  it('is that of the bytes which are served', async () => {
    const { index, plan } = await indexWith({ '/files/x.whl': { status: 200, body: BYTES } });
    expect(await index.digest(`${plan.web}/files/x.whl`)).toBe(DIGEST);
    expect(Buffer.from(await index.download(`${plan.web}/files/x.whl`))).toEqual(Buffer.from(BYTES));
  });

  it('stops where nothing is served', async () => {
    const { index, plan } = await indexWith({});
    expect((await faultOf(index.digest(`${plan.web}/files/x.whl`))).finding).toContain('404');
  });
});

describe('upload', () => {
  const simple = (sha256: string) => ({ '/simple/demo-pkg/': simpleJson([file(WHEEL, sha256)]) });
  const exists = { kind: 'refused', status: 400, reason: 'File already exists' } as const;

  it('sends the file to the upload address with the credential of the moment', async () => {
    const { index, plan, sent } = await indexWith({});
    await index.upload(REQUEST);
    expect(sent).toEqual([
      { file: REQUEST.file, url: plan.upload, user: '__token__', token: 'pypi-token', attestations: [] },
    ]);
  });

  it('is content where the index refuses a duplicate of the same bytes', async () => {
    const { index } = await indexWith(simple(DIGEST), [exists]);
    await expect(index.upload(REQUEST)).resolves.toBeUndefined();
  });

  it('stops with both digests where other bytes are there', async () => {
    const { index } = await indexWith(simple(OTHER), [exists]);
    const fault = await faultOf(index.upload(REQUEST));
    expect(fault.code).toBe('upload-conflict');
    expect(fault.finding).toContain(`here sha256 ${DIGEST}, on PyPI ${OTHER}`);
  });

  it('stops with what the index says where it lists no such file', async () => {
    const { index } = await indexWith({}, [exists]);
    expect((await faultOf(index.upload(REQUEST))).code).toBe('file-exists');
  });

  it.each([
    ['token-unknown', { kind: 'refused', status: 403, reason: 'Invalid or non-existent authentication' }],
    ['index-trouble', { kind: 'refused', status: 503, reason: 'first byte timeout' }],
    ['index-trouble', { kind: 'unanswered', reason: 'connection closed' }],
    ['tool-failed', { kind: 'unsent', exitCode: 2, reason: 'Failed to read metadata' }],
  ] as const)('stops with %s', async (code, answer) => {
    const { index } = await indexWith({}, [answer]);
    const fault = await faultOf(index.upload(REQUEST));
    expect(fault.code).toBe(code);
    expect(fault.finding).toContain(answer.reason);
  });
});

describe('what an index lacks', () => {
  const page = (digest: string) =>
    html(`<h1>Links for demo-pkg</h1><a href="/files/${WHEEL}${digest}">${WHEEL}</a>`);
  const lacks = async (pages: Pages) => {
    const { index } = await indexWith(pages);
    await Promise.all([index.project('demo-pkg'), index.release('demo-pkg', '1.0')]);
    return index.limits().map((limit) => limit.lacks);
  };

  it('is nothing where it has what PyPI has', async () => {
    const urls = [{ filename: WHEEL, url: `/files/${WHEEL}`, digests: { sha256: DIGEST } }];
    const record = { status: 200, body: { urls } };
    expect(
      await lacks({ '/simple/demo-pkg/': simpleJson([file(WHEEL)]), '/pypi/demo-pkg/1.0/json': record }),
    ).toEqual([]);
  });

  it('is a JSON API where files are listed whose release it does not give', async () => {
    expect(await lacks({ '/simple/demo-pkg/': page(`#sha256=${DIGEST}`) })).toEqual(['JSON API']);
  });

  it('is not known of a project that is not there', async () => {
    expect(await lacks({})).toEqual([]);
  });

  it('is a sha256 where pages have none', async () => {
    const pages = { '/simple/demo-pkg/': page('#md5=00'), [`/files/${WHEEL}`]: { status: 200, body: BYTES } };
    expect(await lacks(pages)).toEqual(['JSON API', 'sha256 on its pages']);
  });

  it('is not a JSON API of PyPI’s own server, which may only be late', async () => {
    const { headers = {}, body } = simpleJson([file(WHEEL)]);
    const journal = JSON.stringify({ ...JSON.parse(String(body)), meta: { '_last-serial': 7 } });
    expect(await lacks({ '/simple/demo-pkg/': { status: 200, headers, body: journal } })).toEqual([]);
  });
});
