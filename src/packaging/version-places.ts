import { isDeepStrictEqual } from 'node:util';
import { parsedPyproject, parsedToml } from './pyproject.ts';
import { edited } from './text-edit.ts';

/** How a file holds a static version: TOML tables, a Python module, or setuptools' configuration. */
export type PlaceFormat = 'pyproject' | 'python' | 'setup-cfg';

/** A version as it stands in a text, quotes left out; offsets in UTF-16 units, `end` exclusive. */
interface Place {
  readonly version: string;
  readonly start: number;
  readonly end: number;
}

/** The format of `file` by its name (folders do not matter), or undefined when it is no place for a version. */
export function placeFormat(file: string): PlaceFormat | undefined {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  if (name === 'pyproject.toml') return 'pyproject';
  if (name === 'setup.cfg') return 'setup-cfg';
  return name.endsWith('.py') ? 'python' : undefined;
}

/**
 * The static version in `text`, as spelled there: `version` of `[project]` or `[tool.poetry]`; a module-level `__version__`,
 * else `version` or `VERSION`; `version` of setup.cfg's `[metadata]` (`attr:` and `file:` are no version). Undefined when there is none.
 * Throws SyntaxError when a pyproject.toml is no TOML.
 */
export function versionIn(text: string, format: PlaceFormat): string | undefined {
  return READERS[format].version(text);
}

/**
 * `text` with the version `from` replaced by `to` in its version assignments; all else stays byte for byte. Undefined when
 * `from`, in exactly this spelling, stands in none. Throws SyntaxError when a pyproject.toml is no TOML.
 */
export function withVersion(text: string, format: PlaceFormat, from: string, to: string): string | undefined {
  return READERS[format].rewritten(text, from, to);
}

interface Reader {
  version(text: string): string | undefined;
  rewritten(text: string, from: string, to: string): string | undefined;
}

const READERS: Readonly<Record<PlaceFormat, Reader>> = {
  pyproject: { version: (text) => parsedPyproject(text).version, rewritten: rewrittenToml },
  python: placesReader(pythonPlaces),
  'setup-cfg': placesReader(setupCfgPlaces),
};

function placesReader(places: (text: string) => readonly Place[]): Reader {
  return {
    version: (text) => places(text)[0]?.version,
    rewritten(text, from, to) {
      const stale = places(text).filter(({ version }) => version === from);
      return stale.length === 0
        ? undefined
        : edited(
            text,
            stale.map(({ start, end }) => ({ start, end, text: to })),
          );
    },
  };
}

const TOML_TABLES = [['project'], ['tool', 'poetry']] as const;

/** A file on its way from Poetry to PEP 621 may hold both. */
function rewrittenToml(text: string, from: string, to: string): string | undefined {
  const document = parsedToml(text);
  const stale = TOML_TABLES.filter((table) => valueAt(document, [...table, 'version']) === from);
  return stale.reduce<string | undefined>(
    (done, table) => (done === undefined ? done : rewrittenTable(done, [...table, 'version'], [from, to])),
    stale.length === 0 ? undefined : text,
  );
}

/** Tries each quoted `from`, and takes the one whose replacement changes the value at `keys` and no other. */
function rewrittenTable(
  text: string,
  keys: readonly string[],
  [from, to]: readonly [from: string, to: string],
): string | undefined {
  const wanted = withValueAt(parsedToml(text), keys, to);
  return ['"', "'"]
    .flatMap((quote) => [...text.matchAll(literally(`${quote}${from}${quote}`))])
    .map(({ index }) => edited(text, [{ start: index + 1, end: index + 1 + from.length, text: to }]))
    .find((candidate) => isDeepStrictEqual(parsedToml(candidate), wanted));
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[^\w"']/g, '\\$&'), 'g');
}

function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isTable(inner) ? inner[key] : undefined), value);
}

function withValueAt(value: unknown, [key = '', ...rest]: readonly string[], leaf: string): unknown {
  const table = isTable(value) ? value : {};
  const inner = rest.length === 0 ? leaf : withValueAt(table[key], rest, leaf);
  // smol-toml's tables have no prototype, and isDeepStrictEqual looks at it.
  return Object.assign(Object.create(null), table, { [key]: inner });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

// Comments and string literals, in the order a Python reader meets them, so that neither is sought inside the other.
const PYTHON_TEXTS =
  /#[^\r\n]*|("""|''')(?:\\[\s\S]|(?!\1)[^\\])*\1|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'/g;

// One or more chained targets, each with or without an annotation, and one plain literal that ends the statement.
const PYTHON_ASSIGNMENT =
  /^(?<targets>(?:(?:__version__|version|VERSION)[ \t]*(?::[ \t]*[\w.[\], ]+?)?[ \t]*=[ \t]*)+)(?<quote>["'])(?<version>[^"'\\\r\n]+)\k<quote>[ \t]*(?:;|$)/gm;

function pythonPlaces(text: string): readonly Place[] {
  const code = text.replace(PYTHON_TEXTS, (part) => (/^(?:#|"""|''')/.test(part) ? blanked(part) : part));
  const found = [...code.matchAll(PYTHON_ASSIGNMENT)].map(({ index, groups }) => {
    const { targets = '', version = '' } = groups ?? {};
    const start = index + targets.length + 1;
    return { version, start, end: start + version.length, dunder: targets.includes('__version__') };
  });
  return found.toSorted((a, b) => Number(b.dunder) - Number(a.dunder));
}

/** Keeps every offset and line. */
function blanked(part: string): string {
  return part.replace(/[^\r\n]/g, ' ');
}

/** configparser: sections until the next header, keys in any case, `=` or `:`, whole-line comments only. */
function setupCfgPlaces(text: string): readonly Place[] {
  let section = '';
  return [...text.matchAll(/^.*$/gm)].flatMap(({ 0: line, index }) => {
    section = /^\[([^\]]+)\]/.exec(line)?.[1] ?? section;
    const { key = '', version = '' } =
      /^(?<key>version[ \t]*[=:][ \t]*)(?<version>[^\s:]+)[ \t]*$/i.exec(line)?.groups ?? {};
    if (section !== 'metadata' || version === '') return [];
    const start = index + key.length;
    return [{ version, start, end: start + version.length }];
  });
}
