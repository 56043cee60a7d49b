import { parsedToml } from './pyproject.ts';
import { list, valueAt } from './toml-value.ts';

/** A file, or files by a glob, in which the project's own tool replaces the version. */
export interface BumpedFile {
  readonly kind: 'file' | 'glob';
  readonly name: string;
  /** Globs of files that a glob leaves out. */
  readonly exclude: readonly string[];
}

/**
 * What bump-my-version or bump2version is configured to write, by the name of the file of its configuration: `[[tool.bumpversion.files]]` of
 * pyproject.toml and .bumpversion.toml, `[bumpversion:file:NAME]` of .bumpversion.cfg and setup.cfg, where a suffix in round
 * brackets tells several entries of one file apart (their documentation, "Configuration file"). Throws SyntaxError where TOML is none.
 */
export function bumpedFiles(configuration: string, text: string): readonly BumpedFile[] {
  return configuration.endsWith('.toml') ? inToml(text) : inCfg(text);
}

function inToml(text: string): readonly BumpedFile[] {
  return list(valueAt(parsedToml(text), ['tool', 'bumpversion', 'files'])).flatMap(
    (entry): readonly BumpedFile[] => {
      const [file, glob] = [valueAt(entry, ['filename']), valueAt(entry, ['glob'])];
      if (typeof file === 'string') return [{ kind: 'file', name: file, exclude: [] }];
      const exclude = list(valueAt(entry, ['glob_exclude'])).map(String);
      return typeof glob === 'string' ? [{ kind: 'glob', name: glob, exclude }] : [];
    },
  );
}

const HEADER = /^\[bumpversion:(?<kind>file|glob)[ \t]*(?:\([^)\r\n]*\))?:(?<name>[^\]\r\n]+)\]/gm;

function inCfg(text: string): readonly BumpedFile[] {
  return [...text.matchAll(HEADER)].map(({ groups }) => ({
    kind: groups?.kind === 'glob' ? 'glob' : 'file',
    name: groups?.name?.trim() ?? '',
    exclude: [],
  }));
}
