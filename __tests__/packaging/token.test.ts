import { describe, expect, it } from '@jest/globals';
import { tokenHome } from '../../src/packaging/token.ts';

/** A macaroon's beginning: version, location field, its length, the location; then an identifier to look real. */
function tokenOf(location: string, { version = 2, field = 1, identifier = 'x'.repeat(90) } = {}): string {
  const size = location.length;
  const length = size < 0x80 ? [size] : [(size & 0x7f) | 0x80, size >> 7];
  const head = Buffer.from([version, field, ...length]);
  const tail = Buffer.from([2, identifier.length]);
  return `pypi-${Buffer.concat([head, Buffer.from(location), tail, Buffer.from(identifier)]).toString('base64url')}`;
}

describe('tokenHome', () => {
  it('reads the domain that issued a token', () => {
    expect(tokenHome(tokenOf('index.example'))).toBe('index.example');
    expect(tokenHome(` ${tokenOf('127.0.0.1:8080')}\n`)).toBe('127.0.0.1:8080');
  });

  it('reads a domain longer than one length byte can tell', () => {
    const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(20)}.example`;
    expect(tokenHome(tokenOf(long))).toBe(long);
  });

  it.each([
    ['an empty text', ''],
    ['a bare prefix', 'pypi-'],
    ['a token of another make', `ghp_${'a'.repeat(90)}`],
    ['characters outside base64url', 'pypi-AgEN!dGVzdA'],
    ['another macaroon version', tokenOf('index.example', { version: 1 })],
    ['a macaroon without location', tokenOf('index.example', { field: 2 })],
    ['an empty location', tokenOf('')],
    ['a location that is no domain', tokenOf('index example')],
    ['a location cut short', tokenOf('index.example').slice(0, 14)],
    ['nothing after the version', `pypi-${Buffer.from([2, 1]).toString('base64url')}`],
  ])('makes nothing of %s', (_, token) => {
    expect(tokenHome(token)).toBeUndefined();
  });
});
