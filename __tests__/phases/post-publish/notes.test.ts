import { describe, expect, it } from '@jest/globals';
import { releaseNotes } from '../../../src/phases/post-publish/notes.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryForge } from '../../support/memory-forge.ts';
import { aPlan, aProject, codesOf, DIRECTORY, type PlanChanges, recorder } from '../../support/world.ts';

const CHANGELOG =
  '# Changes\n\n## [1.2.0] - 2026-01-02\n\n- New, see [docs]\n\n## 1.1.0\n\n- Old\n\n[docs]: https://docs.example\n';

function notes(from: string, files: Readonly<Record<string, string>> = {}, changes: PlanChanges = {}) {
  const told = recorder();
  const world = {
    files: memoryFiles(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
    ),
    forge: memoryForge(),
  };
  const project = aProject({ changelog: 'CHANGELOG.md' in files ? 'CHANGELOG.md' : undefined });
  const plan = aPlan({ forge: { notes: from }, ...changes });
  return { told, work: releaseNotes({ project, plan, commit: 'c0ffee', world, emit: told.emit }) };
}

const OURS = '- New, see [docs]\n\n[docs]: https://docs.example';
const GENERATED = 'Generated for v1.2.0';

describe('the notes', () => {
  it.each([
    ['changelog', OURS],
    ['generated', GENERATED],
    ['both', `${OURS}\n\n${GENERATED}`],
    ['docs/notes.md', 'By hand'],
  ])('from %s', async (from, text) => {
    const files = { 'CHANGELOG.md': CHANGELOG, 'docs/notes.md': '\nBy hand\n\n' };
    const { work, told } = notes(from, files);
    expect(await work).toBe(text);
    expect(told.events).toEqual([]);
  });

  it.each(['changelog', 'both'])('from %s never lend another version’s section, and say so', async (from) => {
    const { work, told } = notes(from, { 'CHANGELOG.md': '## 1.1.0\n\n- Old\n' });
    expect(await work).toBe(GENERATED);
    expect(told.of('noticed').map(({ level, says }) => [level, says])).toEqual([
      ['notice', 'CHANGELOG.md has no section for 1.2.0; the forge writes the notes.'],
    ]);
  });

  it('are generated where there is no changelog, and that is said', async () => {
    const { work, told } = notes('changelog');
    expect(await work).toBe(GENERATED);
    expect(told.of('noticed')[0]?.says).toBe('there is no changelog; the forge writes the notes.');
  });

  it('from a file that is not there are a fault', async () => {
    expect(await codesOf(notes('docs/notes.md').work)).toEqual(['changelog-missing']);
  });

  it('ask nothing of the forge in a dry run', async () => {
    expect(await notes('generated', {}, { mode: 'dry-run' }).work).toBe('');
  });
});
