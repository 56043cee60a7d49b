import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Release } from '../../../src/emulators/index/state.ts';
import {
  type Dist,
  type Fields,
  NOW,
  post,
  type Served,
  sdist,
  serveIndex,
  upload,
  uploadForm,
  wheel,
  zip,
} from './harness.ts';

const GOOD = wheel('demo', '1.0');
let clock = NOW;
let pause = () => Promise.resolve();
let served: Served;
beforeEach(async () => {
  clock = NOW;
  pause = () => Promise.resolve();
  served = await serveIndex({
    now: () => clock,
    pause: () => pause(),
    renders: async (text) => !text.includes('broken'),
  });
});
afterEach(() => served.close());

interface Refusal {
  readonly claim: string;
  readonly fields?: Fields;
  readonly dist?: Dist;
  readonly status?: number;
  readonly reason: string;
}

describe('the form', () => {
  const refusals: readonly Refusal[] = [
    { claim: 'an unknown protocol', fields: { protocol_version: '2' }, reason: 'Unknown protocol version.' },
    {
      claim: 'no name',
      fields: { name: undefined },
      reason: "'' is an invalid value for Name. Error: This field is required.",
    },
    {
      claim: 'a bad name',
      fields: { name: '-x' },
      reason: "'-x' is an invalid value for Name. Error: Start and end with",
    },
    {
      claim: 'a long bad name, shortened',
      fields: { name: '-'.repeat(70) },
      reason: `'${'-'.repeat(30)}...${'-'.repeat(30)}' is an invalid`,
    },
    {
      claim: 'no kind',
      fields: { filetype: undefined },
      reason: 'Invalid value for filetype. Error: This field is required.',
    },
    {
      claim: 'an old kind',
      fields: { filetype: 'bdist_egg' },
      reason: 'Invalid value for filetype. Error: Use a known file type.',
    },
    {
      claim: 'a digest that is no hex',
      fields: { blake2_256_digest: 'zz' },
      reason: 'Invalid value for blake2_256_digest. Error: Use a valid, hex-encoded, BLAKE2 message digest.',
    },
    {
      claim: 'a wheel without Python version',
      fields: { pyversion: undefined },
      reason: 'Invalid value for pyversion. Error: Python version is required',
    },
    {
      claim: 'no digest',
      fields: { sha256_digest: undefined, blake2_256_digest: '' },
      reason: 'Error: Include at least one message digest.',
    },
    {
      claim: 'a digest of blanks, which has no shape to check (forms.py, UploadForm)',
      fields: { blake2_256_digest: ' ' },
      reason: 'The digest supplied does not match',
    },
    {
      claim: 'an MD5 digest outside ASCII by breaking (hmac.compare_digest)',
      fields: { md5_digest: 'é' },
      reason: 'Internal Server Error',
      status: 500,
    },
    {
      claim: 'the name before the digest',
      fields: { name: '-', sha256_digest: 'z' },
      reason: "'-' is an invalid value for Name",
    },
    {
      claim: 'the form before the metadata',
      fields: { filetype: 'x', version: 'dog' },
      reason: 'Invalid value for filetype',
    },
  ];
  it.each(refusals)('refuses $claim', async ({ fields, reason, status = 400 }) => {
    expect(await upload(served, GOOD, fields)).toMatchObject({
      status,
      reason: expect.stringContaining(reason),
    });
  });

  it('drops a field that reads UNKNOWN and one that is empty', async () => {
    const { status } = await upload(served, GOOD, {
      author_email: ' UNKNOWN ',
      home_page: '',
      unheard: 'of',
    });
    expect(status).toBe(200);
  });

  it('refuses a text field that came as a file, before it asks who it is', async () => {
    const form = uploadForm(GOOD);
    form.append('summary', new Blob(['x']), 'f.txt');
    expect(await post(served, form, { token: null })).toMatchObject({
      status: 400,
      reason: 'summary: Should not be a tuple.',
    });
  });

  it('lets a signature pass and be', async () => {
    const form = uploadForm(GOOD);
    form.append('gpg_signature', new Blob(['x']), 'f.asc');
    expect(await post(served, form)).toMatchObject({ status: 200 });
  });

  it('refuses a form without a file, and breaks over content that is a text', async () => {
    const without = uploadForm(GOOD);
    without.delete('content');
    expect(await post(served, without)).toMatchObject({
      status: 400,
      reason: 'Upload payload does not have a file.',
    });
    without.append('content', 'text');
    expect(await post(served, without)).toMatchObject({ status: 500 });
  });

  it('refuses a form that names no boundary in the body alone (sanity.py, invalid_forms)', async () => {
    const headers = { 'Content-Type': 'multipart/form-data', Accept: 'text/plain' };
    const response = await fetch(`${served.base}/legacy/`, {
      method: 'POST',
      headers,
      body: '--x\r\nbroken',
    });
    expect([response.status, response.statusText]).toEqual([400, 'Bad Request']);
    expect(await response.text()).toContain('Invalid Form Data.');
  });

  it('refuses a form that is cut off within its file, and answers the next request', async () => {
    const whole = new Request(`${served.base}/legacy/`, { method: 'POST', body: uploadForm(GOOD) });
    const bytes = await whole.bytes();
    const headers = { 'Content-Type': whole.headers.get('Content-Type') ?? '', Accept: 'text/plain' };
    const body = bytes.slice(0, bytes.length - 200);
    const response = await fetch(whole.url, { method: 'POST', headers, body });
    expect([response.status, response.statusText]).toEqual([400, 'Bad Request']);
    expect(await post(served, uploadForm(GOOD))).toMatchObject({ status: 200 });
  });
});

