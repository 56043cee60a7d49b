import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '@sigstore/sign';

/** A key that lives in memory for one run: ECDSA on P-256 with SHA-256, as Fulcio certifies it. */
export function createKey(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  return {
    sign: async (data) => ({
      signature: sign('sha256', data, privateKey),
      key: { $case: 'publicKey', publicKey: pem },
    }),
  };
}
