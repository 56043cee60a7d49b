// BLAKE2b, RFC 7693, for a digest of 32 bytes: Node's own BLAKE2b gives 64 bytes only, and those do not begin with the shorter digest.
// Words of 64 bits are kept as pairs of 32 (low, high), since BigInt is a hundred times slower.

const BLOCK = 128;
const DIGEST = 32;
const ROUNDS = 12;

const IV = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
);

const SIGMA: readonly Uint8Array[] = [
  Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
  Uint8Array.of(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
  Uint8Array.of(11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4),
  Uint8Array.of(7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
  Uint8Array.of(9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13),
  Uint8Array.of(2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
  Uint8Array.of(12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11),
  Uint8Array.of(13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
  Uint8Array.of(6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5),
  Uint8Array.of(10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
];

/** The columns, then the diagonals, of one round (RFC 7693 section 3.2): four words each. */
const MIXES = Uint8Array.of(
  ...[0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
  ...[0, 5, 10, 15, 1, 6, 11, 12, 2, 7, 8, 13, 3, 4, 9, 14],
);

/** BLAKE2b with a digest of 32 bytes (what PyPI calls `blake2_256`), in hex. */
export function blake2b256(data: Uint8Array): string {
  const state = new Uint32Array(IV);
  // The parameter block: digest length, no key, fan-out and depth 1.
  state[0] = at(state, 0) ^ 0x01010000 ^ DIGEST;
  const last = Math.max(0, Math.ceil(data.length / BLOCK) - 1);
  for (let block = 0; block <= last; block += 1) {
    const end = Math.min(data.length, (block + 1) * BLOCK);
    compress(state, wordsOf(data.subarray(block * BLOCK, end)), end, block === last);
  }
  return Buffer.from(state.buffer, 0, DIGEST).toString('hex');
}

/** A word that is known to be there: every index here is below the length. */
function at(words: Uint32Array | Uint8Array, index: number): number {
  return words[index] as number;
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const block = new Uint8Array(BLOCK);
  block.set(bytes);
  return new Uint32Array(block.buffer);
}

function compress(state: Uint32Array, message: Uint32Array, counted: number, last: boolean): void {
  const work = new Uint32Array(32);
  work.set(state);
  work.set(IV, 16);
  work[24] = at(work, 24) ^ (counted >>> 0);
  work[25] = at(work, 25) ^ Math.floor(counted / 2 ** 32);
  if (last) {
    work[28] = ~at(work, 28);
    work[29] = ~at(work, 29);
  }
  for (let round = 0; round < ROUNDS; round += 1)
    mixRound(work, message, SIGMA[round % SIGMA.length] as Uint8Array);
  for (let index = 0; index < 16; index += 1)
    state[index] = at(state, index) ^ at(work, index) ^ at(work, index + 16);
}

function mixRound(work: Uint32Array, message: Uint32Array, order: Uint8Array): void {
  for (let step = 0; step < 8; step += 1) {
    const a = at(MIXES, step * 4);
    const b = at(MIXES, step * 4 + 1);
    const c = at(MIXES, step * 4 + 2);
    const d = at(MIXES, step * 4 + 3);
    add(work, a, work, b);
    add(work, a, message, at(order, step * 2));
    rotate(work, d, a, 32);
    add(work, c, work, d);
    rotate(work, b, c, 24);
    add(work, a, work, b);
    add(work, a, message, at(order, step * 2 + 1));
    rotate(work, d, a, 16);
    add(work, c, work, d);
    rotate(work, b, c, 63);
  }
}

/** `work[index] += words[other]`, over 64 bits. */
function add(work: Uint32Array, index: number, words: Uint32Array, other: number): void {
  const sum = at(work, index * 2) + at(words, other * 2);
  work[index * 2] = sum;
  work[index * 2 + 1] = at(work, index * 2 + 1) + at(words, other * 2 + 1) + (sum > 0xffffffff ? 1 : 0);
}

/** `work[index] = (work[index] xor work[other]) >>> bits`, over 64 bits. */
function rotate(work: Uint32Array, index: number, other: number, bits: number): void {
  const low = at(work, index * 2) ^ at(work, other * 2);
  const high = at(work, index * 2 + 1) ^ at(work, other * 2 + 1);
  const near = bits < 32 ? low : high;
  const far = bits < 32 ? high : low;
  const shift = bits % 32;
  work[index * 2] = shift === 0 ? near : (near >>> shift) | (far << (32 - shift));
  work[index * 2 + 1] = shift === 0 ? far : (far >>> shift) | (near << (32 - shift));
}
