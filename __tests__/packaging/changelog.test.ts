import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CHANGELOG_NAMES,
  changelogSections,
  linkedBody,
  sectionOf,
  unreleasedSection,
  withReleasedSection,
} from '../../src/packaging/changelog.ts';

const KEPT = `# Changelog

All notable changes, as [Keep a Changelog](https://kept.example) asks.

## [Unreleased]

### Added

- A thing ([#12])

## [1.2.0] - 2026-01-02

### Fixed

- Another ([#7])

\`\`\`
## [9.9.9] - not a heading
\`\`\`

## 1.1.0 (January 5, 2025)

- First

[Unreleased]: https://forge.example/o/r/compare/v1.2.0...HEAD
[1.2.0]: https://forge.example/o/r/compare/v1.1.0...v1.2.0
[#7]: https://forge.example/o/r/issues/7
[#12]: https://forge.example/o/r/issues/12
`;

const RELEASED = { version: '1.3.0', tag: 'v1.3.0', date: '2026-03-04' };

describe('CHANGELOG_NAMES', () => {
  it('begins with the commonest name', () => {
    expect(CHANGELOG_NAMES[0]).toBe('CHANGELOG.md');
    expect(new Set(CHANGELOG_NAMES.map((name) => name.toLowerCase())).size).toBe(CHANGELOG_NAMES.length);
  });
});

