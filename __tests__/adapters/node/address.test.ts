import { describe, expect, it } from '@jest/globals';
import { asAddress, withoutCredentials } from '../../../src/adapters/node/address.ts';

describe('an address', () => {
  it.each([
    'https://index.example/simple/',
    'http://127.0.0.1:8080/',
    'http://127.9.9.9/',
    'http://[::1]:3000/',
    'http://localhost:1/',
  ])('may be asked: %s', (url) => {
    expect(asAddress(url).href).toBe(url);
  });

  it.each([
    ['http://index.example/', /neither https nor on this machine/],
    ['http://localhost.example/', /neither https/],
    ['http://128.0.0.1/', /neither https/],
    ['http://127.0.0.1.example/', /neither https/],
    ['http://[::2]/', /neither https/],
    ['ftp://127.0.0.1/', /neither https/],
    ['file:///etc/passwd', /neither https/],
    ['index.example', /is not an address/],
  ])('may not be asked: %s', (url, reason) => {
    expect(() => asAddress(url)).toThrow(reason);
  });

  it('is told without user, password and query', () => {
    const url = new URL('https://user:secret@index.example:8443/a?token=secret#part');
    expect(withoutCredentials(url)).toBe('https://index.example:8443/a');
    expect(() => asAddress('http://user:secret@index.example/?token=secret')).not.toThrow(/secret/);
  });
});
