import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMarkupConverter } from '../../../src/adapters/python/markup-converter.ts';
import { stop } from '../../../src/release/fault.ts';
import { type PythonWorkshop, pyproject, pythonWorkshop } from '../../support/python-workshop.ts';

let one: PythonWorkshop;
beforeAll(() => {
  one = pythonWorkshop({ 'pyproject.toml': pyproject(), 'secret.txt': 'never shown\n' });
});
afterAll(() => one.scratch.remove());

async function markdown(...lines: readonly string[]): Promise<string> {
  const conversion = await one.python.markup.markdown(lines.join('\n'));
  return 'markdown' in conversion ? conversion.markdown : `PROBLEM ${conversion.problem}`;
}

/** What it shows, the lines, and what they become. */
const ROWS: readonly (readonly [shown: string, lines: readonly string[], expected: string])[] = [
  ['paragraphs', ['One', 'line.', '', 'Another.'], 'One line.\n\nAnother.'],
  [
    'lists, one in another',
    ['* One', '  goes on', '', '  - Inner', '', '    1. Deep', '    2. Deeper', '', '* Two'],
    '- One goes on\n  - Inner\n    1. Deep\n    2. Deeper\n- Two',
  ],
  ['a list with paragraphs', ['- One', '', '  More', '', '- Two'], '- One\n\n  More\n\n- Two'],
  ['a list that begins later', ['3. Three', '4. Four'], '3. Three\n4. Four'],
  ['a list that is merely indented', ['Text', '', '  * One', '  * Two'], 'Text\n\n- One\n- Two'],
  ['a quotation', ['Text', '', '  Said'], 'Text\n\n> Said'],
  ['emphasis and code', ['*a* **b** ``c`d`` `e`'], '*a* **b** ``c`d`` `e`'],
  ['code that begins with a backtick', ['```c``'], '`` `c ``'],
  ['a literal block', ['So::', '', '  a', '', '   *b*'], 'So:\n\n```\na\n\n *b*\n```'],
  [
    'a code block in an item',
    ['- So', '', '  .. code-block:: python', '', '     a = 1'],
    '- So\n\n  ```python\n  a = 1\n  ```',
  ],
  ['a fence within code', ['::', '', '  ```'], '````\n```\n````'],
  ['a doctest', ['>>> 1', '1'], '```pycon\n>>> 1\n1\n```'],
  [
    'links',
    [
      '`Docs <https://d.example/a_(b)>`_, `x`_, https://a.example/b_c, y__',
      '',
      '.. _x: https://x.example',
      '__ https://y.example',
    ],
    '[Docs](<https://d.example/a_(b)>), [x](https://x.example), <https://a.example/b_c>, [y](https://y.example)',
  ],
  ['an address for mail', ['a@b.example'], '<a@b.example>'],
  [
    'a link within the text',
    ['See `Part`_.', '', '.. _part:', '', 'Here _`is` it'],
    'See Part.\n\nHere is it',
  ],
  ['substitutions', ['|a| b', '', '.. |a| replace:: *A*'], '*A* b'],
  ['a rubric', ['.. rubric:: Fixed', '', '- b'], '**Fixed**\n\n- b'],
  ['definitions', ['Added', '  - a', '', 'Fixed : here', '  b'], '**Added**\n\n- a\n\n**Fixed** (here)\n\nb'],
  ['fields', [':Date: today', ':By: *me*'], '- **Date:** today\n- **By:** *me*'],
  ['a note', ['.. note:: Take', '   care.', '', '   - a'], '> [!NOTE]\n> Take care.\n>\n> - a'],
  ['a warning in an item', ['- a', '', '  .. warning:: Hot'], '- a\n\n  > **Warning**\n  >\n  > Hot'],
  ['a box of its own', ['.. admonition:: Mind', '', '   this'], '> **Mind**\n>\n> this'],
  ['line blocks', ['| a', '| b'], 'a\\\nb'],
  ['a transition', ['a', '', '----', '', 'b'], 'a\n\n---\n\nb'],
  [
    'tables',
    ['===  ======', 'A    B', '===  ======', '1|2  ``x|y``', '===  ======'],
    '| A | B |\n| --- | --- |\n| 1\\|2 | `x\\|y` |',
  ],
  ['a table without a head', ['==  ==', '1   2', '==  =='], '|  |  |\n| --- | --- |\n| 1 | 2 |'],
  [
    'images',
    ['.. image:: https://i.example/a.png', '   :alt: An image'],
    '![An image](https://i.example/a.png)',
  ],
  ['footnotes', ['a [1]_', '', '.. [1] b'], 'a [1]\n\n[1] b'],
  ['roles of docutils', ['H\\ :sub:`2`\\ O, :math:`x`, :code:`y`'], 'H<sub>2</sub>O, `x`, `y`'],
  [
    'what means something in Markdown only',
    ['a_b _c_ \\*d\\* [e](f) <b> 1 < 2 &amp; ~~g~~'],
    'a_b \\_c\\_ \\*d\\* [e]\\(f) \\<b> 1 < 2 \\&amp; \\~~g\\~~',
  ],
  [
    'what would begin a heading',
    ['# a', '', '1986\\. b', '', '\\+ c', '', '\\- d', '', '>e'],
    '\\# a\n\n1986\\. b\n\n\\+ c\n\n\\- d\n\n\\>e',
  ],
  ['CRLF', ['a\r', 'b\r', '\r', '- c\r'], 'a b\n\n- c'],
  ['letters of all kinds', ['Ünïcödé – 変更 🎉'], 'Ünïcödé – 変更 🎉'],
  ['roles of Sphinx', [':pr:`12`, :issue:`3,4` by :user:`some_one`'], '#12, #3,#4 by some_one'],
  ['roles of Sphinx', [':meth:`a.b`, :py:class:`~a.b.C`, :func:`!run`'], '`a.b`, `C`, `run`'],
  [
    'roles of Sphinx',
    [':ref:`The title <label>`, :meth:`The other <a.b>` and :doc:`/page`'],
    'The title, The other and /page',
  ],
  ['roles of Sphinx', ['`12`:pr:'], '#12'],
  ['directives of Sphinx', ['.. versionadded:: 1.2', '   With ``x``.'], '*Added in version 1.2*: With `x`.'],
  ['directives of Sphinx', ['.. versionchanged:: 1.3'], '*Changed in version 1.3*'],
  ['directives of Sphinx', ['.. seealso:: :doc:`there`'], '> **See also**\n>\n> there'],
  ['directives of Sphinx', ['.. tab:: One', '   :sync: one', '', '   - Text'], '- Text'],
  ['directives of Sphinx', ['.. toctree::', '   :maxdepth: 2', '', '   page'], ''],
  ['directives of Sphinx', ['.. a comment'], ''],
  [
    'what leads nowhere',
    ['see gone_, `gone too`_ and `far gone <nowhere_>`_'],
    'see gone, gone too and far gone',
  ],
  ['what leads nowhere', ['see [9]_ and |missing|'], 'see [9] and |missing|'],
  ['what leads nowhere', ['*unclosed and ``unclosed'], '\\*unclosed and \\`\\`unclosed'],
];

