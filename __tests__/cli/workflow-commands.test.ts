import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createStepReader, type StepLine } from '../../src/cli/workflow-commands.ts';

function reading(...lines: readonly string[]): readonly StepLine[] {
  const read = createStepReader();
  return lines.flatMap((line) => read(line) ?? []);
}

const text = (shown: string) => ({ kind: 'text', text: shown });

describe('a step’s line', () => {
  it.each<readonly [string, StepLine]>([
    ['plain', { kind: 'text', text: 'plain' }],
    ['a ::error::b', { kind: 'text', text: 'a ::error::b' }],
    ['::group::Build', { kind: 'group', title: 'Build' }],
    ['  ::endgroup::', { kind: 'endgroup' }],
    ['::error::no', { kind: 'annotation', level: 'error', title: '', text: 'no' }],
    ['::warning title=T::a::b', { kind: 'annotation', level: 'warning', title: 'T', text: 'a::b' }],
    [
      '::notice file=a.py,title=A%3A B%2C C,line=3::x',
      { kind: 'annotation', level: 'notice', title: 'A: B, C', text: 'x' },
    ],
    ['::notice title=a:b::x', { kind: 'annotation', level: 'notice', title: 'a:b', text: 'x' }],
    ['::error::one%0Atwo%0D%25', { kind: 'annotation', level: 'error', title: '', text: 'one\ntwo\r%' }],
    ['::error::100%250A', { kind: 'annotation', level: 'error', title: '', text: '100%0A' }],
    ['::debug::deep', { kind: 'debug', text: 'deep' }],
    ['::unheard-of::x', { kind: 'text', text: '::unheard-of::x' }],
    ['::', { kind: 'text', text: '::' }],
  ])('%j is read', (line, shown) => {
    expect(reading(line)).toEqual([shown]);
  });

  it.each([
    '::set-output name=a::b',
    '::save-state name=a::b',
    '::echo::on',
    '::add-mask::x',
    '::add-matcher::m.json',
  ])('%j is taken and not shown', (line) => {
    expect(reading(line)).toEqual([]);
  });
});

describe('stopped commands', () => {
  it('are text until their own token, which nothing else can guess', () => {
    const shown = reading('::stop-commands::tok', '::error::child', '::other::', '::tok::', '::group::ours');
    expect(shown).toEqual([text('::error::child'), text('::other::'), { kind: 'group', title: 'ours' }]);
  });

  it('lets no line of a child become a command', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('::error::x', '::add-mask::a', '::endgroup::'))),
        (lines) => {
          fc.pre(!lines.some((line) => line.trim() === '::tok::'));
          const shown = reading('::stop-commands::tok', ...lines, '::tok::');
          expect(shown).toEqual(lines.map(text));
        },
      ),
    );
  });
});

describe('a mask', () => {
  it('hides a secret from then on, in text, annotations, titles, and behind stopped commands', () => {
    const shown = reading(
      'before s3cret',
      '::add-mask::s3cret',
      'a s3cret and s3cret',
      '::error title=the s3cret::s3cret',
      '::unheard-of::s3cret',
      '::stop-commands::tok',
      's3cret',
    );
    expect(shown.slice(1)).toEqual([
      text('a *** and ***'),
      { kind: 'annotation', level: 'error', title: 'the ***', text: '***' },
      text('::unheard-of::***'),
      text('***'),
    ]);
  });

  it('of several lines hides each of them', () => {
    expect(reading('::add-mask::one1%0A%0Atwo2', 'two2 one1')).toEqual([text('*** ***')]);
  });

  it('that is part of another does not lay bare the rest of it', () => {
    expect(reading('::add-mask::abc', '::add-mask::abcdef', 'abcdef abc')).toEqual([text('*** ***')]);
  });

  it('that is empty hides nothing', () => {
    expect(reading('::add-mask::', 'text')).toEqual([text('text')]);
  });
});
