import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW, type Served, sdist, serveIndex, upload, wheel } from './harness.ts';

let served: Served;
beforeAll(async () => {
  served = await serveIndex({ now: () => NOW });
  await upload(served, wheel('demo', '1.0'), {
    name: 'Demo',
    summary: 'a demo',
    keywords: 'b,a',
    classifiers: ['Topic :: Utilities', 'Programming Language :: Python :: 3'],
    requires_dist: ['six >= 1; extra == "x"'],
    project_urls: ['Source, https://example.org/source'],
    home_page: 'https://example.org',
    dynamic: ['License-File'],
    license_expression: 'mit',
    description: '# ü',
    description_content_type: 'text/markdown',
  });
  await upload(served, await sdist('demo', '1.0'), { name: 'Demo', comment: 'a word' });
  await upload(served, wheel('demo', '2.0rc1', { filename: 'demo-2.0rc1-py3-none-any.whl' }), {
    name: 'Demo',
  });
});
afterAll(() => served.close());

const get = (path: string) => fetch(served.base + path, { redirect: 'manual' });
const json = async (path: string) => (await (await get(path)).json()) as Record<string, unknown>;

describe('GET /pypi/<project>/json', () => {
  it('shows the latest release that is no pre-release, as its first file described it', async () => {
    const { info, last_serial: serial, ownership } = await json('/pypi/demo/json');
    expect(info).toMatchObject({
      name: 'Demo',
      version: '1.0',
      summary: 'a demo',
      keywords: 'b, a',
      classifiers: ['Programming Language :: Python :: 3', 'Topic :: Utilities'],
      requires_dist: ['six>=1; extra == "x"'],
      project_urls: { Homepage: 'https://example.org', Source: 'https://example.org/source' },
      project_url: `${served.base}/project/Demo/`,
      release_url: `${served.base}/project/Demo/1.0/`,
      dynamic: ['License-File'],
      license: null,
      license_expression: 'MIT',
      description: '# ü',
      downloads: { last_day: -1, last_month: -1, last_week: -1 },
      yanked: false,
    });
    expect([serial, ownership]).toEqual([
      served.state.serial,
      { organization: null, roles: [{ role: 'Owner', user: 'alice' }] },
    ]);
  });

  it('holds the files of every release', async () => {
    const { releases, urls } = await json('/pypi/demo/json');
    const files = releases as Record<string, readonly Record<string, unknown>[]>;
    expect(Object.keys(files).sort()).toEqual(['1.0', '2.0rc1']);
    expect(files['1.0']).toEqual(urls);
    expect(files['1.0']?.[1]).toMatchObject({
      filename: 'demo-1.0.tar.gz',
      packagetype: 'sdist',
      python_version: 'source',
      comment_text: 'a word',
      'core-metadata': false,
      digests: {
        sha256: served.world().demo?.['1.0']?.['demo-1.0.tar.gz'],
        md5: expect.stringMatching(/^[0-9a-f]{32}$/),
        blake2b_256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      upload_time: '2026-11-22T12:00:00',
      upload_time_iso_8601: '2026-11-22T12:00:00Z',
    });
  });

  it('is compact, sorted and ASCII, with a newline, entity tag and serial', async () => {
    const response = await get('/pypi/demo/json/');
    const text = await response.text();
    expect(text).toMatch(/^\{"info":\{"author":null,.*"# \\u00fc".*\}\n$/);
    expect(response.headers.get('Cache-Control')).toBe('max-age=900, public');
    expect(response.headers.get('X-PyPI-Last-Serial')).toBe(String(served.state.serial));
  });
});

describe('GET /pypi/<project>/<version>/json', () => {
  it('finds a version however it is spelt, and leaves the other releases out', async () => {
    const release = await json('/pypi/demo/1.0.0/json');
    expect(release).toMatchObject({ info: { version: '1.0' } });
    expect(release).not.toHaveProperty('releases');
    expect(await json('/pypi/demo/2.0-rc.1/json')).toMatchObject({
      info: { version: '2.0rc1', summary: null },
    });
  });

  it.each([
    ['/pypi/Demo/json', '/pypi/demo/json'],
    ['/pypi/Demo/1.0/json', '/pypi/demo/1.0/json'],
  ])('moves %s to %s', async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get('Location')]).toEqual([301, served.base + location]);
  });

  it.each(['/pypi/unknown/json', '/pypi/demo/3.0/json', '/pypi/demo/dog/json'])(
    'does not know %s',
    async (path) => {
      const response = await get(path);
      expect([response.status, await response.text()]).toEqual([404, '{"message": "Not Found"}']);
    },
  );

  it('hides a project in quarantine', async () => {
    const project = served.state.projects.get('demo');
    if (project === undefined) throw new Error('no project');
    served.state.projects.set('demo', { ...project, status: 'quarantined' });
    expect((await get('/pypi/demo/json')).status).toBe(404);
    served.state.projects.set('demo', project);
  });
});
