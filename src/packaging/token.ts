// macaroon v2 binary format, as libmacaroons writes it: version byte, then fields of type, length (varint), bytes.
const MACAROON_VERSION = 2;
const LOCATION_FIELD = 1;

/**
 * The domain that issued `token` (a `pypi-` macaroon's location), read without asking anyone; undefined when `token` is of another make.
 * Minted tokens may name the upload host instead of the index's: good for a warning, not for a refusal.
 */
export function tokenHome(token: string): string | undefined {
  const body = /^pypi-([A-Za-z0-9_-]+)={0,2}$/.exec(token.trim())?.[1];
  const bytes = Buffer.from(body ?? '', 'base64url');
  if (bytes[0] !== MACAROON_VERSION || bytes[1] !== LOCATION_FIELD) return undefined;
  // A domain has at most 253 characters (RFC 1035), so two varint digits of seven bits are enough.
  const [low = 0, high = 0] = bytes.subarray(2, 4);
  const start = low < 0x80 ? 3 : 4;
  const length = low < 0x80 ? low : (low & 0x7f) | (high << 7);
  const location = bytes.toString('latin1', start, start + length);
  return location.length === length && /^[a-z0-9.-]+(?::[0-9]+)?$/i.test(location) ? location : undefined;
}

/** A user name and a password as they go in a header (RFC 7617). */
export function basicCredential(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}
