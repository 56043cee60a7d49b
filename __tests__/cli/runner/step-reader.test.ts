import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StepLine } from '../../../src/cli/runner/step-line.ts';
import { createStepReader } from '../../../src/cli/runner/step-reader.ts';
import { annotation, text, watchedStep } from '../../support/step-context.ts';

function reading(...given: readonly string[]) {
  return debugged(false, ...given);
}

function debugged(debug: boolean, ...given: readonly string[]) {
  const { context, lines } = watchedStep({ debug });
  const read = createStepReader(context);
  for (const line of given) read(line);
  return { lines, record: context.record };
}

/** What the runner says of a command that it cannot process. */
const refusal = (what: string, reason: string): readonly StepLine[] => [
  annotation('error', `Unable to process command '${what}' successfully.`),
  annotation('error', reason),
];

describe('a step’s line', () => {
  it.each<readonly [string, StepLine]>([
    ['plain', text('plain')],
    ['', text('')],
    ['a ::error::b', text('a ::error::b')],
    ['::group::Build', { kind: 'group', title: 'Build' }],
    ['::error::no', annotation('error', 'no')],
    ['\u0085 \t::ERROR::no', annotation('error', 'no')],
    ['\uFEFF::error::no', text('\uFEFF::error::no')],
    ['::warning title=T::a::b', { ...annotation('warning', 'a::b'), title: 'T' } as StepLine],
    [
      '::notice file=a.py,title=A%3A B%2C C,line=3::x',
      {
        kind: 'annotation',
        level: 'notice',
        title: 'A: B, C',
        text: 'x',
        place: { file: 'a.py', line: '3' },
      },
    ],
    ['::notice title=a:b::x', { ...annotation('notice', 'x'), title: 'a:b' } as StepLine],
    ['::notice TITLE=a=b,,file=,=c,d::x', { ...annotation('notice', 'x'), title: 'a=b' } as StepLine],
    ['::notice   title=T  ::x', { ...annotation('notice', 'x'), title: 'T' } as StepLine],
    ['::error::one%0Atwo%0D%25', annotation('error', 'one\ntwo\r%')],
    ['::error::100%250A', annotation('error', '100%0A')],
    ['::error::%3A%2C', annotation('error', '%3A%2C')],
    ['::unheard-of::x', text('::unheard-of::x')],
    ['::toString::x', text('::toString::x')],
    ['::error:x', text('::error:x')],
    ['::', text('::')],
  ])('%j is read', (line, shown) => {
    expect(reading(line).lines).toEqual([shown]);
  });

  it.each<readonly [string, StepLine]>([
    ['##[error]no', annotation('error', 'no')],
    ['before ##[error]no', annotation('error', 'no')],
    ['##[group]Build', { kind: 'group', title: 'Build' }],
    [
      '##[warning title=a%3Bb%5D;line=3]x%0Ay',
      { kind: 'annotation', level: 'warning', title: 'a;b]', text: 'x\ny', place: { line: '3' } },
    ],
    ['::unheard-of::##[notice]x', annotation('notice', 'x')],
    ['##[unheard-of]x', text('##[unheard-of]x')],
    ['##[error', text('##[error')],
    ['##vso[error]x', text('##vso[error]x')],
  ])('%j is read in the old form', (line, shown) => {
    expect(reading(line).lines).toEqual([shown]);
  });

  it.each(['::add-matcher::m.json', '::remove-matcher owner=x::', '::echo::off'])(
    '%j is taken and not shown',
    (line) => {
      expect(reading(line).lines).toEqual([]);
    },
  );

  it('shows debug lines to who debugs, one by one, and to nobody else', () => {
    expect(reading('::debug::deep').lines).toEqual([]);
    expect(debugged(true, '::debug::deep%0Adeeper').lines).toEqual([
      { kind: 'debug', text: 'deep' },
      { kind: 'debug', text: 'deeper' },
    ]);
  });
});

describe('groups', () => {
  it('do not nest: one ends the other, and one that has not begun does not end', () => {
    const group = (title: string) => ({ kind: 'group', title });
    expect(
      reading('::endgroup::', '::group::a', '::group::b', '  ::endgroup::', '::endgroup::').lines,
    ).toEqual([group('a'), { kind: 'endgroup' }, group('b'), { kind: 'endgroup' }]);
  });
});

describe('old commands for outputs and state', () => {
  it('still work, with a warning each', () => {
    const { lines, record } = reading('::set-output name=a::1%0A2', '::save-state name=b::2');
    const message = (name: string) =>
      `The \`${name}\` command is deprecated and will be disabled soon. Please upgrade to using Environment Files.`;
    expect(lines).toEqual([
      annotation('warning', message('set-output')),
      annotation('warning', message('save-state')),
    ]);
    expect([...record.outputs, ...record.state]).toEqual([
      ['a', '1\n2'],
      ['b', '2'],
    ]);
    expect(record.refusals).toEqual([]);
  });

  it.each([
    ['set-output', ''],
    ['set-output', ' name='],
    ['save-state', ' name='],
  ])('%s without a name (%j) fails the step', (name, properties) => {
    const line = `::${name}${properties}::x`;
    const { lines, record } = reading(line);
    expect(lines.slice(1)).toEqual(refusal(line, `Required field 'name' is missing in ##[${name}] command.`));
    expect([record.refusals.length, record.outputs.size, record.state.size]).toEqual([1, 0, 0]);
  });

  it.each(['set-env', 'add-path'])('%s is disabled, and fails the step', (name) => {
    const line = `::${name} name=A::x`;
    const { lines, record } = reading(line);
    expect(lines).toEqual(
      refusal(line, expect.stringContaining(`The \`${name}\` command is disabled.`) as never),
    );
    expect([record.refusals.length, record.environment.size, record.searchPath.size]).toEqual([1, 0, 0]);
  });
});

