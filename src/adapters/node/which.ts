import path from 'node:path';
import { createFiles } from './files.ts';

/** How the machine finds programs: the values of PATH and, on Windows, PATHEXT. */
export interface SearchPath {
  readonly directories: string;
  readonly extensions?: string | undefined;
}

/**
 * The file that a bare program name means on a search path, or undefined where there is none. A name with a directory in it
 * is returned as it is.
 */
export async function programFile(name: string, search: SearchPath): Promise<string | undefined> {
  if (name.includes('/') || name.includes(path.sep)) return name;
  const { executable } = createFiles();
  for (const directory of search.directories.split(path.delimiter).filter(path.isAbsolute)) {
    for (const extension of extensions(name, search)) {
      const file = path.join(directory, `${name}${extension}`);
      if (await executable(file)) return file;
    }
  }
  return undefined;
}

function extensions(name: string, search: SearchPath): readonly string[] {
  if (path.delimiter === ':' || path.extname(name) !== '') return [''];
  return (search.extensions ?? '.COM;.EXE;.BAT;.CMD').split(';');
}
