/**
 * Pins the Python tools anew: uv's wheels with their digests, and the lock file of the check tools.
 *
 *   node .github/scripts/pin-tools.mjs <simple API address> [uv version]
 *
 * Run by a maintainer; needs uv on PATH for the lock file. The address is an argument, so that no registry is written here.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { rcompare, valid } from 'semver';

const PLATFORMS = {
  'linux-x64': 'manylinux_2_17_x86_64.manylinux2014_x86_64',
  'linux-arm64': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
  'linux-x64-musl': 'musllinux_1_1_x86_64',
  'linux-arm64-musl': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
  'darwin-x64': 'macosx_10_12_x86_64',
  'darwin-arm64': 'macosx_11_0_arm64',
  'win32-x64': 'win_amd64',
  'win32-arm64': 'win_arm64',
};
const TOOLS = ['twine', 'ruff', 'build'];
const ADAPTERS = path.join(import.meta.dirname, '../../src/adapters/python');

const [index, wanted] = process.argv.slice(2);
if (index === undefined) throw new Error('give the address of the simple API');

const project = await (
  await fetch(new URL('uv/', index), { headers: { accept: 'application/vnd.pypi.simple.v1+json' } })
).json();
const version = wanted ?? project.versions.filter((name) => valid(name)).sort(rcompare)[0];

const rows = [];
for (const [platform, tag] of Object.entries(PLATFORMS))
  rows.push(row(platform, await pinned(`uv-${version}-py3-none-${tag}.whl`)));
writeFileSync(path.join(ADAPTERS, 'uv-wheels.ts'), table());
writeFileSync(path.join(ADAPTERS, 'check-tools.txt'), lock());

async function pinned(filename) {
  const file = project.files.find((candidate) => candidate.filename === filename);
  if (file === undefined) throw new Error(`the index has no ${filename}`);
  const wheel = new Uint8Array(await (await fetch(new URL(file.url, new URL('uv/', index)))).arrayBuffer());
  const sha256 = hex(wheel);
  if (sha256 !== file.hashes.sha256) throw new Error(`${filename} is not what the index says`);
  const programs = unzipSync(wheel, { filter: ({ name }) => /\/scripts\/uv(\.exe)?$/.test(name) });
  const [program] = Object.values(programs);
  return { filename, sha256, program: hex(program) };
}

function hex(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function row(platform, { filename, sha256, program }) {
  return `  '${platform}': {
    filename: '${filename}',
    sha256: '${sha256}',
    program: '${program}',
  },`;
}

function table() {
  return `/** The wheels of uv that are pinned, by platform. Written by \`.github/scripts/pin-tools.mjs\`. */

export interface UvWheel {
  readonly filename: string;
  readonly sha256: string;
  /** The sha256 of the program within: a cached one is checked before it runs. */
  readonly program: string;
}

export const UV_VERSION = '${version}';

export const UV_WHEELS: Readonly<Record<string, UvWheel>> = {
${rows.join('\n')}
};
`;
}

/**
 * Without keyring: twine runs without it, it reads credentials from the machine, and it brings a dozen packages along.
 * For every platform and every Python from 3.10 on.
 */
function lock() {
  const scratch = mkdtempSync(path.join(tmpdir(), 'pin-tools-'));
  try {
    const file = (name, lines) => {
      writeFileSync(path.join(scratch, name), lines.join('\n'));
      return path.join(scratch, name);
    };
    const overrides = file('overrides.txt', ['keyring ; python_version < "0"']);
    const options = [
      '--generate-hashes',
      '--universal',
      '--python-version',
      '3.10',
      '--no-header',
      '--no-annotate',
      '--no-emit-index-url',
      '--quiet',
    ];
    const requested = file('tools.in', TOOLS);
    return execFileSync(
      'uv',
      ['pip', 'compile', requested, '--override', overrides, '--default-index', index, ...options],
      { cwd: scratch },
    );
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
