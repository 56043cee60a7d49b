import { describe, expect, it } from '@jest/globals';
import { lexer, type Tokens } from 'marked';
import type { Event } from '../../src/release/event.ts';
import { fault } from '../../src/release/fault.ts';
import { createSummary } from '../../src/report/summary.ts';
import {
  aPlan,
  decides,
  ended,
  factsUpTo,
  faulted,
  phase,
  prints,
  started,
  story,
  tell,
} from '../support/events.ts';
import { dryRun, failed, interrupted, monitored, passed, refused } from './stories.ts';

function summaryOf(events: readonly Event[]): string {
  const { subscriber, markdown } = createSummary();
  tell(subscriber, events);
  return markdown();
}

function headings(markdown: string): readonly string[] {
  return lexer(markdown)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .map(({ text }) => text);
}

describe('the job summary', () => {
  it('tells a release by path A', () => expect(summaryOf(passed)).toMatchSnapshot());

  it('tells a release that failed half-way, what stands, and how to go on', () =>
    expect(summaryOf(failed)).toMatchSnapshot());

  it('tells a dry run in "would"', () => {
    const markdown = summaryOf(dryRun);
    expect(markdown).toMatchSnapshot();
    expect(markdown).not.toMatch(/\| made|Released/);
  });

  it('tells all faults that were found before the first phase', () =>
    expect(summaryOf(refused)).toMatchSnapshot());

  it('tells a look at a release, the metrics first', () => expect(summaryOf(monitored)).toMatchSnapshot());

  it('advises to run again as it is where only the world failed', () => {
    expect(summaryOf(interrupted)).toContain('Run again as it is');
    expect(summaryOf(interrupted)).not.toContain('release a new version');
  });

  it('warns of a new version where the user must mend what PyPI already has in part', () => {
    expect(summaryOf(failed)).toContain('release a new version: an index never takes');
  });

  it('calls a run of phases that change nothing outside prepared, not released', () => {
    const plan = aPlan({ phases: ['setup', 'build'] });
    const events = story(started(plan), ended('satisfied', factsUpTo('build')));
    expect(headings(summaryOf(events))[0]).toBe('Prepared demo 1.2.0');
  });

  it('says that all stood already where nothing was left to do', () => {
    const pypi = phase({ name: 'pypi', title: 'Publish' }, decides('pypi demo', 'satisfied', 'same digest'));
    const events = story(started(aPlan()), pypi, ended('satisfied', factsUpTo('upload')));
    expect(headings(summaryOf(events))[0]).toBe('demo 1.2.0 stood already');
  });

  it('calls an upload to TestPyPI alone published there, not released', () => {
    const events = story(
      started(aPlan({ phases: ['testpypi'] })),
      ended('released', factsUpTo('testUpload')),
    );
    expect(headings(summaryOf(events))[0]).toBe('Published demo 1.2.0 to TestPyPI');
  });

  it('is true while the release is still running', () => {
    const markdown = summaryOf(passed.slice(0, 5));
    expect(headings(markdown)[0]).toBe('org/demo was interrupted in setup');
    expect(markdown).toContain('| running');
    expect(markdown).toContain('Nothing outside the checkout was changed.');
  });

  it('has a page before anything happened', () => {
    expect(summaryOf([])).toContain('# The release was interrupted before the first phase');
  });

  it('stays below the size that the runner takes, and names what it leaves out', () => {
    const loud = Array.from({ length: 80 }, (_, at) =>
      prints(`tool ${at}`, 'word and word\n'.repeat(100_000)),
    );
    const events = story(
      started(aPlan()),
      phase({ name: 'build', title: 'Build' }, ...loud),
      ended('satisfied', {}),
    );
    const markdown = summaryOf(events);
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    expect(markdown).toMatch(/The first \d+ characters are left out; the log has them\./);
    expect(markdown).toContain('Left out for length, see the log: output of build, tool 49;');
    expect(markdown).toContain('output of build, tool 79.');
  });

  it('takes nothing that a server or a child said as Markdown or HTML', () => {
    const evil = 'x | y <img src=x onerror=alert(1)> `a` **b** [c](javascript:d)\n# e\n</details>';
    const events = story(
      started(aPlan()),
      phase(
        { name: 'pypi', title: evil },
        decides(evil, 'act', evil),
        prints(evil, `\`\`\`\n${evil}\n# heading`),
      ),
      faulted(fault('upload-refused', { index: evil, filename: evil, status: 400, reason: evil })),
      ended('failed', {}),
    );
    const tokens = lexer(summaryOf(events));
    expect(htmlOf(tokens).every((html) => /^<\/?(details|summary|code)>/.test(html.trim()))).toBe(true);
    expect(headings(summaryOf(events))).not.toContain('e');
    expect(headings(summaryOf(events))).not.toContain('heading');
  });
});

/** All HTML that a reader's browser would see as such. */
function htmlOf(tokens: readonly unknown[]): readonly string[] {
  return tokens.flatMap((token): readonly string[] => {
    if (typeof token !== 'object' || token === null) return [];
    const { type, raw, tokens: inner, header, rows } = token as Record<string, unknown>;
    const nested = [inner, header, ...(Array.isArray(rows) ? rows : [])].flatMap((each) =>
      Array.isArray(each) ? htmlOf(each) : [],
    );
    return type === 'html' ? [String(raw), ...nested] : nested;
  });
}
