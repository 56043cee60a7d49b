/** The heavy part of signing, loaded only where something is signed: Sigstore's own library, set up for PyPI. */

import type { BundleWithDsseEnvelope } from '@sigstore/bundle';
import { DSSEBundleBuilder, FulcioSigner, RekorWitness } from '@sigstore/sign';
import type { Clock } from '../../ports/clock.ts';
import { createKey } from './key.ts';
import { createReusingSigner } from './reusing-signer.ts';

export interface BundleOptions {
  /** Addresses without a trailing slash; undefined: the public Sigstore. */
  readonly fulcio: string | undefined;
  readonly rekor: string | undefined;
  /** Gives a fresh identity token of the audience `sigstore`. */
  readonly token: () => Promise<string>;
  readonly clock: Clock;
}

/** Makes one bundle; throws as the library does. */
export type Bundles = (statement: Buffer) => Promise<BundleWithDsseEnvelope>;

/** Of an in-toto statement in a DSSE envelope (in-toto attestation framework, "Envelope"). */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** Milliseconds for one request. Whoever asks for a signature decides whether to ask again. */
const MANNERS = { retry: false, timeout: 30_000 } as const;

/**
 * A maker of Sigstore bundles: DSSE, a Fulcio certificate for an ephemeral key, one entry of kind dsse 0.0.1 in Rekor version 1.
 * PyPI drops RFC 3161 timestamps, so nothing but that kind's signed time is any good to it (facts of `pypi-attestations`).
 */
export function createBundles({ fulcio, rekor, token, clock }: BundleOptions): Bundles {
  const key = createKey();
  const certified = new FulcioSigner({
    ...MANNERS,
    ...(fulcio === undefined ? {} : { fulcioBaseURL: fulcio }),
    identityProvider: { getToken: token },
    keyHolder: key,
  });
  const witness = new RekorWitness({
    ...MANNERS,
    ...(rekor === undefined ? {} : { rekorBaseURL: rekor }),
    entryType: 'dsse',
    majorApiVersion: 1,
  });
  const signer = createReusingSigner({ certified, key, clock });
  const builder = new DSSEBundleBuilder({ signer, witnesses: [witness] });
  return (data) => builder.create({ data, type: PAYLOAD_TYPE });
}
