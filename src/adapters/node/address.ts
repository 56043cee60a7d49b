import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/**
 * An address that may be asked: https, or plain http on this machine (127.0.0.0/8, ::1, localhost). Throws an Error that says
 * why for any other; over plain http anyone on the way reads the credential.
 */
export function asAddress(url: string): URL {
  if (!URL.canParse(url)) throw new Error(`"${url}" is not an address`);
  const address = new URL(url);
  const secure =
    address.protocol === 'https:' || (address.protocol === 'http:' && isLoopback(address.hostname));
  if (!secure) throw new Error(`${withoutCredentials(address)} is neither https nor on this machine`);
  return address;
}

/** An address for messages: without user, password and query. */
export function withoutCredentials({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

function isLoopback(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  return family === 0 ? bare === 'localhost' : LOOPBACK.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}
