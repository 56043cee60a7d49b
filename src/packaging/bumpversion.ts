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
  return settingsIn(text).some(
    (entry) =>
      typeof valueAt(entry, ['filename']) === 'string' || typeof valueAt(entry, ['glob']) === 'string',
  );
}

const HEADER = /^\[bumpversion:(?:file|glob)[ \t]*(?:\([^)\r\n]*\))?:[^\]\r\n]+\]/m;

/**
 * Whether such a configuration says itself how versions are taken apart and put together, as a whole or for one of its files: whoever
 * says so has versions of other forms than X.Y.Z in mind. False where TOML is none.
 */
export function takesVersionsApart(configuration: string, text: string): boolean {
  return configuration.endsWith('.toml') ? settingsIn(text).some(hasOwnForm) : OWN_FORM.test(text);
}

/** Of the tool and of each of its files. */
function settingsIn(text: string): readonly unknown[] {
  try {
    const settings = valueAt(parsedToml(text), ['tool', 'bumpversion']);
    return [settings, ...list(valueAt(settings, ['files']))];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function hasOwnForm(settings: unknown): boolean {
  return ['parse', 'serialize'].some((key) => valueAt(settings, [key]) !== undefined);
}

const OWN_FORM = /^\[bumpversion[:\]](?:(?!^\[)[\s\S])*?^(?:parse|serialize)[ \t]*[=:]/m;
