import { describe, expect, it } from '@jest/globals';
import {
  attestationName,
  logIndexOf,
  parsedAttestation,
  readAttestation,
  statementOf,
} from '../../src/packaging/attestation.ts';
import { anAttestation } from '../support/attestation.ts';

const GOOD = anAttestation(
  { filename: 'demo-1.0.tar.gz', sha256: 'abc' },
  { type: 'https://index.example/v1' },
);

describe('an attestation', () => {
  it('lies beside its file under the name that upload tools look for', () => {
    expect(attestationName('demo-1.0.tar.gz')).toBe('demo-1.0.tar.gz.publish.attestation');
  });

  it('is read with what PEP 740 names, and nothing else', () => {
    expect(parsedAttestation({ ...GOOD, extra: 1 })).toEqual(GOOD);
    expect(readAttestation(JSON.stringify(GOOD))).toEqual(GOOD);
  });

  it.each([
    ['another version', { ...GOOD, version: 2 }],
    ['no envelope', { ...GOOD, envelope: null }],
    ['no material', { version: 1, envelope: GOOD.envelope }],
    ['a number for a signature', { ...GOOD, envelope: { ...GOOD.envelope, signature: 1 } }],
    [
      'log entries that are no list',
      { ...GOOD, verification_material: { certificate: '', transparency_entries: {} } },
    ],
    ['nothing', undefined],
  ])('is none with %s', (_claim, value) => expect(parsedAttestation(value)).toBeUndefined());

  it('is none where the text is no JSON', () => expect(readAttestation('{')).toBeUndefined());

  it('says which files it is of, and what of them', () => {
    expect(statementOf(GOOD)).toEqual({
      subjects: [{ filename: 'demo-1.0.tar.gz', sha256: 'abc' }],
      predicateType: 'https://index.example/v1',
    });
  });

  it.each(['no JSON', '[]', '{"subject": []}', '{"predicateType": "x"}'])(
    'says nothing with the statement %s',
    (text) => {
      const statement = Buffer.from(text).toString('base64');
      expect(statementOf({ ...GOOD, envelope: { ...GOOD.envelope, statement } })).toBeUndefined();
    },
  );

  it('says where in the log it is', () => {
    expect(logIndexOf(GOOD)).toBe('7');
    const bare = { ...GOOD, verification_material: { certificate: '', transparency_entries: [] } };
    expect(logIndexOf(bare)).toBeUndefined();
  });
});
