import { gunzipSync, gzipSync } from 'node:zlib';
import { type Dist, sdist, wheel, zip } from '../../emulators/index/harness.ts';
import { GOOD, type RefusedRow } from './row.ts';

const INFO = 'demo-1.0.dist-info';
const LOCAL = 'PK\x03\x04';
const LISTED = 'PK\x01\x02';
const END = 'PK\x05\x06';
const offsetOf = (bytes: Buffer, signature: string) => bytes.indexOf(Buffer.from(signature, 'latin1'));

/** A good wheel's bytes after some harm. */
function harmed(harm: (bytes: Buffer) => Buffer | number): Dist {
  const copy = Buffer.from(GOOD.bytes);
  const harmedBytes = harm(copy);
  return { ...GOOD, bytes: typeof harmedBytes === 'number' ? copy : harmedBytes };
}

/** A wheel with another content of one of its files; undefined leaves it out. */
const wheelWith = (file: string, content: string | Buffer | undefined): Dist =>
  wheel('demo', '1.0', { files: { [file]: content } });

/** What a zip's records may say that its directory does not, by the words of the refusal. */
const FRAMINGS: readonly (readonly [why: string, harm: (bytes: Buffer) => Buffer | number])[] = [
  ['Trailing data', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
  ['Unknown record signature', (bytes) => Buffer.concat([Buffer.from('xxxx'), bytes])],
  ['ZIP contains a data descriptor', (bytes) => bytes.writeUInt16LE(8, offsetOf(bytes, LOCAL) + 6)],
  ['Mis-matched data size', (bytes) => bytes.writeUInt32LE(1, offsetOf(bytes, LOCAL) + 18)],
  ['Mis-matched file size', (bytes) => bytes.writeUInt32LE(1, offsetOf(bytes, LOCAL) + 22)],
  ['Filename not in central directory', (bytes) => bytes.write('Z', offsetOf(bytes, LOCAL) + 30)],
  ['Invalid character in filename', (bytes) => bytes.writeUInt8(1, offsetOf(bytes, LOCAL) + 30)],
  ['Filename not unicode', (bytes) => bytes.writeUInt8(0xff, offsetOf(bytes, LOCAL) + 30)],
  ['Malformed zip file', (bytes) => bytes.writeUInt16LE(9, offsetOf(bytes, END) + 8)],
  [
    'Mismatched central directory records',
    (bytes) => {
      bytes.writeUInt16LE(9, offsetOf(bytes, END) + 8);
      return bytes.writeUInt16LE(9, offsetOf(bytes, END) + 10);
    },
  ],
];

const FRAMED: readonly RefusedRow[] = FRAMINGS.map(([why, harm]) => ({
  claim: `the zip: ${why}`,
  code: 'archive-refused',
  says: `ZIP archive not accepted: ${why}`,
  dist: () => harmed(harm),
}));

const WHEELS: readonly RefusedRow[] = [
  {
    claim: 'the wheel is no zip',
    code: 'archive-refused',
    says: 'File is not a zipfile',
    dist: { ...GOOD, bytes: Buffer.from('no zip') },
  },
  {
    claim: 'the wheel is a tar as well',
    code: 'archive-refused',
    says: 'File is both a zip and a tar file',
    dist: () => harmed((bytes) => Buffer.concat([Buffer.alloc(512), bytes])),
  },
  {
    claim: 'the directory of the wheel is damaged',
    code: 'archive-refused',
    says: 'Invalid distribution file. None',
    dist: () => harmed((bytes) => bytes.writeUInt32LE(7, offsetOf(bytes, END) + 12)),
  },
  {
    claim: 'the compression is an odd one',
    code: 'archive-refused',
    says: 'File does not use a supported compression type',
    dist: () => harmed((bytes) => bytes.writeUInt16LE(12, offsetOf(bytes, LISTED) + 10)),
  },
  {
    claim: 'the wheel is a bomb',
    code: 'archive-bloated',
    says: 'File exceeds compression ratio of 50',
    dist: () => wheelWith('zeros', Buffer.alloc(65 * 1024 * 1024)),
  },
  {
    claim: 'the wheel has code of PyArmor',
    code: 'content-forbidden',
    says: 'PyArmor-encrypted content is not allowed.',
    dist: () => wheelWith('a.py', '__pyarmor__(__name__, __file__, b"")'),
  },
  {
    claim: 'the wheel has code of SourceDefender',
    code: 'content-forbidden',
    says: 'SourceDefender-encrypted content is not allowed.',
    dist: () => wheelWith('a.pye', '---BEGIN PYE FILE---\n---END PYE FILE---'),
  },
  {
    claim: 'the wheel has no WHEEL',
    code: 'archive-incomplete',
    says: `WHEEL not found at ${INFO}/WHEEL`,
    dist: () => wheelWith(`${INFO}/WHEEL`, undefined),
  },
  {
    claim: 'the wheel has no METADATA',
    code: 'archive-incomplete',
    says: 'does not contain the required METADATA file',
    dist: () => wheelWith(`${INFO}/METADATA`, undefined),
  },
  {
    claim: 'the wheel has no RECORD',
    code: 'record-missing',
    says: 'does not contain the required RECORD file',
    dist: () => wheelWith(`${INFO}/RECORD`, undefined),
  },
  {
    claim: 'RECORD is not UTF-8',
    code: 'record-missing',
    says: 'does not contain the required RECORD file',
    dist: () => wheelWith(`${INFO}/RECORD`, Buffer.from([0xff])),
  },
  {
    claim: 'RECORD has an empty line, over which the server breaks',
    code: 'index-trouble',
    status: 500,
    says: 'Internal Server Error',
    dist: () => wheelWith(`${INFO}/RECORD`, 'a,,\n\nb,,\n'),
  },
  {
    claim: 'the entry points are none',
    code: 'entry-points-invalid',
    says: 'has invalid entry points defined',
    dist: () => wheelWith(`${INFO}/entry_points.txt`, '[console_scripts]\n../x = a:b'),
  },
  {
    claim: 'a licence file is not in the wheel',
    code: 'license-file-missing',
    says: 'License-File LICENSE does not exist in distribution file',
    fields: { license_file: ['LICENSE'] },
  },
];

const SDISTS: readonly RefusedRow[] = [
  {
    claim: 'the sdist is no tar',
    code: 'archive-refused',
    says: 'File is not a tarfile',
    dist: { filename: 'demo-1.0.tar.gz', bytes: Buffer.from('no tar') },
  },
  {
    claim: 'the sdist is not packed',
    code: 'archive-refused',
    says: 'Invalid distribution file. None',
    dist: () => altered(gunzipSync),
  },
  {
    claim: 'the sdist is cut off, over which the server breaks',
    code: 'index-trouble',
    status: 500,
    says: 'Internal Server Error',
    dist: () => altered((bytes) => bytes.subarray(0, 40)),
  },
  {
    claim: 'the sdist has a zip behind it',
    code: 'archive-refused',
    says: 'File is both a zip and a tar file',
    dist: () => altered((bytes) => Buffer.concat([bytes, zip({ a: '' })])),
  },
  {
    claim: 'the sdist has two top directories',
    code: 'archive-layout',
    says: 'Incorrect number of top-level directories in sdist',
    dist: () => sdist('demo', '1.0', { files: { 'other/x': '' } }),
  },
  {
    claim: 'the sdist has no PKG-INFO',
    code: 'archive-incomplete',
    says: 'PKG-INFO not found at demo-1.0/PKG-INFO',
    dist: () => sdist('demo', '1.0', { files: { 'demo-1.0/PKG-INFO': undefined, 'demo-1.0/y.py': '' } }),
  },
  {
    claim: 'the sdist has a sparse member',
    code: 'archive-refused',
    says: 'tar archive not accepted: Sparse members are not allowed.',
    dist: () => altered(sparse),
  },
  {
    claim: 'the sdist has code of PyArmor',
    code: 'content-forbidden',
    says: 'PyArmor-encrypted content is not allowed.',
    dist: () => sdist('demo', '1.0', { files: { 'demo-1.0/a.py': '__pyarmor_enter__' } }),
  },
  {
    claim: 'a licence file is not in the sdist',
    code: 'license-file-missing',
    says: 'License-File LICENSE does not exist in distribution file',
    dist: () => sdist('demo', '1.0'),
    fields: { license_file: ['LICENSE'] },
  },
];

/** What is in the archive: steps 21 and 22 to 27 of an upload. */
export const ARCHIVES: readonly RefusedRow[] = [...WHEELS, ...FRAMED, ...SDISTS];

async function altered(alter: (bytes: Buffer) => Buffer): Promise<Dist> {
  const { filename, bytes } = await sdist('demo', '1.0');
  return { filename, bytes: alter(bytes) };
}

/** Marks the last member as one of GNU's sparse files, with its checksum. */
function sparse(bytes: Buffer): Buffer {
  const tar = gunzipSync(bytes);
  const header = tar.lastIndexOf(Buffer.from('demo-1.0/demo.py'));
  tar.write('S', header + 156);
  tar.fill(' ', header + 148, header + 156);
  const sum = tar.subarray(header, header + 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, header + 148);
  return gzipSync(tar);
}
