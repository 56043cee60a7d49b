import { describe, expect, it } from '@jest/globals';
import { restructuredText } from '../../src/packaging/restructured-text.ts';

describe('a text in reStructuredText', () => {
  it.each([
    'See docs_.',
    'docs_',
    'x docs_ y docs',
    'A `Docs`_ b',
    'the `guide <docs_>`_',
    'mydocs_ or docs_',
  ])('uses the label docs: %s', (text) => {
    expect(restructuredText.refersTo(text, 'docs')).toBe(true);
  });

  it.each(['docs', 'mydocs_', 'docs_x', '`more docs`_', '`docs`', '<docs>', '``docs_x``', 'docs__'])(
    'does not use the label docs: %s',
    (text) => {
      expect(restructuredText.refersTo(text, 'docs')).toBe(false);
    },
  );

  it('uses labels of several words over the end of a line, and substitutions by their bars', () => {
    expect(restructuredText.refersTo('`two\n  words`_', 'two words')).toBe(true);
    expect(restructuredText.refersTo('a |Sub| b', '|sub|')).toBe(true);
    expect(restructuredText.refersTo('sub_', '|sub|')).toBe(false);
  });
});

describe('a title in reStructuredText', () => {
  it.each([
    ['`1.2.0`_ - 2026-01-02', '1.2.0'],
    ['1.2.0_ (2026-01-02)', '1.2.0'],
    ['`v1.2.0`__', undefined],
    ['1.2.0 (2026-01-02)', undefined],
    ['`1.2.0 <https://x.example>`_', undefined],
    ['a_b', undefined],
  ])('%s refers to %s', (title, label) => {
    expect(restructuredText.labelIn(title)).toBe(label);
  });

  it('is plain where its label is not defined', () => {
    expect(restructuredText.unlinked('1.2.0_ (*2026*)')).toBe('1.2.0 (2026)');
  });
});
