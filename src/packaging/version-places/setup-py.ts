import { type Place, placesReader } from './place-reader.ts';
import { outermost, pythonCode } from './python-code.ts';
import { assignedVersions } from './python-module.ts';

/** The reader of a setup.py: `version="1.2.3"` of its `setup(...)` call, or `version=VERSION` with a module-level `VERSION = "1.2.3"`. */
export const setupPy = placesReader((text) => {
  const assigned = assignedVersions(text);
  return keywords(text).flatMap((keyword) =>
    'name' in keyword ? assigned.filter(({ targets }) => targets.includes(keyword.name)) : [keyword],
  );
});

// A call, neither a definition nor another object's method.
const CALL = /(?<![\w.]|\bdef[ \t]+)(?:setuptools\.|distutils\.core\.)?setup[ \t]*\(/g;
const KEYWORD =
  /(?<before>(?:^|,)\s*version\s*=\s*)(?:(?<quote>["'])(?<literal>_+)\k<quote>|(?<name>[A-Za-z_]\w*))\s*(?:,|$)/;

/** What `version=` of a call is: a plain literal, or a name. */
type Keyword = Place | { readonly name: string };

function keywords(text: string): readonly Keyword[] {
  const code = pythonCode(text);
  return [...code.matchAll(CALL)].flatMap(({ 0: call, index }) => keywordAt(text, code, index + call.length));
}

/** The keyword of the call whose arguments begin at `inside`; none where it is neither literal nor name. */
function keywordAt(text: string, code: string, inside: number): readonly Keyword[] {
  const found = KEYWORD.exec(outermost(code.slice(inside)));
  const { before = '', literal = '', name } = found?.groups ?? {};
  if (name !== undefined) return [{ name }];
  const start = inside + (found?.index ?? 0) + before.length + 1;
  const version = text.slice(start, start + literal.length);
  // What an escape stands for is not what stands there.
  return version === '' || version.includes('\\') ? [] : [{ version, start, end: start + version.length }];
}
