import path from 'node:path';
import type { NamedText } from '../packaging/markup.ts';
import type { Files } from '../ports/files.ts';

/** The README of a directory, of several in Markdown first; undefined where there is none. Translations are others' (`README.fr.md`). */
export async function readmeIn(directory: string, files: Files): Promise<NamedText | undefined> {
  const names = ((await files.list(directory)) ?? []).filter((name) => NAMES.test(name));
  const file = names.find((name) => /\.(?:md|markdown)$/i.test(name)) ?? names[0];
  const text = file === undefined ? undefined : await files.text(path.join(directory, file));
  return file === undefined || text === undefined ? undefined : { file, text };
}

const NAMES = /^readme(?:\.(?:md|markdown|rst|txt))?$/i;
