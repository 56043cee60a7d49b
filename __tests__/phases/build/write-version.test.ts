import { describe, expect, it } from '@jest/globals';
import { writeVersion } from '../../../src/phases/build/write-version.ts';
import type { Checkout } from '../../../src/ports/checkout.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan, aProject, DIRECTORY, fakeCheckout } from '../../support/world.ts';

const TOML = '# ours\n[project]\nname = "demo"\nversion = "1.1.0" # here\n';
const INIT = '"""Demo 1.1.0."""\n__version__ = "1.1.0"\n';
const CHANGELOG = '# Changes\n\n## [Unreleased]\n\n- New\n';

async function written(files: Readonly<Record<string, string>>, version = '1.2.0') {
  const world = memoryFiles(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
  );
  const places = Object.keys(files).filter((name) => name !== 'CHANGELOG.md');
  const project = aProject({
    version,
    tag: `v${version}`,
    versionPlaces: places.map((file) => ({ file, version: '1.1.0' })),
    changelog: 'CHANGELOG.md' in files ? 'CHANGELOG.md' : undefined,
  });
  const work = writeVersion(project, aPlan(), {
    files: world,
    clock: fakeClock('2026-03-04T23:00:00Z'),
    checkout: fakeCheckout(),
  });
  const text = (name: string) => world.text(`${DIRECTORY}/${name}`);
  return { work, world, text };
}

