import { describe, expect, it } from '@jest/globals';
import type { Runner } from '../../src/ports/runner.ts';
import type { Event } from '../../src/release/event.ts';
import { createLog } from '../../src/report/log.ts';
import { tell } from '../support/events.ts';
import { dryRun, failed, interrupted, monitored, passed, refused } from './stories.ts';

interface Printed {
  readonly runner: Runner;
  text(): string;
}

/** A runner that keeps what it prints: groups are indented, children's text is marked. */
function aRunner(): Printed {
  const lines: string[] = [];
  let inset = '';
  const print = (text: string, mark = ''): void => {
    lines.push(...text.split('\n').map((line) => `${inset}${mark}${line}`.trimEnd()));
  };
  return {
    runner: {
      line: (text) => print(text),
      untrusted: (text) => print(text.trimEnd(), '> '),
      startGroup: (title) => {
        print(title);
        inset = '  ';
      },
      endGroup: () => {
        inset = '';
      },
      annotate: (level, title) => print(`annotation ${level} ${title}`),
    },
    text: () => lines.join('\n'),
  };
}

function logOf(events: readonly Event[], showTimes = true): string {
  const { runner, text } = aRunner();
  tell(createLog(runner, { showTimes }), events);
  return text();
}

describe('the log', () => {
  it('tells a release by path A', () => expect(logOf(passed)).toMatchSnapshot());

  it('tells a release that failed half-way, what stands, and how to go on', () =>
    expect(logOf(failed)).toMatchSnapshot());

  it('tells a dry run without a claim that anything was made', () => {
    const log = logOf(dryRun);
    expect(log).toMatchSnapshot();
    expect(log).not.toMatch(/: act,|Released/);
  });

  it('tells all faults that were found before the first phase', () =>
    expect(logOf(refused)).toMatchSnapshot());

  it('tells a look at a release, metric by metric', () => expect(logOf(monitored)).toMatchSnapshot());

  it('advises to run again as it is where only the world failed', () => {
    const log = logOf(interrupted);
    expect(log).toContain('Run again as it is');
    expect(log).toContain('Stands: pypi demo-1.2.0-py3-none-any.whl.');
    expect(log).toContain('phase: pypi..post-publish.');
  });

  it('leaves every time out where asked', () => {
    expect(logOf(passed)).toMatch(/\d s\)/);
    expect(logOf(passed, false)).not.toMatch(/\d s\)/);
  });

  it('hands what a child printed to the runner as untrusted', () => {
    const lines = logOf(failed).split('\n');
    expect(lines.filter((line) => line.includes('::error::'))).toEqual(['  > ::error::not ours to say']);
  });

  it('keeps silent on what ends after the release', () => {
    expect(logOf(failed)).not.toContain('passed    Upload the wheel');
    expect(logOf(failed)).toContain('stopped   Upload the wheel');
  });
});
