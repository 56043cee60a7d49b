import { domainToASCII } from 'node:url';
import { pythonRepr } from './python-text.ts';

const ATOM = /[\w!#$%&'*+\-/=?^`{|}~.\u0080-\u{10ffff}]/u;
const HOST = /[a-z0-9\-.\u0080-\u{10ffff}]/iu;
const PRINTED = /[\p{L}\p{N}\p{P}\p{S}]/u;
// Names that never are anybody's mail domain (RFC 6761 and its kin).
const RESERVED = /(^|\.)(arpa|invalid|local|localhost|onion|test)$/;
const LONGEST_DOMAIN = 253;
const LONGEST_LABEL = 63;
const LONGEST_ADDRESS = 254;
const NO_MORE = 'The part after the @-sign';

// How Unicode names characters that are not shown, those that slip into an address.
const NAMES: ReadonlyMap<string, string> = new Map([
  [' ', 'SPACE'],
  ['\u00a0', 'NO-BREAK SPACE'],
  ['\u200b', 'ZERO WIDTH SPACE'],
  ['\u200c', 'ZERO WIDTH NON-JOINER'],
  ['\u200d', 'ZERO WIDTH JOINER'],
  ['\u2060', 'WORD JOINER'],
  ['\ufeff', 'ZERO WIDTH NO-BREAK SPACE'],
  ['\u00ad', 'SOFT HYPHEN'],
]);

/** An address at its last @-sign outside of quotes. */
interface Sides {
  readonly local: string;
  readonly host: string;
  readonly quoted: boolean;
}

type Check = (sides: Sides) => string | undefined;

/** What may be wrong with a mail address, in the order and words of email-validator 2.3 as Warehouse calls it (no look at DNS). */
const CHECKS: readonly Check[] = [
  ({ local }) => (local === '' ? 'There must be something before the @-sign.' : undefined),
  ({ local, quoted }) =>
    quoted ? undefined : strangers(local, ATOM, 'The email address', 'before the @-sign'),
  ({ local, quoted }) => (quoted ? undefined : dots(local, LOCAL_ENDS)),
  ({ local, quoted }) => unsafe(local, quoted),
  ({ quoted }) => (quoted ? 'Quoting the part before the @-sign is not allowed here.' : undefined),
  ({ host }) => (host === '' ? 'There must be something after the @-sign.' : undefined),
  ({ host }) =>
    /^\[.*\]$/.test(host) ? 'A bracketed IP address after the @-sign is not allowed here.' : undefined,
  ({ host }) => strangers(host, HOST, NO_MORE, ''),
  ({ host }) => unsafe(host, false),
  ({ host }) => dots(remapped(host), HOST_ENDS) ?? hyphens(remapped(host)),
  ({ host }) => (ascii(host) === '' ? `${NO_MORE} is invalid.` : undefined),
  ({ host }) => hostTrouble(ascii(host)),
  ({ local, host }) => {
    const over = Buffer.byteLength(`${local}@${host}`) - LONGEST_ADDRESS;
    return over > 0 ? `The email address is too long ${tooMany(over)}.` : undefined;
  },
];

/** What is wrong with a mail address; undefined when nothing is. */
export function mailAddressTrouble(address: string): string | undefined {
  const sides = sidesOf(address);
  if (sides === undefined) return 'An email address must have an @-sign.';
  for (const check of CHECKS) {
    const trouble = check(sides);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function sidesOf(address: string): Sides | undefined {
  const [, quotedLocal, plainLocal, host] = /^(?:"((?:[^"\\]|\\.)*)"|([^@]*))@(.*)$/su.exec(address) ?? [];
  if (host === undefined) return undefined;
  return { local: quotedLocal ?? plainLocal ?? '', host, quoted: quotedLocal !== undefined };
}

/** The characters that may not be there, by name where they cannot be seen. */
function strangers(text: string, allowed: RegExp, what: string, where: string): string | undefined {
  const bad = new Set([...text].filter((character) => !allowed.test(character)).map(shown));
  if (bad.size === 0) return undefined;
  return `${what} contains invalid characters${where === '' ? '' : ` ${where}`}: ${[...bad].sort().join(', ')}.`;
}

function unsafe(text: string, blanks: boolean): string | undefined {
  const bad = [...text].filter((character, index) => {
    if (/\p{M}/u.test(character)) return index === 0;
    return !PRINTED.test(character) && !(blanks && /\p{Zs}/u.test(character));
  });
  if (bad.length === 0) return undefined;
  return `The email address contains unsafe characters: ${[...new Set(bad)].sort().map(shown).join(', ')}.`;
}

function shown(character: string): string {
  if (character === '\\') return '"\\"';
  if (PRINTED.test(character)) return pythonRepr(character);
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase();
  return NAMES.get(character) ?? `U+${code}`;
}

/** How a text may not begin and end, for a sign. */
interface Ends {
  readonly begins: (sign: string) => string;
  readonly ends: (sign: string) => string;
}

const LOCAL_ENDS: Ends = {
  begins: (sign) => `An email address cannot start with a ${sign}.`,
  ends: (sign) => `An email address cannot have a ${sign} immediately before the @-sign.`,
};
const HOST_ENDS: Ends = {
  begins: (sign) => `An email address cannot have a ${sign} immediately after the @-sign.`,
  ends: (sign) => `An email address cannot end with a ${sign}.`,
};

function dots(text: string, { begins, ends }: Ends): string | undefined {
  if (text.endsWith('.')) return ends('period');
  if (text.startsWith('.')) return begins('period');
  return text.includes('..') ? 'An email address cannot have two periods in a row.' : undefined;
}

function hyphens(host: string): string | undefined {
  if (host.endsWith('-')) return HOST_ENDS.ends('hyphen');
  if (host.startsWith('-')) return HOST_ENDS.begins('hyphen');
  if (/\.-|-\./.test(host)) return 'An email address cannot have a period and a hyphen next to each other.';
  const label = host.split('.').some((part) => /^(?!xn)..--/i.test(part));
  const where = 'immediately after the @-sign or after a period, except Punycode';
  return label ? `An email address cannot have two letters followed by two dashes ${where}.` : undefined;
}

/** Full stops of other scripts are full stops (UTS 46). */
function remapped(host: string): string {
  return host.normalize('NFKC').replace(/[\u3002\uff0e\uff61]/g, '.');
}

function ascii(host: string): string {
  const plain = remapped(host);
  return /^\p{ASCII}*$/u.test(plain) ? plain : domainToASCII(plain);
}

function hostTrouble(host: string): string | undefined {
  if (host.length > LONGEST_DOMAIN)
    return `The email address is too long after the @-sign ${tooMany(host.length - LONGEST_DOMAIN)}.`;
  const long = host.split('.').find((label) => label.length > LONGEST_LABEL);
  if (long !== undefined) {
    const reason = tooMany(long.length - LONGEST_LABEL);
    return `After the @-sign, periods cannot be separated by so many characters ${reason}.`;
  }
  if (!host.includes('.')) return `${NO_MORE} is not valid. It should have a period.`;
  if (!/[a-z]$/i.test(host)) return `${NO_MORE} is not valid. It is not within a valid top-level domain.`;
  return RESERVED.test(host)
    ? `${NO_MORE} is a special-use or reserved name that cannot be used with email.`
    : undefined;
}

function tooMany(characters: number): string {
  return `(${characters} character${characters === 1 ? '' : 's'} too many)`;
}
