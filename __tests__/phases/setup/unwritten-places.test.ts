import { describe, expect, it } from '@jest/globals';
import { unwrittenPlaces, type Writing } from '../../../src/phases/setup/unwritten-places.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan, DIRECTORY } from '../../support/world.ts';

const BUMP: VersionPlan = { kind: 'bump', bump: 'minor' };
const GIVEN: VersionPlan = { kind: 'given', version: '1.3.0' };
const TOML = '[[tool.bumpversion.files]]\nfilename = "docs/conf.py"\n';
const DOCS = { 'docs/conf.py': '', 'docs/index.md': '' };

async function faults(
  files: Readonly<Record<string, string>>,
  changes: Partial<Writing> = {},
  version: VersionPlan = BUMP,
) {
  const named = Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text] as const);
  const writing: Writing = {
    version: '1.3.0',
    places: [{ file: 'pyproject.toml', version: '1.2.0' }],
    changelog: 'CHANGELOG.md',
    ...changes,
  };
  const found = await unwrittenPlaces(writing, aPlan({ version }), memoryFiles(Object.fromEntries(named)));
  return found.map(({ code, finding }) => `${code}: ${finding}`);
}

const unwritten = (files: string, configuration: string) =>
  `version-unwritten: 1.3.0 would not be written to ${files} (bumpversion writes there, by ${configuration}).`;

describe('files of bumpversion', () => {
  it.each([
    ['pyproject.toml', TOML],
    ['.bumpversion.toml', TOML],
    ['.bumpversion.cfg', '[bumpversion:file:docs/conf.py]\n'],
    ['setup.cfg', '[bumpversion]\n[bumpversion:file:./docs/conf.py]\n'],
  ])('that %s names and that are not written are a fault', async (configuration, text) => {
    for (const version of [BUMP, GIVEN]) {
      expect(await faults({ [configuration]: text, ...DOCS }, {}, version)).toEqual([
        unwritten('docs/conf.py', configuration),
      ]);
    }
  });

  it('may be named by a glob, and are told once', async () => {
    const text = '[bumpversion:glob:docs/*]\n[bumpversion:file(title):docs/conf.py]\n';
    expect(await faults({ '.bumpversion.cfg': text, ...DOCS })).toEqual([
      unwritten('docs/conf.py, docs/index.md', '.bumpversion.cfg'),
    ]);
  });

  it('are not those that a glob leaves out', async () => {
    const text = '[[tool.bumpversion.files]]\nglob = "docs/*"\nglob_exclude = ["docs/*.md", "x"]\n';
    expect(await faults({ '.bumpversion.toml': text, ...DOCS })).toEqual([
      unwritten('docs/conf.py', '.bumpversion.toml'),
    ]);
  });

  it('are no fault where they are written, or are not there', async () => {
    const named = ['pyproject.toml', 'src/demo/__init__.py', 'CHANGELOG.md', 'gone.txt'];
    const text = named.map((name) => `[bumpversion:file:${name}]\n`).join('');
    const files = Object.fromEntries(named.slice(0, -1).map((name) => [name, '']));
    const places = ['pyproject.toml', 'src/demo/__init__.py'].map((file) => ({ file, version: '1.2.0' }));
    expect(await faults({ ...files, '.bumpversion.cfg': text }, { places })).toEqual([]);
  });

  it.each<VersionPlan>([{ kind: 'tag', tag: 'v1.3.0' }, { kind: 'source' }])(
    'are no fault for %j',
    async (version) => {
      expect(await faults({ '.bumpversion.toml': TOML, ...DOCS }, {}, version)).toEqual([]);
    },
  );

  it('are no fault where the source has the version already', async () => {
    const places = [{ file: 'pyproject.toml', version: '1.3' }];
    expect(await faults({ '.bumpversion.toml': TOML, ...DOCS }, { places }, GIVEN)).toEqual([]);
  });

  it('are a fault where no place is known at all', async () => {
    expect(await faults({ '.bumpversion.toml': TOML, ...DOCS }, { places: [] }, GIVEN)).toHaveLength(1);
  });

  it('are not sought in a configuration that cannot be read', async () => {
    expect(await faults({ '.bumpversion.toml': `${TOML}a = ]\n`, ...DOCS })).toEqual([]);
  });
});

describe('Cargo', () => {
  const at = (file: string) => [{ file, entry: 'package', version: '1.2.0' }];

  it('takes no version that it cannot spell', async () => {
    expect(await faults({}, { places: at('rust/Cargo.toml'), version: '1.2.0.post1' })).toEqual([
      'version-unspellable: The version would be 1.2.0.post1, and rust/Cargo.toml takes X.Y.Z alone or with an alpha, beta or rc (SemVer).',
    ]);
    expect(await faults({}, { places: at('rust/Cargo.toml'), version: '1.3.0rc1' })).toEqual([]);
    expect(await faults({}, { version: '1.2.0.post1' })).toEqual([]);
  });

  it('has its version out of reach where the workspace lies above', async () => {
    expect(await faults({}, { places: at('../Cargo.toml') })).toEqual([
      'version-unwritten: 1.3.0 would not be written to ../Cargo.toml (above the working directory).',
    ]);
  });
});
