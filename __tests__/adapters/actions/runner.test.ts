import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { createRunner, mask } from '../../../src/adapters/actions/runner.ts';

const NO_FILES = { commandFiles: { output: false, summary: false } };

/** What is printed to stdout meanwhile. */
function printed(work: () => void): string {
  const chunks: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  try {
    work();
  } finally {
    spy.mockRestore();
  }
  return chunks.join('');
}

/** The commands that a runner obeys in a log, by name: written after actions/runner (ActionCommand, ActionCommandManager). */
function obeyed(log: string): readonly string[] {
  const commands: string[] = [];
  let token: string | undefined;
  for (const line of log.split(/\r\n|\r|\n/)) {
    const [, name = '', data = ''] =
      /^[\s\u0085]*::([^\s:]+)(?: [^:]*)?::(.*)$/.exec(line) ??
      /##\[([^\s\]]+)[^\]]*\](.*)$/.exec(line) ??
      [];
    if (token !== undefined) token = name === token ? undefined : token;
    else if (name === 'stop-commands') token = data;
    else if (name !== '') commands.push(name);
  }
  return token === undefined ? commands : [...commands, 'left stopped'];
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::',
        ':',
        '##[',
        '#',
        'error',
        'add-mask',
        'stop-commands',
        ' ',
        '\t',
        '\u0085',
        '\u00a0',
        ']x',
        'a',
      ),
      fc.constantFrom(
        '\n',
        '\r',
        '\r\n',
        '\u2028',
        '::set-output name=a::b',
        '::group::x',
        '##[error]x',
        '%0A',
      ),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('the runner', () => {
  it('obeys no command in what a child printed', () => {
    const runner = createRunner(NO_FILES);
    fc.assert(
      fc.property(hostile, (text) => expect(obeyed(printed(() => runner.untrusted(text)))).toEqual([])),
      { numRuns: 1000 },
    );
  });

  it('obeys no command in our own lines, whatever they quote', () => {
    const runner = createRunner(NO_FILES);
    fc.assert(
      fc.property(hostile, (text) => expect(obeyed(printed(() => runner.line(text)))).toEqual([])),
      { numRuns: 1000 },
    );
  });

  it('prints what a child wrote as it is, commands switched off around it', () => {
    const runner = createRunner(NO_FILES);
    const lines = printed(() => runner.untrusted('one\r\n  ::error::two\r\n')).split('\n');
    expect(lines[0]).toMatch(/^::stop-commands::[0-9a-f-]{36}$/);
    expect(lines.slice(1, 3)).toEqual(['one', '  ::error::two']);
    expect(lines.slice(3)).toEqual([`::${lines[0]?.split('::')[2]}::`, '']);
  });

  it('gives every kind of line ending the same meaning', () => {
    const runner = createRunner(NO_FILES);
    expect(printed(() => runner.untrusted('10 %\r20 %\r\ndone\r'))).toBe('10 %\n20 %\ndone\n');
  });

  it('prints plain output plainly, a test id with colons in it too', () => {
    const runner = createRunner(NO_FILES);
    expect(printed(() => runner.untrusted('tests/test_a.py::test_b PASSED\n'))).toBe(
      'tests/test_a.py::test_b PASSED\n',
    );
  });

  it('uses another token each time, so that no child can learn it', () => {
    const runner = createRunner(NO_FILES);
    const tokens = [1, 2].map(() => printed(() => runner.untrusted('::x::')).split('\n')[0]);
    expect(tokens[0]).not.toBe(tokens[1]);
  });

  it('leaves our own lines as they are where they hold no command', () => {
    const runner = createRunner(NO_FILES);
    expect(printed(() => runner.line('passed  a::b, # [c]'))).toBe('passed  a::b, # [c]\n');
    expect(printed(() => runner.line('a\n ::b::c'))).toBe('a\n : :b::c\n');
  });

  it('groups and annotates, whatever the texts hold', () => {
    const runner = createRunner(NO_FILES);
    const log = printed(() => {
      runner.startGroup('build: x\n::error::y');
      runner.endGroup();
      runner.annotate('error', 'a: b, c', 'one\ntwo %');
      runner.annotate('warning', 't', 'm');
      runner.annotate('notice', 't', 'm');
    });
    expect(log.split('\n')).toEqual([
      '::group::build: x%0A::error::y',
      '::endgroup::',
      '::error title=a%3A b%2C c::one%0Atwo %25',
      '::warning title=t::m',
      '::notice title=t::m',
      '',
    ]);
  });
});

describe('a mask', () => {
  it('hides a secret', () => expect(printed(() => mask('pypi-abc'))).toBe('::add-mask::pypi-abc\n'));

  it('hides each line of a secret of several lines, but not a lone brace', () =>
    expect(printed(() => mask('{\r\n  "key": "abcdef",\n}\n'))).toBe('::add-mask::"key": "abcdef",\n'));

  it('hides a short secret of one line', () => expect(printed(() => mask('abc'))).toBe('::add-mask::abc\n'));

  it.each(['', '  ', '\n'])('asks for nothing where the secret is %j', (secret) =>
    expect(printed(() => mask(secret))).toBe(''),
  );
});

describe('the files of the job', () => {
  const before = { ...process.env };
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'runner-'));
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
      process.env[name] = join(directory, name);
      writeFileSync(join(directory, name), '');
    }
  });

  afterEach(() => {
    process.env = { ...before };
    rmSync(directory, { recursive: true });
  });

  const content = (name: string): string => readFileSync(join(directory, name), 'utf8');

  it('get outputs that cannot be broken out of', () => {
    const runner = createRunner({ commandFiles: { output: true, summary: true } });
    runner.output('badges', 'one\nEOF\nother=2');
    expect(content('GITHUB_OUTPUT').split('\n')).toEqual([
      expect.stringMatching(/^badges<<ghadelimiter_[0-9a-f-]{36}$/),
      'one',
      'EOF',
      'other=2',
      expect.stringMatching(/^ghadelimiter_/),
      '',
    ]);
  });

  it('get the latest summary only', async () => {
    const runner = createRunner({ commandFiles: { output: true, summary: true } });
    await runner.summary('# One\n');
    await runner.summary('# Two\n');
    expect(content('GITHUB_STEP_SUMMARY')).toBe('# Two\n');
  });

  it('are left alone where the job has none, with one line for the debug log', () => {
    const runner = createRunner(NO_FILES);
    const log = printed(() => {
      runner.output('a', '1');
      runner.output('b', '2');
      void runner.summary('# One');
    });
    expect(log.split('\n').filter((line) => line !== '')).toEqual([
      '::debug::GITHUB_OUTPUT is not set: outputs are dropped.',
      '::debug::GITHUB_STEP_SUMMARY is not set: the summary is dropped.',
    ]);
    expect(content('GITHUB_OUTPUT') + content('GITHUB_STEP_SUMMARY')).toBe('');
  });
});
