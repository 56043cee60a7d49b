import path from 'node:path';
import type { Files } from '../../src/ports/files.ts';
import type { HandedFile, Handover } from '../../src/ports/handover.ts';

/** The artifacts of one workflow run that are nowhere but in this object. */
export interface MemoryHandover {
  /** The door of a job with these files. */
  door(files: Files): Handover;
  /** Finished artifacts by name, the oldest first. */
  readonly artifacts: ReadonlyMap<string, readonly HandedFile[]>;
  /** Lets all artifacts go, as their retention time does. */
  expire(): void;
  /** Begins an artifact that nobody will finish. */
  reserve(name: string): void;
}

export function memoryHandover(): MemoryHandover {
  const artifacts = new Map<string, readonly HandedFile[]>();
  const ids = new Map<string, number>();
  const reserved = new Set<string>();
  let last = 0;
  return {
    artifacts,
    expire: () => artifacts.clear(),
    reserve: (name) => void reserved.add(name),
    door: (files) =>
      ({
        async keep({ name, directory, files: names }) {
          if (reserved.has(name)) return false;
          const read = names.map(async (each): Promise<HandedFile> => {
            const bytes = await files.bytes(path.join(directory, each));
            if (bytes === undefined) throw new Error(`there is no ${each} to be kept`);
            return { name: each, bytes };
          });
          artifacts.set(name, await Promise.all(read));
          ids.set(name, ++last);
          reserved.add(name);
          return true;
        },
        async drop(name) {
          if (!artifacts.delete(name)) return;
          reserved.delete(name);
        },
        left: async () =>
          [...artifacts.keys()].map((name) => ({ id: ids.get(name) ?? 0, name, size: 1, sha256: undefined })),
        take: async ({ name }) => artifacts.get(name) ?? [],
      }) satisfies Handover,
  };
}
