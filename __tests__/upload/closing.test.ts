import { expect, it } from '@jest/globals';
import { closingFaults } from '../../src/upload/closing.ts';
import { memoryFiles } from '../support/memory-files.ts';
import { aPlan, PACKAGES } from '../support/world.ts';

it('misses in an old release of one package its own files, and not those of the others', async () => {
  const names = ['core-1.2.0-py3-none-any.whl', 'core-1.2.0.tar.gz', 'demo-1.2.0.tar.gz'];
  const uploaded = '2026-01-01T00:00:00Z';
  const faults = await closingFaults({
    name: 'pypi',
    plan: aPlan({ phases: ['pypi'] }),
    project: { name: 'core', normalizedName: 'core', directory: '.', extras: [], version: '1.2.0' },
    there: {
      name: 'core',
      versions: ['1.2.0'],
      files: [{ filename: 'core-1.2.0-py3-none-any.whl', url: '', sha256: '', uploaded }],
      hasJournal: true,
    },
    files: memoryFiles(Object.fromEntries(names.map((name) => [`${PACKAGES}/${name}`, name]))),
    now: new Date('2026-02-01T00:00:00Z'),
  });
  expect(faults.map(({ code, finding }) => [code, finding])).toEqual([
    ['release-too-old', expect.stringContaining('core-1.2.0.tar.gz')],
  ]);
});