describe('reStructuredText as Markdown', () => {
  let converted: readonly string[];
  // All at once, since each conversion starts a Python.
  beforeAll(async () => {
    const all = await markdown(ROWS.map(([, lines]) => lines.join('\n')).join('\n\nNEXT\n\n'));
    converted = all.split(/\s*NEXT\s*/);
  });

  it.each(ROWS.map(([shown, lines, expected], place) => ({ shown, lines, expected, place })))(
    'has $shown: $lines',
    ({ expected, place }) => {
      expect(converted[place]).toBe(expected);
    },
  );

  it.each([
    [
      'sections below the release’s own',
      ['Added', '~~~~~', '', 'Inner', '^^^^^', '', '- a', '', 'Fixed', '~~~~~', '', '- b'],
      '### Added\n\n#### Inner\n\n- a\n\n### Fixed\n\n- b',
    ],
    ['one section alone', ['Added', '~~~~~', '', '- a'], '### Added\n\n- a'],
    ['fields at its beginning', [':Date: today', '', 'a'], '- **Date:** today\n\na'],
    ['no contents of its own', ['.. contents::', '', 'A', '===', '', 'b'], '### A\n\nb'],
    ['nothing', [''], ''],
  ])('has %s', async (_, lines, expected) => {
    expect(await markdown(...lines)).toBe(expected);
  });

  it('takes nothing from files, and nothing raw', async () => {
    const file = one.scratch.file('project/secret.txt');
    const raw = ['.. raw:: html', '', '   <b>x</b>', '', ':raw:`<i>`', '', `.. include:: ${file}`, ''];
    const csv = ['.. csv-table::', `   :file: ${file}`, '', 'end'];
    const text = await markdown(...raw, ...csv);
    expect(text).not.toMatch(/never shown|<b>/);
    expect(text).toMatch(/end$/);
  });

  it('leaves the checkout as it was', () => {
    expect(one.status()).toBe('');
  });
});

describe('a converter in trouble', () => {
  const { checkTools, options } = {
    checkTools: {
      layout: { directory: '', scripts: '', python: 'python3', program: (name: string) => name },
    },
    options: () => one.options,
  };

  it('says why there are no tools', async () => {
    const provide = async () =>
      stop('tool-failed', { tool: 'uv', what: 'uv venv', exitCode: 2, tail: 'no network', remedy: '' });
    const converter = createMarkupConverter({ options: options(), checkTools: { ...checkTools, provide } });
    expect(await converter.markdown('a')).toEqual({ problem: expect.stringContaining('no network') });
  });

  it('raises what is no fault', async () => {
    const provide = () => Promise.reject(new TypeError('ours'));
    const converter = createMarkupConverter({ options: options(), checkTools: { ...checkTools, provide } });
    await expect(converter.markdown('a')).rejects.toThrow(TypeError);
  });

  it('says how Python ended', async () => {
    const completed = {
      exitCode: 1,
      output: '',
      stdout: '',
      stderr: 'Traceback\nModuleNotFoundError: no docutils\n',
    };
    const converter = createMarkupConverter({
      options: { ...options(), processes: { run: async () => completed } },
      checkTools: { ...checkTools, provide: async () => [] },
    });
    expect(await converter.markdown('a')).toEqual({ problem: 'ModuleNotFoundError: no docutils' });
  });
});

describe('a description', () => {
  it('renders, or fails, as PyPI has it', async () => {
    const { markup } = one.python;
    expect(await markup.renders('Demo\n====\n\nWords.\n')).toBe('renders');
    expect(await markup.renders('Demo\n====\n\n:nosuchrole:`x`\n')).toBe('fails');
  });
});
