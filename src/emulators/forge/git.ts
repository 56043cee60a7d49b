/** Git plumbing over one bare repository: argv in, parsed answers out. Nothing here knows HTTP. */
import { type ExecFileSyncOptions, execFile, execFileSync } from 'node:child_process';

/** A git command that ended with a status other than 0. */
export class GitError extends Error {
  readonly code: number;

  constructor(args: readonly string[], code: number, stderr: string) {
    super(`git ${args.join(' ')} ended with ${code}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.code = code;
  }
}

/** Runs one git command in the repository and yields its standard output; raises GitError. */
export type Git = (args: readonly string[], input?: string | Uint8Array) => Promise<Buffer>;

export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object as `git cat-file --batch-check` describes it. `size` in bytes. */
export interface ObjectInfo {
  readonly sha: string;
  readonly type: ObjectType;
  readonly size: number;
}

/** A reference with its full name (`refs/tags/v1`) and the object it names (unpeeled). */
export interface Ref {
  readonly ref: string;
  readonly sha: string;
  readonly type: ObjectType;
}

const ABSENT = '0'.repeat(40);
/** Output of a single command; release assets never pass through git, so this is ample. */
const MAX_BUFFER = 64 * 1024 * 1024;

/** Makes (or reuses) a bare repository whose HEAD names `defaultBranch`, free of the user's templates and hooks. */
export function initialise(directory: string, defaultBranch: string): void {
  const quietly: ExecFileSyncOptions = { stdio: ['ignore', 'ignore', 'pipe'] };
  execFileSync('git', ['init', '--quiet', '--bare', '--template=', '-b', defaultBranch, directory], quietly);
  // GitHub lets a client fetch any commit by its SHA, as a shallow checkout of a tag does.
  const settings = { 'uploadpack.allowAnySHA1InWant': 'true', 'gc.auto': '0', 'core.hooksPath': '/dev/null' };
  for (const [key, value] of Object.entries(settings)) {
    execFileSync('git', [`--git-dir=${directory}`, 'config', key, value], quietly);
  }
}

/** A runner of git commands on the bare repository in `directory`. */
export function openGit(directory: string): Git {
  return (args, input) =>
    new Promise((resolve, reject) => {
      const options = { encoding: 'buffer', maxBuffer: MAX_BUFFER } as const;
      const child = execFile('git', [`--git-dir=${directory}`, ...args], options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else reject(new GitError(args, typeof error.code === 'number' ? error.code : -1, stderr.toString()));
      });
      // A command that needs no input may have gone before the pipe closes (EPIPE); its exit status tells the rest.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input ?? '');
    });
}

/** Looks several object names up at once; a name that resolves to nothing yields undefined. */
async function inspectAll(git: Git, names: readonly string[]): Promise<readonly (ObjectInfo | undefined)[]> {
  if (names.length === 0) return [];
  const lines = (await git(['cat-file', '--batch-check'], `${names.join('\n')}\n`)).toString().split('\n');
  return names.map((_, index) => {
    const match = /^([0-9a-f]{40}) (commit|tree|blob|tag) (\d+)$/.exec(lines[index] ?? '');
    return match === null
      ? undefined
      : { sha: match[1] ?? '', type: match[2] as ObjectType, size: Number(match[3]) };
  });
}

/** Looks one object name up (a SHA, or a full reference name, with `^{commit}` to peel). */
export async function inspect(git: Git, name: string): Promise<ObjectInfo | undefined> {
  // A control character would end the line of the batch protocol.
  return /\p{Cc}/u.test(name) ? undefined : (await inspectAll(git, [name]))[0];
}

/** The bytes of an object, or undefined where there is none of that SHA and type. */
export async function objectBytes(git: Git, sha: string, type: ObjectType): Promise<Buffer | undefined> {
  if (!/^[0-9a-f]{40}$/.test(sha) || (await inspect(git, sha))?.type !== type) return undefined;
  return git(['cat-file', type, sha]);
}

/** Writes an object; yields its SHA. Raises GitError when git finds the content malformed. */
export async function writeObject(git: Git, type: ObjectType, content: string | Uint8Array): Promise<string> {
  return (await git(['hash-object', '-w', '-t', type, '--stdin'], content)).toString().trim();
}

/** All references below a prefix made of whole components (`refs/tags/`), sorted by name. */
export async function listRefs(git: Git, prefix: string): Promise<readonly Ref[]> {
  const out = await git(['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)', prefix]);
  return out
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [sha = '', type = '', ref = ''] = line.split(' ');
      return { ref, sha, type: type as ObjectType };
    });
}

/** One reference by its full name. */
export async function readRef(git: Git, ref: string): Promise<Ref | undefined> {
  if (!(await isRefName(git, ref))) return undefined;
  const found = await inspect(git, ref);
  return found === undefined ? undefined : { ref, sha: found.sha, type: found.type };
}

/** May a full name stand for a reference (`git check-ref-format`)? */
export async function isRefName(git: Git, ref: string): Promise<boolean> {
  if (ref.startsWith('-')) return false;
  return succeeds(git, ['check-ref-format', ref]);
}

/** Sets a reference if it still holds `expected` (undefined: must not exist). Yields whether it did. */
export async function setRef(
  git: Git,
  ref: string,
  sha: string,
  expected: string | undefined,
): Promise<boolean> {
  return succeeds(git, ['update-ref', '--no-deref', ref, sha, expected ?? ABSENT], [1, 128]);
}

/** Deletes a reference if it still holds `expected`. Yields whether it did. */
export async function deleteRef(git: Git, ref: string, expected: string): Promise<boolean> {
  return succeeds(git, ['update-ref', '--no-deref', '-d', ref, expected], [1, 128]);
}

/** Is the first commit an ancestor of (or the same as) the second? */
export async function isAncestor(git: Git, ancestor: string, descendant: string): Promise<boolean> {
  // 128: one of them is no commit (a tag of a blob).
  return succeeds(git, ['merge-base', '--is-ancestor', ancestor, descendant], [1, 128]);
}

/** The commit a reference or SHA peels to. */
export async function peeled(git: Git, name: string): Promise<string | undefined> {
  return (await inspect(git, `${name}^{commit}`))?.sha;
}

/** Short names below `prefix` with the commits they peel to. */
export async function commitsOf(git: Git, prefix: string): Promise<Readonly<Record<string, string>>> {
  const refs = await listRefs(git, prefix);
  const commits = await inspectAll(
    git,
    refs.map((each) => `${each.ref}^{commit}`),
  );
  return Object.fromEntries(
    refs.map((each, index) => [each.ref.slice(prefix.length), commits[index]?.sha ?? each.sha]),
  );
}

/** True for exit status 0, false for one of `refused`; any other status is raised. */
async function succeeds(
  git: Git,
  args: readonly string[],
  refused: readonly number[] = [1],
): Promise<boolean> {
  try {
    await git(args);
    return true;
  } catch (error) {
    if (error instanceof GitError && refused.includes(error.code)) return false;
    throw error;
  }
}
