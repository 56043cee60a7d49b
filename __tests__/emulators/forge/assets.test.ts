import { afterEach, describe, expect, it } from '@jest/globals';
import { type Answer, AT, type RunningForge, runningForge, TOKEN } from './fixture.ts';

let forge: RunningForge;

describe('an asset', () => {
  afterEach(() => forge.stop());

  async function release(flags: readonly string[] = []): Promise<string> {
    forge = await runningForge({ flags });
    const { body } = await forge.call('POST', '/releases', { tag_name: 'v1', draft: true });
    return body.upload_url.replace('{?name,label}', '');
  }

  const upload = (url: string, name: string, bytes = 'abc'): Promise<Answer> =>
    forge.call('POST', `${url}?name=${encodeURIComponent(name)}&label=`, bytes);

  it.each([
    ['demo-1.0+abc.tar.gz', 'demo-1.0+abc.tar.gz'],
    ['a b (1).txt', 'a.b.1.txt'],
    ['.env', 'default.env'],
    ['end.', 'end'],
    ['größe.txt', 'gr.e.txt'],
  ])('that is uploaded as %s is called %s', async (given, name) => {
    expect((await upload(await release(), given)).body.name).toBe(name);
  });

  it('is refused under a name that is taken, as the uploads host words it', async () => {
    const url = await release();
    expect((await upload(url, 'a b.txt')).body).toMatchObject({ name: 'a.b.txt', state: 'uploaded' });
    const again = await upload(url, 'a.b.txt');
    expect(again.status).toBe(422);
    expect(again.body).toEqual({
      message: 'Validation Failed',
      request_id: expect.any(String),
      documentation_url: 'https://docs.github.com/rest',
      errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }],
    });
  });

  it('is stored once when sent twice at the same time', async () => {
    const url = await release();
    const answers = await Promise.all([upload(url, 'a'), upload(url, 'a')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is refused when its length is not told beforehand', async () => {
    const url = await release();
    const headers = { authorization: `token ${TOKEN}`, 'content-type': 'text/plain' };
    const body = new Blob(['abc']).stream();
    const answer = await fetch(`${url}?name=a`, { method: 'POST', headers, body, duplex: 'half' });
    expect(answer.status).toBe(400);
  });

  it('gives its bytes back unchanged', async () => {
    const url = await release();
    const { body } = await upload(url, 'a.bin', 'bytes');
    const got = await forge.octokit.rest.repos.getReleaseAsset({
      ...AT,
      asset_id: body.id,
      headers: { accept: 'application/octet-stream' },
    });
    expect(Buffer.from(got.data as unknown as ArrayBuffer).toString()).toBe('bytes');
  });

  it('is served by another host when asked to, which refuses a token', async () => {
    const url = await release(['asset-redirect']);
    const { body } = await upload(url, 'a.bin', 'bytes');
    const headers = { authorization: `token ${TOKEN}`, accept: 'application/octet-stream' };
    const redirect = await fetch(body.url, { headers, redirect: 'manual' });
    expect(redirect.status).toBe(302);
    const location = new URL(redirect.headers.get('location') ?? '');
    expect(location.hostname).toBe('localhost');
    location.hostname = '127.0.0.1';
    expect((await fetch(location, { headers })).status).toBe(400);
    expect(await (await fetch(location)).text()).toBe('bytes');
  });

  it('can be renamed, but not to a name that is taken', async () => {
    const url = await release();
    const one = await upload(url, 'one');
    await upload(url, 'two');
    expect((await forge.call('PATCH', `/releases/assets/${one.body.id}`, { name: 'two' })).status).toBe(422);
    const renamed = await forge.call('PATCH', `/releases/assets/${one.body.id}`, {
      name: 'three',
      label: 'L',
    });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'three', label: 'L' } });
  });

  it('left behind by a broken upload blocks its name until it is deleted', async () => {
    const url = await release(['starter-asset']);
    const broken = await upload(url, 'a');
    expect([broken.status, broken.headers.get('content-type')]).toEqual([502, 'text/html']);
    const [starter] = (await forge.call('GET', `/releases/${url.match(/releases\/(\d+)/)?.[1]}/assets`)).body;
    expect(starter).toMatchObject({ name: 'a', state: 'starter', size: 0, digest: null });
    expect((await upload(url, 'a')).status).toBe(422);
    expect((await forge.world()).releases[0]?.assets).toEqual({});
    expect((await forge.call('DELETE', `/releases/assets/${starter.id}`)).status).toBe(204);
    expect((await upload(url, 'a')).status).toBe(201);
  });

  it('of a published release can be downloaded from its page by anybody', async () => {
    const url = await release();
    const { body } = await upload(url, 'a b.txt', 'bytes');
    expect((await fetch(body.browser_download_url)).status).toBe(404);
    const id = url.match(/releases\/(\d+)/)?.[1];
    const published = await forge.call('PATCH', `/releases/${id}`, { draft: false });
    const page = published.body.assets[0].browser_download_url;
    expect(page).toBe(`${forge.url}/octo/demo/releases/download/v1/a.b.txt`);
    expect(await (await fetch(page)).text()).toBe('bytes');
  });
});
