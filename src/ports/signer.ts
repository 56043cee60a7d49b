import type { Attestation, Subject } from '../packaging/attestation.ts';

/** Signs for this job, in a public log (Sigstore). */
export interface Signer {
  /** Who would sign, by the job's identity. Nothing is signed or exchanged. Throws `Stopped`. */
  signatory(): Promise<Signatory>;
  /** Attests that this job publishes this file. Tries once. Throws `Stopped`, by the world's fault where a later try may fare better. */
  attest(subject: Subject): Promise<Attestation>;
}

export interface Signatory {
  /** `owner/name`. */
  readonly repository: string;
  /** The workflow that was started: `owner/name/.github/workflows/file@ref`. */
  readonly workflow: string;
  /** The workflow that the job stands in, in the same form: another one where the job is of a reusable workflow. */
  readonly jobWorkflow: string;
}
