import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { announcementOf, badgesOf, withBadges } from '../../src/phases/badges.ts';
import { aPlan, aProject } from '../support/world.ts';

const OPEN = '<!-- pypi-release:badges -->';
const CLOSE = '<!-- /pypi-release:badges -->';
const LINKS = { index: 'https://index.example/project/demo/1.2.0/', release: 'https://forge.example/r' };

const inMarkdown = (text: string) => ({ file: 'README.md', text });

describe('badges', () => {
  it('show version, Python versions, licence and downloads, and lead to the project', () => {
    const { markdown } = badgesOf(aProject({ normalizedName: 'demo-tool' }), aPlan(), undefined);
    const lines = markdown.split('\n');
    expect(lines.map((line) => /^\[!\[([^\]]+)\]/.exec(line)?.[1])).toEqual([
      'PyPI version',
      'Python versions',
      'Licence',
      'Downloads',
    ]);
    for (const line of lines) {
      expect(line).toContain('/demo-tool)');
      expect(line).toContain('(https://pypi.index.example/project/demo-tool/)');
    }
  });

  it('are missing where the README does not have them', () => {
    const all = badgesOf(aProject(), aPlan(), undefined);
    expect(all.missing).toHaveLength(4);
    const [first = ''] = all.markdown.split('\n');
    expect(badgesOf(aProject(), aPlan(), inMarkdown(`# Demo\n${first}`)).missing).toEqual([
      'Python versions',
      'Licence',
      'Downloads',
    ]);
    expect(badgesOf(aProject(), aPlan(), inMarkdown(all.markdown)).missing).toEqual([]);
  });

  it.each([
    ['another service', 'https://badge.fury.io/py/demo.svg', 'PyPI version'],
    ['another service', 'https://static.pepy.tech/badge/demo/month', 'Downloads'],
    ['another period', 'https://img.shields.io/pypi/dw/demo', 'Downloads'],
    ['an ending and a style', 'https://img.shields.io/pypi/v/demo.svg?style=flat', 'PyPI version'],
    ['another spelling of the name', 'https://img.shields.io/pypi/pyversions/Demo.svg', 'Python versions'],
    ['what the forge says', 'https://img.shields.io/github/license/org/demo', 'Licence'],
    ['fixed words', 'https://img.shields.io/badge/license-MIT-green.svg', 'Licence'],
  ])('are there by %s: %s', (_by, image, label) => {
    expect(badgesOf(aProject(), aPlan(), inMarkdown(`![x](${image})`)).missing).not.toContain(label);
  });

  it('of another project are none', () => {
    const readme = inMarkdown('![x](https://img.shields.io/pypi/v/demo-extra.svg)');
    expect(badgesOf(aProject(), aPlan(), readme).missing).toContain('PyPI version');
  });

  it('are written in the markup of the README', () => {
    const { pasted } = badgesOf(aProject(), aPlan(), { file: 'README.rst', text: '' });
    expect(pasted.markup).toBe('rst');
    expect(pasted.text).toContain(
      '.. image:: https://img.shields.io/pypi/v/demo\n   :target: https://pypi.index.example/project/demo/\n   :alt: PyPI version',
    );
    expect(badgesOf(aProject(), aPlan(), { file: 'README.rst', text: pasted.text }).missing).toEqual([]);
  });
});

describe('withBadges', () => {
  const badges = { pasted: { markup: 'markdown', text: 'NEW' } } as const;

  it('renews what stands between the markers, and nothing else', () => {
    expect(withBadges(inMarkdown(`# Demo\n${OPEN}\nold\nolder\n${CLOSE}\ntext`), badges)).toBe(
      `# Demo\n${OPEN}\nNEW\n${CLOSE}\ntext`,
    );
  });

  it('has comments for markers in reStructuredText', () => {
    const readme = '.. pypi-release:badges\n\n.. /pypi-release:badges\n\nDemo\n====\n';
    const renewed = withBadges({ file: 'README.rst', text: readme }, badges) ?? '';
    expect(renewed).toBe('.. pypi-release:badges\n\nNEW\n\n.. /pypi-release:badges\n\nDemo\n====\n');
    expect(withBadges({ file: 'README.rst', text: renewed }, badges)).toBe(renewed);
  });

  it('changes nothing the second time', () => {
    const once = withBadges(inMarkdown(`${OPEN}${CLOSE}`), badges) ?? '';
    expect(withBadges(inMarkdown(once), badges)).toBe(once);
  });

  it.each(['# Demo', OPEN, CLOSE, `${CLOSE} ${OPEN}`])('leaves %j alone', (readme) => {
    expect(withBadges(inMarkdown(readme), badges)).toBeUndefined();
  });
});

describe('the announcement', () => {
  it('names the release, its page and its first point', () => {
    const { short, long } = announcementOf(
      aProject(),
      '### Added\n\n- Counters can be reset\n- More\n',
      LINKS,
    );
    expect(short).toBe(`demo 1.2.0 is out: ${LINKS.index}\n\nCounters can be reset`);
    expect(long).toContain('# demo 1.2.0\n');
    expect(long).toContain('- More');
    expect(long).toContain(LINKS.index);
    expect(long).toContain(LINKS.release);
  });

  it('goes without a point where there is none, or no room', () => {
    expect(announcementOf(aProject(), 'prose only', LINKS).short).toBe(`demo 1.2.0 is out: ${LINKS.index}`);
    const name = 'n'.repeat(190);
    const { short } = announcementOf(aProject({ name }), '- point', LINKS);
    expect(short).toBe(`${name} 1.2.0 is out: ${LINKS.index}`);
  });

  it('is never cut in the middle of a character', () => {
    const short = (name: string) => announcementOf(aProject({ name }), `- ${'🐍'.repeat(200)}`, LINKS).short;
    for (const name of ['odd', 'even', '🐍'.repeat(200), `a${'🐍'.repeat(200)}`])
      expect(short(name)).not.toMatch(/[\uD800-\uDBFF]$/);
    expect(short('odd').length + short('even').length).toBeGreaterThan(540);
  });

  it('is never longer than 280 characters, and never ends in half a character', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 400, unit: 'binary' }),
      fc.string({ minLength: 200, maxLength: 400 }),
    );
    fc.assert(
      fc.property(text, text, text, (name, point, address) => {
        const links = { ...LINKS, index: address };
        const { short } = announcementOf(aProject({ name }), `- ${point}`, links);
        expect(short.length).toBeLessThanOrEqual(280);
        expect(short).not.toMatch(/[\uD800-\uDBFF]$/);
        if (address.length > 280) expect(short).not.toContain(address.slice(0, 250));
      }),
    );
  });
});
