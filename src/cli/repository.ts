/** The user's project as the forge would hold it and the runner would check it out. Nothing in the user's directory is changed. */

import { execFile } from 'node:child_process';
import { cp, mkdir, realpath } from 'node:fs/promises';
import { devNull } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { localPlace } from './local-git.ts';

const execute = promisify(execFile);

export interface Source {
  /** Top of the git repository to fetch from. */
  readonly top: string;
  /** The project relative to the top, with `/`; empty at the top. */
  readonly prefix: string;
  readonly branch: string;
  /** True where the user's directory has changes that are not committed: they are not part of the rehearsal. */
  readonly dirty: boolean;
}

/**
 * The repository that a project lies in. A project outside any repository is copied and committed first.
 *
 * @param directory the user's project
 * @param scratch where a copy may be made
 */
export async function sourceOf(directory: string, scratch: string): Promise<Source> {
  const project = await realpath(directory);
  const place = await localPlace(project);
  if (place === undefined) return committedCopy(project, scratch);
  const changes = await git(project, ['status', '--porcelain', '--', '.']);
  return { ...place, branch: place.branch ?? 'main', dirty: changes.trim() !== '' };
}

async function committedCopy(project: string, scratch: string): Promise<Source> {
  const top = path.join(scratch, 'copy');
  await cp(project, top, { recursive: true });
  await git(top, ['init', '--quiet', '--initial-branch', 'main']);
  await git(top, ['add', '--all']);
  await git(top, ['commit', '--quiet', '--message', 'The project as it was found']);
  return { top, prefix: '', branch: 'main', dirty: false };
}

/** Git hands none of its `-c` on to the other end; in a container the checkout belongs to another user. */
const OF_ANYBODY = ['--upload-pack', 'git -c "safe.directory=*" upload-pack'];

/** Fills the forge's bare repository with the project's history: its branch and its tags. Gives the commit of the branch. */
export async function fillForge(source: Source, bare: string): Promise<string> {
  const refs = [`+HEAD:refs/heads/${source.branch}`, '+refs/tags/*:refs/tags/*'];
  await git(bare, ['fetch', '--quiet', ...OF_ANYBODY, '--update-shallow', source.top, ...refs]);
  await git(bare, ['symbolic-ref', 'HEAD', `refs/heads/${source.branch}`]);
  return git(bare, ['rev-parse', `refs/heads/${source.branch}`]);
}

/** The tags that stand on the commit to be released. */
export async function tagsOnTip({ top }: Source): Promise<readonly string[]> {
  return named(await git(top, ['tag', '--points-at', 'HEAD']));
}

/** All tags of the repository. */
export async function allTags({ top }: Source): Promise<readonly string[]> {
  return named(await git(top, ['tag', '--list']));
}

function named(lines: string): readonly string[] {
  return lines.split('\n').filter((line) => line !== '');
}

/** Puts a tag on a commit of the forge's repository, as the push of a tag would have; nothing where it is there. */
export async function pushTag(bare: string, tag: string, commit: string): Promise<void> {
  const existing = await git(bare, ['rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`]).catch(
    () => undefined,
  );
  if (existing === undefined) await git(bare, ['tag', tag, commit]);
}

/** Checks the forge's repository out, as actions/checkout with its full history does. */
export async function checkOut(
  bare: string,
  workspace: string,
  commit: { readonly ref: string; readonly sha: string },
): Promise<void> {
  await mkdir(path.dirname(workspace), { recursive: true });
  await git(path.dirname(workspace), ['clone', '--quiet', '--no-checkout', bare, workspace]);
  const onBranch = commit.ref.startsWith('refs/heads/');
  const branch = commit.ref.replace('refs/heads/', '');
  await git(workspace, ['checkout', '--quiet', ...(onBranch ? ['-B', branch, commit.sha] : [commit.sha])]);
}

/**
 * Checks those submodules out that the user has checked out: a workflow that asks actions/checkout for submodules is rehearsed
 * with them, any other without. They come from the user's own clones, so that no other server is asked.
 */
export async function checkOutSubmodules(top: string, workspace: string): Promise<void> {
  for (const { name, directory } of await submodulesOf(workspace)) {
    const standing = path.join(top, directory);
    if (!(await isTopOfRepository(standing))) continue;
    await git(workspace, ['config', `submodule.${name}.url`, standing]);
    await git(workspace, [...FROM_FILES, 'submodule', '--quiet', 'update', '--init', '--', directory]);
    await checkOutSubmodules(standing, path.join(workspace, directory));
  }
}

/** Git clones submodules from no directory unless it is told (CVE-2022-39253); these are the user's own. */
const FROM_FILES = ['-c', 'protocol.file.allow=always'];

/** Name and directory of each submodule that the commit declares. */
async function submodulesOf(
  workspace: string,
): Promise<readonly { readonly name: string; readonly directory: string }[]> {
  const asked = ['config', '--file', '.gitmodules', '--get-regexp', String.raw`^submodule\..*\.path$`];
  const declared = await git(workspace, asked).catch(() => '');
  return [...declared.matchAll(/^submodule\.(?<name>.+)\.path (?<directory>.+)$/gm)].flatMap(({ groups }) =>
    groups === undefined ? [] : [{ name: groups.name ?? '', directory: groups.directory ?? '' }],
  );
}

/** The directory of a submodule that is not checked out is there, and belongs to the repository around it. */
async function isTopOfRepository(directory: string): Promise<boolean> {
  return (await git(directory, ['rev-parse', '--show-prefix']).catch(() => undefined)) === '';
}

/** As git of the user's would change a repository, without the user's own settings. */
async function git(directory: string, args: readonly string[]): Promise<string> {
  const identity = [
    '-c',
    'user.name=rehearsal',
    '-c',
    'user.email=rehearsal@localhost',
    '-c',
    'safe.directory=*',
    // What the user's own settings ask of a commit or a tag is not asked here.
    '-c',
    'commit.gpgSign=false',
    '-c',
    'tag.gpgSign=false',
    '-c',
    `core.hooksPath=${devNull}`,
  ];
  const { stdout } = await execute(
    'git',
    [...identity, '-c', 'core.autocrlf=false', '-C', directory, ...args],
    { maxBuffer: 1 << 26 },
  );
  return stdout.trim();
}
