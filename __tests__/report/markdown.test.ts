import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lexer, parseInline, type Tokens } from 'marked';
import { code, details, fence, inline, link, prose, table } from '../../src/report/markdown.ts';

/** Text with all that Markdown, HTML and tables give a meaning to. */
const hostile = fc
  .array(
    fc.constantFrom(...'\\`*_|<>[]()&#!~$-+.: ab1', '\n', '\r\n', '&amp;', '<b>', '](x:y)', '||', '\\|'),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** What a reader sees of HTML. */
function seen(markup: string): string {
  return markup
    .replace(/<\/?(code|em|strong|p)>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, point?: string, name = '') =>
      point === undefined ? (ENTITIES[name] ?? whole) : String.fromCodePoint(Number(point)),
    );
}

/** The text as one line, which is all that these make of it. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function onlyTable(markdown: string): Tokens.Table {
  const [token, ...others] = lexer(markdown);
  expect(others).toEqual([]);
  expect(token?.type).toBe('table');
  return token as Tokens.Table;
}

describe('inline', () => {
  it('shows any text as it is', () =>
    fc.assert(
      fc.property(hostile, (text) => expect(seen(parseInline(inline(text)) as string)).toBe(oneLine(text))),
    ));

  it('leaves names with underscores within words readable', () =>
    expect(inline('my_pkg_x')).toBe('my_pkg_x'));

  it('leaves out colours, control characters and marks that turn the direction of text', () =>
    expect(inline('\u001b[31mred\u001b[0m\u0007 a\u202eb')).toBe('red ab'));

  it('cuts what is too long, and says so', () => {
    const text = inline('x'.repeat(5000));
    expect(text).toHaveLength(1200 + ' … (cut)'.length);
    expect(text).toMatch(/… \(cut\)$/);
  });

  it('does not cut a character in two', () =>
    expect(inline(`${'x'.repeat(1199)}${'😀'.repeat(5)}`)).toBe(`${'x'.repeat(1199)} … (cut)`));
});

describe('prose', () => {
  it('takes what stands between backticks as code, and nothing else as Markdown', () =>
    expect(prose('Run `ruff *x*` on *y* or `')).toBe('Run `ruff *x*` on \\*y\\* or \\`'));
});

describe('code', () => {
  it('shows any text as it is', () =>
    fc.assert(
      fc.property(hostile, (text) => expect(seen(parseInline(code(text)) as string)).toBe(oneLine(text))),
    ));

  it('writes plain values as a span', () => expect(code('demo-1.0.tar.gz')).toBe('`demo-1.0.tar.gz`'));
});

describe('a table', () => {
  it('keeps every value in its cell', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile, hostile), { minLength: 1, maxLength: 4 }), (rows) => {
        const cells = rows.map(([first, second, third]) => [inline(first), code(second), prose(third)]);
        const parsed = onlyTable(table(['One', 'Two', 'Three'], cells));
        const shown = parsed.rows.map((row) => row.map(({ text }) => seen(parseInline(text) as string)));
        expect(shown).toEqual(
          rows.map(([first, second, third]) => [
            oneLine(first),
            oneLine(second),
            oneLine(third).replace(/`([^`]+)`/g, (_, inner: string) => oneLine(inner)),
          ]),
        );
      }),
    ));

  it('sets figures to the right and lines the columns up', () =>
    expect(
      table(
        ['Phase', { title: 'Seconds', align: 'right' }, 'Does'],
        [
          ['build', '1.5', 'x'],
          ['pypi', '12.0', ''],
        ],
      ),
    ).toBe(
      [
        '| Phase | Seconds | Does |',
        '| ----- | ------: | ---- |',
        '| build |     1.5 | x |',
        '| pypi  |    12.0 |  |',
      ].join('\n'),
    ));
});

describe('a link', () => {
  it('keeps to its label and address whatever they hold', () =>
    fc.assert(
      fc.property(hostile, hostile, (label, tail) => {
        const tokens = lexer(link(`a${label}`, `https://x.example/${tail.replace(/\s/g, '')}`));
        const [paragraph] = tokens as Tokens.Paragraph[];
        expect(tokens).toHaveLength(1);
        expect(paragraph?.tokens.map(({ type }) => type)).toEqual(['link']);
      }),
    ));

  it.each(['javascript:alert(1)', 'data:text/html,x', 'nonsense', undefined])(
    'is plain text for %s',
    (address) => expect(link('a', address)).toBe('a'),
  );
});

describe('a fence', () => {
  it('holds any text, fences of its own too', () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const tokens = lexer(fence(text));
        expect(tokens).toHaveLength(1);
        expect((tokens[0] as Tokens.Code).text.trimEnd()).toBe(text.replaceAll('\r\n', '\n').trimEnd());
      }),
    ));
});

describe('details', () => {
  it('cannot be closed by their title', () => {
    expect(details('a</summary>*b*', 'x')).toContain('<summary>a&#60;/summary&#62;&#42;b&#42;</summary>');
    expect(details('</details>', 'x')).toBe(
      '<details>\n<summary>&#60;/details&#62;</summary>\n\nx\n\n</details>',
    );
  });
});