describe('changelogSections', () => {
  it('reads a changelog that was kept, without its version links', () => {
    expect(changelogSections(KEPT)).toEqual([
      { heading: '[Unreleased]', body: '### Added\n\n- A thing ([#12])' },
      {
        heading: '[1.2.0] - 2026-01-02',
        version: '1.2.0',
        date: '2026-01-02',
        body: '### Fixed\n\n- Another ([#7])\n\n```\n## [9.9.9] - not a heading\n```',
      },
      {
        heading: '1.1.0 (January 5, 2025)',
        version: '1.1.0',
        date: '2025-01-05',
        body: '- First\n\n[#7]: https://forge.example/o/r/issues/7\n[#12]: https://forge.example/o/r/issues/12',
      },
    ]);
  });

  it.each([
    ['1.2.0', undefined],
    ['v1.2.0', undefined],
    ['v.1.2.0', undefined],
    ['`1.2.0`', undefined],
    ['**1.2.0**', undefined],
    ['[[1.2.0]]', undefined],
    ['Version 1.2.0', undefined],
    ['Release v1.2.0:', undefined],
    ['1.2.0 {: #sample-v1.2.0 }', undefined],
    ['<a name="x"></a> 1.2.0 ![icon](i.png)', undefined],
    [':tada: 1.2.0', undefined],
    ['[1.2.0] [YANKED]', undefined],
    ['1.2.0: Code Name', undefined],
    ['1.2.0 - 2026-13-02', undefined],
    ['1.2.0 - 2026-00-02', undefined],
    ['1.2.0 - 2026-01-32', undefined],
    ['1.2.0 - 2026-01-00', undefined],
    ['![1.1.0](i.png) 1.2.0', undefined],
    ['1.2.0 (02/01/2026)', undefined],
    ['[1.2.0] - 2026-01-02', '2026-01-02'],
    ['\\[1.2.0\\] 2026-01-02', '2026-01-02'],
    ['[1.2.0](https://forge.example/o/r/compare/v1.1.0...v1.2.0) (2026-01-02)', '2026-01-02'],
    ['1.2.0 / 2026/1/2', '2026-01-02'],
    ['1.2.0 (2026.01.02)', '2026-01-02'],
    ['1.2.0 (2nd January, 2026)', '2026-01-02'],
    ['1.2.0 — Jan 2, 2026', '2026-01-02'],
    ['sample-project 1.2.0 (2026-01-02)', '2026-01-02'],
  ])('reads the heading %s', (heading, date) => {
    const [section, ...more] = changelogSections(`# Log\n\n## ${heading}\n\n- it\n`);
    expect(section).toEqual({ heading, version: '1.2.0', ...(date && { date }), body: '- it' });
    expect(more).toEqual([]);
  });

  it.each(['Python 3.9', '2026-01-02', 'Development', 'Contributors', '1.2.x', 'Migration to 1.2.0'])(
    'takes %s for no section',
    (heading) => {
      expect(changelogSections(`# Log\n\n## ${heading}\n\n- it\n`)).toEqual([]);
    },
  );

  it.each([
    ['*(January 2, 2026)*', '2026-01-02'],
    ['Released on 2026-01-02.', '2026-01-02'],
    ['> Release date: 2 Jan 2026', '2026-01-02'],
    ['Fixed what broke on 2026-01-02', undefined],
    ['nothing', undefined],
  ])('reads the date on the line below: %s', (line, date) => {
    expect(changelogSections(`## 1.0\n\n${line}\n\n- it`)[0]?.date).toBe(date);
  });

  it('reads headings with an underline, and CRLF and CR line endings', () => {
    const text = '\uFEFFLog\n===\n\n1.0 (2026-01-02)\n----------------\n\n- it\n\n0.9\n---\n\n- old\n';
    const expected = [
      ['1.0', '- it'],
      ['0.9', '- old'],
    ];
    for (const ending of ['\n', '\r\n', '\r']) {
      const sections = changelogSections(text.replaceAll('\n', ending));
      expect(sections.map(({ version, body }) => [version, body.trim()])).toEqual(expected);
    }
  });

  it('lets deeper headings and code names belong to the section they stand in', () => {
    const text =
      '## 2.0.0\n\n### 1.0 compatibility\n\n- a\n\n### Unsorted\n\n- b\n\n## 1.9.0 Last of its line\n\n- c\n';
    expect(changelogSections(text).map(({ heading }) => heading)).toEqual([
      '2.0.0',
      '1.9.0 Last of its line',
    ]);
  });

  it('takes a title with a number for no section where sections are plain to see', () => {
    const text = '# 2.0 of the sample\n\n## 2.0.1\n\n- a\n';
    expect(changelogSections(text).map(({ heading }) => heading)).toEqual(['2.0.1']);
  });

  it('reads sections that all bear code names', () => {
    const text = '## 2.0: Red\n\n### 1.0: compatibility\n\n## 1.0: Blue\n';
    expect(changelogSections(text).map(({ heading }) => heading)).toEqual(['2.0: Red', '1.0: Blue']);
  });

  it('takes version links out of the section they stand in only', () => {
    const text =
      '## 1.1\n\n- a\n\n[1.1]: https://one.example\n\n- b\n\n## 1.0\n\n- c, and much more than that\n';
    expect(changelogSections(text).map(({ body }) => body)).toEqual([
      '- a\n\n\n- b',
      '- c, and much more than that',
    ]);
  });

  it('reads releases whose headings differ in depth', () => {
    const text =
      '# [2.0.0] (2026-02-01)\n\n- a\n\n## [1.1.0] (2026-01-01)\n\n- b\n\n### [1.0.1] (2025-01-01)\n\n- c\n';
    expect(changelogSections(text).map(({ version, body }) => [version, body])).toEqual([
      ['2.0.0', '- a'],
      ['1.1.0', '- b'],
      ['1.0.1', '- c'],
    ]);
  });

  it('ends a section at the next heading of its depth or above', () => {
    const text = '## 1.0\n\n- a\n\n## Contributors\n\n- me\n\n# Older\n';
    expect(changelogSections(text).map(({ body }) => body)).toEqual(['- a']);
  });

  it('finds its way past definitions that repeat', () => {
    const text = '## 1.1\n\n- a\n\n[x]: https://one.example\n[x]: https://two.example\n\n## 1.0\n\n- b\n';
    expect(changelogSections(text).map(({ version }) => version)).toEqual(['1.1', '1.0']);
    expect(sectionOf(text, '1.0')?.body).toBe('- b');
  });

  it('keeps the indentation of the first line', () => {
    expect(changelogSections('## 1.0\n\n    code\n')[0]?.body).toBe('    code');
  });

  it('finds nothing in an empty file', () => {
    expect(changelogSections('')).toEqual([]);
  });
});

