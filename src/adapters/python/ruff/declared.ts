import path from 'node:path';
import { pyprojectOf } from '../environment/project-form.ts';
import type { PythonOptions } from '../options.ts';
import { REQUIREMENTS_FILES } from '../requirements/files.ts';

/** How a project asks for ruff itself, rather than for something that brings it. */
export type Declared = 'pinned' | 'in range' | undefined;

const FILES = [...REQUIREMENTS_FILES, 'requirements.txt', 'tox.ini', 'setup.cfg', 'setup.py'] as const;

// PEP 508: a name, then extras, a specifier, a marker, or nothing. In a file it stands on its own line or in quotes.
const REQUIREMENT = /^\s*ruff\s*(\[[^\]]*\]\s*)?(?<specifier>[<>=!~][^;#"',]*)?([;#"',].*)?$/im;
const IN_FILE = /(^|["'])\s*ruff\s*(?<specifier>[<>=!~][^;#"',\n]*)?\s*([;#"',].*)?$/im;

/** Looks where projects keep the requirements of their tools: pyproject.toml, the older files, those with requirements. Raises `pyproject-invalid`. */
export async function declaredRuff(options: Pick<PythonOptions, 'files' | 'directory'>): Promise<Declared> {
  const { document } = await pyprojectOf(options);
  const { project, 'dependency-groups': groups, tool } = document as Record<string, unknown>;
  const { ruff: _settings, ...tools } = (tool ?? {}) as Record<string, unknown>;
  const inToml = [...specifiersIn(project), ...specifiersIn(groups), ...specifiersIn(tools)];
  const texts = await Promise.all(
    FILES.map((file) => options.files.text(path.join(options.directory, file))),
  );
  const inFiles = texts.flatMap((text) => {
    const found = IN_FILE.exec(text ?? '');
    return found === null ? [] : [found.groups?.specifier ?? ''];
  });
  const all = [...inToml, ...inFiles];
  if (all.length === 0) return undefined;
  return all.some((specifier) => EXACT.test(specifier)) ? 'pinned' : 'in range';
}

// Poetry writes an exact version without an operator (Poetry's documentation, "Dependency specification").
const EXACT = /^\s*(={2,3}\s*)?\d[\d.]*\w*\s*$/;

/** What the lists of requirements below a table, and Poetry's tables by name, say of ruff. */
function specifiersIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => specifiersOf(entry));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'ruff' ? [typeof inner === 'string' ? inner : versionOf(inner)] : specifiersIn(inner),
  );
}

function specifiersOf(entry: unknown): readonly string[] {
  if (typeof entry !== 'string') return specifiersIn(entry);
  const found = REQUIREMENT.exec(entry);
  return found === null ? [] : [found.groups?.specifier ?? ''];
}

function versionOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
}
