import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { unwrittenPlaces, type Writing } from '../../../src/phases/setup/unwritten-places.ts';
import type { VersionPlan } from '../../../src/plan/plan.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { aPlan, DIRECTORY } from '../../support/world.ts';

const BUMP: VersionPlan = { kind: 'bump', bump: 'minor' };
const GIVEN: VersionPlan = { kind: 'given', version: '1.3.0' };
const DOCS = { 'docs/conf.py': '', 'docs/index.md': '' };

async function faults(
  files: Readonly<Record<string, string>>,
  changes: Partial<Writing> = {},
  version: VersionPlan = BUMP,
) {
  const named = Object.entries(files).map(
    ([name, text]) => [path.posix.join(DIRECTORY, name), text] as const,
  );
  const writing: Writing = {
    version: '1.3.0',
    places: [{ file: 'pyproject.toml', version: '1.2.0' }],
    ...changes,
  };
  const found = await unwrittenPlaces(writing, aPlan({ version }), memoryFiles(Object.fromEntries(named)));
  return found.map(({ code, finding }) => `${code}: ${finding}`);
}

describe('files of commitizen', () => {
  const settings = (...named: readonly string[]) => ({
    'pyproject.toml': `[tool.commitizen]\nversion_files = ${JSON.stringify(named)}\n`,
  });

  it('are a fault where their pattern cannot be read', async () => {
    const files = { ...settings('docs/conf.py:(?i)release', 'gone.txt:(?x)y'), ...DOCS };
    for (const version of [BUMP, GIVEN]) {
      expect(await faults(files, {}, version)).toEqual([
        'version-unwritten: 1.3.0 would not be written to docs/conf.py (commitizen writes there, by a pattern that this action cannot read).',
      ]);
    }
    expect(await faults(files, {}, { kind: 'source' })).toEqual([]);
  });

  it('are none where it can, nor where the settings are no TOML', async () => {
    expect(await faults({ ...settings('docs/conf.py:^release', 'docs/*.md'), ...DOCS })).toEqual([]);
    expect(await faults({ 'cz.toml': 'a = ]', ...DOCS })).toEqual([]);
  });
});

describe('Cargo', () => {
  const at = (file: string) => [
    { file, part: { kind: 'table', table: 'package' } as const, version: '1.2.0' },
  ];

  it('takes no version that it cannot spell', async () => {
    expect(await faults({}, { places: at('rust/Cargo.toml'), version: '1.2.0.post1' })).toEqual([
      'version-unspellable: The version would be 1.2.0.post1, and rust/Cargo.toml takes X.Y.Z alone or with an alpha, beta or rc (SemVer).',
    ]);
    expect(await faults({}, { places: at('rust/Cargo.toml'), version: '1.3.0rc1' })).toEqual([]);
    expect(await faults({}, { version: '1.2.0.post1' })).toEqual([]);
  });

  it('has its version out of reach where the workspace lies outside the repository', async () => {
    expect(await faults({}, { places: at('../Cargo.toml') })).toEqual([
      'version-unwritten: 1.3.0 would not be written to ../Cargo.toml (outside the repository, so that no commit holds it).',
    ]);
    expect(await faults({ '../.git/HEAD': '' }, { places: at('../Cargo.toml') })).toEqual([]);
  });
});