describe('matchers', () => {
  it.each([
    ['::add-matcher::', 'File path must be specified.'],
    [
      '::remove-matcher::',
      'Either an owner name or a file path must be specified in ##[remove-matcher] command.',
    ],
    [
      '::remove-matcher owner=a::b',
      'Either specify an owner name or a file path in ##[remove-matcher] command. Both values cannot be set.',
    ],
  ])('%j is a warning', (line, message) => {
    expect(reading(line).lines).toEqual([annotation('warning', message)]);
  });
});

describe('echo', () => {
  it('shows some commands beside their effect, never a secret', () => {
    const { lines } = reading(
      '::echo::ON',
      '::group::a',
      '::error::b',
      '::add-mask::s3cret',
      '::set-output name=a::s3cret',
      '::echo::off',
      '::group::c',
    );
    expect(lines).toEqual([
      text('::group::a'),
      { kind: 'group', title: 'a' },
      annotation('error', 'b'),
      text('::add-mask::***'),
      text('::set-output name=a::***'),
      expect.objectContaining({ level: 'warning' }),
      text('::echo::off'),
      { kind: 'endgroup' },
      { kind: 'group', title: 'c' },
    ]);
  });

  it.each([
    [
      '::echo::maybe',
      "Invalid echo command value. Possible values can be: 'on', 'off'. Current value is: 'maybe'.",
    ],
    ['::echo::', "Value cannot be null. (Parameter 'value')"],
  ])('refuses %j, and fails the step', (line, reason) => {
    const { lines, record } = reading(line);
    expect(lines).toEqual(refusal(line, reason));
    expect(record.refusals).toEqual([reason]);
  });
});

describe('stopped commands', () => {
  it('are text until their own token, in whatever form or case', () => {
    const shown = reading(
      '::stop-commands::Tok',
      '::error::child',
      '::other::',
      '::tok::',
      '::group::ours',
    ).lines;
    expect(shown).toEqual([
      text('::stop-commands::Tok'),
      text('::error::child'),
      text('::other::'),
      text('::tok::'),
      { kind: 'group', title: 'ours' },
    ]);
    expect(reading('::stop-commands::tok', '::error::x', 'a ##[tok]b', '::error::x').lines.at(-1)).toEqual(
      annotation('error', 'x'),
    );
  });

  it('are not resumed by a command that only mentions the token', () => {
    const shown = reading('::stop-commands::tok', '::error::##[tok]', '::error::x').lines;
    expect(shown.slice(1)).toEqual([text('::error::##[tok]'), text('::error::x')]);
  });

  it('have a token that is a secret from then on, unless it is short', () => {
    const shown = reading('::stop-commands::longer-tok', 'longer-tok', '::longer-tok::').lines;
    expect(shown).toEqual([text('::stop-commands::***'), text('***'), text('::***::')]);
    expect(reading('::stop-commands::sixsix', 'sixsix').lines[1]).toEqual(text('sixsix'));
  });

  it.each(['', 'error', 'ECHO', 'stop-commands', 'pause-logging'])(
    'take no token that a child could guess (%j), and fail the step',
    (token) => {
      const { lines, record } = reading(`::stop-commands::${token}`, '::group::a');
      expect(lines).toEqual([
        annotation('error', expect.stringContaining('You cannot use a endToken') as never),
        { kind: 'group', title: 'a' },
      ]);
      expect(record.refusals).toHaveLength(1);
    },
  );

  it('let no line of a child become a command', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              '::error::x',
              '::add-mask::a',
              '::endgroup::',
              '##[error]x',
              '::stop-commands::b',
            ),
          ),
        ),
        (lines) => {
          fc.pre(!lines.some((line) => line.includes('tok')));
          const shown = reading('::stop-commands::tok', ...lines, '::tok::').lines;
          expect(shown.slice(1, -1)).toEqual(lines.map(text));
        },
      ),
    );
  });
});

describe('a mask', () => {
  it('hides a secret from then on, in text, groups and messages, and behind stopped commands', () => {
    const shown = reading(
      'before s3cret',
      '::add-mask::s3cret',
      'a s3cret and s3cret',
      '::group::s3cret',
      '::error::s3cret',
      '::unheard-of::s3cret',
      '::stop-commands::tok',
      's3cret',
    ).lines;
    expect(shown).toEqual([
      text('before s3cret'),
      text('a *** and ***'),
      { kind: 'group', title: '***' },
      annotation('error', '***'),
      text('::unheard-of::***'),
      text('::stop-commands::tok'),
      text('***'),
    ]);
  });

  it('hides nothing in a title: the runner does not either', () => {
    const shown = reading('::add-mask::s3cret', '::error title=the s3cret::x').lines;
    expect(shown).toEqual([{ ...annotation('error', 'x'), title: 'the s3cret' }]);
  });

  it('of several lines hides each of them', () => {
    expect(reading('::add-mask::one1%0A%0D%0A two2 ', 'two2 one1').lines).toEqual([text('*** ***')]);
  });

  it.each(['', '  ', '%0A'])('of nothing (%j) is a warning, and hides nothing', (value) => {
    const { lines, record } = reading(`::add-mask::${value}`, 'a text');
    expect(lines).toEqual([
      annotation('warning', "Can't add secret mask for empty string in ##[add-mask] command."),
      text('a text'),
    ]);
    expect(record.refusals).toEqual([]);
  });
});
