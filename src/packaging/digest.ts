import { createHash } from 'node:crypto';

/** A SHA-256 digest: 64 lower-case hexadecimal digits, as indexes and `SHA256SUMS` write it. */
export type Sha256 = string;

/** The SHA-256 digest of `bytes`. */
export function sha256Hex(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}
