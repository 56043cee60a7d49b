import { type Place, placesReader } from './place-reader.ts';
import { outermost, pythonCode } from './python-code.ts';
import { assignedVersions } from './python-module.ts';

/** The reader of a setup.py: `version="1.2.3"` of its `setup(...)` call, or `version=VERSION` with a module-level `VERSION = "1.2.3"`. */
export const setupPy = placesReader((text) => {
  const assigned = assignedVersions(text);
  return keywords(text, 'version').flatMap((keyword) =>
    'name' in keyword ? assigned.filter(({ targets }) => targets.includes(keyword.name)) : [keyword],
  );
});

/** The name that the `setup(...)` call of a setup.py gives as a plain literal; undefined where it gives none, or computes it. */
export function nameInSetupPy(text: string): string | undefined {
  const [keyword] = keywords(text, 'name');
  return keyword === undefined || 'name' in keyword ? undefined : keyword.version;
}

// A call, neither a definition nor another object's method.
const CALL = /(?<![\w.]|\bdef[ \t]+)(?:setuptools\.|distutils\.core\.)?setup[ \t]*\(/g;

/** What a keyword of a call is: a plain literal, or a name. */
type Keyword = Place | { readonly name: string };

type Argument = 'name' | 'version';

function keywords(text: string, argument: Argument): readonly Keyword[] {
  const code = pythonCode(text);
  return setupCalls(code).flatMap((inside) => keywordAt({ text, code, inside }, argument));
}

/** Where the arguments of each `setup(...)` call begin, in code without comments and the contents of strings. */
export function setupCalls(code: string): readonly number[] {
  return [...code.matchAll(CALL)].map(({ 0: call, index }) => index + call.length);
}

const KEYWORDS: Readonly<Record<Argument, RegExp>> = { name: keyword('name'), version: keyword('version') };

function keyword(argument: Argument): RegExp {
  return new RegExp(
    `(?<before>(?:^|,)\\s*${argument}\\s*=\\s*)(?:(?<quote>["'])(?<literal>_+)\\k<quote>|(?<name>[A-Za-z_]\\w*))\\s*(?:,|$)`,
  );
}

interface Call {
  readonly text: string;
  readonly code: string;
  /** Where its arguments begin. */
  readonly inside: number;
}

/** The keyword of a call; none where it is neither literal nor name. */
function keywordAt({ text, code, inside }: Call, argument: Argument): readonly Keyword[] {
  const found = KEYWORDS[argument].exec(outermost(code.slice(inside)));
  const { before = '', literal = '', name } = found?.groups ?? {};
  if (name !== undefined) return [{ name }];
  const start = inside + (found?.index ?? 0) + before.length + 1;
  const version = text.slice(start, start + literal.length);
  // What an escape stands for is not what stands there.
  return version === '' || version.includes('\\') ? [] : [{ version, start, end: start + version.length }];
}
