import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Files below `directory` that fit `pattern`, relative to it, with `/`, sorted. Node 20 has no glob of its own.
 *
 * @param pattern segments with `*`, `?` and `[...]`, `**` for any number of directories, and `{a,b}`; a leading dot must be
 *   written out, as in a shell. Nothing above `directory` is ever found.
 */
export async function filesFitting(directory: string, pattern: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const plain of withoutBraces(pattern)) {
    const segments = plain.split('/').filter((segment) => segment !== '' && segment !== '.');
    for (const file of await expanded(directory, '', segments)) found.add(file);
  }
  return [...found].sort();
}

/** `a{b,c}` as `ab` and `ac`; innermost braces first. */
function withoutBraces(pattern: string): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const [before, after] = [pattern.slice(0, braces.index), pattern.slice(braces.index + braces[0].length)];
  return (braces[1] ?? '').split(',').flatMap((choice) => withoutBraces(`${before}${choice}${after}`));
}

async function expanded(
  root: string,
  below: string,
  segments: readonly string[],
): Promise<readonly string[]> {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  if (segment === '**') return expandedAnywhere(root, below, rest);
  const fits = segmentTest(segment);
  const entries = (await entriesOf(root, below)).filter(({ name }) => fits.test(name));
  if (rest.length === 0) return entries.filter(({ kind }) => kind === 'file').map(({ file }) => file);
  const deeper = entries.filter(({ kind }) => kind !== 'file').map(({ file }) => expanded(root, file, rest));
  return (await Promise.all(deeper)).flat();
}

/** What fits below this directory and every one in it; links are not followed, for they may lead in a circle. */
async function expandedAnywhere(
  root: string,
  below: string,
  rest: readonly string[],
): Promise<readonly string[]> {
  const directories = (await entriesOf(root, below)).filter(
    ({ name, kind }) => kind === 'directory' && !name.startsWith('.'),
  );
  const found = await Promise.all([
    expanded(root, below, rest.length === 0 ? ['*'] : rest),
    ...directories.map(({ file }) => expandedAnywhere(root, file, rest)),
  ]);
  return found.flat();
}

interface Entry {
  readonly name: string;
  /** Relative to the root. */
  readonly file: string;
  readonly kind: 'file' | 'directory' | 'linked directory';
}

async function entriesOf(root: string, below: string): Promise<readonly Entry[]> {
  const directory = path.join(root, below);
  const entries = await readdir(directory, { withFileTypes: true }).catch(noneWhereAbsent);
  return Promise.all(
    entries.map(async (entry) => {
      const linked = entry.isSymbolicLink() && (await isDirectory(path.join(directory, entry.name)));
      const kind = linked ? 'linked directory' : entry.isDirectory() ? 'directory' : 'file';
      return { name: entry.name, file: path.posix.join(below, entry.name), kind };
    }),
  );
}

function noneWhereAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
  throw error;
}

async function isDirectory(file: string): Promise<boolean> {
  const seen = await stat(file).catch(() => undefined);
  return seen?.isDirectory() ?? false;
}

const WILD: Readonly<Record<string, string>> = { '*': '[^/]*', '?': '[^/]' };

function segmentTest(segment: string): RegExp {
  const source = segment.replace(/\[[^\]]+\]|[\s\S]/g, (part) => {
    if (part.length > 1) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return WILD[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
  });
  const hidden = segment.startsWith('.') ? '' : '(?!\\.)';
  return new RegExp(`^${hidden}${source}$`, 's');
}
