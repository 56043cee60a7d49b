/** A git repository out of an sdist, as near to the project's own as can be. */

import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  globSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusProject, Restored } from './project.ts';
import { fetchedSdist } from './sdists.ts';

const UNPACK = path.join(path.dirname(fileURLToPath(import.meta.url)), 'unpack.py');

/** Where uv_build leaves the file that it found, beside the one that it wrote instead. */
const ORIGINAL = 'pyproject.toml.orig';
/** What a build puts into every sdist and no repository has; setuptools-scm would read the version there. */
const BUILT = ['PKG-INFO', '**/*.egg-info'];

const WHO = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
/** Nothing of the machine's or the user's own settings of git decides what is committed. */
const PLAIN = ['-c', 'commit.gpgSign=false', '-c', 'core.excludesFile=', '-c', 'core.autocrlf=false'];
const MOMENT = '2026-01-02T03:04:05Z';

/**
 * Makes the repository: one commit of what the sdist holds, the same each time, with the tag of the release on it.
 *
 * @param directory of the repository, which is not there yet
 */
export async function madeRepository(project: CorpusProject, directory: string): Promise<void> {
  const sdist = await fetchedSdist(project);
  execFileSync('python3', [UNPACK, sdist, directory], { stdio: 'pipe' });
  for (const file of globSync([...BUILT, ...(project.generated ?? [])], { cwd: directory }))
    rmSync(path.join(directory, file), { recursive: true });
  ignore(project.generated ?? [], directory);
  const original = path.join(directory, ORIGINAL);
  if (existsSync(original)) renameSync(original, path.join(directory, 'pyproject.toml'));
  for (const each of project.restored ?? []) restore(each, directory);
  const env = { ...process.env, GIT_AUTHOR_DATE: MOMENT, GIT_COMMITTER_DATE: MOMENT };
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...WHO, ...PLAIN, ...args], { cwd: directory, env, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'The project as it was released');
  git('tag', project.tag);
}

function ignore(files: readonly string[], directory: string): void {
  if (files.length > 0) appendFileSync(path.join(directory, '.gitignore'), `${files.join('\n')}\n`);
}

function restore({ file, replace }: Restored, directory: string): void {
  const place = path.join(directory, file);
  const text = replace.reduce(
    (made, [from, to]) => {
      if (!from.test(made)) throw new Error(`${file} holds nothing like ${from}`);
      return made.replace(from, to);
    },
    readFileSync(place, 'utf8'),
  );
  writeFileSync(place, text);
}
