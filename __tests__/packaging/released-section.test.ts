import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type ReleasedAs,
  withReleasedSection as withReleased,
} from '../../src/packaging/released-section.ts';
import { unreleasedSection as unreleasedSectionOf } from '../support/unreleased-section.ts';
import { KEPT } from './kept-changelog.ts';

const withReleasedSection = (text: string, released: ReleasedAs, file = 'CHANGELOG.md') =>
  withReleased({ file, text }, released);
const unreleasedSection = (text: string) => unreleasedSectionOf({ file: 'CHANGELOG.md', text });

const RELEASED = { version: '1.3.0', tag: 'v1.3.0', date: '2026-03-04' };

describe('withReleasedSection', () => {
  it('dates Unreleased, leaves a fresh one above and moves the links on', () => {
    expect(withReleasedSection(KEPT, RELEASED)).toBe(
      KEPT.replace('## [Unreleased]\n', '## [Unreleased]\n\n## [1.3.0] - 2026-03-04\n').replace(
        '[Unreleased]: https://forge.example/o/r/compare/v1.2.0...HEAD\n',
        '[Unreleased]: https://forge.example/o/r/compare/v1.3.0...HEAD\n' +
          '[1.3.0]: https://forge.example/o/r/compare/v1.2.0...v1.3.0\n',
      ),
    );
  });

  it('keeps CRLF line endings', () => {
    const text = KEPT.replaceAll('\n', '\r\n');
    expect(withReleasedSection(text, RELEASED)).toBe(
      withReleasedSection(KEPT, RELEASED)?.replaceAll('\n', '\r\n'),
    );
  });

  it.each([
    [
      '## 1.3.0.dev\n\n- a\n\n## 1.2.0 (2026-01-02)\n',
      '## 1.3.0 (2026-03-04)\n\n- a\n\n## 1.2.0 (2026-01-02)\n',
    ],
    [
      '## v1.3.0.dev0\n\n- a\n\n## v1.2.0\n\n*2026-01-02*\n',
      '## v1.3.0\n\n*2026-03-04*\n\n- a\n\n## v1.2.0\n\n*2026-01-02*\n',
    ],
    ['## 1.3.0.dev0\n\n- a\n', '## 1.3.0 - 2026-03-04\n\n- a\n'],
    ['## 1.3.0 (TBD)\n\n- a\n', '## 1.3.0 (2026-03-04)\n\n- a\n'],
    ['## 1.3.0 - 2026-xx-xx\n\n- a\n', '## 1.3.0 - 2026-03-04\n\n- a\n'],
  ])('dates %j', (text, dated) => {
    expect(withReleasedSection(text, RELEASED)).toBe(dated);
  });

  it('changes nothing the second time', () => {
    const once = withReleasedSection(KEPT, RELEASED) ?? '';
    expect(withReleasedSection(once, RELEASED)).toBe(once);
    expect(withReleasedSection(once, { ...RELEASED, version: '1.3' })).toBe(once);
  });

  it('links to the page of the tag where the release before does', () => {
    const at = 'https://forge.example/o/r';
    const links = (tag: string) =>
      `[unreleased]: ${at}/compare/${tag}...main\n[1.2.0]: ${at}/releases/tag/v1.2.0\n`;
    const text = `## [unreleased]\n\n- a\n\n## [1.2.0] - 2026-01-02\n\n${links('v1.2.0')}`;
    const moved = links('v1.3.0').replace('[1.2.0]', `[1.3.0]: ${at}/releases/tag/v1.3.0\n[1.2.0]`);
    expect(withReleasedSection(text, RELEASED)).toBe(
      `## [unreleased]\n\n## [1.3.0] - 2026-03-04\n\n- a\n\n## [1.2.0] - 2026-01-02\n\n${moved}`,
    );
  });

  it('ends a comparison in the heading at the tag, and takes out that the version is not released', () => {
    const heading = (title: string, end: string) =>
      `## [\`${title}](https://forge.example/o/r/compare/v1.2.0...${end})\n\n`;
    const text = `${heading('1.3.0.dev0` (unreleased)', 'main')}> [!WARNING]\n> This is **not released yet**.\n\n- a\n`;
    const dated = `${heading('1.3.0` (2026-03-04)', 'v1.3.0')}- a\n`;
    expect(withReleasedSection(text, RELEASED)).toBe(dated);
    const other = text.replace('This is **not released yet**', 'Mind the step');
    expect(withReleasedSection(other, RELEASED)).toContain('> Mind the step.');
  });

  it('dates no release where none of the others is', () => {
    const text = '## Unreleased\n\n- a\n\n## 1.2.0\n\n- b\n\n## 1.1.0\n';
    expect(withReleasedSection(text, RELEASED)).toBe(text.replace('- a', '## 1.3.0\n\n- a'));
    const once = text.replace('1.1.0', '1.1.0 (2026-01-02)');
    expect(withReleasedSection(once, RELEASED)).toBe(once.replace('- a', '## 1.3.0 (2026-03-04)\n\n- a'));
  });

  it('makes nothing up where there is no Unreleased section', () => {
    expect(withReleasedSection('# Log\n\n## 1.2.0\n\n- a\n', RELEASED)).toBeUndefined();
    expect(withReleasedSection('', RELEASED)).toBeUndefined();
  });

  it.each([
    ['## [Unreleased]', '', '## [1.3.0] - 2026-03-04'],
    ['## Unreleased', '', '## 1.3.0 - 2026-03-04'],
    ['### _(unreleased)_ ###', '', '### 1.3.0 - 2026-03-04 ###'],
    ['Unreleased\n----------', '', '1.3.0 - 2026-03-04\n------------------'],
    ['Unreleased\n---', '', '1.3.0 - 2026-03-04\n---'],
    ['## Unreleased', '## v1.2.0 (2026-01-02)', '## v1.3.0 (2026-03-04)'],
    ['## Unreleased', '## [1.2.0] - 2026-01-02', '## [1.3.0] - 2026-03-04'],
    ['# Unreleased', '## 1.2.0 (2nd January, 2026)', '# 1.3.0 (4th March, 2026)'],
    ['## Unreleased', '## 1.2.0', '## 1.3.0'],
    ['## Unreleased', '## 1.2.0\n\n## 1.1.0 (2026-01-02)', '## 1.3.0 (2026-03-04)'],
    ['## Unreleased', '## v1.2.0', '## v1.3.0'],
    ['## Unreleased', '## 1.2.0 (2026-01-02) Code Name', '## 1.3.0 - 2026-03-04'],
    [
      '## Unreleased',
      '## [1.2.0](https://forge.example/o/r/releases/tag/v1.2.0) (2026-01-02)',
      '## [1.3.0](https://forge.example/o/r/releases/tag/v1.3.0) (2026-03-04)',
    ],
    [
      '## Unreleased',
      '## [1.2.0](https://forge.example/o/r/compare/v1.1.0...v1.2.0) - 2026-01-02',
      '## [1.3.0](https://forge.example/o/r/compare/v1.2.0...v1.3.0) - 2026-03-04',
    ],
    [
      '## Unreleased',
      '## [1.2.0](https://forge.example/1.2.0) (2026-01-02)',
      '## [1.3.0](https://forge.example/1.3.0) (2026-03-04)',
    ],
    [
      '## Unreleased',
      '## [1.2.0](https://forge.example/tag/demo-v1.2.0) - 2026-01-02 ## {: #demo-v1.2.0 }',
      '## [1.3.0](https://forge.example/tag/demo-v1.3.0) - 2026-03-04 ## {: #demo-v1.3.0 }',
    ],
    [
      '## Unreleased',
      '## [1.2.0](https://forge.example/compare/v1.1.9...v1.2.0) (2026-01-02)',
      '## [1.3.0](https://forge.example/compare/v1.2.0...v1.3.0) (2026-03-04)',
    ],
    ['## Unreleased', '## [1.2.0](https://forge.example/milestone/12) (2026-01-02)', '## 1.3.0 - 2026-03-04'],
    ['## Unreleased', '## 1.2.0 (*January* 2, 2026)', '## 1.3.0 - 2026-03-04'],
    ['## Unreleased', '## 1.**2**.0 (2026-01-02)', '## 1.3.0 - 2026-03-04'],
    ['## Unreleased', '## 1.2.0 1.2.0 (2026-01-02)', '## 1.3.0 - 2026-03-04'],
  ])('writes under %j, beside %j, the heading %j', (heading, older, expected) => {
    const rest = `\n\n- it\n\n${older}\n\n- old\n`;
    expect(withReleasedSection(`${heading}${rest}`, RELEASED)).toBe(`${heading}\n\n${expected}${rest}`);
  });

  it.each([
    ['## 1.3.0 (unreleased)', '## 1.3.0 (2026-03-04)'],
    ['## [1.3.0] - Unreleased', '## [1.3.0] - 2026-03-04'],
    ['## 1.2.1.dev0 (unreleased)', '## 1.3.0 (2026-03-04)'],
    ['1.3.0 (unreleased)\n==================', '1.3.0 (2026-03-04)\n=================='],
  ])('writes version and date into %j', (heading, expected) => {
    expect(withReleasedSection(`${heading}\n\n- it\n`, RELEASED)).toBe(`${expected}\n\n- it\n`);
  });

  it('lets the link of Unreleased compare the branch with the new release', () => {
    const text = (heading: string) => `${heading}\n\n- it\n`;
    expect(
      withReleasedSection(text('## [Unreleased](https://forge.example/o/r/compare/v1.2.0...HEAD)'), RELEASED),
    ).toBe(text('## [Unreleased](https://forge.example/o/r/compare/v1.3.0...HEAD)\n\n## 1.3.0 - 2026-03-04'));
  });

  it('leaves a fresh Unreleased above where the release before it had one, or is not known', () => {
    const text = '## Unreleased\n\n- it\n\n## 1.2.0 (2026-01-02)\n\n- old\n';
    const following = (previous: string) => withReleasedSection(text, { ...RELEASED, previous });
    const dated = text.replace('## Unreleased', '## 1.3.0 (2026-03-04)');
    expect(following('## 1.2.0 (2026-01-02)\n\n- old\n')).toBe(dated);
    expect(following('## Unreleased\n\n## 1.2.0 (2026-01-02)\n\n- old\n')).toBe(`## Unreleased\n\n${dated}`);
    expect(withReleasedSection(text, RELEASED)).toBe(`## Unreleased\n\n${dated}`);
  });

  it.each([
    ['## 10 (2024-09-03)', '11', '2025-03-10', '## 11 (2025-03-10)'],
    ['## 10 (2024-10-03)', '11', '2025-03-10', '## 11 (2025-03-10)'],
    ['## v3 - March 3, 2026', '4', '2026-03-04', '## v4 - March 4, 2026'],
  ])('after %j keeps version %s and date %s apart', (older, version, date, expected) => {
    const text = `## Unreleased\n\n- it\n\n${older}\n\n- old\n`;
    const dated = withReleasedSection(text, { version, tag: version, date });
    expect(dated).toContain(`## Unreleased\n\n${expected}\n\n- it\n`);
  });

  it('knows tags with a folder, in headings and in links', () => {
    const at = 'https://forge.example/o/r';
    const tagged = { ...RELEASED, tag: 'pkg/v1.3.0' };
    const title = (version: string, from: string, to: string) =>
      `## [${version}](${at}/compare/pkg/${from}...pkg/${to})`;
    const text = `## Unreleased\n\n- it\n\n${title('1.2.0', 'v1.1.0', 'v1.2.0')} (2026-01-02)\n\n- old\n`;
    expect(withReleasedSection(text, tagged)).toContain(
      `\n\n${title('1.3.0', 'v1.2.0', 'v1.3.0')} (2026-03-04)\n\n- it\n`,
    );
    const links = `[unreleased]: ${at}/compare/pkg/v1.2.0...main\n[1.2.0]: ${at}/releases/tag/pkg/v1.2.0\n`;
    const kept = `## [unreleased]\n\n- a\n\n## [1.2.0] - 2026-01-02\n\n${links}`;
    expect(withReleasedSection(kept, tagged)).toContain(`[1.3.0]: ${at}/releases/tag/pkg/v1.3.0\n`);
  });

  it('takes no link of anything else for the page of the release before', () => {
    const at = 'https://forge.example/o/r';
    const links = `[unreleased]: ${at}/compare/v1.2.0...main\n[guide]: https://docs.example/v1.2.0\n`;
    const kept = `## [unreleased]\n\n- a [guide]\n\n## [1.2.0] - 2026-01-02\n\n${links}`;
    expect(withReleasedSection(kept, RELEASED)).toContain(`[1.3.0]: ${at}/compare/v1.2.0...v1.3.0\n`);
  });

  it('writes the date for the word behind the version, and into no address', () => {
    const heading = (title: string, end: string, tail: string) =>
      `## [${title}](https://dev.example/o/r/compare/v1.2.0...${end}) ${tail}\n\n- a\n`;
    expect(withReleasedSection(heading('1.3.0', 'dev', '(unreleased)'), RELEASED)).toBe(
      heading('1.3.0', 'v1.3.0', '(2026-03-04)'),
    );
    expect(withReleasedSection('## dev-tools 1.3.0 (unreleased)\n\n- a\n', RELEASED)).toBe(
      '## dev-tools 1.3.0 (2026-03-04)\n\n- a\n',
    );
  });

  it('writes the date into a heading as the other releases have it', () => {
    const text = (heading: string) => `## ${heading}\n\n- it\n\n## 1.2.0 - Jan 2, 2026\n\n- old\n`;
    expect(withReleasedSection(text('1.3.0 - TBD'), RELEASED)).toBe(text('1.3.0 - Mar 4, 2026'));
  });

  it('writes a replacement text as it is', () => {
    expect(withReleasedSection('## Unreleased\n', { ...RELEASED, version: '$&' })).toContain(
      '## $& - 2026-03-04',
    );
  });

  it.each([
    ['no comparison', '[Unreleased]: https://forge.example/o/r/commits/main', ''],
    ['a comparison with the tag itself', '[Unreleased]: https://forge.example/o/r/compare/v1.3.0...HEAD', ''],
    ['no link for Unreleased', '[other]: https://forge.example/o/r/compare/v1.2.0...HEAD', ''],
  ])('leaves the links alone where there is %s', (_, link) => {
    expect(withReleasedSection(`## [Unreleased]\n\n- it\n\n${link}\n`, RELEASED)).toBe(
      `## [Unreleased]\n\n## [1.3.0] - 2026-03-04\n\n- it\n\n${link}\n`,
    );
  });

  it('adds no second link for the version, and needs no line ending', () => {
    const links = (first: string, last: string) =>
      `[1.3.0]: https://forge.example/x\n[unreleased]: https://forge.example/o/r/-/compare/${first}..${last}`;
    expect(withReleasedSection(`## [Unreleased]\n\n${links('v1.2.0', 'main')}`, RELEASED)).toBe(
      `## [Unreleased]\n\n## [1.3.0] - 2026-03-04\n\n${links('v1.3.0', 'main')}`,
    );
    expect(withReleasedSection('## Unreleased', RELEASED)).toBe('## Unreleased\n\n## 1.3.0 - 2026-03-04');
  });

  it('only ever inserts, whatever stands around', () => {
    const piece = fc.constantFrom(
      ...[
        '- item\n',
        '  - inner\n',
        '```\n## 1.0\n```\n',
        '\n',
        '> ## 0.9\n',
        'Text\n',
        '| a |\n|---|\n| b |\n',
      ],
      ...[
        '[x]: https://x.example\n',
        '<!-- ## 0.8 -->\n',
        '    ## code\n',
        '1. one\n',
        '### Fixed\n',
        '\t- tab\n',
        '***\n',
      ],
      ...[
        '# Title\n',
        'Under\n=====\n',
        '## 1.0.0 (2026-01-02)\n',
        '<details>\n\n## 0.5\n\n</details>\n',
        'a  \r\nb\r\n',
      ],
    );
    const around = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before}\n\n## [Unreleased]\n\n${after}`;
        const inserted = /(?:\r?\n){2}## [^\r\n]*2\.0\.0[^\r\n]*/;
        const released = withReleasedSection(text, { version: '2.0.0', tag: 'v2', date: '2026-03-04' });
        if (unreleasedSection(text) === undefined) expect(released).toBeUndefined();
        else expect(released?.replace(inserted, '')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('withReleasedSection in reStructuredText', () => {
  const released = (text: string) => withReleasedSection(text, RELEASED, 'CHANGES.rst');

  const LINKED = `=========
Changelog
=========

\`Unreleased\`_
-------------

* it

\`1.2.0\`_ - 2026-01-02
----------------------

* old

.. _Unreleased: https://forge.example/o/r/compare/v1.2.0...HEAD
.. _1.2.0: https://forge.example/o/r/compare/v1.1.0...v1.2.0
`;

  it('dates Unreleased, leaves a fresh one above and moves the targets on', () => {
    const expected = LINKED.replace(
      '`Unreleased`_\n-------------\n',
      '`Unreleased`_\n-------------\n\n`1.3.0`_ - 2026-03-04\n---------------------\n',
    ).replace(
      'compare/v1.2.0...HEAD\n',
      'compare/v1.3.0...HEAD\n.. _1.3.0: https://forge.example/o/r/compare/v1.2.0...v1.3.0\n',
    );
    expect(released(LINKED)).toBe(expected);
    expect(released(LINKED.replaceAll('\n', '\r\n'))).toBe(expected.replaceAll('\n', '\r\n'));
    expect(released(expected)).toBe(expected);
  });

  it('makes no reference that would have no target', () => {
    const text = LINKED.replace('/compare/v1.2.0...HEAD', '/commits');
    expect(released(text)).toContain('\n\n1.3.0 - 2026-03-04\n------------------\n');
    const known = `${text}.. _1.3.0: https://forge.example/1.3.0\n`;
    expect(released(known)).toContain('\n\n`1.3.0`_ - 2026-03-04\n---------------------\n');
  });

  it.each([
    ['Unreleased\n----------', '', '1.3.0 (2026-03-04)\n------------------'],
    ['Unreleased\n--------------------', '', '1.3.0 (2026-03-04)\n--------------------'],
    ['Unreleased\n------------', '', '1.3.0 (2026-03-04)\n--------------------'],
    ['Unreleased\n----', '', '1.3.0 (2026-03-04)\n------------------'],
    ['==========\nUnreleased\n==========', '', '==================\n1.3.0 (2026-03-04)\n=================='],
    [
      '============\n Unreleased\n============',
      '',
      '====================\n 1.3.0 (2026-03-04)\n====================',
    ],
    ['Unreleased\n----------', 'v1.2.0\n------', 'v1.3.0\n------'],
    [
      'Unreleased\n----------',
      'v1.2.0, 2026-01-02\n------------------',
      'v1.3.0, 2026-03-04\n------------------',
    ],
    [
      'Unreleased\n----------',
      'Version 1.2.0 -- 2026-01-02\n---------------------------',
      'Version 1.3.0 -- 2026-03-04\n---------------------------',
    ],
    [
      'Unreleased\n----------',
      '`1.2.0 <https://x.example/1.2.0>`_ (2026-01-02)\n-----------------------------------------------',
      '1.3.0 (2026-03-04)\n------------------',
    ],
    [
      'Unreleased\n----------',
      'Version 1.2.0\n-------------\n\nReleased 2026-01-02',
      'Version 1.3.0\n-------------\n\nReleased 2026-03-04',
    ],
    ['Unreleased\n----------', '1.2.0\n-----\n*(January 2, 2026)*', '1.3.0\n-----\n*(March 4, 2026)*'],
  ])('writes under %j, beside %j, the heading %j', (heading, older, expected) => {
    const rest = `\n\n- it\n\n${older}\n\n- old\n`;
    expect(released(`${heading}${rest}`)).toBe(`${heading}\n\n${expected}${rest}`);
  });

  it.each([
    ['1.3.0 (unreleased)\n==================', '1.3.0 (2026-03-04)\n=================='],
    ['1.2.1.dev0 (unreleased)\n-----------------------', '1.3.0 (2026-03-04)\n------------------'],
    ['1.3 (unreleased)\n~~~~~~~~~~~~~~~~', '1.3.0 (2026-03-04)\n~~~~~~~~~~~~~~~~~~'],
    ['****\n1.3 (unreleased)\n****', '******************\n1.3.0 (2026-03-04)\n******************'],
    ['\uFEFF1.3.0 (unreleased)\n------------------', '\uFEFF1.3.0 (2026-03-04)\n------------------'],
    ['Version 1.3\n-----------\n\nUnreleased', 'Version 1.3.0\n-------------\n\nReleased 2026-03-04'],
    ['1.3.0\n-----\n*(unreleased)*', '1.3.0\n-----\n*(2026-03-04)*'],
    ['1.3.0\n-----\n\nRelease date: unreleased', '1.3.0\n-----\n\nRelease date: 2026-03-04'],
  ])('writes version and date into %j', (heading, expected) => {
    for (const ending of ['\n', '\r\n']) {
      const text = (head: string) =>
        `${head}\n\n- it\n\n::\n\n   1.3.0 (unreleased)\n`.replaceAll('\n', ending);
      expect(released(text(heading))).toBe(text(expected));
    }
  });

  it('tells the date below as the newest release does', () => {
    const text = (line: string) =>
      `Version 1.3.0\n-------------\n\n${line}\n\n- it\n\nVersion 1.2.0\n-------------\n\nRelease date: 2 Jan 2026.\n`;
    expect(released(text('Unreleased'))).toBe(text('Release date: 4 Mar 2026.'));
  });

  it('writes a heading in bold', () => {
    const text = 'History\n=======\n\n**UNRELEASED**\n\n- new\n\n**1.2.0**\n\n- old\n';
    expect(released(text)).toBe(text.replace('**UNRELEASED**', '**UNRELEASED**\n\n**1.3.0**'));
  });

  it('leaves an old release alone that was never dated', () => {
    const old = '0.7.0 (unreleased)\n==================\n\n- a\n\n';
    const other = (version: string) => `${version} (2026-01-02)\n==================\n\n- b\n\n`;
    expect(released(other('1.2.0') + old + other('0.6.0'))).toBeUndefined();
    for (const text of [old + other('0.6.0'), other('0.6.0') + old])
      expect(released(text)).toBe(text.replace('0.7.0 (unreleased)', '1.3.0 (2026-03-04)'));
  });

  it('makes nothing up where there is no Unreleased section', () => {
    expect(released('Changelog\n=========\n\n1.2.0\n-----\n\n- a\n')).toBeUndefined();
  });

  it('only ever inserts, whatever stands around', () => {
    const piece = fc.constantFrom(
      ...['* item\n', '  * inner\n', '::\n\n  1.0\n  ---\n\n', '\n', '.. note::\n\n   0.9\n   ---\n\n'],
      ...['Text\n', '=====  =====\n1.0    2.0\n=====  =====\n\n', '.. _x: https://x.example\n', '\n----\n\n'],
      ...['\nTitle\n=====\n\n', '\n=====\nOver\n=====\n\n', '\n1.0.0 (2026-01-02)\n~~~~~~~~~~~~~~~~~~\n\n'],
      ...[
        'a  \r\nb\r\n',
        ':field: text\n',
        '>>> 1.0\n',
        '| line\n',
        '..\n\n',
        '__ https://x.example\n',
        '1. one\n',
      ],
    );
    const around = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(around, around, (before, after) => {
        const text = `${before}\n\nUnreleased\n----------\n\n${after}`;
        const wanted = { version: '2.0.0', tag: 'v2', date: '2026-03-04' };
        const inserted = /(?:\r?\n){2}2\.0\.0 \(2026-03-04\)\r?\n-{18}/;
        const changed = withReleasedSection(text, wanted, 'CHANGES.rst');
        if (unreleasedSectionOf({ file: 'CHANGES.rst', text }) === undefined) expect(changed).toBeUndefined();
        else expect(changed?.replace(inserted, '')).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
