import { X509Certificate } from 'node:crypto';
import type { Signer } from '@sigstore/sign';
import type { Clock } from '../../ports/clock.ts';

export interface ReusingSignerOptions {
  /** Signs with the key and has a certificate made for it each time. */
  readonly certified: Signer;
  /** The same key without a certificate. */
  readonly key: Signer;
  readonly clock: Clock;
}

/** Milliseconds of life that a certificate must have left: the log must have signed the time before it ends. */
const RESERVE = 60_000;

interface Held {
  readonly certificate: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/**
 * A signer that asks for one certificate a batch: Fulcio's live ten minutes, and whoever verifies looks only whether the log's time is
 * within (as sigstore-python signs). Signatures are meant to be asked for one after the other.
 */
export function createReusingSigner({ certified, key, clock }: ReusingSignerOptions): Signer {
  let held: Held | undefined;
  return {
    async sign(data) {
      if (held !== undefined && held.until - clock.now().getTime() > RESERVE) {
        const { signature } = await key.sign(data);
        return { signature, key: { $case: 'x509Certificate', certificate: held.certificate } };
      }
      const made = await certified.sign(data);
      if (made.key.$case === 'x509Certificate') {
        const { certificate } = made.key;
        held = { certificate, until: Date.parse(new X509Certificate(certificate).validTo) };
      }
      return made;
    },
  };
}
