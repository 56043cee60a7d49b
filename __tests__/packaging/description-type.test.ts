import { expect, it } from '@jest/globals';
import { descriptionType, descriptionTypeInWords } from '../../src/packaging/description-type.ts';

it.each([
  [undefined, 'text/x-rst'],
  ['text/markdown', 'text/markdown'],
  [' Text/Markdown; charset=UTF-8; variant=GFM', 'text/markdown'],
  ['text/plain;charset=UTF-8', 'text/plain'],
  ['text/x-rst', 'text/x-rst'],
  ['text/rst', undefined],
  ['text/markdown-like', undefined],
  ['markdown', undefined],
])('of %s is %s', (contentType, type) => {
  expect(descriptionType(contentType)).toBe(type);
});

it('is told as it stands, or with what it is by default', () => {
  expect(descriptionTypeInWords('text/x-rst; a=b')).toBe('text/x-rst; a=b');
  expect(descriptionTypeInWords(undefined)).toBe('text/x-rst (by default)');
});
