import list from './licenses.txt';

const LINES = list.split('\n').filter((line) => line !== '');
const EXCEPTION = /^WITH /;
const LICENSES = new Map(LINES.filter((line) => !EXCEPTION.test(line)).map((id) => [id.toLowerCase(), id]));
const EXCEPTIONS = new Map(
  LINES.filter((line) => EXCEPTION.test(line)).map((line) => [line.slice(5).toLowerCase(), line.slice(5)]),
);

/**
 * A licence expression in the list's spelling, or undefined when it is not valid (SPDX specification, annex on license expressions,
 * as narrowed by PEP 639: identifiers of the SPDX list, or `LicenseRef-` with letters, digits, dot and hyphen).
 */
export function licenseExpression(text: string): string | undefined {
  const tokens = text
    .replaceAll('(', ' ( ')
    .replaceAll(')', ' ) ')
    .split(/\s+/)
    .filter((token) => token !== '');
  const read = disjunction(tokens);
  if (read === undefined || read.rest.length > 0) return undefined;
  return read.text;
}

interface Read {
  readonly text: string;
  readonly rest: readonly string[];
}

function disjunction(tokens: readonly string[]): Read | undefined {
  return joined(tokens, 'OR', (rest) => joined(rest, 'AND', term));
}

function joined(
  tokens: readonly string[],
  operator: string,
  part: (tokens: readonly string[]) => Read | undefined,
): Read | undefined {
  const left = part(tokens);
  if (left === undefined || left.rest[0]?.toUpperCase() !== operator) return left;
  const right = joined(left.rest.slice(1), operator, part);
  return right === undefined
    ? undefined
    : { text: `${left.text} ${operator} ${right.text}`, rest: right.rest };
}

function term(tokens: readonly string[]): Read | undefined {
  const subject = tokens[0] === '(' ? group(tokens.slice(1)) : license(tokens);
  if (subject?.rest[0]?.toUpperCase() !== 'WITH') return subject;
  const exception = EXCEPTIONS.get((subject.rest[1] ?? '').toLowerCase());
  if (exception === undefined) return undefined;
  return { text: `${subject.text} WITH ${exception}`, rest: subject.rest.slice(2) };
}

function group(tokens: readonly string[]): Read | undefined {
  const inner = disjunction(tokens);
  return inner?.rest[0] === ')' ? { text: `(${inner.text})`, rest: inner.rest.slice(1) } : undefined;
}

function license(tokens: readonly string[]): Read | undefined {
  const name = licenseName(tokens[0] ?? '');
  return name === undefined ? undefined : { text: name, rest: tokens.slice(1) };
}

function licenseName(token: string): string | undefined {
  const reference = /^licenseref-([a-z0-9.-]*)$/i.exec(token)?.[1];
  if (reference !== undefined) return `LicenseRef-${reference}`;
  const later = token.endsWith('+');
  const known = LICENSES.get((later ? token.slice(0, -1) : token).toLowerCase());
  return known === undefined ? undefined : `${known}${later ? '+' : ''}`;
}
