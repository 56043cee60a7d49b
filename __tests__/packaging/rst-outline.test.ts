import { describe, expect, it } from '@jest/globals';
import { rstOutline } from '../../src/packaging/rst-outline.ts';

const titles = (text: string) => rstOutline(text).headings.map(({ depth, source }) => `${depth} ${source}`);

describe('the outline of reStructuredText', () => {
  it('has the depth of a section by the order in which the styles appear', () => {
    const text =
      '=====\nTitle\n=====\n\nOne\n===\n\nInner\n*****\n\nTwo\n===\n\n======\nAnother\n======\n\nLast\n****\n';
    expect(titles(text)).toEqual(['1 Title', '2 One', '3 Inner', '2 Two', '1 Another', '3 Last']);
  });

  it('has the place of each title with its adornment, without blanks and line endings', () => {
    const text = '\uFEFFA title  \r\n=======  \r\n\r\n ====\r\n';
    const [heading] = rstOutline(text).headings;
    expect(heading && text.slice(heading.start, heading.end)).toBe('A title  \r\n=======');
    expect(heading?.source).toBe('A title');
  });

  it.each([
    ['a short adornment of four', 'A long title\n----', ['1 A long title']],
    ['a short overline of four', '====\nA long title\n====', ['1 A long title']],
    ['an adornment below a number with a full stop', '1. First\n--------', ['1 1. First']],
    ['a version that looks like a list', '1.2\n---', ['1 1.2']],
    ['a title without a blank line before it', 'One\n===\nTwo\n---\ntext', ['1 One', '2 Two']],
    ['an indented title between its lines', '=======\n Title\n=======', ['1 Title']],
    ['a title after an empty comment', '..\n\nTitle\n=====', ['1 Title']],
    ['a title after a comment', '.. Not\n   ===\n\n   Nor\n   ===\n\nTitle\n=====', ['1 Title']],
    ['a title after a table', '===  ===\n1.0  2.0\n--------\na    b\n===  ===\n\nTitle\n=====', ['1 Title']],
    [
      'a title after a table with a head',
      '===  ===\nA    B\n===  ===\n1.0  2\n--------\na    b\n===  ===\n\nTitle\n=====',
      ['1 Title'],
    ],
    ['a title after a table without an end', '===  ===\n\nTitle\n=====', ['1 Title']],
    ['a title after an empty literal block', 'See::\n\nTitle\n=====', ['1 Title']],
    ['a title below a line that is none of its own', '======\nA\n=====\n\nB\n=====', ['1 A', '1 B']],
    [
      'a title with an overline after two colons',
      'See::\n\n=====\nTitle\n=====\n\nB\n===',
      ['1 Title', '2 B'],
    ],
  ])('sees %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it.each([
    ['a shorter adornment of three', 'Title\n---'],
    ['a short overline of three', '===\nTitle\n==='],
    ['the last line of a paragraph', 'One line\nTitle\n====='],
    ['an item of a list', '- Title\n-------'],
    ['a field', ':Title: x\n---------'],
    ['a line block', '| Title\n-------'],
    ['a doctest', '>>> title\n---------'],
    ['a transition', 'Text\n\n-----\n\nText'],
    ['a literal block', 'Text::\n\n  Title\n  ====='],
    ['a quoted literal block', 'Text::\n\n> Title\n>>>>>>>'],
    ['a quoted literal block of its own', '::\n\n> Title\n>>>>>>>'],
    ['a directive', '.. code-block:: rst\n\n   Title\n   ====='],
    ['a quote', '  Title\n  ====='],
    ['an anonymous target', '__ x\n====='],
    ['two adornments', '====\n----\n===='],
    ['mixed characters', 'Title\n=-=-='],
  ])('sees no title in %s', (_, text) => {
    expect(titles(text)).toEqual([]);
  });

  it.each([
    ['a title alone above', 'T\n=\n\n**1.0**\n\ntext\n', ['1 T', '9007199254740991 1.0']],
    ['no title', '**1.0**', ['9007199254740991 1.0']],
    ['sections', 'T\n=\n\n1.0\n---\n\n**Fixed**\n', ['1 T', '2 1.0']],
    ['text below', '**1.0**\ntext', []],
    ['text beside', '**1.0** text\n', []],
    ['an overline of stars', '****\nOver\n****\n\n****\nNext\n****\n', ['1 Over', '1 Next']],
  ])('takes a line in bold for what it is beside %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  it('has targets with an address, and substitutions, as definitions', () => {
    const text = [
      '.. _Docs: https://d.example',
      '.. _`Two  Words`: https://w.example',
      '.. _a\\:b: https://ab.example',
      '.. _below:\n   https://below.example',
      '.. |Sub| replace:: text',
      '.. _place:',
      '__ https://anonymous.example',
      '.. __: https://anonymous.example',
      '.. note:: nothing',
    ].join('\n');
    const { definitions } = rstOutline(text);
    expect(definitions.map(({ label }) => label)).toEqual(['docs', 'two words', 'a:b', 'below', '|sub|']);
    expect(definitions.map(({ start, end }) => text.slice(start, end))[3]).toBe(
      '.. _below:\n   https://below.example',
    );
  });
});
