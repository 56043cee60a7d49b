/** A project whose release is three wheels and an sdist, as an index takes them. */

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { sha256Hex } from '../../src/packaging/digest.ts';
import { makeScratch } from '../support/scratch.ts';

/** The project in a directory, its distributions in `dist` below it. */
export interface Prepared {
  readonly directory: string;
  /** Filename → sha256. */
  readonly digests: Readonly<Record<string, string>>;
  remove(): void;
}

export const NAME = 'trouble-demo';
export const VERSION = '1.4.0';

const STEM = NAME.replaceAll('-', '_');
const TAGS = ['cp313-cp313-win_amd64', 'cp314-cp314-win_amd64', 'py3-none-any'];

// Python's zipfile writes sizes into the local headers, as PyPI demands; most zip writers of JavaScript do not.
const SCRIPT = `
import base64, hashlib, io, sys, tarfile, zipfile
directory, name, version, *tags = sys.argv[1:]
metadata = f'Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n'
digest = lambda text: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()
info = f'{name}-{version}.dist-info'
for tag in tags:
  members = {f'{name}.py': 'answer = 42\\n', f'{info}/METADATA': metadata,
    f'{info}/WHEEL': f'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: {tag}\\n'}
  record = ''.join(f'{each},sha256={digest(text)},{len(text.encode())}\\n' for each, text in members.items())
  members[f'{info}/RECORD'] = record + f'{info}/RECORD,,\\n'
  with zipfile.ZipFile(f'{directory}/{name}-{version}-{tag}.whl', 'w') as archive:
    for each, text in members.items(): archive.writestr(zipfile.ZipInfo(each, (2020, 1, 1, 0, 0, 0)), text)
with tarfile.open(f'{directory}/{name}-{version}.tar.gz', 'w:gz') as archive:
  for each, text in {'PKG-INFO': metadata, f'{name}.py': 'answer = 42\\n'}.items():
    member = tarfile.TarInfo(f'{name}-{version}/{each}')
    member.size = len(text)
    archive.addfile(member, io.BytesIO(text.encode()))
`;

/** Writes the project and makes its four distributions. */
export async function prepared(): Promise<Prepared> {
  const scratch = makeScratch();
  scratch.write({
    'pyproject.toml': `[project]\nname = "${NAME}"\nversion = "${VERSION}"\n`,
    'CHANGELOG.md': `# Changelog\n\n## ${VERSION}\n\n- All new.\n`,
    'dist/.keep': '',
  });
  const packages = scratch.file('dist');
  const python = process.platform === 'win32' ? 'python' : 'python3';
  await promisify(execFile)(python, ['-c', SCRIPT, packages, STEM, VERSION, ...TAGS]);
  const filenames = (await readdir(packages)).filter((file) => file.startsWith(STEM));
  const digests = await Promise.all(
    filenames.map(async (file) => [file, sha256Hex(await readFile(path.join(packages, file)))] as const),
  );
  return {
    directory: scratch.directory,
    digests: Object.fromEntries(digests),
    remove: () => scratch.remove(),
  };
}