describe('sectionOf', () => {
  it('finds a version in another spelling', () => {
    expect(sectionOf(KEPT, 'v1.2')?.heading).toBe('[1.2.0] - 2026-01-02');
    expect(sectionOf('## 1.0.0-rc.1\n\n- a', '1.0rc1')?.body).toBe('- a');
  });

  it('lets no other entry stand in for a missing one', () => {
    expect(sectionOf(KEPT, '1.3.0')).toBeUndefined();
    expect(sectionOf(KEPT, '9.9.9')).toBeUndefined();
  });
});

describe('unreleasedSection', () => {
  it.each([
    ...[
      'Unreleased',
      '[Unreleased]',
      '[UNRELEASED]',
      '**UNRELEASED**',
      '*unreleased*',
      '_(unreleased)_',
      '(unreleased)',
    ],
    ...[
      'dev',
      'Latest Changes',
      'Unreleased changes',
      '[Unreleased] - YYYY-MM-DD',
      '1.3.0 (unreleased)',
      '[1.3.0] - Unreleased',
    ],
    ...['[Unreleased](https://forge.example/o/r/compare/v1.2.0...HEAD)', '1.3.0 - not yet released'],
  ])('knows %s', (heading) => {
    expect(unreleasedSection(`# Log\n\n## ${heading}\n\n- it\n\n## 1.2.0\n\n- old`)?.body).toBe('- it');
  });

  it('is none where everything is released', () => {
    expect(unreleasedSection('## 1.0\n\n### Unreleased fixes of the server\n')).toBeUndefined();
  });
});

describe('linkedBody', () => {
  it('adds the definitions that the section uses and has not got', () => {
    const section = sectionOf(KEPT, '1.2.0');
    expect(section && linkedBody(KEPT, section)).toBe(
      `${section?.body}\n\n[#7]: https://forge.example/o/r/issues/7`,
    );
  });

  it('compares labels without regard to case', () => {
    const text = '## 1.1\n\nSee [Docs].\n\n## 1.0\n\n[docs]: https://d.example\n';
    expect(linkedBody(text, { heading: '1.1', body: 'See [Docs].' })).toBe(
      'See [Docs].\n\n[docs]: https://d.example',
    );
  });

  it('adds nothing to a section that needs nothing', () => {
    expect(linkedBody(KEPT, { heading: '', body: '- plain' })).toBe('- plain');
  });
});

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

  it('changes nothing the second time', () => {
    const once = withReleasedSection(KEPT, RELEASED) ?? '';
    expect(withReleasedSection(once, RELEASED)).toBe(once);
    expect(withReleasedSection(once, { ...RELEASED, version: '1.3' })).toBe(once);
  });

  it('makes nothing up where there is no Unreleased section', () => {
    expect(withReleasedSection('# Log\n\n## 1.2.0\n\n- a\n', RELEASED)).toBeUndefined();
    expect(withReleasedSection('', RELEASED)).toBeUndefined();
  });

  it.each([
    ['## [Unreleased]', '', '## [1.3.0] - 2026-03-04'],
    ['## Unreleased', '', '## 1.3.0 - 2026-03-04'],
    ['### _(unreleased)_ ###', '', '### 1.3.0 - 2026-03-04 ###'],
    ['## [Unreleased](https://forge.example/compare/v1...HEAD)', '', '## 1.3.0 - 2026-03-04'],
    ['Unreleased\n----------', '', '1.3.0 - 2026-03-04\n------------------'],
    ['Unreleased\n---', '', '1.3.0 - 2026-03-04\n---'],
    ['## Unreleased', '## v1.2.0 (2026-01-02)', '## v1.3.0 (2026-03-04)'],
    ['## Unreleased', '## [1.2.0] - 2026-01-02', '## [1.3.0] - 2026-03-04'],
    ['# Unreleased', '## 1.2.0 (2nd January, 2026)', '# 1.3.0 (2026-03-04)'],
    ['## Unreleased', '## 1.2.0', '## 1.3.0 - 2026-03-04'],
    ['## Unreleased', '## 1.2.0 (2026-01-02) Code Name', '## 1.3.0 - 2026-03-04'],
    ['## Unreleased', '## [1.2.0](https://forge.example/1.2.0) (2026-01-02)', '## 1.3.0 - 2026-03-04'],
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
