import { describe, expect, it } from '@jest/globals';
import { blake2b256 } from '../../../src/emulators/index/blake2b.ts';

// Made with Python's hashlib.blake2b(data, digest_size=32) over repetitions of the text "abcdefg".
const VECTORS: readonly (readonly [length: number, digest: string])[] = [
  [0, '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8'],
  [3, 'bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319'],
  [127, '8e29e5c58c4eff3f078dd089f5d20ce466e1a3d3d655c14fc91c23851d99e517'],
  [128, '44bd74a6edc33c81d82442fcec002f0f4cc0c99b9af18f95fdc3dcb2bf522ef3'],
  [129, '15ffcf24cee33090cad00e28c848c13424180d21cfbfba1559f5629af2cd1c2f'],
  [256, '408e8c40c3e3035eb802c026cd7194c0284292edc5bc234218ab5ea4e184a1cd'],
  [1000, 'ea8a0c62bf82b63b5e94f115e0393c1c4f125fe15d544b874c35b47dba2643e3'],
];

describe('blake2b256', () => {
  it.each(VECTORS)('digests %i bytes as Python does', (length, digest) => {
    expect(blake2b256(Buffer.alloc(length, 'abcdefg'))).toBe(digest);
  });
});