describe('who may', () => {
  it.each([
    ['nobody', null],
    ['nonsense', 'pypi-nonsense'],
    [
      'a token of another index',
      `pypi-${Buffer.concat([Buffer.from([2, 1, 1, 97, 2, 1, 98, 0, 0, 6, 32]), Buffer.alloc(32)]).toString('base64url')}`,
    ],
  ])('refuses %s with 403 and no challenge', async (_who, token) => {
    const { status, reason, headers } = await upload(served, GOOD, {}, token);
    expect([status, reason]).toEqual([403, 'Invalid or non-existent authentication information.']);
    expect(headers.get('WWW-Authenticate')).toBeNull();
  });

  it('refuses a password with an empty detail', async () => {
    const headers = { Authorization: `Basic ${btoa('alice:secret')}`, Accept: 'application/json' };
    const response = await fetch(`${served.base}/legacy/`, {
      method: 'POST',
      headers,
      body: uploadForm(GOOD),
    });
    expect(response.statusText).toContain('Username/Password authentication is no longer supported.');
    expect(await response.json()).toMatchObject({ message: 'Access was denied to this resource.\n\n\n\n\n' });
  });

  it.each(['token', 'Bearer', 'Token'])('takes the scheme %s', async (scheme) => {
    const headers = { Authorization: `${scheme} ${served.token}` };
    const response = await fetch(`${served.base}/legacy/`, {
      method: 'POST',
      headers,
      body: uploadForm(GOOD),
    });
    expect(response.status).toBe(200);
  });

  it.each([
    ['verifiedAddress', 'does not have a verified primary email address'],
    ['twoFactor', 'does not have two-factor authentication enabled'],
  ])('refuses a user without %s, after looking at the rights', async (property, reason) => {
    const alice = served.state.users.get('alice');
    if (alice === undefined) throw new Error('no user');
    served.state.users.set('alice', { ...alice, [property]: false });
    expect(await upload(served, GOOD)).toMatchObject({
      status: 403,
      reason: expect.stringContaining(reason),
    });
    expect(served.state.projects.size).toBe(0);
  });

  it('does not know a user who is disabled', async () => {
    const alice = served.state.users.get('alice');
    if (alice === undefined) throw new Error('no user');
    served.state.users.set('alice', { ...alice, disabled: true });
    expect(await upload(served, GOOD)).toMatchObject({
      status: 403,
      reason: expect.stringMatching(/^Invalid or non-existent/),
    });
  });

  it('closes an archived project to its owner with the words of a missing role', async () => {
    await upload(served, GOOD);
    change({ status: 'archived' });
    expect(await upload(served, wheel('demo', '1.1'))).toMatchObject({
      status: 403,
      reason: "The user 'alice' isn't allowed to upload to project 'demo'.",
    });
  });

  it('refuses a project of an inactive organization', async () => {
    await upload(served, GOOD);
    change({ organizationActive: false });
    expect(await upload(served, wheel('demo', '1.1'))).toMatchObject({
      reason: expect.stringMatching(/^Organization account/),
    });
  });

  it.each([
    ['read-only', 'Read-only mode: Uploads are temporarily disabled.'],
    ['disallow-new-upload', 'New uploads are temporarily disabled.'],
    ['disallow-new-project-registration', 'New project registration temporarily disabled.'],
  ])('obeys the flag %s', async (flag, reason) => {
    served.state.flags.add(flag);
    expect(await upload(served, GOOD)).toMatchObject({ status: 403, reason });
  });
});

