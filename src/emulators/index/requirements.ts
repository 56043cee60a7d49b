import { isProjectName } from './names.ts';
import { versionFrom } from './versions.ts';

/** A dependency (PEP 508), taken apart. */
export interface Requirement {
  /** As the `packaging` library writes it back. */
  readonly text: string;
  readonly url: string | undefined;
}

const OPERATOR = /^\s*(===|~=|==|!=|<=|>=|<|>)\s*(\S+?)\s*$/;
const VARIABLES =
  'python_version|python_full_version|os[._]name|sys[._]platform|platform_release|platform_system|platform[._]version|platform[._]machine|platform[._]python_implementation|python_implementation|implementation_name|implementation_version|extras?|dependency_groups';
const MARKER_TOKEN = new RegExp(
  `^\\s*(?:(?<variable>(?:${VARIABLES})\\b)|(?<quoted>'[^']*'|"[^"]*")|(?<operator>===|==|~=|!=|<=|>=|<|>|not\\s+in\\b|in\\b)|(?<logic>and\\b|or\\b)|(?<open>\\()|(?<close>\\)))`,
);

/** A set of version specifiers (PEP 440) as the `packaging` library writes it back, sorted; undefined when one is not valid. */
export function specifierSet(text: string): string | undefined {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  const written = parts.map(specifier);
  return written.includes(undefined) ? undefined : [...written].sort().join(',');
}

function specifier(text: string): string | undefined {
  const [, operator = '', version = ''] = OPERATOR.exec(text) ?? [];
  if (operator === '') return undefined;
  if (operator === '===') return `===${version}`;
  const exact = operator === '==' || operator === '!=';
  const prefix = version.endsWith('.*');
  if (prefix && !exact) return undefined;
  const bare = prefix ? version.slice(0, -2) : version;
  const parsed = versionFrom(bare);
  if (parsed === undefined || (parsed.local && (!exact || prefix))) return undefined;
  if (prefix && !/^v?([0-9]+!)?[0-9]+(\.[0-9]+)*$/i.test(bare)) return undefined;
  if (operator === '~=' && !/^v?([0-9]+!)?[0-9]+\.[0-9]/i.test(bare)) return undefined;
  return operator + version;
}

/** The dependency that a text spells (PEP 508), or undefined. */
export function requirementFrom(text: string): Requirement | undefined {
  const match = /^[ \t]*([a-z0-9][a-z0-9._-]*)[ \t]*(?:\[([^\]]*)\])?[ \t]*(.*)$/is.exec(text);
  const name = match?.[1] ?? '';
  const extras = (match?.[2] ?? '').split(',').map((extra) => extra.trim());
  const rest = match?.[3] ?? '';
  const noExtras = extras.length === 1 && extras[0] === '';
  if (!isProjectName(name) || (!noExtras && !extras.every(isProjectName))) return undefined;
  const head = noExtras ? name : `${name}[${[...extras].sort().join(',')}]`;
  return rest.startsWith('@')
    ? directRequirement(head, rest.slice(1).trim())
    : versionRequirement(head, rest);
}

function directRequirement(head: string, rest: string): Requirement | undefined {
  const [, url = '', tail = ''] = /^(\S+)(.*)$/s.exec(rest) ?? [];
  const marker = markerText(tail, /^[ \t]+;/);
  if (url === '' || marker === undefined) return undefined;
  return { text: `${head} @ ${url}${marker === '' ? '' : ` ; ${marker}`}`, url };
}

function versionRequirement(head: string, rest: string): Requirement | undefined {
  const semicolon = rest.indexOf(';');
  const versions = (semicolon < 0 ? rest : rest.slice(0, semicolon)).trim();
  const bare = /^\((.*)\)$/s.exec(versions)?.[1] ?? versions;
  if (/^,|,\s*,/.test(bare.trim())) return undefined;
  const specifiers = specifierSet(bare);
  const marker = semicolon < 0 ? '' : markerText(rest.slice(semicolon), /^;/);
  if (specifiers === undefined || marker === undefined) return undefined;
  return { text: `${head}${specifiers}${marker === '' ? '' : `; ${marker}`}`, url: undefined };
}

/** The marker after its semicolon, written with double quotes; empty when there is none, undefined when it does not parse. */
function markerText(text: string, semicolon: RegExp): string | undefined {
  if (text.trim() === '') return '';
  if (!semicolon.test(text)) return undefined;
  const tokens = markerTokens(text.replace(semicolon, '').trim());
  const shape = tokens?.map(({ kind }) => kind).join('') ?? '';
  if (tokens === undefined || !isExpression(shape)) return undefined;
  const words = tokens.map(({ text: word }) => word).join(' ');
  return words.replaceAll('( ', '(').replaceAll(' )', ')');
}

type Kind = 'v' | 'o' | 'l' | '(' | ')';

function markerTokens(text: string): readonly { readonly kind: Kind; readonly text: string }[] | undefined {
  const tokens: { kind: Kind; text: string }[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const match = MARKER_TOKEN.exec(rest);
    if (match?.groups === undefined) return undefined;
    const { variable, quoted, operator, logic, open } = match.groups;
    if (variable !== undefined)
      tokens.push({ kind: 'v', text: variable.replace(/^(os|sys|platform)\./, '$1_') });
    else if (quoted !== undefined) tokens.push({ kind: 'v', text: `"${quoted.slice(1, -1)}"` });
    else if (operator !== undefined) tokens.push({ kind: 'o', text: operator.replace(/\s+/, ' ') });
    else if (logic !== undefined) tokens.push({ kind: 'l', text: logic });
    else tokens.push(open !== undefined ? { kind: '(', text: '(' } : { kind: ')', text: ')' });
    rest = rest.slice(match[0].length);
  }
  return tokens;
}

/** Comparisons joined by `and` and `or`, grouped at will: reduced from the inside out until one is left. */
function isExpression(shape: string): boolean {
  let reduced = shape.replaceAll('vov', 'e');
  for (let before = ''; before !== reduced; ) {
    before = reduced;
    reduced = reduced.replaceAll('(e)', 'e').replaceAll('ele', 'e');
  }
  return reduced === 'e';
}
