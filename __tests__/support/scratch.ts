import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A directory of one test's own. */
export interface Scratch {
  readonly directory: string;
  /** A name below it. */
  file(...parts: readonly string[]): string;
  /** Writes files, by name below it, with the directories they need. */
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** Makes a new directory below the machine's temporary one. */
export function makeScratch(): Scratch {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'pypi-release-test-')));
  const file = (...parts: readonly string[]) => path.join(directory, ...parts);
  return {
    directory,
    file,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(path.dirname(file(name)), { recursive: true });
        writeFileSync(file(name), content);
      }
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
