import { expect, it } from '@jest/globals';
import { readmeIn } from '../../src/phases/readme.ts';
import { memoryFiles } from '../support/memory-files.ts';

const found = async (...names: readonly string[]) =>
  (
    await readmeIn(
      '/project',
      memoryFiles(Object.fromEntries(names.map((name) => [`/project/${name}`, 'text']))),
    )
  )?.file;

it('finds the README whatever its markup and its case, Markdown before others', async () => {
  expect(await found('README.rst', 'setup.py')).toBe('README.rst');
  expect(await found('readme.md')).toBe('readme.md');
  expect(await found('README')).toBe('README');
  expect(await found('README.rst', 'README.md')).toBe('README.md');
});

it('finds neither translations nor other documents', async () => {
  expect(await found('README.fr.md', 'README-hacking.md', 'docs/README.md')).toBeUndefined();
});
