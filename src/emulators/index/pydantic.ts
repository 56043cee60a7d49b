import { pythonRepr } from './python-text.ts';

/** One thing wrong with a JSON document, as the library pydantic files it. */
export interface ModelTrouble {
  /** Member names and list positions, joined by dots; empty for the whole document. */
  readonly where: string;
  readonly message: string;
  readonly type: string;
  readonly input: unknown;
}

const GUIDE = 'https://errors.pydantic.dev/2.13/v';
const LONGEST_INPUT = 50;

/** The text of pydantic's `ValidationError`, which Warehouse passes on as it is, newlines and all. */
export function validationError(model: string, troubles: readonly ModelTrouble[]): string {
  const head = `${troubles.length} validation error${troubles.length === 1 ? '' : 's'} for ${model}`;
  const parts = troubles.map(({ where, message, type, input }) => {
    const shown = shortened(pythonValue(input));
    const place = where === '' ? '' : `${where}\n`;
    const facts = `[type=${type}, input_value=${shown}, input_type=${pythonType(input)}]`;
    return `${place}  ${message} ${facts}\n    For further information visit ${GUIDE}/${type}`;
  });
  return [head, ...parts].join('\n');
}

/** What is wrong with a text that is not JSON. `input` is the text, or its bytes. */
export function invalidJson(text: string, input: string | Buffer): ModelTrouble {
  return { where: '', message: `Invalid JSON: ${jsonTrouble(text)}`, type: 'json_invalid', input };
}

/** Close to the words of pydantic's JSON reader; the position is exact for the first character only. */
function jsonTrouble(text: string): string {
  const begun = text.trimStart();
  if (begun === '') return `EOF while parsing a value at line 1 column ${text.length}`;
  if (/^[ntf]/.test(begun)) return `expected ident at line 1 column ${text.length - begun.length + 2}`;
  if (/^[[{"0-9-]/.test(begun)) return `EOF while parsing a value at line 1 column ${text.length}`;
  return `expected value at line 1 column ${text.length - begun.length + 1}`;
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_INPUT) return text;
  return `${characters.slice(0, LONGEST_INPUT / 2).join('')}...${characters.slice(1 - LONGEST_INPUT / 2).join('')}`;
}

function pythonValue(value: unknown): string {
  if (Buffer.isBuffer(value)) return `b${pythonRepr(value.toString('latin1'))}`;
  if (typeof value === 'string') return pythonRepr(value);
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${pythonRepr(name)}: ${pythonValue(member)}`,
  );
  return `{${members.join(', ')}}`;
}

function pythonType(value: unknown): string {
  if (Buffer.isBuffer(value)) return 'bytes';
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return { string: 'str', boolean: 'bool', object: 'dict' }[typeof value as string] ?? 'object';
}
