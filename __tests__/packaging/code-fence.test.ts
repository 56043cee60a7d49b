import { expect, it } from '@jest/globals';
import { codeFence } from '../../src/packaging/code-fence.ts';

it.each([
  ['', '```'],
  ['plain', '```'],
  ['with `code` and ``more``', '```'],
  ['a block\n```py\n```\n', '````'],
  ['``````', '```````'],
])('of %j is longer than what is in it', (content, fence) => {
  expect(codeFence(content)).toBe(fence);
});
