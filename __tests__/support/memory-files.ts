import type { Files } from '../../src/ports/files.ts';

/** Files that are nowhere but in this object. */
export interface MemoryFiles extends Files {
  /** Content by absolute name, with `/`. */
  readonly entries: Map<string, Uint8Array>;
  /** Every change in its order: `write NAME` or `remove NAME`. */
  readonly changes: readonly string[];
}

/** A file system that holds these files, by absolute names with `/`; those in `programs` may be executed. */
export function memoryFiles(
  initial: Readonly<Record<string, string | Uint8Array>> = {},
  programs: readonly string[] = [],
): MemoryFiles {
  const entries = new Map(
    Object.entries(initial).map(([name, content]) => [name, bytesOf(content)] as const),
  );
  const changes: string[] = [];
  const below = (directory: string): readonly string[] =>
    [...entries.keys()].flatMap((name) => {
      const top = `${plain(directory).replace(/\/$/, '')}/`;
      return name.startsWith(top) ? [name.slice(top.length)] : [];
    });
  return {
    entries,
    changes,
    async text(file) {
      const bytes = entries.get(plain(file));
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    bytes: async (file) => entries.get(plain(file)),
    async list(directory) {
      const names = [...new Set(below(directory).map((name) => name.split('/', 1).join('')))].sort();
      return names.length === 0 ? undefined : names;
    },
    real: async (entry) => (entries.has(plain(entry)) || below(entry).length > 0 ? entry : undefined),
    executable: async (file) => programs.includes(plain(file)) && entries.has(plain(file)),
    async glob(directory, pattern) {
      const fits = globTest(pattern);
      return below(directory)
        .filter((name) => fits.test(name))
        .sort();
    },
    async write(file, content) {
      entries.set(plain(file), bytesOf(content));
      changes.push(`write ${plain(file)}`);
    },
    async remove(entry) {
      const name = plain(entry);
      for (const file of entries.keys()) {
        if (file === name || file.startsWith(`${name}/`)) entries.delete(file);
      }
      changes.push(`remove ${name}`);
    },
  } satisfies MemoryFiles;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Windows gives absolute names a drive and backslashes. */
function plain(file: string): string {
  return file.replace(/^[A-Za-z]:/, '').replaceAll('\\', '/');
}

/** `*` within a name, `**` across them, `{a,b}`: as the port promises, files only. */
function globTest(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*|[{},]|[.+?^$()|[\]\\]/g, (part) => {
    const meanings: Readonly<Record<string, string>> = {
      '**/': '(?:.*/)?',
      '*': '[^/]*',
      '{': '(?:',
      '}': ')',
      ',': '|',
    };
    return meanings[part] ?? `\\${part}`;
  });
  return new RegExp(`^${source}$`);
}
