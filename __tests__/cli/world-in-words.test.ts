import { expect, it } from '@jest/globals';
import { worldInWords } from '../../src/cli/world-in-words.ts';

const NOTHING = { testpypi: {}, pypi: {}, tags: {}, releases: [] };

it('says what the servers hold, and nothing where they hold nothing', () => {
  expect(worldInWords(NOTHING, undefined)).toBe(
    'The servers hold:\n  TestPyPI  nothing\n  PyPI      nothing\n  tags      nothing\n  releases  nothing',
  );
  const pypi = { demo: { '1.0': { 'demo-1.0.tar.gz': 'abc' } } };
  expect(worldInWords({ ...NOTHING, pypi }, undefined)).toContain('  PyPI      demo-1.0.tar.gz\n');
});

it.each([
  ['b'.repeat(40), 'v1.0 on bbbbbbbbbbbb, and 2 that were there'],
  ['c'.repeat(40), '3 that were there'],
  [undefined, '3 that were there'],
])('of the tags names those of the release alone (%s)', (released, expected) => {
  const tags = { 'v0.8': 'a'.repeat(40), 'v0.9': 'a'.repeat(40), 'v1.0': 'b'.repeat(40) };
  expect(worldInWords({ ...NOTHING, tags }, released)).toContain(`  tags      ${expected}\n`);
});