describe('writeVersion', () => {
  it('writes the version everywhere it stands and dates the changelog', async () => {
    const { work, text } = await written({
      'pyproject.toml': TOML,
      'src/demo/__init__.py': INIT,
      'CHANGELOG.md': CHANGELOG,
    });
    expect(await work).toEqual(['pyproject.toml', 'src/demo/__init__.py', 'CHANGELOG.md']);
    expect(await text('pyproject.toml')).toBe(TOML.replace('1.1.0', '1.2.0'));
    expect(await text('src/demo/__init__.py')).toBe('"""Demo 1.1.0."""\n__version__ = "1.2.0"\n');
    expect(await text('CHANGELOG.md')).toContain('[1.2.0] - 2026-03-04\n\n- New');
  });

  it('asks the tag of the release before whether an Unreleased section is left open', async () => {
    const files = memoryFiles({ [`${DIRECTORY}/CHANGES.md`]: '# Unreleased\n\n- New\n' });
    const asked: unknown[] = [];
    const checkout: Checkout = {
      ...fakeCheckout(),
      committed: async (...names) => {
        asked.push(names);
        return Buffer.from('# 1.1.0\n\n- Old\n');
      },
    };
    const project = aProject({ versionPlaces: [], changelog: 'CHANGES.md', previousTag: 'v1.1.0' });
    await writeVersion(project, aPlan(), { files, clock: fakeClock('2026-03-04T23:00:00Z'), checkout });
    expect(asked).toEqual([['CHANGES.md', 'v1.1.0']]);
    expect(await files.text(`${DIRECTORY}/CHANGES.md`)).toBe('# 1.2.0 - 2026-03-04\n\n- New\n');
  });

  it('dates a changelog in the markup that its name tells', async () => {
    const files = memoryFiles({
      [`${DIRECTORY}/CHANGES.rst`]: '1.2.0 (unreleased)\n++++++++++++++++++\n\n* New\n',
    });
    const project = aProject({ versionPlaces: [], changelog: 'CHANGES.rst' });
    const clock = fakeClock('2026-03-04T23:00:00Z');
    expect(await writeVersion(project, aPlan(), { files, clock, checkout: fakeCheckout() })).toEqual([
      'CHANGES.rst',
    ]);
    expect(await files.text(`${DIRECTORY}/CHANGES.rst`)).toBe(
      '1.2.0 (2026-03-04)\n++++++++++++++++++\n\n* New\n',
    );
  });

  it('writes nothing where the version stands already', async () => {
    const { work, world } = await written({ 'pyproject.toml': TOML }, '1.1.0');
    expect(await work).toEqual([]);
    expect(world.changes).toEqual([]);
  });

  it('leaves a changelog alone that has the version, or nothing unreleased', async () => {
    for (const changelog of ['# Changes\n\n## 1.2.0\n\n- New\n', '# Changes\n\n## 1.0.0\n\n- Old\n']) {
      const { work } = await written({ 'CHANGELOG.md': changelog });
      expect(await work).toEqual([]);
    }
  });

  it('passes over a place that has gone, or that no longer says what it said', async () => {
    const { work } = await written({ 'pyproject.toml': TOML.replace('1.1.0', '1.0.9') });
    expect(await work).toEqual([]);
  });

  it('writes all places of one file, each in its own spelling', async () => {
    const lock = ['demo-rs', 'core']
      .map((name) => `[[package]]\nname = "${name}"\nversion = "1.1.0"\n`)
      .join('\n');
    const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: TOML, [`${DIRECTORY}/Cargo.lock`]: lock });
    const project = aProject({
      version: '1.2.0rc1',
      versionPlaces: [
        { file: 'pyproject.toml', version: '1.1.0' },
        { file: 'Cargo.lock', part: { kind: 'crate', name: 'demo-rs' } as const, version: '1.1.0' },
        { file: 'Cargo.lock', part: { kind: 'crate', name: 'core' } as const, version: '1.1.0' },
      ],
      changelog: undefined,
    });
    const clock = fakeClock();
    expect(await writeVersion(project, aPlan(), { files, clock, checkout: fakeCheckout() })).toEqual([
      'pyproject.toml',
      'Cargo.lock',
    ]);
    expect(await files.text(`${DIRECTORY}/Cargo.lock`)).toBe(lock.replaceAll('1.1.0', '1.2.0-rc.1'));
  });

  it('writes a lock file that git ignores, and leaves it out of the release commit', async () => {
    const lock = '[[package]]\nname = "demo"\nversion = "1.1.0"\nsource = { virtual = "." }\n';
    const files = memoryFiles({ [`${DIRECTORY}/pyproject.toml`]: TOML, [`${DIRECTORY}/uv.lock`]: lock });
    const versionPlaces = [
      { file: 'pyproject.toml', version: '1.1.0' },
      { file: 'uv.lock', part: { kind: 'member', name: 'demo', directory: '.' } as const, version: '1.1.0' },
    ];
    const project = aProject({ versionPlaces, changelog: undefined });
    const checkout = { ...fakeCheckout(), tracked: async () => ['pyproject.toml'] };
    const work = writeVersion(project, aPlan(), { files, clock: fakeClock(), checkout });
    expect(await work).toEqual(['pyproject.toml']);
    expect(await files.text(`${DIRECTORY}/uv.lock`)).toBe(lock.replace('1.1.0', '1.2.0'));
  });

  it('does not count a file that stays as it is', async () => {
    const files = memoryFiles({ [`${DIRECTORY}/Cargo.toml`]: '[package]\nversion = "1.2.0-rc.1"\n' });
    const versionPlaces = [
      { file: 'Cargo.toml', part: { kind: 'table', table: 'package' } as const, version: '1.2.0-rc.1' },
    ];
    const project = aProject({ version: '1.2.0rc1', versionPlaces, changelog: undefined });
    expect(
      await writeVersion(project, aPlan(), { files, clock: fakeClock(), checkout: fakeCheckout() }),
    ).toEqual([]);
    expect(files.changes).toEqual([]);
  });

  it('writes no file at all where one of them cannot be made', async () => {
    const { work, world } = await written({ 'src/demo/__init__.py': INIT, 'pyproject.toml': 'a = ]' });
    await expect(work).rejects.toThrow(SyntaxError);
    expect(world.changes).toEqual([]);
  });
});
