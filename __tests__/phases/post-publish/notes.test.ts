import { describe, expect, it } from '@jest/globals';
import { releaseNotes } from '../../../src/phases/post-publish/notes.ts';
import type { World } from '../../../src/ports/world.ts';
import type { Project } from '../../../src/release/facts.ts';
import { memoryFiles } from '../../support/memory-files.ts';
import { memoryForge } from '../../support/memory-forge.ts';
import {
  aPlan,
  aProject,
  codesOf,
  DIRECTORY,
  fakeMarkup,
  type PlanChanges,
  recorder,
} from '../../support/world.ts';

const CHANGELOG =
  '# Changes\n\n## [1.2.0] - 2026-01-02\n\n- New, see [docs]\n\n## 1.1.0\n\n- Old\n\n[docs]: https://docs.example\n';

const RST = '1.2.0\n-----\n\n* New, see docs_\n\n1.1.0\n-----\n\n* Old\n\n.. _docs: https://docs.example\n';

function notes(
  from: string,
  files: Readonly<Record<string, string>> = {},
  { problem, ...changes }: PlanChanges & { readonly problem?: string } = {},
  { forge = memoryForge(), previousTag }: Partial<Pick<World, 'forge'> & Pick<Project, 'previousTag'>> = {},
) {
  const told = recorder();
  const world = {
    files: memoryFiles(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${DIRECTORY}/${name}`, text])),
    ),
    forge,
    markup: fakeMarkup(problem),
  };
  const changelog = Object.keys(files).find((name) => /^CHANGE/.test(name));
  const project = aProject({ changelog, previousTag });
  const plan = aPlan({ forge: { notes: from }, ...changes });
  return { told, work: releaseNotes({ project, plan, commit: 'c0ffee', world, emit: told.emit }) };
}

const OURS = '- New, see [docs]\n\n[docs]: https://docs.example';
const OTHERS = { 'docs/notes.rst': '*By* hand', 'docs/notes': '*By* hand' };
const GENERATED = 'Generated for v1.2.0';

describe('the notes', () => {
  it.each(['', '- Nothing changed yet.\n\n', '\nNothing changed yet\n'])(
    'are generated where the section says nothing: %j',
    async (body) => {
      const text = `## 1.2.0\n${body}\n## 1.1.0\n\n- Old\n`;
      const { work, told } = notes('changelog', { 'CHANGELOG.md': text });
      expect(await work).toBe(GENERATED);
      expect(told.of('noticed').map(({ says }) => says)).toEqual([
        'CHANGELOG.md says nothing of 1.2.0; the forge writes the notes.',
      ]);
    },
  );

  it.each([
    ['changelog', OURS],
    ['generated', GENERATED],
    ['both', `${OURS}\n\n${GENERATED}`],
    ['docs/notes.md', 'By hand'],
    ['docs/notes.rst', 'Markdown of: *By* hand'],
    ['docs/notes', '*By* hand'],
  ])('from %s', async (from, text) => {
    const files = { 'CHANGELOG.md': CHANGELOG, 'docs/notes.md': '\nBy hand\n\n', ...OTHERS };
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

  it('are generated since the highest version below, where the forge has its tag', async () => {
    const forge = memoryForge({ tags: { 'v1.1.0': 'beef' } });
    const since = (previousTag: string) =>
      notes('generated', {}, { forge: { notes: 'generated' } }, { forge, previousTag });
    expect(await since('v1.1.0').work).toBe('Generated for v1.2.0 since v1.1.0');
    expect(await since('v1.1.1').work).toBe(GENERATED);
  });

  it('from a file that is not there are a fault', async () => {
    expect(await codesOf(notes('docs/notes.md').work)).toEqual(['changelog-missing']);
  });

  it.each(['CHANGES.rst', 'CHANGES'])('of %s in reStructuredText are Markdown', async (file) => {
    const { work, told } = notes('changelog', { [file]: RST });
    expect(await work).toBe('Markdown of: * New, see docs_\n\n.. _docs: https://docs.example');
    expect(told.events).toEqual([]);
  });

  it('are shown as they stand where they cannot be turned into Markdown, and that is said', async () => {
    const text = RST.replace('docs_', '````docs````');
    const { work, told } = notes('changelog', { 'CHANGES.rst': text }, { problem: 'It broke.' });
    expect(await work).toBe('`````rst\n* New, see ````docs````\n`````');
    expect(told.of('noticed').map(({ level, says }) => [level, says])).toEqual([
      ['notice', 'The notes in CHANGES.rst could not be turned into Markdown: It broke.'],
    ]);
  });

  it('ask nothing of the forge in a dry run', async () => {
    expect(await notes('generated', {}, { mode: 'dry-run' }).work).toBe('');
  });
});
