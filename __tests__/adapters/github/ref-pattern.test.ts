import { expect, it } from '@jest/globals';
import { refFits } from '../../../src/adapters/github/ref-pattern.ts';

// Where Ruby's documentation of File.fnmatch gives an example, it is taken over with refs for files.
it.each<readonly [pattern: string, ref: string, fits: boolean]>([
  ['refs/tags/v1.0', 'refs/tags/v1.0', true],
  ['refs/tags/v1.0', 'refs/tags/v1x0', false],
  ['refs/tags/v1.0', 'refs/tags/v1.0.1', false],
  ['refs/tags/v*', 'refs/tags/v1.0', true],
  ['refs/tags/v*', 'refs/tags/v1/0', false],
  ['refs/tags/*', 'refs/tags/a/b', false],
  ['refs/tags/**', 'refs/tags/a/b', false],
  ['refs/tags/**/*', 'refs/tags/a/b/c', true],
  ['refs/tags/**/*', 'refs/tags/a', true],
  ['**/v1', 'refs/tags/v1', true],
  ['refs/tags/***', 'refs/tags/v1', true],
  ['refs/tags/v?', 'refs/tags/v1', true],
  ['refs/tags/v?', 'refs/tags/v', false],
  ['refs/tags/v[0-9].*', 'refs/tags/v1.0', true],
  ['refs/tags/v[0-9].*', 'refs/tags/vx.0', false],
  ['refs/tags/v[!0-9]*', 'refs/tags/v1', false],
  ['refs/tags/v[^0-9]*', 'refs/tags/vx', true],
  ['refs/tags/{v,w}1', 'refs/tags/v1', false],
  ['refs/tags/\\*', 'refs/tags/v1', false],
  ['refs/tags/\\v1', 'refs/tags/v1', true],
  ['refs/tags/v1+(a)|b$', 'refs/tags/v1+(a)|b$', true],
  ['refs/tags/[z-a]', 'refs/tags/a', false],
  ['refs/tags/[', 'refs/tags/[', true],
  ['tags/v1', 'refs/tags/v1', false],
])('%s against %s: %s', (pattern, ref, fits) => {
  expect(refFits(ref, pattern)).toBe(fits);
});
