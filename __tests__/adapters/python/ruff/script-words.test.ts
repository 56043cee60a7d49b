import { describe, expect, it } from '@jest/globals';
import { checkedPaths } from '../../../../src/adapters/python/ruff/script-words.ts';

describe('what a script has ruff look at', () => {
  it.each([
    ['ruff check src tests', [['src', 'tests']]],
    ['set -x\nuv run ruff check src \\\n  tests --fix\nruff check docs\n', [['src', 'tests'], ['docs']]],
    ['ruff check', [[]]],
    ['python -m ruff check . && mypy src', [['.']]],
    ['ruff check src | tee log', [['src']]],
    ['ruff check src # and more', [['src']]],
    ['lint = "ruff check src tests"\n', [['src', 'tests']]],
    ["lint = { cmd = 'ruff check src' }", [['src']]],
    ['commands = ruff check {posargs:src tests}', [['src', 'tests']]],
    ['commands = ruff check {posargs}', [[]]],
    ['ruff check --select E,F --config ci.toml --fix src --exclude docs', [['src']]],
    ['ruff check --select=E -q src', [['src']]],
    ['session.run("ruff", "check", "src", "tests")', [['src', 'tests']]],
    ['session.run(\n  "ruff",\n  "check",\n  "src",\n  external=True,\n)', [['src']]],
    ["commands = [['ruff', 'check', '--fix', 'src']]", [['src']]],
    ['export FILES="src tests"\nruff check $FILES', [['src', 'tests']]],
    ['FILES := src tests\nlint:\n\truff check $(FILES)', [['src', 'tests']]],
    ['ruff check "src" tests', ['unclear']],
    ['ruff check src "$@"', ['unclear']],
    ['ruff check $FILES', ['unclear']],
    ['FILES=a\nFILES=b\nruff check $FILES', ['unclear']],
    ['ruff check ${{ inputs.paths }}', ['unclear']],
    ['ruff check src/*.py', ['unclear']],
    ['session.run("ruff", "check", *session.posargs)', ['unclear']],
    ['ruff check --show-source src --no-show-source tests', [['src', 'tests']]],
    ['ruff check setup.py\nruff check src', [['setup.py'], ['src']]],
    ['ruff check --fix src/demo/_made.py\nruff check', [[]]],
    ['subprocess.run(["ruff", "check", "src/demo/_made.py"])', []],
    ['subprocess.run(["ruff", "check", target], check=True)', []],
    ['subprocess.run(["ruff", "check", "src", "tests"])', [['src', 'tests']]],
    ['- name: Run ruff check\n  run: ruff check src', [['src']]],
    ['@echo "ruff check finds nothing"\n\truff check src', [['src']]],
    ['# ruff check src', []],
    ['we like ruff\ncheck it out', []],
    ['ruff format src', []],
  ])('of %j is %j', (text, paths) => expect(checkedPaths('lint', text)).toEqual(paths));

  it('is that of the check that is asked about', () => {
    expect(checkedPaths('format', 'ruff check src\nruff format --check tests\n')).toEqual([['tests']]);
  });

  it('is not told by a format that rewrites single files', () => {
    expect(checkedPaths('format', 'ruff format src/demo/_made.py\n')).toEqual([]);
    expect(checkedPaths('format', 'ruff format --check demo.py\n')).toEqual([['demo.py']]);
    expect(checkedPaths('format', 'ruff format src\n')).toEqual([['src']]);
  });
});
