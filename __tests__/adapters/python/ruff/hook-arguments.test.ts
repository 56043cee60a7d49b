import { expect, it } from '@jest/globals';
import { entryArguments, projectArguments } from '../../../../src/adapters/python/ruff/hook-arguments.ts';

it.each<readonly [string, string]>([
  ['--fix --select F --exit-non-zero-on-fix', '--select F'],
  ['--fix-only --add-noqa --add-noqa=why src', 'src'],
  ['--output-format github src', 'src'],
  ['--output-format=github src', 'src'],
  ['-o report.txt --cache-dir x src -q', 'src'],
  ['--config other.toml --line-length=99', '--config other.toml --line-length=99'],
])('of `%s` the project’s to say is `%s`', (given, kept) => {
  expect(projectArguments(given.split(' ')).join(' ')).toBe(kept);
});

it('an entry that a shell reads has none', () => {
  expect(entryArguments('uv run ruff check --select F', ' --select F')).toEqual(['--select', 'F']);
  expect(entryArguments('bash -c "ruff check . && mypy"', ' . && mypy"')).toBeUndefined();
});
