import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sha256Hex } from '../../src/packaging/digest.ts';

/** A wheel on disk that uv, twine and an index take. */
export interface TinyWheel {
  /** Absolute. */
  readonly file: string;
  readonly filename: string;
  readonly sha256: string;
  remove(): Promise<void>;
}

// Python's zipfile writes sizes into the local headers, as PyPI demands; most zip writers of JavaScript do not.
const SCRIPT = `
import base64, hashlib, sys, zipfile
file, name, version, extra = sys.argv[1:]
info = f'{name}-{version}.dist-info'
metadata = f'Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n{extra}\\n'
members = {f'{name}.py': 'answer = 42\\n', f'{info}/METADATA': metadata,
  f'{info}/WHEEL': 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n'}
digest = lambda text: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()
record = ''.join(f'{member},sha256={digest(text)},{len(text.encode())}\\n' for member, text in members.items())
members[f'{info}/RECORD'] = record + f'{info}/RECORD,,\\n'
with zipfile.ZipFile(file, 'w') as archive:
  for member, text in members.items(): archive.writestr(zipfile.ZipInfo(member, (2020, 1, 1, 0, 0, 0)), text)
`;

/** Makes a wheel of one module. Other `metadata` lines give other bytes under the same name. */
export async function tinyWheel(name: string, version: string, metadata = ''): Promise<TinyWheel> {
  const directory = await mkdtemp(join(tmpdir(), 'pypi-release-wheel-'));
  const filename = `${name}-${version}-py3-none-any.whl`;
  const file = join(directory, filename);
  const python = process.platform === 'win32' ? 'python' : 'python3';
  await promisify(execFile)(python, ['-c', SCRIPT, file, name, version, metadata]);
  const sha256 = sha256Hex(await readFile(file));
  return { file, filename, sha256, remove: () => rm(directory, { recursive: true, force: true }) };
}
