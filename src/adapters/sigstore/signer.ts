/** Signs by Sigstore: the job's identity, a certificate that lives for minutes, an entry in a public log. */

import { decodeJwt } from 'jose';
import type { Attestation, Subject } from '../../packaging/attestation.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Identity } from '../../ports/identity.ts';
import type { Signatory, Signer } from '../../ports/signer.ts';
import { stoppedBy } from './trouble.ts';

export interface SignerOptions {
  readonly identity: Identity;
  readonly clock: Clock;
  /** Addresses without a trailing slash; undefined: the public Sigstore. */
  readonly fulcio: string | undefined;
  readonly rekor: string | undefined;
  /** What the statements are of. */
  readonly predicateType: string;
  /** Gets the time that each signature took, in milliseconds since the epoch. */
  readonly onSpan?: (span: { readonly started: number; readonly ended: number }) => void;
}

/** The audience that Fulcio wants identity tokens for. */
const AUDIENCE = 'sigstore';

/**
 * A signer of Sigstore. Its library is loaded with the first signature.
 *
 * `attest` throws `Stopped` with sigstore-trouble, sigstore-refused or identity-refused; `signatory` with identity-refused.
 */
export function createSigner(options: SignerOptions): Signer {
  const { identity, clock, fulcio, rekor, predicateType, onSpan } = options;
  const token = () => identity.token(AUDIENCE);
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => {
    const [{ createBundles }, { attestationOf }] = await Promise.all([
      import('./bundles.ts'),
      import('./conversion.ts'),
    ]);
    const bundles = createBundles({ fulcio, rekor, token, clock });
    return async (statement: Buffer): Promise<Attestation> => attestationOf(await bundles(statement));
  };
  let signatory: Promise<Signatory> | undefined;
  return {
    signatory() {
      signatory ??= token().then(signatoryOf);
      return signatory;
    },
    async attest(subject) {
      loading ??= load();
      const attestation = await loading;
      const started = clock.now().getTime();
      try {
        return await attestation(Buffer.from(JSON.stringify(statement(subject, predicateType))));
      } catch (error) {
        throw stoppedBy(error);
      } finally {
        onSpan?.({ started, ended: clock.now().getTime() });
      }
    },
  };
}

/** in-toto Statement v1, its predicate empty (PEP 740, "Attestation objects"; PyPI docs, "Publish attestation"). */
function statement({ filename, sha256 }: Subject, predicateType: string): object {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType,
    predicate: null,
  };
}

/** The token comes from the forge itself, and nothing is allowed by what it says: it is not verified. */
function signatoryOf(jwt: string): Signatory {
  const claims = decodeJwt(jwt);
  const claim = (name: string): string => (typeof claims[name] === 'string' ? claims[name] : '');
  const workflow = claim('workflow_ref');
  return {
    repository: claim('repository'),
    workflow,
    jobWorkflow: claim('job_workflow_ref') || workflow,
  };
}
