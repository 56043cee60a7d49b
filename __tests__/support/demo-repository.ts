import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A git working tree that pushes to a bare repository. */
export interface DemoRepository {
  /** Runs git in the working tree; gives its output, trimmed. */
  git(...args: readonly string[]): string;
  /** Commits these files (and pushes `main`); gives the commit's SHA. */
  commit(files: Readonly<Record<string, string>>, message?: string): string;
}

/** Makes a working tree below this directory, of `main`, and pushes a first commit with a script in it. */
export function demoRepository(directory: string, bare: string): DemoRepository {
  const tree = join(directory, 'tree');
  mkdirSync(tree);
  const who = {
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
  };
  // Neither the machine's settings nor a hook that runs the tests may reach into it.
  const env = {
    PATH: process.env.PATH ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...who,
  };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: tree, env, stdio: 'pipe' })
      .toString()
      .trim();
  git('init', '--quiet', '-b', 'main');
  git('remote', 'add', 'origin', bare);
  const commit = (files: Readonly<Record<string, string>>, message = 'Change') => {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(tree, name), content);
    git('add', '--all');
    git('commit', '--quiet', '-m', message);
    git('push', '--quiet', 'origin', 'main');
    return git('rev-parse', 'HEAD');
  };
  writeFileSync(join(tree, 'run.sh'), '#!/bin/sh\n');
  chmodSync(join(tree, 'run.sh'), 0o755);
  commit({ 'pyproject.toml': '[project]\nname = "demo"\nversion = "1.0"\n' }, 'First');
  return { git, commit };
}
