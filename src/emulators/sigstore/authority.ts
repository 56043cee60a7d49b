/** The keys of a Sigstore, and what is done with them, by `@sigstore/mock`. Heavy: loaded when something is signed or verified. */
import { generateKeyPairSync } from 'node:crypto';
// The package's own index would load nock, which takes over the HTTP of the whole process.
import { fulcioHandler, initializeCA, initializeCTLog } from '@sigstore/mock/dist/fulcio/index.js';
import { initializeTLog } from '@sigstore/mock/dist/rekor/index.js';
import { type TrustedRoot, trustedRoot } from './trusted-root.ts';

export interface Authority {
  readonly trustedRoot: TrustedRoot;
  /** Certifies the key of a request for a signing certificate, with the claims of its identity token; gives the answer's body. */
  certify(request: string): Promise<string>;
  /** Writes an entry into the log; gives the answer's body. */
  log(entry: object): Promise<object>;
}

/**
 * New keys for an authority, a certificate log and a transparency log.
 *
 * @param base address that the services are served at, without a trailing slash
 */
export async function createAuthority(base: string): Promise<Authority> {
  const certificateLog = await initializeCTLog(keyPair());
  const authority = await initializeCA(keyPair(), certificateLog);
  const log = await initializeTLog(base, keyPair());
  const fulcio = fulcioHandler(authority);
  return {
    trustedRoot: trustedRoot({
      base,
      certificate: bytesOf(authority.rootCertificate),
      log: log.publicKey,
      certificateLog: certificateLog.publicKey,
      // What it certifies within the second in which it was made is good too.
      start: new Date(Date.now() - 60_000),
    }),
    async certify(request) {
      const { statusCode, response } = await fulcio.fn(request);
      if (statusCode !== 201 || typeof response !== 'string') throw new Error(String(response));
      return response;
    },
    log: (entry) => log.log(entry),
  };
}

function keyPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
