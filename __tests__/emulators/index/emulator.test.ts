import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Served, sdist, serveIndex, upload, uploadForm, wheel } from './harness.ts';

let served: Served;
afterEach(() => served.close());

describe('addresses', () => {
  it.each([
    ['POST', '/legacy', 308, '/legacy/'],
    ['GET', '/legacy/', 200, null],
    ['GET', '/legacy/?:action=file_upload', 405, null],
    ['GET', '/legacy/?:action=submit', 405, null],
    ['GET', '/legacy', 405, null],
    ['POST', '/legacy/', 405, null],
    ['POST', '/', 405, null],
    ['POST', '/_/oidc/burn-token', 404, null],
    ['GET', '/nowhere', 404, null],
  ])('%s %s is %i', async (method, path, status, location) => {
    served = await serveIndex();
    const response = await fetch(served.base + path, { method, redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(response.headers.get('Location')).toBe(location === null ? null : served.base + location);
  });

  it.each([
    ['GET', '/_/oidc/mint-token', 'POST'],
    ['POST', '/_/oidc/audience', 'GET'],
    ['PUT', '/legacy/', 'GET, HEAD, OPTIONS'],
    ['POST', '/simple/', 'GET, HEAD, OPTIONS'],
    ['POST', '/simple/demo/', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/pypi/demo/json', 'GET, HEAD, OPTIONS'],
    ['HEAD', '/integrity/demo/1.0/demo-1.0.tar.gz/provenance', 'GET'],
  ])(
    'does not allow %s %s, and says what it does (csrf.py, require_method_view)',
    async (method, path, allow) => {
      served = await serveIndex();
      const response = await fetch(served.base + path, { method });
      expect([response.status, response.headers.get('Allow')]).toEqual([405, allow]);
    },
  );

  it('says which slash is missing', async () => {
    served = await serveIndex();
    const response = await fetch(`${served.base}/legacy`, { method: 'POST', redirect: 'manual' });
    expect(response.statusText).toMatch(/the expected upload URL is \/legacy\/ \(with a trailing slash\)$/);
  });

  it.each([
    ['submit', 'Project pre-registration is no longer required or supported, upload your files instead.'],
    [
      'doc_upload',
      'Uploading documentation is no longer supported, we recommend using https://readthedocs.org/.',
    ],
  ])('the action %s is gone', async (action, reason) => {
    served = await serveIndex();
    const body = uploadForm(wheel('demo', '1.0'), { ':action': action });
    const response = await fetch(`${served.base}/legacy/`, { method: 'POST', body });
    expect([response.status, response.statusText]).toEqual([410, reason]);
  });

  it('takes the action from the query too', async () => {
    served = await serveIndex();
    const headers = { Authorization: `Bearer ${served.token}`, 'Content-Type': 'application/json' };
    const response = await fetch(`${served.base}/legacy/?:action=file_upload`, {
      method: 'POST',
      body: '{}',
      headers,
    });
    expect(response.statusText).toMatch(/^'' is an invalid value for Name/);
  });
});

describe('files and pages', () => {
  it('serves bytes and METADATA where the listing says, and knows no other digest', async () => {
    served = await serveIndex();
    const dist = wheel('demo', '1.0');
    await upload(served, dist);
    const listing = await fetch(`${served.base}/simple/demo/`, {
      headers: { Accept: 'application/vnd.pypi.simple.v1+json' },
    });
    const { files } = (await listing.json()) as { files: readonly { url: string }[] };
    const url = files[0]?.url ?? '';
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(dist.bytes)).toBe(true);
    expect(await (await fetch(`${url}.metadata`)).text()).toMatch(/^Metadata-Version/);
    expect((await fetch(url.replace(/\/[0-9a-f]{2}\//, '/zz/'))).status).toBe(404);
  });

  it('shows a project by the spelling of its name and version', async () => {
    served = await serveIndex();
    await upload(served, wheel('demo', '1.0'), {
      name: 'Demo',
      description: '<ü>',
      description_content_type: 'text/plain',
    });
    const get = (path: string) => fetch(served.base + path, { redirect: 'manual' });
    expect((await get('/project/demo/')).headers.get('Location')).toBe(`${served.base}/project/Demo/`);
    expect((await get('/project/Demo/1.0.0/')).headers.get('Location')).toBe(
      `${served.base}/project/Demo/1.0/`,
    );
    expect(await (await get('/project/Demo/1.0/')).text()).toContain('&lt;ü&gt;');
    expect([(await get('/project/unknown/')).status, (await get('/project/Demo/2.0/')).status]).toEqual([
      404, 404,
    ]);
  });
});

describe('seeds', () => {
  it('are there from the start, owned by the user of the token', async () => {
    const content = wheel('demo', '1.0').bytes.toString('base64');
    const filename = 'demo-1.0-py3-none-any.whl';
    served = await serveIndex({
      projects: { demo: { '1.0': [{ filename, content }, 'demo-1.0.tar.gz'] }, empty: {} },
    });
    expect(served.world()).toEqual({
      demo: { '1.0': { [filename]: expect.any(String), 'demo-1.0.tar.gz': expect.any(String) } },
    });
    const again = await upload(served, await sdist('demo', '1.0'));
    expect(again.reason).toMatch(/^File already exists/);
    expect(await upload(served, wheel('empty', '1.0'))).toMatchObject({ status: 200 });
  });

  it.each([
    [{ demo: { dog: [] } }, 'dog is no version'],
    [{ demo: { '1.0': ['demo.txt'] } }, "demo.txt is no distribution's filename"],
  ])('that make no sense are refused: %j', async (projects, why) => {
    served = await serveIndex();
    await expect(serveIndex({ projects })).rejects.toThrow(why);
  });
});

// A folder with recorded answers of PyPI's own server and the script that replays them; where there is none, there is nothing to run.
const recorded = process.env.CONFORMANCE_DIR;
const replay = recorded === undefined ? it.skip : it;

describe('conformance', () => {
  replay('answers every recorded upload as PyPI does', async () => {
    served = await serveIndex({ renders: async (text) => !/:foo:|^\.\. include/m.test(text) });
    expect(await replayed([join(recorded ?? '', 'upload.py'), served.base, served.token])).toMatch(
      /138 passed, 0 failed\s*$/,
    );
  });
});

function replayed(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', () => resolve(output));
  });
}
