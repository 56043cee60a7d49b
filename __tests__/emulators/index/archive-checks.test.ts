import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commonFolder } from '../../../src/emulators/index/archive-checks.ts';
import { type Dist, type Served, sdist, serveIndex, upload, wheel, zip } from './harness.ts';

const WHEEL = 'demo-1.0-py3-none-any.whl';
const SDIST = 'demo-1.0.tar.gz';
const FRAMING = 'ZIP archive not accepted: ';
const FIELDS = { name: 'demo', version: '1.0' };

let served: Served;
beforeAll(async () => {
  served = await serveIndex({ projects: { demo: {} } });
});
afterAll(() => served.close());

async function refusalOf(dist: Dist): Promise<string> {
  const { status, reason } = await upload(served, dist, FIELDS);
  expect(served.world()).toEqual({});
  return status === 500 ? 'broken' : reason.replace(/^Invalid distribution file\. /, '');
}

/** A good wheel's bytes after some harm. */
function harmed(harm: (bytes: Buffer) => Buffer | undefined): Dist {
  const { bytes } = wheel('demo', '1.0');
  const copy = Buffer.from(bytes);
  return { filename: WHEEL, bytes: harm(copy) ?? copy };
}

const offsetOf = (bytes: Buffer, signature: string) => bytes.indexOf(Buffer.from(signature, 'latin1'));
const LOCAL = 'PK\x03\x04';
const LISTED = 'PK\x01\x02';
const END = 'PK\x05\x06';

describe('wheels', () => {
  it.each<[claim: string, dist: () => Dist, why: string]>([
    ['what is no zip', () => ({ filename: WHEEL, bytes: Buffer.from('no zip') }), 'File is not a zipfile'],
    [
      'a zip with a tar before it',
      () => harmed((bytes) => Buffer.concat([Buffer.alloc(512), bytes])),
      'File is both a zip and a tar file',
    ],
    [
      'no WHEEL',
      () => wheel('demo', '1.0', { files: { 'demo-1.0.dist-info/WHEEL': undefined } }),
      'WHEEL not found at demo-1.0.dist-info/WHEEL',
    ],
    [
      'a filename of two parts',
      () => ({ ...wheel('demo', '1.0'), filename: 'demo-1.0.whl' }),
      'Unable to parse name and version from wheel filename',
    ],
    [
      'a bomb',
      () => wheel('demo', '1.0', { files: { zeros: Buffer.alloc(65 * 1024 * 1024) } }),
      'File exceeds compression ratio of 50',
    ],
    [
      'another compression',
      () => harmed((bytes) => void bytes.writeUInt16LE(12, offsetOf(bytes, LISTED) + 10)),
      'File does not use a supported compression type',
    ],
    [
      'what PyArmor made',
      () => wheel('demo', '1.0', { files: { 'a.py': '__pyarmor__(__name__, __file__, b"")' } }),
      'PyArmor-encrypted content is not allowed.',
    ],
    [
      'what SourceDefender made',
      () => wheel('demo', '1.0', { files: { 'a.pye': '---BEGIN PYE FILE---\n---END PYE FILE---' } }),
      'SourceDefender-encrypted content is not allowed.',
    ],
    [
      'a wrong checksum of WHEEL, without a word',
      () => harmed((bytes) => spoilChecksum(bytes, 'demo-1.0.dist-info/WHEEL')),
      'None',
    ],
    [
      'a directory that is not where it is said to be',
      () => harmed((bytes) => void bytes.writeUInt32LE(7, offsetOf(bytes, END) + 12)),
      'None',
    ],
  ])('refuses %s', async (_claim, dist, why) => {
    expect(await refusalOf(dist())).toBe(why);
  });

  it('breaks over a member that is damaged where nobody looks', async () => {
    const dist = harmed((bytes) => spoilChecksum(bytes, 'demo-1.0.dist-info/METADATA'));
    expect(await refusalOf(dist)).toBe('broken');
  });
});

