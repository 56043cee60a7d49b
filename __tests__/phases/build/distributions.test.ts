import { describe, expect, it } from '@jest/globals';
import { inspected } from '../../../src/phases/build/distributions.ts';
import { open } from '../../../src/phases/opened-distribution.ts';
import { tarGzOf, zipOf } from '../../packaging/archives.ts';
import { faultOf } from '../../support/faults.ts';
import { type MemoryFiles, memoryFiles } from '../../support/memory-files.ts';
import {
  aDistribution,
  aPlan,
  aPool,
  aProject,
  codesOf,
  faultsOf,
  PACKAGES,
  sdistMembers,
  wheelMembers,
} from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';

function directoryOf(files: Readonly<Record<string, Uint8Array>>): MemoryFiles {
  return memoryFiles(
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${PACKAGES}/${name}`, bytes])),
  );
}

const look = (files: Readonly<Record<string, Uint8Array>>) =>
  inspected(aProject(), aPlan(), directoryOf(files));
const wheel = (changes: Parameters<typeof wheelMembers>[0] = {}, metadata: readonly string[] = []) =>
  zipOf(wheelMembers(changes, metadata));
const sdist = (changes: Parameters<typeof sdistMembers>[0] = {}, metadata: readonly string[] = []) =>
  tarGzOf(sdistMembers(changes, metadata));

describe('inspected', () => {
  it('gives a wheel and an sdist that are well, in upload order', async () => {
    const found = await look({ [SDIST]: await sdist(), [WHEEL]: wheel() });
    expect(found.map(({ filename }) => filename)).toEqual([WHEEL, SDIST]);
  });

  const METADATA = 'demo-1.2.0.dist-info/METADATA';
  const rules: readonly (readonly [string, string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
    ['a wheel without METADATA', WHEEL, () => wheel({ [METADATA]: undefined }), 'it has no METADATA.'],
    [
      'an sdist without PKG-INFO',
      SDIST,
      () => sdist({ 'demo-1.2.0/PKG-INFO': undefined }),
      'it has no PKG-INFO.',
    ],
    [
      'metadata of another project',
      WHEEL,
      () => wheel({}, ['Name: other']),
      'its metadata names other; the project is demo.',
    ],
    [
      'metadata of another version',
      WHEEL,
      () => wheel({}, ['Version: 1.3']),
      'it is of version 1.3; this release is 1.2.0.',
    ],
    [
      'a file name of another version',
      'demo-1.3-py3-none-any.whl',
      () => wheel(),
      'it is of version 1.3; this release is 1.2.0.',
    ],
    [
      'a dependency by address',
      WHEEL,
      () => wheel({}, ['Requires-Dist: x @ https://x.example/x.whl']),
      'it depends on an address (x @ https://x.example/x.whl)',
    ],
    [
      'a dependency by address under an extra',
      SDIST,
      () => sdist({}, ['Requires-Dist: x@git+https://x.example/x ; extra == "a"']),
      'it depends on an address',
    ],
    [
      'a classifier that forbids it',
      WHEEL,
      () => wheel({}, ['Classifier: Private :: Do Not Upload']),
      'its classifier "Private ::"',
    ],
    [
      'a wheel of one Linux machine',
      'demo-1.2.0-cp312-cp312-linux_x86_64.whl',
      () => wheel(),
      'its platform tag linux_x86_64 is refused',
    ],
    [
      'a wheel of which one platform is refused',
      'demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.linux_x86_64.whl',
      () => wheel(),
      'is refused by the index',
    ],
    [
      'a secret',
      SDIST,
      () => sdist({ 'demo-1.2.0/.env': 'KEY=1' }),
      'it holds demo-1.2.0/.env, which looks like a secret.',
    ],
    [
      'a private key',
      WHEEL,
      () => wheel({ 'demo/server.key': '-----BEGIN PRIVATE KEY-----' }),
      'it holds demo/server.key',
    ],
    [
      'an upload configuration',
      SDIST,
      () => sdist({ 'demo-1.2.0/.pypirc': '' }),
      'it holds demo-1.2.0/.pypirc',
    ],
    [
      'bytecode',
      WHEEL,
      () => wheel({ 'demo/__pycache__/__init__.cpython-312.pyc': '' }),
      'it holds bytecode (',
    ],
  ];

  it.each(rules)('refuses %s', async (_what, filename, bytes, problem) => {
    const fault = await faultOf(look({ [filename]: await bytes() }));
    expect(fault.code).toBe('distribution-unfit');
    expect(fault.finding.startsWith(`${filename}: `)).toBe(true);
    expect(fault.finding).toContain(problem);
    expect(fault.remedy).toMatch(/\w{4}.*\.$/);
  });

  it('refuses a local version', async () => {
    const filename = 'demo-1.2.0+abc-py3-none-any.whl';
    const files = directoryOf({ [filename]: wheel({}, ['Version: 1.2.0+abc']) });
    const fault = await faultOf(inspected(aProject({ version: '1.2.0+abc' }), aPlan(), files));
    expect(fault.finding).toBe(`${filename}: a local version cannot be published.`);
  });

  it('refuses two sdists', async () => {
    const faults = await faultsOf(look({ [SDIST]: await sdist(), 'demo-1.2.tar.gz': await sdist() }));
    expect(faults.map(({ finding }) => finding.split(': ')[1])).toEqual([
      'there is more than one sdist, and a release takes one.',
      'there is more than one sdist, and a release takes one.',
    ]);
  });

  it('refuses a file over the index’s limit', async () => {
    // Zeros after the last member are no part of a gzip file's content (gzip manual, "Tapes").
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1);
    bytes.set(await sdist());
    const fault = await faultOf(look({ [SDIST]: bytes }));
    expect(fault.finding).toBe(`${SDIST}: it has 104857601 bytes; the index takes 104857600.`);
  });

  it('refuses a wheel that lost the type marker of its sdist', async () => {
    const files = { [SDIST]: await sdist({ 'demo-1.2.0/src/demo/py.typed': '' }), [WHEEL]: wheel() };
    const fault = await faultOf(look(files));
    expect(fault.finding).toBe(
      `${WHEEL}: it lacks demo/py.typed, which the sdist has: its users would lose the type hints.`,
    );
    const kept = { ...files, [WHEEL]: wheel({ 'demo/py.typed': '' }) };
    expect(await look(kept)).toHaveLength(2);
  });

  it('refuses a file that is no archive', async () => {
    const fault = await faultOf(look({ [WHEEL]: new TextEncoder().encode('not a zip') }));
    expect(fault.finding).toContain('it cannot be opened:');
  });

  it.each([
    ['demo-1.2.0-cp312-cp312-manylinux_2_17_x86_64.whl'],
    ['demo-1.2.0-cp312-cp312-musllinux_1_2_aarch64.whl'],
    ['demo-1.2.0-cp312-cp312-linux_armv7l.whl'],
    ['demo-1.2.0-cp312-cp312-macosx_11_0_arm64.whl'],
  ])('takes %s', async (filename) => {
    expect(await look({ [filename]: wheel() })).toHaveLength(1);
  });

  it('takes secrets that are samples of tests', async () => {
    const samples = {
      'demo-1.2.0/tests/fixtures/.netrc': 'machine a.example password x',
      'demo-1.2.0/demo/test/server.key': '-----BEGIN PRIVATE KEY-----',
    };
    expect(await look({ [SDIST]: await sdist(samples) })).toHaveLength(1);
  });

  it('takes a dependency whose marker or extra only looks like an address', async () => {
    const metadata = [
      'Requires-Dist: x[a]>=1 ; python_version < "3.9"',
      'Requires-Dist: y; extra == "a@b:c"',
    ];
    expect(await look({ [WHEEL]: wheel({}, metadata) })).toHaveLength(1);
  });

  it('shows every finding of every file together', async () => {
    const faults = await faultsOf(
      look({
        [WHEEL]: wheel({ 'demo/.env': '', 'demo/a.pyc': '' }),
        [SDIST]: await sdist({}, ['Name: other']),
      }),
    );
    expect(faults.map(({ finding }) => finding.split(':')[0])).toEqual([WHEEL, WHEEL, SDIST]);
  });

  it('takes a name and a version by what they mean', async () => {
    expect(await look({ [WHEEL]: wheel({}, ['Name: DEMO', 'Version: 1.2']) })).toHaveLength(1);
  });
});

describe('open', () => {
  it('opens what lies there', async () => {
    const { metadata, archive } = await open(
      aDistribution(WHEEL, wheel()),
      PACKAGES,
      directoryOf({ [WHEEL]: wheel() }),
    );
    expect(metadata?.name).toBe('demo');
    expect(archive.members).toContain('demo/__init__.py');
  });

  it('tells a garbled file as a fault', async () => {
    const files = directoryOf({ [WHEEL]: new Uint8Array(3) });
    expect(await codesOf(open(aDistribution(WHEEL), PACKAGES, files))).toEqual(['distribution-unfit']);
  });

  it('does not take a file that has gone for a fault of the user’s', async () => {
    await expect(open(aDistribution(WHEEL), PACKAGES, directoryOf({}))).rejects.toThrow('has gone');
  });
});

describe('inspected, of several packages', () => {
  const NAMES = ['core', 'demo'] as const;
  const wheelOf = (name: string) =>
    zipOf({
      [`${name}/__init__.py`]: '',
      [`${name}-1.2.0.dist-info/METADATA`]: `Metadata-Version: 2.4\nName: ${name}\nVersion: 1.2.0\n\nWords.\n`,
    });
  const sdistOf = (name: string, more: Readonly<Record<string, string>> = {}) =>
    tarGzOf({
      [`${name}-1.2.0/${name}/__init__.py`]: '',
      [`${name}-1.2.0/PKG-INFO`]: `Metadata-Version: 2.4\nName: ${name}\nVersion: 1.2.0\n\nWords.\n`,
      ...more,
    });
  const whole = async () => ({
    'core-1.2.0-py3-none-any.whl': wheelOf('core'),
    'core-1.2.0.tar.gz': await sdistOf('core'),
    'demo-1.2.0-py3-none-any.whl': wheelOf('demo'),
    'demo-1.2.0.tar.gz': await sdistOf('demo'),
  });
  const lookAt = (files: Readonly<Record<string, Uint8Array>>) =>
    inspected(aPool(...NAMES), aPlan(), directoryOf(files));

  it('takes one sdist of each', async () => {
    expect(await lookAt(await whole())).toHaveLength(4);
  });

  it('compares a wheel with its own sdist alone', async () => {
    const typed = await sdistOf('core', {
      'core-1.2.0/demo/py.typed': '',
      'core-1.2.0/demo/__init__.py': '',
    });
    expect(await lookAt({ ...(await whole()), 'core-1.2.0.tar.gz': typed })).toHaveLength(4);
  });

  it('misses a package that nothing was built of', async () => {
    const { 'core-1.2.0-py3-none-any.whl': one, 'core-1.2.0.tar.gz': other } = await whole();
    const found = await faultOf(lookAt({ 'core-1.2.0-py3-none-any.whl': one, 'core-1.2.0.tar.gz': other }));
    expect([found.code, found.finding]).toEqual([
      'package-unbuilt',
      expect.stringContaining('nothing of demo'),
    ]);
  });

  it('refuses what is of none of them', async () => {
    const codes = await faultsOf(
      lookAt({ ...(await whole()), 'other-1.2.0-py3-none-any.whl': wheelOf('other') }),
    );
    expect(codes.map(({ code }) => code)).toContain('distribution-unfit');
    expect(codes[0]?.finding).toContain('none of the packages of this release (core, demo)');
  });
});
