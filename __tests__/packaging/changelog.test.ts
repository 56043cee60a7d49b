import { describe, expect, it } from '@jest/globals';
import {
  CHANGELOG_NAMES,
  type ChangelogSection,
  changelogSections as changelogSectionsOf,
  linkedBody as linkedBodyOf,
  sectionOf as sectionIn,
} from '../../src/packaging/changelog.ts';
import { unreleasedSection as unreleasedSectionOf } from '../support/unreleased-section.ts';
import { KEPT } from './kept-changelog.ts';

const named = (text: string) => ({ file: 'CHANGELOG.md', text });
const changelogSections = (text: string) => changelogSectionsOf(named(text));
const sectionOf = (text: string, version: string) => sectionIn(named(text), version);
const unreleasedSection = (text: string) => unreleasedSectionOf(named(text));
const linkedBody = (text: string, section: ChangelogSection) => linkedBodyOf(named(text), section);

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
    ['[sample-v1.2.0](https://forge.example/o/r/compare/a...b) - 2026-01-02', '2026-01-02'],
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
    ['_Released on January 2nd, 2026_', '2026-01-02'],
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

describe('the section of what is not released yet', () => {
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
    ...['1.3.0 (TBD)', 'v1.3.0 - 2026-xx-xx', '1.3.0 (YYYY-MM-DD)', '1.3.0 (2026-??-??)'],
    ...['Next', 'Upcoming release', 'Development version', '3.1.0.dev', 'v3.1.0.dev0'],
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

const RST = `.. currentmodule:: sample

=========
Changelog
=========

All notable changes.

\`Unreleased\`_
-------------

Added
~~~~~

* A thing (\`#12\`_)

\`1.2.0\`_ - 2026-01-02
----------------------

* Another, see |docs| and \`the guide <guide_>\`_::

    1.1.9
    -----

.. note::

   9.9.9
   -----

1.1.0 (January 5, 2025)
-----------------------

* First

.. _Unreleased: https://forge.example/o/r/compare/v1.2.0...HEAD
.. _1.2.0: https://forge.example/o/r/compare/v1.1.0...v1.2.0
.. _#12: https://forge.example/o/r/issues/12
.. _guide:
   https://docs.example/guide
.. |docs| replace:: the *docs*
`;

describe('a changelog in reStructuredText', () => {
  const rst = { file: 'CHANGES.rst', text: RST };

  it('has its sections by their adornments, and their targets left out', () => {
    expect(changelogSectionsOf(rst)).toEqual([
      { heading: '`Unreleased`_', body: 'Added\n~~~~~\n\n* A thing (`#12`_)' },
      {
        heading: '`1.2.0`_ - 2026-01-02',
        version: '1.2.0',
        date: '2026-01-02',
        body: '* Another, see |docs| and `the guide <guide_>`_::\n\n    1.1.9\n    -----\n\n.. note::\n\n   9.9.9\n   -----',
      },
      expect.objectContaining({ version: '1.1.0', date: '2025-01-05' }),
    ]);
  });

  it('lends a section the targets and substitutions it uses', () => {
    const bodyOf = (version: string) => {
      const section = sectionIn(rst, version);
      return section && linkedBodyOf(rst, section).slice(section.body.length);
    };
    expect(bodyOf('1.2')).toBe(
      '\n\n.. _guide:\n   https://docs.example/guide\n.. |docs| replace:: the *docs*',
    );
    const unreleased = unreleasedSectionOf(rst);
    expect(unreleased && linkedBodyOf(rst, unreleased)).toMatch(/\n\n\.\. _#12: \S+12$/);
  });

  it.each([
    ['1.2.0', undefined],
    ['v1.2.0', undefined],
    ['Version 1.2.0', undefined],
    ['``1.2.0``', undefined],
    ['**1.2.0**', undefined],
    ['1.2.0_', undefined],
    ['`1.2.0`__', undefined],
    ['`1.2.0 <https://forge.example/v1.2.0>`_', undefined],
    ['sample 1.2.0 (*2026-01-02*)', '2026-01-02'],
    [':tag:`1.2.0` (2026-01-02)', '2026-01-02'],
    ['Version 1.2.0 -- 2026-01-02', '2026-01-02'],
    ['`1.2.0 <https://forge.example/9.9>`__ (Jan 2, 2026)', '2026-01-02'],
    ['1.2.0\\ :sup:`(2026-01-02)`', '2026-01-02'],
  ])('may have the heading %s', (heading, date) => {
    const text = `Release Notes\n=============\n\n${heading}\n${'-'.repeat(heading.length)}\n\n- it\n`;
    expect(changelogSectionsOf({ file: 'docs/changelog.rst', text })).toEqual([
      { heading, version: '1.2.0', ...(date && { date }), body: '- it' },
    ]);
  });

  it.each(['Unreleased', '*unreleased*', 'Release date: unreleased', '(not yet released)'])(
    'is unreleased where the line below the version says %s',
    (line) => {
      const text = `Version 1.3.0\n-------------\n\n${line}\n\n-   it\n\nVersion 1.2.0\n-------------\n\nReleased 2026-01-02\n`;
      expect(unreleasedSectionOf({ file: 'CHANGES.rst', text })?.version).toBe('1.3.0');
      expect(changelogSectionsOf({ file: 'CHANGES.rst', text }).map(({ date }) => date)).toEqual([
        undefined,
        '2026-01-02',
      ]);
    },
  );

  it('may have its headings in bold, where it has no sections', () => {
    const text =
      'Version history\n===============\n\n**UNRELEASED**\n\n- new\n\n**Note**\n\nmore\n\n**1.2.0**\n\n- old\n';
    expect(changelogSectionsOf({ file: 'docs/versionhistory.rst', text })).toEqual([
      { heading: 'UNRELEASED', body: '- new\n\n**Note**\n\nmore' },
      { heading: '1.2.0', version: '1.2.0', body: '- old' },
    ]);
  });

  it('may have its headings as terms of a definition list, where it has no others', () => {
    const inTerms = (each: string) => changelogSectionsOf({ file: 'CHANGELOG.rst', text: each });
    const text =
      '1.3.0 Current release\n  * new\n  * 2.0\n    is far\n1.2.0\n  * old\nSee also\n  the index\n';
    expect(inTerms(text).map(({ version }) => version)).toEqual(['1.3.0', '1.2.0']);
    expect(inTerms(text)[0]?.body).toBe('  * new\n  * 2.0\n    is far');
    expect(inTerms(`**1.1.0**\n\n${text}`).map(({ version }) => version)).toEqual(['1.1.0']);
    const titled = `News\n====\n\n1.1.0\n-----\n\n${text}`;
    expect(inTerms(titled).map(({ version }) => version)).toEqual(['1.1.0']);
  });

  it('believes the heading where it tells enough', () => {
    const text =
      '1.3.0 (unreleased)\n------------------\n\n2026-01-02\n\n1.2.0 (2025-01-02)\n------------------\n\nUnreleased\n';
    expect(unreleasedSectionOf({ file: 'CHANGES.rst', text })?.version).toBe('1.3.0');
    expect(changelogSectionsOf({ file: 'CHANGES.rst', text })[1]?.date).toBe('2025-01-02');
    expect(
      unreleasedSectionOf({ file: 'CHANGES.rst', text: text.slice(text.indexOf('1.2.0')) }),
    ).toBeUndefined();
  });

  it('may have Unreleased anywhere', () => {
    const text = '1.2.0\n-----\n\n- a\n\nUnreleased\n----------\n\n- b\n\n1.1.0\n-----\n';
    expect(unreleasedSectionOf({ file: 'CHANGES.rst', text })?.body).toBe('- b');
  });

  it('is not unreleased where a line says more than that', () => {
    const text = '1.3.0\n-----\n\nUnreleased code was removed.\n';
    expect(unreleasedSectionOf({ file: 'CHANGES.rst', text })).toBeUndefined();
  });
});

describe('a changelog whose name tells no markup', () => {
  it.each([
    ['CHANGES', '1.2.0\n=====\n\n- it\n\n1.1.0\n+++++\n'],
    ['CHANGES', '# Log\n\n## 1.2.0\n\n- it\n\n## 1.1.0\n'],
    ['changes.txt', '####\nLog\n####\n\n1.2.0\n-----\n\n- it\n'],
  ])('is read by its headings: %s %j', (file, text) => {
    expect(sectionIn({ file, text }, '1.2.0')?.body).toBe('- it');
  });

  it('keeps to the name where that tells it', () => {
    expect(changelogSectionsOf({ file: 'NEWS.RST', text: '## 1.2.0\n' })).toEqual([]);
    expect(changelogSectionsOf({ file: 'NEWS.md', text: '1.2.0\n+++++\n' })).toEqual([]);
  });
});