describe('zip framing', () => {
  it.each<[why: string, harm: (bytes: Buffer) => Buffer | undefined]>([
    ['Trailing data', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['Unknown record signature', (bytes) => Buffer.concat([Buffer.from('xxxx'), bytes])],
    ['ZIP contains a data descriptor', (bytes) => void bytes.writeUInt16LE(8, offsetOf(bytes, LOCAL) + 6)],
    ['Mis-matched data size', (bytes) => void bytes.writeUInt32LE(1, offsetOf(bytes, LOCAL) + 18)],
    ['Mis-matched file size', (bytes) => void bytes.writeUInt32LE(1, offsetOf(bytes, LOCAL) + 22)],
    ['Filename not in central directory', (bytes) => void bytes.write('Z', offsetOf(bytes, LOCAL) + 30)],
    ['Invalid character in filename', (bytes) => void bytes.writeUInt8(1, offsetOf(bytes, LOCAL) + 30)],
    ['Filename not unicode', (bytes) => void bytes.writeUInt8(0xff, offsetOf(bytes, LOCAL) + 30)],
    ['Malformed zip file', (bytes) => void bytes.writeUInt16LE(9, offsetOf(bytes, END) + 8)],
    [
      'Mismatched central directory records',
      (bytes) => {
        bytes.writeUInt16LE(9, offsetOf(bytes, END) + 8);
        bytes.writeUInt16LE(9, offsetOf(bytes, END) + 10);
      },
    ],
  ])('refuses with "%s"', async (why, harm) => {
    expect(await refusalOf(harmed(harm))).toBe(`${FRAMING}${why}.`);
  });

  it('refuses a name twice, even where the directory lists both', async () => {
    const bytes = wheel('demo', '1.0', { files: { 'demo/one.py': 'a', 'demo/two.py': 'a' } }).bytes;
    const text = bytes.toString('latin1').replaceAll('demo/two.py', 'demo/one.py');
    const dist = { filename: WHEEL, bytes: Buffer.from(text, 'latin1') };
    expect(await refusalOf(dist)).toBe(`${FRAMING}Duplicate filename in local headers.`);
  });

  it('refuses a comment in the directory', async () => {
    const dist = harmed((bytes) => {
      const at = offsetOf(bytes, LISTED);
      const name = bytes.readUInt16LE(at + 28);
      bytes.writeUInt16LE(1, at + 32);
      bytes.writeUInt32LE(bytes.readUInt32LE(offsetOf(bytes, END) + 12) + 1, offsetOf(bytes, END) + 12);
      return Buffer.concat([
        bytes.subarray(0, at + 46 + name),
        Buffer.from('c'),
        bytes.subarray(at + 46 + name),
      ]);
    });
    expect(await refusalOf(dist)).toBe(`${FRAMING}Comment in central directory.`);
  });
});

describe('source distributions', () => {
  it.each<[claim: string, dist: () => Dist | Promise<Dist>, why: string]>([
    ['what is no tar', () => ({ filename: SDIST, bytes: Buffer.from('no tar') }), 'File is not a tarfile'],
    [
      'a gzip of something else',
      () => ({ filename: SDIST, bytes: gzipSync(Buffer.alloc(2000, 'x')) }),
      'File is not a tarfile',
    ],
    [
      'a tar that is not packed',
      async () => ({ filename: SDIST, bytes: gunzipSync((await sdist('demo', '1.0')).bytes) }),
      'None',
    ],
    ['a stream cut off before the first header', async () => cut(await sdist('demo', '1.0'), 40), 'broken'],
    [
      'a stream cut off later',
      async () => cut(await sdist('demo', '1.0', { files: { 'demo-1.0/noise': noise() } }), 900),
      'None',
    ],
    [
      'a tar with a zip behind it',
      async () => join(await sdist('demo', '1.0'), zip({ a: '' })),
      'File is both a zip and a tar file',
    ],
    [
      'two top folders',
      () => sdist('demo', '1.0', { files: { 'other/x': '' } }),
      'Incorrect number of top-level directories in sdist',
    ],
    [
      'no PKG-INFO',
      () => sdist('demo', '1.0', { files: { 'demo-1.0/PKG-INFO': undefined, 'demo-1.0/y.py': '' } }),
      'PKG-INFO not found at demo-1.0/PKG-INFO',
    ],
    [
      'a scanned finding',
      () => sdist('demo', '1.0', { files: { 'demo-1.0/a.py': '__pyarmor_enter__' } }),
      'PyArmor-encrypted content is not allowed.',
    ],
    [
      'a sparse member',
      async () => sparse(await sdist('demo', '1.0')),
      'tar archive not accepted: Sparse members are not allowed.',
    ],
    [
      'a zip of several folders',
      () => ({ filename: 'demo-1.0.zip', bytes: zip({ 'a/x': '', 'b/x': '' }) }),
      'Incorrect number of top-level directories in sdist',
    ],
    [
      'a zip without PKG-INFO',
      () => ({ filename: 'demo-1.0.zip', bytes: zip({ 'a/x': '', 'a/y': '' }) }),
      'PKG-INFO not found at a/PKG-INFO',
    ],
    [
      'a zip at all',
      () => ({ filename: 'demo-1.0.zip', bytes: zip({ 'demo-1.0/PKG-INFO': '', 'demo-1.0/x': '' }) }),
      "Filename 'demo-1.0.zip' is invalid, should be 'demo-1.0.tar.gz'.",
    ],
  ])('refuses %s', async (_claim, dist, why) => {
    expect(await refusalOf(await dist())).toBe(why);
  });
});

describe('commonFolder', () => {
  it.each([
    [['a/b', 'a/c/d'], 'a'],
    [['a', 'a/b'], 'a'],
    [['./a/b', 'a/c'], 'a'],
    [['a/b'], 'a/b'],
    [['a/b', 'c'], ''],
    [['/a/b', '/a/c'], '/a'],
    [[], ''],
  ])('of %j is %j', (names, folder) => {
    expect(commonFolder(names)).toBe(folder);
  });

  it('is a question without an answer for absolute names among relative ones', () => {
    expect(commonFolder(['/a', 'b'])).toBeUndefined();
  });
});

/** Changes the checksum that the directory states of a member. */
function spoilChecksum(bytes: Buffer, name: string): undefined {
  const at = bytes.lastIndexOf(Buffer.from(name));
  bytes.writeUInt32LE((bytes.readUInt32LE(at - 30) ^ 1) >>> 0, at - 30);
}

function cut({ filename, bytes }: Dist, length: number): Dist {
  return { filename, bytes: bytes.subarray(0, length) };
}

function join({ filename, bytes }: Dist, more: Buffer): Dist {
  return { filename, bytes: Buffer.concat([bytes, more]) };
}

/** Text that does not pack well. */
function noise(): string {
  return Array.from({ length: 2000 }, (_, index) => ((index * 7919) % 65521).toString(36)).join('');
}

/** Marks the last member as one of GNU's sparse files, with its checksum. */
function sparse({ filename, bytes }: Dist): Dist {
  const tar = gunzipSync(bytes);
  const header = tar.lastIndexOf(Buffer.from('demo-1.0/demo.py'));
  tar.write('S', header + 156);
  tar.fill(' ', header + 148, header + 156);
  const sum = tar.subarray(header, header + 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, header + 148);
  return { filename, bytes: gzipSync(tar) };
}

const SCANNED = { files: { 'demo-1.0/a.py': '__pyarmor_enter__' } };

describe('what lies behind the end, or in an odd place (answers of Warehouse under Python 3.13)', () => {
  const behindTheEnd: readonly (readonly [claim: string, dist: () => Promise<Dist>])[] = [
    ['junk behind the stream', async () => join(await sdist('demo', '1.0'), Buffer.from('junk'))],
    ['another stream behind it', async () => join(await sdist('demo', '1.0'), gzipSync('x'))],
    ['a checksum of the stream that is wrong', async () => spoiled(await sdist('demo', '1.0'), -6)],
    ['a stream without its last byte', async () => cut(await sdist('demo', '1.0'), -1)],
  ];
  it('lets a scanned finding pass while the flag disable-upload-scanning is set', async () => {
    const own = await serveIndex({ flags: ['disable-upload-scanning'] });
    const { status } = await upload(own, await sdist('demo', '1.0', SCANNED), FIELDS);
    const built = await upload(own, wheel('demo', '1.0', { files: { 'a.py': '__pyarmor_enter__' } }), FIELDS);
    await own.close();
    expect([status, built.status]).toEqual([200, 200]);
  });

  it.each(behindTheEnd)('does not notice %s', async (_claim, dist) => {
    const own = await serveIndex();
    const { status } = await upload(own, await dist(), FIELDS);
    await own.close();
    expect(status).toBe(200);
  });

  it.each<[claim: string, dist: () => Dist | Promise<Dist>, why: string]>([
    [
      'a bzip2 stream under the name of a gzip one',
      () => ({ filename: SDIST, bytes: Buffer.from('BZh91AY&SY') }),
      'None',
    ],
    ['a member that ends too early', async () => shortened(await sdist('demo', '1.0'), 512 + 1), 'None'],
    [
      'a name that says it is UTF-8 and is not',
      () => notUtf8(wheel('demo', '1.0', { files: { 'demo/é.py': '' } })),
      'broken',
    ],
    ['an extra field that is longer than all of them', () => withExtra([0x55, 0x54, 0xff, 0x00]), 'None'],
    [
      'a zip with absolute names beside others',
      () => ({ filename: 'demo-1.0.zip', bytes: zip({ 'demo-1.0/PKG-INFO': '', '/x/y': '' }) }),
      'broken',
    ],
    [
      'a RECORD with a column that no reader takes',
      () => wheel('demo', '1.0', { files: { 'demo-1.0.dist-info/RECORD': 'x'.repeat(131_073) } }),
      `Wheel '${WHEEL}' does not contain the required RECORD file: demo-1.0.dist-info/RECORD`,
    ],
  ])('refuses %s', async (_claim, dist, why) => {
    expect(await refusalOf(await dist())).toBe(why);
  });
});

function spoiled({ filename, bytes }: Dist, at: number): Dist {
  const copy = Buffer.from(bytes);
  const offset = copy.length + at;
  copy.writeUInt8(copy.readUInt8(offset) ^ 0x55, offset);
  return { filename, bytes: copy };
}

/** The archive inside the stream cut short, the stream whole. */
function shortened({ filename, bytes }: Dist, length: number): Dist {
  return { filename, bytes: gzipSync(gunzipSync(bytes).subarray(0, length)) };
}

function notUtf8({ filename, bytes }: Dist): Dist {
  const text = bytes.toString('latin1').replaceAll(Buffer.from('é').toString('latin1'), '\xff\xfe');
  return { filename, bytes: Buffer.from(text, 'latin1') };
}

/** A good wheel whose directory has these extra bytes behind its first name. */
function withExtra(extra: readonly number[]): Dist {
  return harmed((bytes) => {
    const at = offsetOf(bytes, LISTED);
    const end = offsetOf(bytes, END);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    bytes.writeUInt16LE(extra.length, at + 30);
    bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) + extra.length, end + 12);
    return Buffer.concat([bytes.subarray(0, nameEnd), Buffer.from(extra), bytes.subarray(nameEnd)]);
  });
}