describe('a new project', () => {
  it.each([
    ['json', "The name 'json' isn't allowed (conflict with Python Standard Library module name)."],
    ['banned', "The name 'banned' isn't allowed."],
    ['dem0', "The name 'dem0' is too similar to an existing project."],
  ])('may not be called %s', async (name, reason) => {
    await upload(served, GOOD);
    served.state.prohibited.add('banned');
    expect(await upload(served, wheel(name, '1.0'))).toMatchObject({ status: 400, reason });
  });

  it('is one of twenty an hour, and the headers count', async () => {
    const first = await upload(served, wheel('p0', '1.0'));
    expect(first.headers.get('RateLimit')).toBe(
      '"project.create.ip";r=40;t=3600, "project.create.user";r=20;t=3600',
    );
    for (let index = 1; index < 20; index += 1) await upload(served, wheel(`p${index}a`, '1.0'));
    const over = await upload(served, wheel('p21b', '1.0'));
    expect(over).toMatchObject({ status: 429, reason: 'Too many new projects created' });
    expect(over.headers.get('RateLimit')).toMatch(/"project.create.user";r=0;t=3600$/);
    expect(over.headers.get('Retry-After')).toBeNull();
    clock = new Date(NOW.getTime() + 3_600_001);
    expect(await upload(served, wheel('p21b', '1.0'))).toMatchObject({ status: 200 });
  });

  it('is not left behind by a refused file, nor is its release', async () => {
    await upload(served, GOOD, { sha256_digest: '0'.repeat(64) });
    expect([served.state.projects.size, served.state.serial, served.state.filenames.size]).toEqual([0, 0, 0]);
    await upload(served, GOOD);
    await upload(served, wheel('demo', '1.1', { files: { 'demo-1.1.dist-info/RECORD': undefined } }));
    expect(Object.keys(served.world().demo ?? {})).toEqual(['1.0']);
  });
});

