import { describe, expect, it } from '@jest/globals';
import { opened } from '../../../src/phases/build/distributions.ts';
import { indexFindings } from '../../../src/phases/build/index-rules.ts';
import { tarGzOf, zipOf } from '../../packaging/archives.ts';
import { aDistribution, sdistMembers, wheelMembers } from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';

type Members = Parameters<typeof wheelMembers>[0];

async function problems(filename: string, metadata: readonly string[] = [], members: Members = {}) {
  const bytes = filename.endsWith('.whl')
    ? zipOf(wheelMembers(members, metadata))
    : await tarGzOf(sdistMembers(members, metadata));
  const kind = filename.endsWith('.whl') ? 'wheel' : 'sdist';
  return indexFindings(await opened({ ...aDistribution(filename), filename, kind }, bytes));
}

describe('what PyPI refuses and a file shows (forklift/legacy.py, forklift/metadata.py)', () => {
  it.each([
    [SDIST, 'Demo-1.2.0.tar.gz', 'the index takes only a file name that is demo-1.2.0.tar.gz.'],
    [SDIST, 'demo-1.2.0-rc1.tar.gz', 'the index takes only a file name that is demo-1.2.0rc1.tar.gz.'],
    [WHEEL, 'Demo-1.2.0-py3-none-any.whl', 'that is normalised, so that it begins with demo-.'],
    [WHEEL, 'demo-1.2.0-cp312-cp312-macosx_11_1_arm64.whl', 'its platform tag macosx_11_1_arm64 is refused'],
    [WHEEL, 'demo-1.2.0-cp312-cp312-freebsd_13_amd64.whl', 'its platform tag freebsd_13_amd64 is refused'],
  ])('instead of %s the name %s', async (_well, filename, problem) => {
    expect(await problems(filename)).toMatchObject([{ problem: expect.stringContaining(problem) }]);
  });

  it.each([
    'any',
    'win_amd64',
    'manylinux_2_28_x86_64',
    'musllinux_1_2_aarch64',
    'macosx_11_0_arm64',
    'macosx_10_9_universal2',
    'ios_13_0_arm64_iphoneos',
    'pyemscripten_2026_0_wasm32',
    'manylinux2014_x86_64.manylinux_2_17_x86_64',
  ])('and not the platform tag %s', async (tag) => {
    expect(await problems(`demo-1.2.0-py3-none-${tag}.whl`)).toEqual([]);
  });

  it.each([
    ['Metadata-Version: 2.0', 'its metadata is of version "2.0"'],
    ['Metadata-Version: 2.6', 'its metadata is of version "2.6"'],
    [`Summary: ${'a'.repeat(513)}`, 'its summary has 513 characters'],
    ['Description-Content-Type: text/html', 'its description is of the type text/html'],
    ['Home-Page: example.org', 'its address example.org is none of http or https'],
    ['Project-URL: Home, ftp://example.org', 'its Project-URL ftp://example.org is none of http or https'],
    [`Project-URL: ${'a'.repeat(33)}, https://example.org`, 'is too long'],
    ['Project-URL: https://example.org', 'has no label'],
    [
      'License-File: LICENSE',
      'it names the licence file LICENSE and has no demo-1.2.0.dist-info/licenses/LICENSE',
    ],
  ])('the metadata %s', async (line, problem) => {
    const [finding] = await problems(WHEEL, [line]);
    expect(finding?.problem).toContain(problem);
    expect(finding?.remedy).toMatch(/^Correct /);
  });

  it('a licence beside a licence expression', async () => {
    expect(await problems(WHEEL, ['License: MIT', 'License-Expression: MIT'])).toMatchObject([
      { problem: 'it has both License and License-Expression, which the index refuses.' },
    ]);
  });

  it('and not a licence file that is there, or one of metadata that had no such field', async () => {
    const wheelFile = { 'demo-1.2.0.dist-info/licenses/LICENSE': 'MIT' };
    expect(await problems(WHEEL, ['License-File: LICENSE'], wheelFile)).toEqual([]);
    expect(await problems(SDIST, ['License-File: LICENSE'], { 'demo-1.2.0/LICENSE': 'MIT' })).toEqual([]);
    expect(await problems(WHEEL, ['Metadata-Version: 2.1', 'License-File: LICENSE'])).toEqual([]);
  });

  it('an sdist with two top directories', async () => {
    expect(await problems(SDIST, [], { 'other/x': '' })).toMatchObject([
      { problem: 'it has 2 top directories (demo-1.2.0, other); the index takes one.' },
    ]);
  });
});
