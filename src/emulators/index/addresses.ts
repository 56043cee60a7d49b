// The highest port there is (RFC 9293).
const LAST_PORT = 65535;

/**
 * Whether a text is an address of http or https by Warehouse's lenient check: the scheme must be there, a host need not, and what does not
 * belong into an address counts as percent-encoded.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:/i.test(text)) return false;
  const port = /^https?:\/\/[^/?#]*:([0-9]+)(?:[/?#]|$)/i.exec(text)?.[1];
  return port === undefined || Number(port) <= LAST_PORT;
}

/**
 * The address in a field such as `Author <author@example.org>`, as Python's `parseaddr` finds it: empty when there is none, or more than
 * one, and then nothing is checked.
 */
export function singleMailAddress(text: string): string {
  const unquoted = text.replace(/"[^"]*"/g, '').replace(/\([^)]*\)/g, '');
  if (unquoted.includes(',')) return '';
  const address = (/<([^<>]*)>/.exec(unquoted)?.[1] ?? unquoted).trim();
  return address.split('@').length > 2 ? '' : address;
}

// Names that never are anybody's mail domain (RFC 6761 and its kin), which email-validator refuses.
const RESERVED = /(^|\.)(arpa|invalid|local|localhost|onion|test)$/i;
const ATOM = /^[\p{L}\p{N}!#$%&'*+\-/=?^_`{|}~]+(\.[\p{L}\p{N}!#$%&'*+\-/=?^_`{|}~]+)*$/u;
const LONGEST_LOCAL_PART = 64;

/** What may be wrong with the two sides of a mail address, in the order and words of email-validator. */
const ADDRESS_RULES: readonly {
  readonly wrong: (local: string, domain: string) => boolean;
  readonly text: string;
}[] = [
  { wrong: (local) => local === '', text: 'There must be something before the @-sign.' },
  { wrong: (_, domain) => domain === '', text: 'There must be something after the @-sign.' },
  {
    wrong: (local) => local.length > LONGEST_LOCAL_PART,
    text: 'The email address is too long before the @-sign.',
  },
  {
    wrong: (local) => !ATOM.test(local),
    text: 'The email address contains invalid characters before the @-sign.',
  },
  {
    wrong: (_, domain) =>
      !/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(domain) || /(^|\.)-|-(\.|$)/.test(domain),
    text: 'The part after the @-sign contains invalid characters.',
  },
  {
    wrong: (_, domain) => !domain.includes('.'),
    text: 'The part after the @-sign is not valid. It should have a period.',
  },
  {
    wrong: (_, domain) => /[0-9]$/.test(domain),
    text: 'The part after the @-sign is not valid. It is not within a valid top-level domain.',
  },
  {
    wrong: (_, domain) => RESERVED.test(domain),
    text: 'The part after the @-sign is a special-use or reserved name that cannot be used with email.',
  },
];

/** What is wrong with a mail address; undefined when nothing is. */
export function mailAddressTrouble(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0) return 'An email address must have an @-sign.';
  return ADDRESS_RULES.find(({ wrong }) => wrong(address.slice(0, at), address.slice(at + 1)))?.text;
}
