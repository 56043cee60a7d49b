import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { check } from '../../src/cli/check.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { makeScratch } from '../support/scratch.ts';

const scratch = makeScratch();
afterAll(() => scratch.remove());

const PYPROJECT = '[project]\nname = "tide-pool"\nversion = "1.0"\n';
const COMMITTED = {
  'pyproject.toml': PYPROJECT,
  'CHANGELOG.md': '# Changelog\n\n## 1.0 - 2026-01-02\n\n- All of it.\n',
};

type Texts = Readonly<Record<string, string>>;

/** A repository of one commit, and what lies around in it; gives its top. */
function repository(name: string, committed: Texts, stray: Texts = {}): string {
  const write = (texts: Texts): void =>
    scratch.write(
      Object.fromEntries(Object.entries(texts).map(([file, text]) => [path.join(name, file), text])),
    );
  const top = scratch.file(name);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], { cwd: top });
  write(committed);
  git('init', '--quiet', '--initial-branch', 'trunk');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'First');
  git('tag', 'v0.9');
  write(stray);
  return top;
}

async function checked(directory: string) {
  const lines: string[] = [];
  const exitCode = await check(directory, (line) => void lines.push(line));
  const row = (id: string) => lines.find((line) => new RegExp(`^\\S+ +${id} `).test(line)) ?? '';
  return { exitCode, said: lines.join('\n'), row };
}

describe('check', () => {
  it('says what would be released, and passes a clean tree', async () => {
    const { exitCode, said, row } = await checked(repository('clean', COMMITTED));
    expect(said).toContain('tide-pool 1.0, to be tagged v1.0');
    expect(row('committed')).toMatch(/^passed +committed +clean tree at [0-9a-f]{12}$/);
    expect(row('changelog')).toMatch(/^passed .*CHANGELOG\.md has 1\.0, dated 2026-01-02$/);
    expect(exitCode).toBe(0);
  });

  it('shows no row that only a run on the forge can answer', async () => {
    const { said } = await checked(repository('rows', COMMITTED));
    expect(said).not.toMatch(/^\S+ +(credentials|permission|publisher)/m);
  });

  it('fails on a file that is not committed', async () => {
    const { exitCode, row } = await checked(repository('dirty', COMMITTED, { 'tide_pool.py': '' }));
    expect(row('committed')).toMatch(/^failed .*not committed: tide_pool\.py/);
    expect(exitCode).toBe(1);
  });

  it('passes what a build has left in the tree, as the release does', async () => {
    const left = { 'dist/tide_pool-1.0.tar.gz': '', 'tide_pool.egg-info/PKG-INFO': '', 'build/lib/a.py': '' };
    const { exitCode, row } = await checked(repository('built', COMMITTED, left));
    expect(row('committed')).toMatch(/^passed /);
    expect(exitCode).toBe(0);
  });

  it('goes by the settings of the project, as the release does', async () => {
    const settings = `${PYPROJECT}[tool.pypi-release]\npackages-dir = "out"\ntag-format = "r{version}"\n`;
    const stray = { 'out/tide_pool-1.0.tar.gz': '', 'dist/a.txt': '' };
    const files = { ...COMMITTED, 'pyproject.toml': settings };
    const { said, row } = await checked(repository('settings', files, stray));
    expect(said).toContain('to be tagged r1.0');
    expect(row('committed')).toMatch(/^failed .*not committed: dist\/a\.txt /);
  });

  it('tags a project below the top as one of several', async () => {
    const files = {
      'pyproject.toml': PYPROJECT,
      'reef/pyproject.toml': PYPROJECT.replace('tide-pool', 'reef'),
    };
    const top = repository('several', files, { 'stray.txt': '' });
    execFileSync('git', ['tag', 'reef-v0.5'], { cwd: top });
    const { said, row } = await checked(path.join(top, 'reef'));
    expect(said).toContain('reef 1.0, to be tagged reef-v1.0');
    expect(row('committed')).toMatch(/^passed /);
  });

  it('does not claim a clean tree where there is no commit', async () => {
    scratch.write({ 'bare/pyproject.toml': PYPROJECT });
    const { row } = await checked(scratch.file('bare'));
    expect(row('committed')).toMatch(/^not-checked +committed +there is no commit$/);
  });

  it('says what keeps the project from being read, and what is wrong with its settings', async () => {
    const empty = await checked(repository('empty', { 'README.md': '' }));
    expect(empty.said).toMatch(/^failed .*pyproject\.toml/);
    expect(empty.exitCode).toBe(1);
    const settings = `${PYPROJECT}[tool.pypi-release]\npath = "D"\n`;
    const { exitCode, said } = await checked(repository('bad', { 'pyproject.toml': settings }));
    expect(said).toMatch(/^failed .*path/);
    expect(exitCode).toBe(1);
  });

  it('refuses a directory that is not there', async () => {
    await expect(check(scratch.file('nowhere'), () => {})).rejects.toThrow(UsageError);
  });
});
