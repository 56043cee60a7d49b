import { list } from './toml-value.ts';

/** A dependency of Poetry's as a requirement of PEP 508, or why it cannot be said as one. */
export type PoetryRequirement = { readonly requirement: string } | { readonly problem: string };

/**
 * Reads an entry of a table of Poetry's dependencies. Carets, tildes, wildcards and PEP 440's own comparisons are taken over, with
 * extras and markers (Poetry's documentation, "Dependency specification"); what names another source than the index is not.
 *
 * @param name of the distribution, the key
 * @param value a constraint, or a table
 */
export function requirementOfPoetry(name: string, value: unknown): PoetryRequirement {
  if (typeof value === 'string') return specified(name, value);
  if (typeof value !== 'object' || value === null)
    return { problem: 'it is neither a constraint nor a table' };
  if (Array.isArray(value)) return { problem: 'it has several constraints' };
  const table = value as Readonly<Record<string, unknown>>;
  const other = ['git', 'path', 'file', 'url'].find((key) => key in table);
  if (other !== undefined) return { problem: `it comes by ${other}` };
  if ('python' in table) return { problem: 'it is for some Pythons only' };
  const { version, markers } = table;
  if (typeof version !== 'string') return { problem: 'it has no version' };
  const extras = list(table.extras).join(',');
  return specified(
    extras === '' ? name : `${name}[${extras}]`,
    version,
    typeof markers === 'string' ? ` ; ${markers}` : '',
  );
}

function specified(name: string, constraint: string, marker = ''): PoetryRequirement {
  const clauses = constraint
    .split(',')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && clause !== '*');
  const specifiers = clauses.map(specifier);
  const lost = clauses.find((_, place) => specifiers[place] === undefined);
  return lost === undefined
    ? { requirement: `${name}${specifiers.join(',')}${marker}` }
    : { problem: `its constraint ${lost} has no like in PEP 440` };
}

const RELEASE = String.raw`\d+(?:\.\d+)*`;
const PRERELEASE = String.raw`(?:(?:a|b|rc|\.?dev|\.?post|-?alpha\.?|-?beta\.?|-?rc\.?)\d*)?`;
const CARET = new RegExp(`^\\^\\s*(${RELEASE})(${PRERELEASE})$`);
const TILDE = new RegExp(`^~\\s*(${RELEASE})(${PRERELEASE})$`);
const EXACT = new RegExp(`^=?\\s*(${RELEASE}${PRERELEASE}|${RELEASE}\\.\\*)$`);
const COMPARISON = new RegExp(`^(~=|===?|!=|<=?|>=?)\\s*(${RELEASE}(?:\\.\\*)?${PRERELEASE})$`);

function specifier(clause: string): string | undefined {
  const caret = CARET.exec(clause);
  if (caret !== null) return bounded(caret, upToCaret);
  const tilde = TILDE.exec(clause);
  if (tilde !== null) return bounded(tilde, upToTilde);
  const exact = EXACT.exec(clause)?.[1];
  if (exact !== undefined) return `==${exact}`;
  const comparison = COMPARISON.exec(clause);
  return comparison === null ? undefined : `${comparison[1]}${comparison[2]}`;
}

function bounded(
  [, release = '', prerelease = '']: RegExpExecArray,
  upper: (numbers: readonly number[]) => string,
): string {
  return `>=${release}${prerelease},<${upper(release.split('.').map(Number))}`;
}

/** `^1.2.3` is `<2`, `^0.2.3` is `<0.3`, `^0.0.3` is `<0.0.4`: the first part that is not 0 stays, or the last that is given. */
function upToCaret(numbers: readonly number[]): string {
  const first = numbers.findIndex((number) => number !== 0);
  return raised(numbers, first === -1 ? numbers.length - 1 : first);
}

/** `~1.2.3` and `~1.2` are `<1.3`, `~1` is `<2`. */
function upToTilde(numbers: readonly number[]): string {
  return raised(numbers, Math.min(1, numbers.length - 1));
}

function raised(numbers: readonly number[], place: number): string {
  return [...numbers.slice(0, place), (numbers[place] ?? 0) + 1].join('.');
}
