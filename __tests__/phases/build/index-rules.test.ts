import { describe, expect, it } from '@jest/globals';
import { indexFindings } from '../../../src/phases/build/index-rules.ts';
import { opened } from '../../../src/phases/opened-distribution.ts';
import { tarGzOf, zipOf } from '../../packaging/archives.ts';
import { aDistribution, aPlan, sdistMembers, wheelMembers } from '../../support/world.ts';

const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';

type Members = Parameters<typeof wheelMembers>[0];

async function problems(
  filename: string,
  metadata: readonly string[] = [],
  members: Members = {},
  plan = aPlan(),
) {
  const bytes = filename.endsWith('.whl')
    ? zipOf(wheelMembers(members, metadata))
    : await tarGzOf(sdistMembers(members, metadata));
  const kind = filename.endsWith('.whl') ? 'wheel' : 'sdist';
  return indexFindings(await opened({ ...aDistribution(filename), filename, kind }, bytes), plan);
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

describe('an index of other kinds', () => {
  const DEVPI = 'https://packages.example/team/dev/';
  const LINUX = 'demo-1.2.0+abc-cp312-cp312-linux_x86_64.whl';
  const bad = ['Metadata-Version: 2.0', 'Classifier: Private :: Do Not Upload', 'Home-Page: example.org'];
  const under = async (plan: ReturnType<typeof aPlan>) => (await problems(LINUX, bad, {}, plan)).length;

  it('is not PyPI, and takes what PyPI refuses', async () => {
    expect(await under(aPlan({ path: 'B' }))).toBe(5);
    expect(await under(aPlan({ path: 'B', pypi: { upload: DEVPI } }))).toBe(0);
    expect(
      await under(aPlan({ path: 'B', pypi: { upload: 'https://pulp.example/pypi/team/legacy/' } })),
    ).toBe(5);
  });

  it('is not alone where TestPyPI comes before it, in this job or another one, and must do', async () => {
    const plan = (required: boolean) =>
      aPlan({ path: 'A', phases: ['build'], pypi: { upload: DEVPI }, testpypi: { required } });
    expect(await under(plan(true))).toBe(5);
    expect(await under(plan(false))).toBe(0);
  });
});
