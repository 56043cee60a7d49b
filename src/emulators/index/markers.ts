import { normalName } from './names.ts';
import type { TokenReader } from './token-reader.ts';

const VARIABLES =
  'python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups';

/** The tokens of environment markers (PEP 508, PEP 751). */
export const MARKER_TOKENS = {
  blanks: /[ \t]+/y,
  open: /\(/y,
  close: /\)/y,
  quoted: /'[^']*'|"[^"]*"/y,
  operator: /===|==|~=|!=|<=|>=|<|>/y,
  logic: /\b(?:or|and)\b/y,
  in: /\bin\b/y,
  not: /\bnot\b/y,
  variable: new RegExp(`\\b(?:${VARIABLES})\\b`, 'y'),
} as const;

type Reader = TokenReader<keyof typeof MARKER_TOKENS>;

/** A part of a marker: as it stands among others, and as it stands alone. */
interface Part {
  readonly among: string;
  readonly alone: string;
}

/** Reads a marker and gives it as `packaging` writes it back: double quotes, one blank between words. */
export function marker(reader: Reader): string {
  return expression(reader).alone;
}

/** A group around a single part is as that part alone, even among others: `packaging` drops both pairs of parentheses. */
function expression(reader: Reader): Part {
  const first = atom(reader);
  const words = [first.among];
  for (let logic = reader.read('logic'); logic !== undefined; logic = reader.read('logic')) {
    words.push(logic, atom(reader).among);
  }
  if (words.length === 1) return { among: first.alone, alone: first.alone };
  const alone = words.join(' ');
  return { among: `(${alone})`, alone };
}

function atom(reader: Reader): Part {
  reader.read('blanks');
  const start = reader.position();
  if (reader.read('open') === undefined) {
    const text = comparison(reader);
    return { among: text, alone: text };
  }
  const inner = expression(reader);
  reader.read('blanks');
  if (reader.read('close') === undefined)
    reader.fail('Expected matching RIGHT_PARENTHESIS for LEFT_PARENTHESIS, after marker expression', start);
  reader.read('blanks');
  return inner;
}

interface Operand {
  readonly kind: 'variable' | 'value';
  readonly text: string;
}

function comparison(reader: Reader): string {
  const left = operand(reader);
  const operator = operatorOf(reader);
  const right = operand(reader);
  const extra = left.text === 'extra' || right.text === 'extra';
  const written = ({ kind, text }: Operand): string => {
    if (kind === 'variable') return text;
    return `"${extra ? normalName(text) : text}"`;
  };
  return `${written(left)} ${operator} ${written(right)}`;
}

function operand(reader: Reader): Operand {
  reader.read('blanks');
  const variable = reader.read('variable')?.replace('.', '_');
  const quoted = variable === undefined ? reader.read('quoted') : undefined;
  reader.read('blanks');
  if (variable !== undefined)
    return { kind: 'variable', text: variable.replace(/^python_implementation$/, 'platform_$&') };
  return quoted === undefined
    ? reader.fail('Expected a marker variable or quoted string')
    : { kind: 'value', text: quoted.slice(1, -1) };
}

function operatorOf(reader: Reader): string {
  if (reader.read('in') !== undefined) return 'in';
  if (reader.read('not') !== undefined) {
    reader.expect('blanks', "whitespace after 'not'");
    reader.expect('in', "'in' after 'not'");
    return 'not in';
  }
  return (
    reader.read('operator') ??
    reader.fail('Expected marker operator, one of <=, <, !=, ==, >=, >, ~=, ===, in, not in')
  );
}
