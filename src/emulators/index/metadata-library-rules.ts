import { licenseExpression } from './licenses.ts';
import { METADATA_FIELDS, type RawMetadata } from './metadata-fields.ts';
import { isProjectName } from './names.ts';
import { pythonRepr } from './python-text.ts';
import { requirementFrom } from './requirements.ts';
import { specifierSet } from './specifiers.ts';
import { versionFrom } from './versions.ts';

/** What is wrong with one field; undefined when nothing is, or when an optional field is absent. */
type FieldRule = (raw: RawMetadata) => string | undefined;

/** The checks that the `packaging` library makes of single fields, by form key. */
export const LIBRARY_RULES: Readonly<Record<string, FieldRule>> = {
  name: required('name', isProjectName),
  version: required('version', (text) => versionFrom(text) !== undefined),
  summary: text('summary', (value) => (value.includes('\n') ? "'summary' must be a single line" : undefined)),
  description_content_type: text('description_content_type', contentTypeTrouble),
  dynamic: each('dynamic', dynamicTrouble),
  provides_extra: each('provides_extra', invalidUnless('provides-extra', isProjectName)),
  requires_python: text(
    'requires_python',
    invalidUnless('requires-python', (value) => specifierSet(value) !== undefined),
  ),
  requires_dist: each(
    'requires_dist',
    invalidUnless('requires-dist', (value) => requirementFrom(value) !== undefined),
  ),
  license_expression: text(
    'license_expression',
    invalidUnless('license-expression', (value) => licenseExpression(value) !== undefined),
  ),
  license_file: each('license_file', licenseFileTrouble),
  import_name: each('import_name', importNameTrouble('import-name')),
  import_namespace: each('import_namespace', importNameTrouble('import-namespace')),
};

function required(field: string, valid: (text: string) => boolean): FieldRule {
  return ({ texts }) => {
    const value = texts.get(field);
    if (value === undefined) return `'${field}' is a required field`;
    return valid(value) ? undefined : `${pythonRepr(value)} is invalid for '${field}'`;
  };
}

function text(field: string, trouble: (value: string) => string | undefined): FieldRule {
  return ({ texts }) => {
    const value = texts.get(field);
    return value === undefined ? undefined : trouble(value);
  };
}

function each(field: string, trouble: (value: string) => string | undefined): FieldRule {
  return ({ lists }) => {
    for (const value of lists.get(field) ?? []) {
      const found = trouble(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function invalidUnless(
  name: string,
  valid: (value: string) => boolean,
): (value: string) => string | undefined {
  return (value) => (valid(value) ? undefined : `${pythonRepr(value)} is invalid for '${name}'`);
}

function contentTypeTrouble(value: string): string | undefined {
  const [start = '', ...rest] = value.split(';');
  const said = start.trim().toLowerCase();
  // Python's mail library takes for plain text what is not one type, and then only the words have to be there.
  const type = said.split('/').length === 2 ? said : 'text/plain';
  if (!['text/plain', 'text/markdown', 'text/x-rst'].includes(type) || !value.toLowerCase().includes(type)) {
    const allowed = "['text/plain', 'text/markdown', 'text/x-rst']";
    return `'description-content-type' must be one of ${allowed}, not ${pythonRepr(value)}`;
  }
  // Of a parameter that comes twice the first counts.
  const parameters = new Map(rest.flatMap(parameter).reverse());
  const charset = parameters.get('charset') ?? 'UTF-8';
  if (charset !== 'UTF-8') {
    return `'description-content-type' can only specify the UTF-8 charset, not ${pythonRepr(charset)}`;
  }
  const variant = parameters.get('variant') ?? 'GFM';
  if (type !== 'text/markdown' || ['GFM', 'CommonMark'].includes(variant)) return undefined;
  return `valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not ${pythonRepr(variant)}`;
}

/** A name without a value has an empty one; a value that is nothing makes no parameter; of several words the first counts. */
function parameter(part: string): readonly (readonly [name: string, value: string])[] {
  const [name = '', value] = part.split('=').map((side) => side.trim());
  if (value === '') return [];
  const quoted = /^(["'])(.*)\1/.exec(value ?? '')?.[2];
  const text = name.endsWith('*') ? (value ?? '').replace(/^[^']*'[^']*'/, '') : value;
  return [[name.replace(/\*$/, '').toLowerCase(), quoted ?? text?.split(/\s/)[0] ?? '']];
}

function dynamicTrouble(value: string): string | undefined {
  const field = value.toLowerCase();
  if (['name', 'version', 'metadata-version'].includes(field)) {
    return `${pythonRepr(field)} is not allowed as a dynamic field`;
  }
  if (METADATA_FIELDS.some(({ name }) => name === field)) return undefined;
  return `${pythonRepr(field)} is not a valid dynamic field`;
}

function licenseFileTrouble(value: string): string | undefined {
  const invalid = `${pythonRepr(value)} is invalid for 'license-file'`;
  if (value.includes('..')) return `${invalid}, parent directory indicators are not allowed`;
  if (value.includes('*')) return `${invalid}, paths must be resolved`;
  if (/^\/|^[a-z]:[\\/]|^[\\/]{2}/i.test(value)) return `${invalid}, paths must be relative`;
  if (/^$|\\|^\.\/|\/\.?(\/|$)/.test(value)) return `${invalid}, paths must use '/' delimiter`;
  return undefined;
}

const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

function importNameTrouble(field: string): (value: string) => string | undefined {
  return (value) => {
    const [before = '', ...after] = value.split(';');
    const name = before.trimEnd();
    for (const part of name.split('.')) {
      const invalid = `${pythonRepr(name)} is invalid for '${field}'; ${pythonRepr(part)} is`;
      if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(part)) return `${invalid} not a valid identifier`;
      if (KEYWORDS.has(part)) return `${invalid} a keyword`;
    }
    if (after.length === 0 || after.join(';').trimStart() === 'private') return undefined;
    return `${pythonRepr(value)} is invalid for '${field}'; the only valid option is 'private'`;
  };
}