describe('the file and what the index knows', () => {
  const other = wheel('demo', '1.0', { files: { 'demo/__init__.py': 'x = 2\n' } });

  it('answers the same file again without storing anything', async () => {
    await upload(served, GOOD);
    const { serial } = served.state;
    expect(await upload(served, GOOD)).toMatchObject({ status: 200 });
    expect(served.state.serial).toBe(serial);
  });

  it('refuses other bytes under the name, and the same under another', async () => {
    await upload(served, GOOD);
    const twin = { filename: 'demo-1.1-py3-none-any.whl', bytes: GOOD.bytes };
    for (const dist of [other, twin]) {
      const { status, reason } = await upload(served, dist);
      expect(status).toBe(400);
      expect(reason).toMatch(
        new RegExp(`^File already exists \\('${dist.filename}', with blake2_256 hash '[0-9a-f]{64}'\\)\\.`),
      );
    }
  });

  it('refuses a name that was used before', async () => {
    await upload(served, GOOD);
    change({ releases: [] });
    expect(await upload(served, other)).toMatchObject({
      reason: expect.stringMatching(/^This filename was previously used/),
    });
  });

  it('closes a release after 14 days, yet takes the same file again', async () => {
    await upload(served, GOOD);
    clock = new Date(NOW.getTime() + 14 * 86_400_000 + 1);
    const { reason } = await upload(served, await sdist('demo', '1.0'));
    expect(reason).toBe('Uploading new files to releases older than 14 days is not allowed.');
    expect(await upload(served, GOOD)).toMatchObject({ status: 200 });
    expect(await upload(served, wheel('demo', '1.1'))).toMatchObject({ status: 200 });
  });

  it('takes one source distribution a release', async () => {
    await upload(served, await sdist('demo', '1.0'));
    const second = { filename: 'demo-1.0.zip', bytes: zip({ 'demo-1.0/PKG-INFO': '' }) };
    expect(await upload(served, second)).toMatchObject({
      reason: 'Only one sdist may be uploaded per release.',
    });
  });

  it('holds 1.0 and 1.0.0 for one release and keeps the first spelling', async () => {
    await upload(served, GOOD);
    expect(await upload(served, wheel('demo', '1.0.0'), { version: '1.0.0' })).toMatchObject({ status: 200 });
    expect(Object.keys(served.world().demo ?? {})).toEqual(['1.0']);
  });

  it('limits the file and the project', async () => {
    served.state.limits = { file: 10, project: 10 };
    expect(await upload(served, GOOD)).toMatchObject({
      reason: "File too large. Limit for project 'demo' is 0 MB.",
    });
    served.state.limits = { file: 10_000, project: 10 };
    expect(await upload(served, GOOD)).toMatchObject({
      reason: "Project size too large. Limit for project 'demo' total size is 0 GB.",
    });
  });

  it('takes the name of the latest upload for display', async () => {
    await upload(served, GOOD);
    await upload(served, wheel('demo', '1.1'), { name: 'Demo' });
    expect(served.state.projects.get('demo')?.name).toBe('Demo');
  });

  it('counts the journal as Warehouse does: project, owner, release, file', async () => {
    await upload(served, GOOD);
    expect(served.state.serial).toBe(4);
    await upload(served, await sdist('demo', '1.0'));
    expect(served.state.serial).toBe(5);
  });

  it('breaks for all but one of those that make a release at the same time', async () => {
    const wheels = ['cp310', 'cp311', 'cp312'].map((tag) =>
      wheel('demo', '1.0', { filename: `demo-1.0-${tag}-none-any.whl`, files: { 'demo/tag.txt': tag } }),
    );
    pause = () => new Promise((resolve) => setTimeout(resolve, 200));
    const together = await Promise.all(wheels.map((dist) => upload(served, dist)));
    expect(together.map(({ status }) => status).sort()).toEqual([200, 500, 500]);
    const again = await Promise.all(wheels.map((dist) => upload(served, dist)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('filename and contents', () => {
  const whl = (filename: string, version = '1.0') => ({ ...wheel('demo', version, { filename }) });
  const info = 'demo-1.0.dist-info';
  const refusals: readonly Refusal[] = [
    {
      claim: 'control characters',
      dist: whl('de\tmo-1.0-py3-none-any.whl'),
      reason: 'Cannot upload a file with non-printable characters',
    },
    {
      claim: 'a folder in the name',
      dist: whl('a/demo-1.0-py3-none-any.whl'),
      reason: "Cannot upload a file with '/' or '\\' in the name.",
    },
    {
      claim: 'another extension',
      dist: { filename: 'demo-1.0.tar.bz2', bytes: GOOD.bytes },
      reason: 'Invalid file extension: Use .tar.gz, .whl or .zip extension.',
    },
    {
      claim: 'an extension of the other kind',
      dist: GOOD,
      fields: { filetype: 'sdist', pyversion: 'source' },
      reason: 'Invalid file extension: Extension .whl is invalid for filetype sdist.',
    },
    {
      claim: 'too few parts',
      dist: whl('demo-1.0-any.whl'),
      reason: "Invalid wheel filename (wrong number of parts): 'demo-1.0-any'",
    },
    {
      claim: 'a Linux wheel',
      dist: whl('demo-1.0-py3-none-linux_x86_64.whl'),
      reason:
        "Binary wheel 'demo-1.0-py3-none-linux_x86_64.whl' has an unsupported platform tag 'linux_x86_64'.",
    },
    {
      claim: 'a wheel of another project',
      dist: wheel('other', '1.0'),
      fields: { name: 'demo' },
      reason: "Start filename for 'demo' with 'demo'.",
    },
    {
      claim: 'a name that is not normalised',
      dist: wheel('Demo', '1.0'),
      fields: { name: 'demo' },
      reason:
        "Filename 'Demo-1.0-py3-none-any.whl' should contain the normalized project name 'demo', not 'Demo'.",
    },
    {
      claim: 'another version',
      dist: GOOD,
      fields: { version: '1.1' },
      reason: "Version in filename should be '1.1' not '1.0'.",
    },
    {
      claim: 'a licence file that is not there',
      dist: GOOD,
      fields: { license_file: ['LICENSE'] },
      reason: `License-File LICENSE does not exist in distribution file ${GOOD.filename} at ${info}/licenses/LICENSE`,
    },
    {
      claim: 'no RECORD',
      dist: wheel('demo', '1.0', { files: { [`${info}/RECORD`]: undefined } }),
      reason: `does not contain the required RECORD file: ${info}/RECORD`,
    },
    {
      claim: 'a RECORD that is not UTF-8',
      dist: wheel('demo', '1.0', { files: { [`${info}/RECORD`]: Buffer.from([0xff]) } }),
      reason: 'required RECORD file',
    },
    {
      claim: 'a RECORD with an empty line',
      dist: wheel('demo', '1.0', { files: { [`${info}/RECORD`]: 'a,,\n\nb,,\n' } }),
      status: 500,
      reason: 'Internal Server Error',
    },
    {
      claim: 'entry points that are none',
      dist: wheel('demo', '1.0', {
        files: { [`${info}/entry_points.txt`]: '[console_scripts]\n../x = a:b' },
      }),
      reason: 'has invalid entry points defined',
    },
    {
      claim: 'no METADATA',
      dist: wheel('demo', '1.0', { files: { [`${info}/METADATA`]: undefined } }),
      reason: `does not contain the required METADATA file: ${info}/METADATA`,
    },
    {
      claim: 'a name that leaves no room',
      dist: whl(`demo-1.0-1${'a'.repeat(220)}-py3-none-any.whl`),
      reason: 'Filename is too long',
    },
    {
      claim: 'a description that does not render',
      dist: GOOD,
      fields: { description: 'broken' },
      reason: 'The description failed to render in the default format of reStructuredText.',
    },
    {
      claim: 'one that is said to be rst',
      dist: GOOD,
      fields: { description: 'broken', description_content_type: 'text/x-rst' },
      reason: "The description failed to render for 'text/x-rst'.",
    },
  ];
  it.each(refusals)('refuses $claim', async ({ dist = GOOD, fields = {}, reason, status = 400 }) => {
    const answer = await upload(served, dist, { name: 'demo', version: '1.0', ...fields });
    expect(answer).toMatchObject({ status, reason: expect.stringContaining(reason) });
    expect(served.world()).toEqual({});
  });

  it.each([
    ['Demo-1.0.tar.gz', "Filename 'Demo-1.0.tar.gz' is invalid, should be 'demo-1.0.tar.gz'."],
    ['demo-1.0.post1.tar.gz', "Filename 'demo-1.0.post1.tar.gz' is invalid, should be 'demo-1.0.tar.gz'."],
    ['other-1.0.tar.gz', "Start filename for 'demo' with 'demo'."],
    ['demo.tar.gz', 'Invalid source distribution filename: demo.tar.gz'],
  ])('refuses the source distribution %s', async (filename, reason) => {
    const dist = await sdist('demo', '1.0', { filename });
    expect(await upload(served, dist, { name: 'demo', version: '1.0' })).toMatchObject({
      status: 400,
      reason,
    });
  });

  it('finds the name before a hyphenated post-release, and refuses its spelling', async () => {
    const dist = await sdist('demo', '1.0', { filename: 'demo-1.0-1.tar.gz' });
    const { reason } = await upload(served, dist, { name: 'demo', version: '1.0.post1' });
    expect(reason).toBe("Filename 'demo-1.0-1.tar.gz' is invalid, should be 'demo-1.0.post1.tar.gz'.");
  });

  it('looks for licence files of a source distribution in its top folder', async () => {
    const files = { 'demo-1.0/LICENSE': 'MIT' };
    expect(
      await upload(served, await sdist('demo', '1.0', { files }), { license_file: ['LICENSE'] }),
    ).toMatchObject({ status: 200 });
    const answer = await upload(served, await sdist('demo', '1.1'), { license_file: ['LICENSE'] });
    expect(answer.reason).toBe(
      'License-File LICENSE does not exist in distribution file demo-1.1.tar.gz at demo-1.1/LICENSE',
    );
  });

  it('never compares the form with METADATA, nor RECORD with the archive', async () => {
    const files = { [`${info}/METADATA`]: 'Name: other\nVersion: 9\n', 'demo/extra.py': '' };
    expect(await upload(served, wheel('demo', '1.0', { files }))).toMatchObject({ status: 200 });
  });

  it('takes an image for no distribution', async () => {
    const form = uploadForm(GOOD);
    form.set('content', new Blob(['x'], { type: 'image/png' }), GOOD.filename);
    expect(await post(served, form)).toMatchObject({ status: 400, reason: 'Invalid distribution file.' });
  });
});

/** Changes the stored project `demo`. */
function change(changed: {
  status?: 'archived';
  organizationActive?: boolean;
  releases?: readonly Release[];
}): void {
  const project = served.state.projects.get('demo');
  if (project === undefined) throw new Error('no project');
  served.state.projects.set('demo', { ...project, ...changed });
}
