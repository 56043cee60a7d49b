import { describe, expect, it } from '@jest/globals';
import { sha256Hex } from '../../src/packaging/digest.ts';

describe('sha256Hex', () => {
  it('gives the digest of FIPS 180-2, appendix B.1, in lower-case hexadecimal', () => {
    expect(sha256Hex(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
