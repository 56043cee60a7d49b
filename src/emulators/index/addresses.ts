// What rfc3986 takes after percent-encoding whatever else stands in path and query.
const AUTHORITY = /^(?:[^@/]*@)?(\[[0-9a-f:.]+\]|[a-z0-9._~!$&'()*+,;=%-]*)(?::([0-9]*))?$/i;

/** Whether a text is an address of http or https, by Warehouse's lenient check: the scheme must be there, a host need not. */
export function isWebAddress(text: string): boolean {
  const [, rest] = /^https?:([^]*)$/i.exec(text) ?? [];
  if (rest === undefined) return false;
  if (!rest.startsWith('//')) return true;
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1] ?? '';
  const [whole, , port] = AUTHORITY.exec(authority) ?? [];
  return whole !== undefined && (port === undefined || port === '' || Number(port) <= 65535);
}

/** The address in a field such as `Author <author@example.org>, Other <...>`: the first one, without the name. */
export function firstMailAddress(text: string): string {
  const bracketed = /<([^<>]*)>/.exec(text.split(',').find((part) => part.includes('<')) ?? '')?.[1];
  const [first = ''] = text.split(',');
  return (first.includes('<') ? (/<([^<>]*)>/.exec(first)?.[1] ?? '') : (bracketed ?? first)).trim();
}

// Names that never are anybody's mail domain (RFC 6761 and its kin), which email-validator refuses.
const RESERVED = /(^|\.)(arpa|invalid|local|localhost|onion|test)$/i;

/** What is wrong with a mail address, in the words of email-validator; undefined when nothing is. */
export function mailAddressTrouble(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  if (at < 0) return 'An email address must have an @-sign.';
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  if (local === '') return 'There must be something before the @-sign.';
  if (domain === '') return 'There must be something after the @-sign.';
  if (local.length > 64) return 'The email address is too long before the @-sign.';
  if (!/^[\p{L}\p{N}!#$%&'*+\-/=?^_`{|}~]+(\.[\p{L}\p{N}!#$%&'*+\-/=?^_`{|}~]+)*$/u.test(local)) {
    return 'The email address contains invalid characters before the @-sign.';
  }
  if (!/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(domain) || /(^|\.)-|-(\.|$)/.test(domain)) {
    return 'The part after the @-sign contains invalid characters.';
  }
  if (!domain.includes('.')) return 'The part after the @-sign is not valid. It should have a period.';
  if (RESERVED.test(domain))
    return 'The part after the @-sign is a special-use or reserved name that cannot be used with email.';
  return undefined;
}
