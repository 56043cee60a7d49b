import { describe, expect, it } from '@jest/globals';
import { checkedPaths } from '../../../../src/adapters/python/ruff/script-words.ts';

describe('what a script has ruff look at', () => {
  it.each([
    ['ruff check src tests', ['src', 'tests']],
    ['set -x\nuv run ruff check src \\\n  tests --fix\nruff check docs\n', ['src', 'tests']],
    ['ruff check', []],
    ['python -m ruff check . && mypy src', ['.']],
    ['ruff check src | tee log', ['src']],
    ['ruff check src # and more', ['src']],
    ['lint = "ruff check src tests"\n', ['src', 'tests']],
    ["lint = { cmd = 'ruff check src' }", ['src']],
    ['commands = ruff check {posargs:src tests}', ['src', 'tests']],
    ['commands = ruff check {posargs}', []],
    ['ruff check --select E,F --config ci.toml --fix src --exclude docs', ['src']],
    ['ruff check --select=E -q src', ['src']],
    ['session.run("ruff", "check", "src", "tests")', ['src', 'tests']],
    ['session.run(\n  "ruff",\n  "check",\n  "src",\n  external=True,\n)', ['src']],
    ["commands = [['ruff', 'check', '--fix', 'src']]", ['src']],
    ['export FILES="src tests"\nruff check $FILES', ['src', 'tests']],
    ['FILES := src tests\nlint:\n\truff check $(FILES)', ['src', 'tests']],
    ['ruff check "src" tests', 'unclear'],
    ['ruff check src "$@"', 'unclear'],
    ['ruff check $FILES', 'unclear'],
    ['FILES=a\nFILES=b\nruff check $FILES', 'unclear'],
    ['ruff check ${{ inputs.paths }}', 'unclear'],
    ['ruff check src/*.py', 'unclear'],
    ['session.run("ruff", "check", *session.posargs)', 'unclear'],
    ['# ruff check src', undefined],
    ['we like ruff\ncheck it out', undefined],
    ['ruff format src', undefined],
  ])('of %j is %j', (text, paths) => expect(checkedPaths('lint', text)).toEqual(paths));

  it('is that of the check that is asked about', () => {
    expect(checkedPaths('format', 'ruff check src\nruff format --check tests\n')).toEqual(['tests']);
  });
});
