import { parsedToml } from './pyproject.ts';
import { list, valueAt } from './toml-value.ts';

/** Files in which commitizen replaces the version. */
export interface CommitizenFile {
  /** A name, or a glob. */
  readonly glob: string;
  /** A regular expression of Python for the lines that count; empty where all do. */
  readonly pattern: string;
}

/** Where its settings are looked for; those that are no TOML are not read. */
export const COMMITIZEN_FILES = ['pyproject.toml', '.cz.toml', 'cz.toml'] as const;

/**
 * `version_files` of the settings in `text`, each `NAME` or `NAME:PATTERN` (commitizen's documentation, "bump", "version_files"). Throws
 * SyntaxError where it is no TOML.
 */
export function commitizenFiles(text: string): readonly CommitizenFile[] {
  return list(valueAt(parsedToml(text), ['tool', 'commitizen', 'version_files'])).flatMap((entry) => {
    if (typeof entry !== 'string') return [];
    const colon = entry.indexOf(':');
    return colon < 0
      ? [{ glob: entry, pattern: '' }]
      : [{ glob: entry.slice(0, colon), pattern: entry.slice(colon + 1) }];
  });
}
