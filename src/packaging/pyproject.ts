import { parse, type TomlError } from 'smol-toml';
import { list } from './toml-value.ts';

/** What pyproject.toml says, as far as a release wants to know it. Values of a wrong type count as absent. */
export interface Pyproject {
  /** Whether there is a `[project]` table (PEP 621). */
  readonly hasProjectTable: boolean;
  /** From `[project]`, else `[tool.poetry]`, as spelled there. */
  readonly name?: string;
  /** From `[project]`, else `[tool.poetry]`, as spelled there; absent where it is a placeholder. */
  readonly version?: string;
  /** The version that stands in the place of one that poetry-dynamic-versioning computes, here and in the modules. */
  readonly placeholder?: string;
  readonly requiresPython?: string;
  /** The README's file. */
  readonly readme?: string;
  /** Names under `[project.optional-dependencies]`, else `[tool.poetry.extras]`. */
  readonly extras: readonly string[];
  /** Names under `[dependency-groups]` (PEP 735), with uv's older `dev-dependencies` as `dev`. */
  readonly groups: readonly string[];
  readonly buildBackend?: string;
  /** `manifest-path` of `[tool.maturin]`: the Cargo.toml, relative to pyproject.toml. */
  readonly maturinManifest?: string;
  /** The `[tool.pypi-release]` table, unchecked. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** `fail_under` of `[tool.coverage.report]`, in per cent. */
  readonly coverageFloor?: number;
  readonly hasRuff: boolean;
  readonly hasPytest: boolean;
}

type Table = Readonly<Record<string, unknown>>;

/** The whole of `text` as plain values. Throws SyntaxError that says where `text` is no TOML, with the parser's error as cause. */
export function parsedToml(text: string): Table {
  try {
    return parse(text);
  } catch (cause) {
    // The first line of smol-toml's message is the reason; the others quote the text.
    const { message, line, column } = cause as TomlError;
    throw new SyntaxError(`line ${line}, column ${column}: ${message.split('\n', 1)}`, { cause });
  }
}

/** What `text`, the content of a pyproject.toml, says. Throws SyntaxError that names line and column when it is no TOML. */
export function parsedPyproject(text: string): Pyproject {
  const document = parsedToml(text);
  const tool = table(document.tool);
  return {
    ...identityIn(document),
    ...optional('buildBackend', string(table(document['build-system'])['build-backend'])),
    ...optional('maturinManifest', string(table(tool.maturin)['manifest-path'])),
    groups: groupsIn(document),
    settings: table(tool['pypi-release']),
    ...optional('coverageFloor', number(table(table(tool.coverage).report).fail_under)),
    hasRuff: 'ruff' in tool,
    hasPytest: 'pytest' in tool,
  };
}

function identityIn(document: Table) {
  const project = table(document.project);
  const tool = table(document.tool);
  const poetry = table(tool.poetry);
  const isComputed = table(tool['poetry-dynamic-versioning']).enable === true;
  return {
    hasProjectTable: 'project' in document,
    ...optional('name', string(project.name) ?? string(poetry.name)),
    ...optional(isComputed ? 'placeholder' : 'version', string(project.version) ?? string(poetry.version)),
    ...optional('requiresPython', string(project['requires-python'])),
    ...optional('readme', readmeIn(project.readme) ?? readmeIn(poetry.readme)),
    extras: Object.keys(table(project['optional-dependencies'] ?? poetry.extras)),
  };
}

/** `readme` is a file, a table with the key `file`, or (Poetry) a list of files. */
function readmeIn(value: unknown): string | undefined {
  return string(value) ?? string(table(value).file) ?? string(list(value)[0]);
}

function groupsIn(document: Table): readonly string[] {
  const older = 'dev-dependencies' in table(table(document.tool).uv) ? ['dev'] : [];
  return [...new Set([...Object.keys(table(document['dependency-groups'])), ...older])];
}

function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}
