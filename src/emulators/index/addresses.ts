// The highest port there is (RFC 9293).
const LAST_PORT = 65535;

/**
 * Whether a text is an address of http or https by Warehouse's lenient check (`utils/http.py`, `is_valid_uri`): the scheme must be there,
 * a host need not, and what does not belong into an address counts as percent-encoded, but for brackets in path and query.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:/i.test(text)) return false;
  const [pathAndQuery = ''] = text.replace(/^https?:(\/\/[^/?#]*)?/i, '').split('#');
  if (/[[\]]/.test(pathAndQuery)) return false;
  const port = /^https?:\/\/[^/?#]*:([0-9]+)(?:[/?#]|$)/i.exec(text)?.[1];
  return port === undefined || Number(port) <= LAST_PORT;
}
