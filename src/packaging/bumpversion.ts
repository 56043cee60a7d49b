import { parsedToml } from './pyproject.ts';
import { list, valueAt } from './toml-value.ts';

/**
 * Whether bump-my-version, bump2version or bumpversion is configured to write files beside its own state, by the name of the file of
 * its configuration: `[[tool.bumpversion.files]]` of pyproject.toml and .bumpversion.toml, `[bumpversion:file:NAME]` of
 * .bumpversion.cfg and setup.cfg (their documentation, "Configuration file"). False where TOML is none: the tool would not read it.
 */
export function bumpsFiles(configuration: string, text: string): boolean {
  return configuration.endsWith('.toml') ? inToml(text) : HEADER.test(text);
}

function inToml(text: string): boolean {
  try {
    return list(valueAt(parsedToml(text), ['tool', 'bumpversion', 'files'])).some(
      (entry) =>
        typeof valueAt(entry, ['filename']) === 'string' || typeof valueAt(entry, ['glob']) === 'string',
    );
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const HEADER = /^\[bumpversion:(?:file|glob)[ \t]*(?:\([^)\r\n]*\))?:[^\]\r\n]+\]/m;
