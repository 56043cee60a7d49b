import { describe, expect, it } from '@jest/globals';
import { type BundleWithDsseEnvelope, bundleFromJSON } from '@sigstore/bundle';
import { attestationOf } from '../../../src/adapters/sigstore/conversion.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const PROOF = {
  logIndex: '7',
  rootHash: base64('root'),
  treeSize: '9',
  hashes: [base64('hash')],
  checkpoint: { envelope: 'log\n9\n' },
};

/** A bundle out of its JSON, as the library makes them; the media type says where the certificate stands. */
function aBundle({
  version = '0.3',
  proof = PROOF,
  logIndex = '12',
}: {
  version?: string;
  proof?: object;
  logIndex?: string;
} = {}): BundleWithDsseEnvelope {
  const rawBytes = base64('certificate');
  const material =
    version === '0.3'
      ? { certificate: { rawBytes } }
      : { x509CertificateChain: { certificates: [{ rawBytes }, { rawBytes: base64('another') }] } };
  const mediaType =
    version === '0.3'
      ? 'application/vnd.dev.sigstore.bundle.v0.3+json'
      : `application/vnd.dev.sigstore.bundle+json;version=${version}`;
  const entry = {
    logIndex,
    logId: { keyId: base64('log') },
    kindVersion: { kind: 'dsse', version: '0.0.1' },
    integratedTime: '1764000000',
    inclusionPromise: { signedEntryTimestamp: base64('promise') },
    inclusionProof: proof,
    canonicalizedBody: base64('{}'),
  };
  const signatures = [{ sig: base64('signature'), keyid: '' }];
  return bundleFromJSON({
    mediaType,
    verificationMaterial: { ...material, tlogEntries: [entry], timestampVerificationData: undefined },
    dsseEnvelope: { payload: base64('{}'), payloadType: 'application/vnd.in-toto+json', signatures },
  }) as BundleWithDsseEnvelope;
}

const entryOf = (bundle: BundleWithDsseEnvelope) =>
  attestationOf(bundle).verification_material.transparency_entries[0];

describe('the attestation of a bundle', () => {
  it('has the leaf certificate, the envelope’s two parts, and the log entry as it is', () => {
    expect(attestationOf(aBundle())).toEqual({
      version: 1,
      verification_material: {
        certificate: base64('certificate'),
        transparency_entries: [
          {
            logIndex: '12',
            logId: { keyId: base64('log') },
            kindVersion: { kind: 'dsse', version: '0.0.1' },
            integratedTime: '1764000000',
            inclusionPromise: { signedEntryTimestamp: base64('promise') },
            inclusionProof: PROOF,
            canonicalizedBody: base64('{}'),
          },
        ],
      },
      envelope: { statement: base64('{}'), signature: base64('signature') },
    });
  });

  it('has the leaf of an older bundle’s chain', () => {
    expect(attestationOf(aBundle({ version: '0.2' })).verification_material.certificate).toBe(
      base64('certificate'),
    );
  });

  it('writes out what protobuf leaves out: the first entry of a log has index 0 and no hashes', () => {
    const proof = { ...PROOF, logIndex: '0', treeSize: '1', hashes: [] };
    expect(entryOf(aBundle({ proof, logIndex: '0' }))).toMatchObject({
      logIndex: '0',
      inclusionProof: { logIndex: '0', treeSize: '1', hashes: [] },
    });
  });

  it.each([0, 2])('is none of %i signatures', (count) => {
    const bundle = aBundle();
    const { dsseEnvelope } = bundle.content;
    const twice = [...dsseEnvelope.signatures, ...dsseEnvelope.signatures];
    dsseEnvelope.signatures = twice.slice(0, count) as typeof dsseEnvelope.signatures;
    expect(() => attestationOf(bundle)).toThrow('exactly one signature');
  });

  it('is none without a log entry', () => {
    const bundle = aBundle();
    bundle.verificationMaterial.tlogEntries = [];
    expect(() => attestationOf(bundle)).toThrow('without a certificate or a log entry');
  });
});
