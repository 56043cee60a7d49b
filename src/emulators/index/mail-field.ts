const BLANKS = ' \t';
const LINE_ENDS = '\r\n';
const SPECIALS = '()<>@,:;."[]';
const ATOM_ENDS = SPECIALS + BLANKS + LINE_ENDS;
const PHRASE_ENDS = ATOM_ENDS.replace('.', '');

/** A field of addresses (RFC 2822) and how far it was read. */
interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * The address in a field such as `Author <author@example.org>`, as Python's `email.utils.parseaddr` finds it in its strict mode: empty
 * when there is none, or more than one.
 */
export function singleMailAddress(field: string): string {
  if (!balanced(field)) return '';
  const cursor = { text: field, at: 0 };
  const found: string[] = [];
  while (cursor.at < field.length) {
    const addresses = addressesAt(cursor);
    found.push(...(addresses.length === 0 ? [''] : addresses));
  }
  const [only = ''] = found;
  return found.length > 1 || only.includes('[') ? '' : only;
}

/** Whether every parenthesis outside of quotes has its partner. */
function balanced(field: string): boolean {
  const bare = field.replace(/\\./gs, '').replace(/"[^"]*"/g, '');
  let open = 0;
  for (const character of bare) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

function here(cursor: Cursor): string {
  return cursor.text[cursor.at] ?? '';
}

function atEnd(cursor: Cursor): boolean {
  return cursor.at >= cursor.text.length;
}

/** Skips blanks, line ends and comments; gives the blanks. */
function skipped(cursor: Cursor): string {
  let blanks = '';
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (character === '(') delimited(cursor, ')\r', true);
    else if ((BLANKS + LINE_ENDS).includes(character)) {
      if (BLANKS.includes(character)) blanks += character;
      cursor.at += 1;
    } else break;
  }
  return blanks;
}

/** One address, or those of a group; none when nothing here is one. */
function addressesAt(cursor: Cursor): readonly string[] {
  skipped(cursor);
  const start = cursor.at;
  const [word] = phrase(cursor);
  skipped(cursor);
  const addresses = addressesAfter(cursor, start, word);
  skipped(cursor);
  if (here(cursor) === ',') cursor.at += 1;
  return addresses;
}

function addressesAfter(cursor: Cursor, start: number, word: string | undefined): readonly string[] {
  const character = here(cursor);
  if (character === '.' || character === '@') {
    cursor.at = start;
    return [addressIn(cursor)];
  }
  if (character === ':') return group(cursor);
  if (character === '<') return [route(cursor)];
  if (word !== undefined) return [word];
  if (character !== '' && SPECIALS.includes(character)) cursor.at += 1;
  return [];
}

function group(cursor: Cursor): readonly string[] {
  const members: string[] = [];
  cursor.at += 1;
  while (!atEnd(cursor)) {
    skipped(cursor);
    if (here(cursor) === ';') {
      cursor.at += 1;
      break;
    }
    members.push(...addressesAt(cursor));
  }
  return members;
}

/** What stands between angle brackets, without the relays that an old notation may name before it. */
function route(cursor: Cursor): string {
  let relay = false;
  cursor.at += 1;
  skipped(cursor);
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (relay) domain(cursor);
    else if (!'>@:'.includes(character)) {
      const address = addressIn(cursor);
      cursor.at += 1;
      return address;
    } else cursor.at += 1;
    if (!relay && character === '>') return '';
    relay = !relay && character === '@';
    skipped(cursor);
  }
  return '';
}

function addressIn(cursor: Cursor): string {
  const words: string[] = [];
  const dropBlanks = () => {
    if (words.at(-1)?.trim() === '') words.pop();
  };
  skipped(cursor);
  while (!atEnd(cursor)) {
    const character = here(cursor);
    const dot = character === '.';
    if (dot || (character !== '"' && ATOM_ENDS.includes(character))) dropBlanks();
    if (dot) cursor.at += 1;
    if (dot) words.push('.');
    else if (character === '"') words.push(`"${delimited(cursor, '"\r', false).replace(/[\\"]/g, '\\$&')}"`);
    else if (ATOM_ENDS.includes(character)) break;
    else words.push(atom(cursor, ATOM_ENDS));
    const blanks = skipped(cursor);
    if (!dot && blanks !== '') words.push(blanks);
  }
  if (here(cursor) !== '@') return words.join('');
  cursor.at += 1;
  skipped(cursor);
  const host = domain(cursor);
  return host === '' ? '' : `${words.join('')}@${host}`;
}

function domain(cursor: Cursor): string {
  let host = '';
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (BLANKS.includes(character)) cursor.at += 1;
    else if (character === '(') delimited(cursor, ')\r', true);
    else if (character === '[') host += `[${delimited(cursor, ']\r', false)}]`;
    else if (character === '.') {
      host += '.';
      cursor.at += 1;
    } else if (character === '@') return '';
    else if (ATOM_ENDS.includes(character)) break;
    else host += atom(cursor, ATOM_ENDS);
  }
  return host;
}

/** Text from a delimiter to its end; comments may hold comments. */
function delimited(cursor: Cursor, ends: string, nested: boolean): string {
  let text = '';
  let escaped = false;
  cursor.at += 1;
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if (!escaped && ends.includes(character)) {
      cursor.at += 1;
      break;
    }
    if (!escaped && nested && character === '(') {
      text += delimited(cursor, ends, nested);
      continue;
    }
    escaped = !escaped && character === '\\';
    if (!escaped) text += character;
    cursor.at += 1;
  }
  return text;
}

function atom(cursor: Cursor, ends: string): string {
  const start = cursor.at;
  while (!atEnd(cursor) && !ends.includes(here(cursor))) cursor.at += 1;
  return cursor.text.slice(start, cursor.at);
}

function phrase(cursor: Cursor): readonly string[] {
  const words: string[] = [];
  while (!atEnd(cursor)) {
    const character = here(cursor);
    if ((BLANKS + LINE_ENDS).includes(character)) cursor.at += 1;
    else if (character === '"') words.push(delimited(cursor, '"\r', false));
    else if (character === '(') delimited(cursor, ')\r', true);
    else if (PHRASE_ENDS.includes(character)) break;
    else words.push(atom(cursor, PHRASE_ENDS));
  }
  return words;
}
