import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uploadTime } from '../../../src/emulators/index/simple.ts';
import { type Served, sdist, serveIndex, upload, wheel } from './harness.ts';

const NOW = new Date('2026-11-22T12:00:00.250Z');
const JSON_V1 = 'application/vnd.pypi.simple.v1+json';
const METADATA = 'Metadata-Version: 2.4\nName: demo\n';

let served: Served;
beforeAll(async () => {
  served = await serveIndex({ now: () => NOW });
  const files = { 'demo-1.10.dist-info/METADATA': METADATA };
  await upload(served, wheel('demo', '1.10', { files }), { requires_python: '>=3.9,<4' });
  await upload(served, await sdist('demo', '1.9'));
  await upload(
    served,
    wheel('Other', '1.0', {
      filename: 'other-1.0-py3-none-any.whl',
      files: {
        'other-1.0.dist-info/WHEEL': '',
        'other-1.0.dist-info/RECORD': '',
        'other-1.0.dist-info/METADATA': '',
      },
    }),
    { name: 'Other' },
  );
});
afterAll(() => served.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(served.base + path, { headers, redirect: 'manual' });

describe('GET /simple/<project>/', () => {
  it('lists files by version, then by name, in compact sorted JSON with a newline', async () => {
    const response = await get('/simple/demo/', { Accept: JSON_V1 });
    const text = await response.text();
    expect(text).toMatch(
      /^\{"files":\[\{"core-metadata":false,.*\],"meta":\{"_last-serial":6,"api-version":"1\.4"\},"name":"demo","project-status":\{"status":"active"\},"versions":\["1\.9","1\.10"\]\}\n$/,
    );
    const { files } = JSON.parse(text) as { files: readonly Record<string, unknown>[] };
    expect(files.map(({ filename }) => filename)).toEqual(['demo-1.9.tar.gz', 'demo-1.10-py3-none-any.whl']);
  });

  it('tells of a wheel where it is, what it digests to and what its METADATA does', async () => {
    const { files } = (await (await get('/simple/demo/', { Accept: JSON_V1 })).json()) as {
      files: readonly Record<string, unknown>[];
    };
    const sha256 = createHash('sha256').update(METADATA).digest('hex');
    expect(files[1]).toEqual({
      filename: 'demo-1.10-py3-none-any.whl',
      url: expect.stringMatching(
        new RegExp(
          `^${served.base}/packages/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{60}/demo-1\\.10-py3-none-any\\.whl$`,
        ),
      ),
      hashes: { sha256: served.world().demo?.['1.10']?.['demo-1.10-py3-none-any.whl'] },
      'requires-python': '<4,>=3.9',
      size: expect.any(Number),
      'upload-time': '2026-11-22T12:00:00.250000Z',
      yanked: false,
      'core-metadata': { sha256 },
      'data-dist-info-metadata': { sha256 },
      provenance: null,
    });
  });

  it('writes HTML with the same, quoted, and ends with the serial', async () => {
    const body = await (await get('/simple/demo/')).text();
    expect(body).toContain(
      '<meta name="pypi:repository-version" content="1.4">\n<meta name="pypi:project-status" content="active">',
    );
    expect(body).toMatch(
      /<a href="http:[^"]+\.whl#sha256=[0-9a-f]{64}" data-requires-python="&lt;4,&gt;=3\.9" data-dist-info-metadata="sha256=[0-9a-f]{64}" data-core-metadata="sha256=[0-9a-f]{64}">demo-1\.10-py3-none-any\.whl<\/a><br \/>/,
    );
    expect(body).toMatch(/<!--SERIAL 6-->$/);
  });

  it.each([
    ['*/*', 'text/html; charset=UTF-8'],
    ['application/json', 'text/html; charset=UTF-8'],
    ['application/vnd.pypi.simple.latest+json', 'text/html; charset=UTF-8'],
    ['application/vnd.pypi.simple.v1+html', 'application/vnd.pypi.simple.v1+html'],
    [`${JSON_V1}, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01`, JSON_V1],
    [`text/html, ${JSON_V1};q=0.5`, 'text/html; charset=UTF-8'],
  ])('answers Accept %s with %s', async (accept, type) => {
    expect((await get('/simple/demo/', { Accept: accept })).headers.get('Content-Type')).toBe(type);
  });

  it('may be kept, and is not sent again to who has it', async () => {
    const first = await get('/simple/demo/', { Accept: JSON_V1 });
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[A-Za-z0-9+/]{22}"$/);
    expect(first.headers.get('Cache-Control')).toBe('max-age=600, public');
    expect(first.headers.get('X-PyPI-Last-Serial')).toBe('6');
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const again = await get('/simple/demo/', { Accept: JSON_V1, 'If-None-Match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['/simple/DEMO/', '/simple/demo/'],
    ['/simple/demo', '/simple/demo/'],
    ['/simple/unknown', '/simple/unknown/'],
    ['/simple', '/simple/'],
  ])('moves %s to %s', async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get('Location')]).toEqual([301, served.base + location]);
    expect(await response.text()).toBe(
      `301 Moved Permanently\n\nThe resource has been moved to ${location}; you should be redirected automatically.\n\n`,
    );
  });

  it('does not know what is not there', async () => {
    const response = await get('/simple/unknown/', { Accept: JSON_V1 });
    expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
      404,
      'text/plain; charset=UTF-8',
      '404 Not Found',
    ]);
  });

  it('tells a quarantine, and shows no file in it; a withdrawn release shows its reason', async () => {
    const project = served.state.projects.get('other');
    if (project === undefined) throw new Error('no project');
    const yanked = project.releases.map((release) => ({ ...release, yanked: 'bad & broken' }));
    served.state.projects.set('other', { ...project, releases: yanked });
    expect(await (await get('/simple/other/', { Accept: JSON_V1 })).json()).toMatchObject({
      files: [{ yanked: 'bad & broken' }],
    });
    expect(await (await get('/simple/other/')).text()).toContain('data-yanked="bad &amp; broken"');
    served.state.projects.set('other', { ...project, status: 'quarantined' });
    expect(await (await get('/simple/other/', { Accept: JSON_V1 })).json()).toMatchObject({
      files: [],
      versions: [],
      'project-status': { status: 'quarantined' },
    });
    served.state.projects.set('other', project);
  });
});

describe('GET /simple/', () => {
  it('lists projects by their normal names, as spelt', async () => {
    expect(await (await get('/simple/', { Accept: JSON_V1 })).text()).toBe(
      '{"meta":{"_last-serial":10,"api-version":"1.4"},"projects":[{"_last-serial":6,"name":"demo"},{"_last-serial":10,"name":"Other"}]}\n',
    );
    expect(await (await get('/simple/')).text()).toContain(
      '<a href="/simple/demo/">demo</a>\n<a href="/simple/other/">Other</a>\n',
    );
  });

  it('takes no POST', async () => {
    const response = await fetch(`${served.base}/simple/demo/`, { method: 'POST' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('uploadTime', () => {
  it('has six digits after the second, or none', () => {
    expect(uploadTime(new Date('2026-01-02T03:04:05.006Z'))).toBe('2026-01-02T03:04:05.006000Z');
    expect(uploadTime(new Date('2026-01-02T03:04:05Z'))).toBe('2026-01-02T03:04:05Z');
  });
});
